import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../../src/diagnosis/diagnose.ts';

const NOW = Date.UTC(2026, 10, 22);
const CLAIMS = {
  person: '{"aud":"https://graph.microsoft.com","scp":"User.Read"}',
  app: '{"aud":"https://graph.microsoft.com","idtyp":"app","roles":["User.Read.All"]}',
};

function answer(who: keyof typeof CLAIMS, refusal: string): readonly string[] {
  const path = who === 'app' ? 'users/lena@contoso.com' : 'me';
  const paste = `GET https://graph.microsoft.com/v1.0/${path}/events\n${refusal}\n${CLAIMS[who]}`;
  const { cause, verdict } = diagnose(paste, { now: NOW });
  return [cause, verdict];
}

describe('a token without the permission', () => {
  it.each([
    ['person', 'missing-scope'],
    ['app', 'app-role-missing'],
  ] as const)('is sure to be why a %s gets 403, and not why 401 or 200', (who, cause) => {
    expect(answer(who, 'HTTP/1.1 403 Forbidden')).toEqual([cause, 'certain']);
    expect(answer(who, 'HTTP/1.1 401 Unauthorized')).toEqual([cause, 'likely']);
    expect(answer(who, 'HTTP/1.1 200 OK')[0]).toBe('not-enough-evidence');
    expect(
      answer(
        who,
        '401 {"error":{"code":"InvalidAuthenticationToken","message":"Access token validation failure."}}',
      )[0],
    ).toBe('not-enough-evidence');
  });
});
