import { describe, expect, it, test } from 'vitest';
import { diagnose } from '../../../src/diagnosis/diagnose.ts';

const NOW = Date.UTC(2026, 10, 22, 12);

/** The whole answer as text: headline, steps with their values, code, check and message. */
function answer(paste: string): string {
  const { headline, fix } = diagnose(paste, { now: NOW });
  const steps = fix?.steps.map(({ text, value }) => `${text} ${value ?? ''}`) ?? [];
  return [headline, ...steps, fix?.patches[0]?.code ?? '', fix?.check.command ?? '', fix?.forward ?? ''].join('\n');
}

describe('answers fit what is told', () => {
  it.each([
    [
      'the scopes of a bot are those of its connection',
      'Our bot: OAuth connection "graph". GET https://graph.microsoft.com/v1.0/me/calendar -> 403\n{"aud":"https://graph.microsoft.com","scp":"User.Read"}',
      /«Scopes» of the OAuth connection/,
    ],
    [
      'an app that asks for itself does so by its id',
      "AADSTS90009: Application '4b2f1d0a-8f7e-4a86-9c55-1f6a0f7f2d31'(Planner) is requesting a token for itself.",
      /4b2f1d0a-8f7e-4a86-9c55-1f6a0f7f2d31\/\.default/,
    ],
    [
      'a guest signs in where the mailbox is',
      'POST https://graph.microsoft.com/v1.0/me/events -> 401\nupn in the token: me_mail.example#EXT#@fabrikam.onmicrosoft.com',
      /is a guest of this tenant[\s\S]*\/common/,
    ],
    [
      'the code of a national cloud has its sign-in host',
      'authority https://login.microsoftonline.us/<tenant>, scope https://graph.microsoft.com/.default -> AADSTS500011: The resource principal named https://graph.microsoft.com was not found in the tenant named Agency.',
      /LOGIN = "https:\/\/login\.microsoftonline\.us"/,
    ],
    [
      'a password grant is replaced, whoever has a phone',
      "A script with ROPC. AADSTS50076: you must use multi-factor authentication to access '00000003-0000-0000-c000-000000000000'.",
      /a program that sends user name and password can never give/,
    ],
    [
      'the token that comes in is for Graph',
      'The token our API receives: aud 00000003-0000-0000-c000-000000000000, scp User.Read\nAADSTS50013: Assertion failed signature validation.',
      /on-behalf-of is for Microsoft Graph/,
    ],
    [
      'a calendar that is shared takes the other permission',
      'URL: https://graph.microsoft.com/v1.0/users/lena@contoso.example/events (POST)\n403 ErrorAccessDenied\nscp: Calendars.ReadWrite User.Read\nLena shared her calendar with me as editor.',
      /the token lacks Calendars\.ReadWrite\.Shared/,
    ],
    [
      'a role that is out of scope is no group of a policy',
      'Test-ServicePrincipalAuthorization -Identity 8fa39a89-5884-416a-a85c-852e19bad704 -Resource desk@contoso.example\nApplication Calendars.Read Calendars.Read Rooms CustomRecipientScope False\n403 ErrorAccessDenied',
      /widen the management scope of the app’s role assignment/,
    ],
    [
      'a token for Graph at an API of one’s own is asked for anew',
      'jwt.exceptions.InvalidAudienceError: Audience doesn\'t match\njwt.decode(token, key, audience="api://4b2f1d0a-8f7e-4a86-9c55-1f6a0f7f2d31")\n{"aud":"00000003-0000-0000-c000-000000000000","scp":"User.Read"}',
      /Leave the check of the API as it is[\s\S]*api:\/\/4b2f1d0a-8f7e-4a86-9c55-1f6a0f7f2d31\/access_as_user/,
    ],
    ['a status at the beginning of a question is read', '403 on /events, help', /^The API answered 403/],
    [
      'personal accounts are sent to one tenant',
      "AADSTS50020: l'utilisateur n'existe pas dans le locataire. Tous nos clients ont une adresse @hotmail.fr.",
      /sends personal Microsoft accounts to one tenant/,
    ],
  ])('%s', (_, paste, words) => expect(answer(paste)).toMatch(words));
});

test('an address that is told beside the page is not called a personal account', () => {
  const page =
    "Microsoft page: You can't sign in here with a personal account. Use your work or school account instead. But my address is name@bakery.example, a business one.";
  expect(diagnose(page, { now: NOW }).headline).toMatch(/^A personal Microsoft account signed in/);
});

describe('what is over is not the answer', () => {
  it.each([
    ['In dev I saw AADSTS50011, but that is fixed. Today the service answers invalid_client.', 'client-secret-invalid'],
    ['before the weekend it was AADSTS65001 but that I fixed. Now: AADSTS53003', 'conditional-access-blocked'],
    [
      'POST https://graph.microsoft.com/v1.0/users/room1@corp.example/events\n403 ErrorAccessDenied\nroles: ["Calendars.Read"]\nA colleague says application access policy, but there is none.',
      'app-role-missing',
    ],
  ])('%s', (paste, cause) => expect(diagnose(paste, { now: NOW }).cause).toBe(cause));

  it('names no tenant where the address has none', () => {
    const said =
      'ValueError: Unable to get authority configuration for https://login.microsoftonline.com/. Authority would typically be in a format of https://login.microsoftonline.com/your_tenant.';
    expect(diagnose(said, { now: NOW }).headline).not.toContain('tenant .');
  });
});
