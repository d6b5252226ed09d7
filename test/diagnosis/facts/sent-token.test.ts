import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../src/diagnosis/diagnose.ts';
import type { SettingEvidence } from '../../../src/diagnosis/evidence/evidence.ts';
import { toldActorOf } from '../../../src/diagnosis/facts/sent-token.ts';

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
