import { describe, expect, it } from 'vitest';
import { ROOT_CAUSES } from '../../../src/diagnosis/causes/index.ts';
import type { Diagnosis } from '../../../src/diagnosis/diagnosis.ts';
import { type Conversation, lastAnswer } from './conversation.ts';
import { ONE_STORY } from './one-story.ts';
import { SEVERAL_STORIES } from './several-stories.ts';

const ORDER = ['undecided', 'possible', 'likely', 'certain'];

describe('one story in several messages', () => {
  it.each(ONE_STORY)('$told', expectRight);
});

describe('several stories in one chat', () => {
  it.each(SEVERAL_STORIES)('$told', expectRight);
});

/** Of each cause a paste that is certain alone. */
const CERTAIN = Object.values(ROOT_CAUSES).flatMap(({ id, hits }) => {
  for (const { paste } of hits) {
    const alone = lastAnswer([paste]);
    if (isCertain(alone, id)) return [{ id, paste, alone }];
  }
  return [];
});

describe('two certain failures, one after the other', () => {
  it.each([7, 23])('are each answered as they stand alone: those %i causes apart', (apart) => {
    expect(CERTAIN.length).toBeGreaterThan(50);
    const wrong = CERTAIN.flatMap(({ id, paste, alone }, index) => {
      const before = CERTAIN[(index + apart) % CERTAIN.length]!;
      const after = lastAnswer([before.paste, paste]);
      return after.verdict === alone.verdict && after.headline === alone.headline ? [] : [`${before.id} before ${id}`];
    });
    expect(wrong).toEqual([]);
  });
});

function isCertain({ cause, verdict }: Diagnosis, id: string): boolean {
  return cause === id && verdict === 'certain';
}

function expectRight({ messages, right }: Conversation): void {
  const diagnosis = lastAnswer(messages);
  const seen = `${diagnosis.cause} (${diagnosis.verdict}) ${diagnosis.headline}`;
  if (right.asAlone) expect(told(diagnosis), seen).toEqual(told(lastAnswer(messages.slice(-1))));
  if (right.causes !== undefined) expect(right.causes, seen).toContain(diagnosis.cause);
  expect(right.never ?? [], seen).not.toContain(diagnosis.cause);
  const verdict = ORDER.indexOf(diagnosis.verdict);
  expect(verdict, seen).toBeGreaterThanOrEqual(ORDER.indexOf(right.atLeast ?? 'undecided'));
  expect(verdict, seen).toBeLessThanOrEqual(ORDER.indexOf(right.atMost ?? 'certain'));
  if (right.names !== undefined) expect(diagnosis.headline, seen).toContain(right.names);
  const fix = JSON.stringify(diagnosis.fix);
  for (const value of right.filledWith ?? []) expect(fix).toContain(value);
  for (const value of right.without ?? []) expect(JSON.stringify(told(diagnosis))).not.toContain(value);
}

/** All of an answer but its remarks, and the reasons that it gives beside the first. */
function told({ cause, verdict, headline, fix, next, language, findings }: Diagnosis): object {
  return {
    cause,
    verdict,
    headline,
    fix: { ...fix, patches: fix?.patches },
    next,
    language,
    because: findings[0]?.because[0],
  };
}
