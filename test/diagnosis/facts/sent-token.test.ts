import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../src/diagnosis/diagnose.ts';
import type { SettingEvidence, TokenEvidence } from '../../../src/diagnosis/evidence/evidence.ts';
import { sentToken, toldActorOf } from '../../../src/diagnosis/facts/sent-token.ts';

const NOW = Date.UTC(2026, 10, 22);
const CALL = 'GET https://graph.microsoft.com/v1.0/me/events -> 403';

function told(...actors: string[]): SettingEvidence[] {
  return actors.map((actor) => ({
    kind: 'setting',
    name: 'told-actor',
    values: [actor],
    key: 'words',
    language: null,
    span: { start: 0, end: 0 },
  }));
}

describe('who signs in, by words alone', () => {
  it('is nobody where both are told, or neither', () => {
    expect(toldActorOf(told('app', 'user'))).toBeNull();
    expect(toldActorOf([])).toBeNull();
    expect(toldActorOf(told('app', 'app'))).toBe('app');
  });

  it('never proves a cause', () => {
    const { cause, verdict } = diagnose(`Our daemon calls ${CALL}`, { now: NOW });
    expect([cause, verdict]).toEqual(['app-only-on-me', 'likely']);
  });

  it('says little where nothing was refused', () => {
    const code = "const events = await client.api('/me/events').get();";
    const { cause, verdict } = diagnose(`our nightly job fails with\n${code}`, { now: NOW });
    expect([cause, verdict]).toEqual(['app-only-on-me', 'possible']);
  });

  it('is not asked where a token shows it', () => {
    const { cause } = diagnose(`Our daemon calls ${CALL}\n{"aud":"https://graph.microsoft.com","scp":"User.Read"}`, {
      now: NOW,
    });
    expect(cause).toBe('missing-scope');
  });
});

describe('the token that was sent', () => {
  const token = (start: number, field: string | null = null): TokenEvidence => ({
    kind: 'token',
    format: 'jwt',
    header: {},
    claims: { idTokenMarks: [] },
    sent: field === null,
    field,
    truncated: false,
    span: { start, end: start + 10 },
  });
  const [first, second] = [token(20), token(60)];

  it('is the one in the header of the call that failed, and without one the last', () => {
    expect(sentToken([first, second], { start: 0, end: 40 })).toBe(first);
    expect(sentToken([first, second], { start: 50, end: 80 })).toBe(second);
    expect(sentToken([first, second])).toBe(second);
    // The header was shown with the token hidden: of the others the last is the best guess.
    expect(sentToken([first, second], { start: 90, end: 99 })).toBe(second);
  });

  it('is never an assertion', () => {
    expect(sentToken([token(20, 'client_assertion'), second], { start: 0, end: 40 })).toBe(second);
  });
});
