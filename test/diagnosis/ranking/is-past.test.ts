import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../src/diagnosis/diagnose.ts';

const NOW = Date.UTC(2026, 10, 22);
const EXPIRED =
  "AADSTS7000222: The provided client secret keys for app '8fa39a89-5884-416a-a85c-852e19bad704' are expired.";
const REFUSED = (host: string) =>
  `POST https://${host}/v1.0/users/room1@contoso.com/events\nHTTP/1.1 403 Forbidden\n{"error":{"code":"ErrorAccessDenied","message":"Access to OData is disabled."}}`;
const NO_TENANT = `app = msal.ConfidentialClientApplication(CLIENT_ID, authority="https://login.microsoftonline.com/organizations", client_credential=SECRET)
token = app.acquire_token_for_client(scopes=["https://graph.microsoft.com/.default"])`;

function answer(paste: string): readonly string[] {
  const { cause, verdict } = diagnose(paste, { now: NOW });
  return [cause, verdict];
}

describe('a call that was let in', () => {
  it('has what was refused before its token behind it', () => {
    expect(answer(EXPIRED)).toEqual(['client-secret-expired', 'certain']);
    const told = `${EXPIRED} I made a new secret and get a token now. But:\n\n${REFUSED('graph.microsoft.com')}`;
    expect(answer(told)).toEqual(['app-access-policy', 'likely']);
  });

  it('says nothing about a refusal behind it', () => {
    expect(answer(`${REFUSED('graph.microsoft.com')}\n\nNow the sign-in fails:\n${EXPIRED}`)).toEqual([
      'client-secret-expired',
      'certain',
    ]);
  });

  it('is not told by a 403 of somebody’s own API, which may have failed to get a token itself', () => {
    const paste = `${EXPIRED}\n\nGET https://api.contoso.com/orders\nHTTP/1.1 403 Forbidden`;
    expect(answer(paste)[0]).toBe('client-secret-expired');
  });

  it('refutes what only settings say about the way to a token', () => {
    expect(
      answer(`${NO_TENANT}\n401 Client Error: Unauthorized for url: https://graph.microsoft.com/v1.0/users`)[0],
    ).toBe('tenant-not-found');
    const paste = `${NO_TENANT}\nroles in the token: ["Calendars.Read"]\n403 Client Error: Forbidden for url: https://graph.microsoft.com/v1.0/users/a@contoso.com/events`;
    expect(diagnose(paste, { now: NOW }).cause).not.toBe('tenant-not-found');
  });
});
