import { describe, expect, it } from 'vitest';
import { diagnoseAndRemember } from '../../src/diagnosis/diagnose.ts';
import { parseRemembered, type Remembered } from '../../src/diagnosis/remember.ts';

const NOW = Date.UTC(2026, 10, 22, 12);

/** What a conversation gives, message by message; what is kept goes through JSON as it does in a store. */
function talk(...messages: string[]) {
  const earlier: Remembered[] = [];
  let last: ReturnType<typeof diagnoseAndRemember> | undefined;
  for (const message of messages) {
    last = diagnoseAndRemember(message, { now: NOW, earlier });
    earlier.push(parseRemembered(JSON.parse(JSON.stringify(last.remembered)))!);
  }
  return last!.diagnosis;
}

const REFUSAL = 'GET https://graph.microsoft.com/v1.0/me/events -> 403\n{"error":{"code":"Forbidden","message":""}}';
const CLAIMS = '{"aud":"https://graph.microsoft.com","scp":"User.Read","idtyp":"user"}';

describe('evidence that adds up over messages', () => {
  it('puts a refusal and the token of a later message together', () => {
    expect(talk(CLAIMS).verdict).toBe('undecided');
    const diagnosis = talk(REFUSAL, CLAIMS);
    expect(diagnosis.cause).toBe('missing-scope');
    expect(diagnosis.verdict).toBe('certain');
    expect(diagnosis.remarks[0]).toContain('earlier messages');
  });

  it('works in the other order, too', () => {
    expect(talk(CLAIMS, REFUSAL).cause).toBe('missing-scope');
  });

  it('takes a message that decides by itself as a failure of its own', () => {
    const redirect =
      "AADSTS50011: The redirect URI 'http://localhost:5000/cb' specified in the request does not match the redirect URIs configured for the application '2f4a1c88-6d0e-4b7b-9c55-0e1d6b3a7f21'.";
    expect(talk(redirect, `${REFUSAL}\n${CLAIMS}`).cause).toBe('missing-scope');
    expect(talk(REFUSAL, redirect)).toMatchObject({ cause: 'redirect-uri-mismatch', verdict: 'certain' });
  });

  it('keeps no sentence of the paste and no secret', () => {
    const secret = 'client_secret=abc8Q~ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefgh1';
    const { remembered } = diagnoseAndRemember(`AADSTS7000215: Invalid client secret provided for amara. ${secret}`, {
      now: NOW,
    });
    const kept = JSON.stringify(remembered);
    expect(kept).not.toContain('8Q~');
    expect(kept).not.toContain('provided for amara');
    expect(kept).toContain('7000215');
  });

  it('keeps no places in a text that is gone', () => {
    const call = 'curl -H "Authorization: Bearer $ID_TOKEN" https://graph.microsoft.com/v1.0/me/events\nHTTP/1.1 401';
    const { remembered } = diagnoseAndRemember(call, { now: NOW });
    expect(remembered.evidence.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['request', 'response']));
    expect(JSON.stringify(remembered)).not.toMatch(/"(?:start|end|\w*[sS]pan)"/);
  });

  it('keeps a phrase once, however often it was said', () => {
    const { remembered } = diagnoseAndRemember('invalid audience, invalid audience: Invalid audience', { now: NOW });
    expect(remembered.phrases).toEqual(['invalid audience']);
  });

  it('forgets what another version kept', () => {
    const { remembered } = diagnoseAndRemember(REFUSAL, { now: NOW });
    expect(parseRemembered({ ...remembered, version: 2 })).toBeUndefined();
    expect(parseRemembered({ version: 3, evidence: [], signals: [] })).toBeUndefined();
    expect(parseRemembered(remembered)).toEqual(remembered);
  });
});
