import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../src/diagnosis/diagnose.ts';
import { shareAt } from '../../../src/diagnosis/ranking/quiet-places.ts';

const NOW = Date.UTC(2026, 10, 22);
const EVENTS = 'GET https://graph.microsoft.com/v1.0/me/events';

function answer(paste: string): readonly string[] {
  const { cause, verdict } = diagnose(paste, { now: NOW });
  return [cause, verdict];
}

describe('what is over', () => {
  it('is a refusal that the same call overcame', () => {
    expect(answer(`${EVENTS} -> 429\n${EVENTS} -> 200`)).toEqual(['throttled', 'possible']);
    expect(answer(`${EVENTS} -> 429\n${EVENTS} -> 200\n${EVENTS} -> 429`)[1]).toBe('certain');
    expect(answer(`${EVENTS} -> 429\nGET https://graph.microsoft.com/v1.0/me -> 200`)[1]).toBe('certain');
  });

  it('counts with the smallest share of the places around it', () => {
    const places = [
      { start: 0, end: 50, share: 0.8 },
      { start: 20, end: 30, share: 0.5 },
    ];
    expect([5, 25, 50].map((start) => shareAt(places, { start, end: start + 1 }))).toEqual([0.8, 0.5, 1]);
  });
});
