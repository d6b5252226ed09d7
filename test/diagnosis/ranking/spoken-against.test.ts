import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../src/diagnosis/diagnose.ts';

const NOW = Date.UTC(2026, 10, 22);

function graph(claims: object, message: string, date = '2026-05-04T10:30:00'): string {
  const error = { code: 'InvalidAuthenticationToken', message, innerError: { date } };
  return `GET https://graph.microsoft.com/v1.0/me/chats\n401 ${JSON.stringify({ error })}\n${JSON.stringify(claims)}`;
}

const EXP = Date.UTC(2026, 4, 4, 11) / 1000;
const GRAPH = 'https://graph.microsoft.com';
const EXPIRED = 'Lifetime validation failed, the token is expired.';
const AUDIENCE = 'Access token validation failure. Invalid audience.';

describe('a cause that something in the paste speaks against', () => {
  it.each([
    ['an expiry before exp', graph({ aud: GRAPH, exp: EXP, scp: 'Chat.Read' }, EXPIRED), 'token-expired'],
    ['an audience that is right', graph({ aud: GRAPH, scp: 'Chat.Read' }, AUDIENCE), 'wrong-audience'],
  ])('is not certain, and the reader is told why: %s', (_, paste, cause) => {
    const diagnosis = diagnose(paste, { now: NOW });
    expect([diagnosis.cause, diagnosis.verdict]).toEqual([cause, 'likely']);
    expect(diagnosis.remarks[0]).toContain('The token that is shown');
  });

  it('is an expiry of a token that is signed with a shared secret', () => {
    const paste = `TokenExpiredError: jwt expired\n{"alg":"HS256","typ":"JWT"}\n{"sub":"42","exp":${EXP}}`;
    const own = diagnose(paste, { now: NOW });
    expect([own.cause, own.verdict]).toEqual(['token-expired', 'likely']);
    expect(own.remarks[0]).toContain('HS256');
    expect(own.fix?.patches).toEqual([]);
    expect(JSON.stringify(own.fix?.steps)).not.toMatch(/acquireTokenSilent|Graph/);
    const entra = diagnose(paste.replace('HS256', 'RS256'), { now: NOW });
    expect([entra.cause, entra.verdict]).toEqual(['token-expired', 'certain']);
  });

  it.each([
    ['an expiry behind exp', graph({ aud: GRAPH, exp: EXP, scp: 'Chat.Read' }, EXPIRED, '2026-05-04T11:30:00')],
    ['an expiry within what clocks differ by', graph({ aud: GRAPH, exp: EXP }, EXPIRED, '2026-05-04T10:58:00')],
    ['another audience', graph({ aud: 'api://planner', scp: 'x' }, AUDIENCE)],
  ])('%s is none', (_, paste) => {
    const diagnosis = diagnose(paste, { now: NOW });
    expect([diagnosis.verdict, diagnosis.remarks]).toEqual(['certain', []]);
  });

  it('is a permission that the token holds', () => {
    const said =
      "Missing scope permissions on the request. API requires one of 'Chat.ReadBasic, Chat.Read'. Scopes on the request 'User.Read'";
    expect(diagnose(graph({ aud: GRAPH, scp: 'Chat.Read' }, said), { now: NOW }).verdict).toBe('likely');
    expect(diagnose(graph({ aud: GRAPH, scp: 'User.Read' }, said), { now: NOW }).verdict).toBe('certain');
  });

  it('is another call that was refused for another reason, where one was throttled', () => {
    const events = 'GET https://graph.microsoft.com/v1.0/me/events -> 429';
    expect(diagnose(`GET https://graph.microsoft.com/v1.0/me -> 403\n${events}`, { now: NOW }).verdict).toBe('likely');
    expect(diagnose(`GET https://graph.microsoft.com/v1.0/me -> 200\n${events}`, { now: NOW }).verdict).toBe('certain');
  });
});
