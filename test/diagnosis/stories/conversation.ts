import { type DiagnoseOptions, diagnoseAndRemember } from '../../../src/diagnosis/diagnose.ts';
import type { Diagnosis } from '../../../src/diagnosis/diagnosis.ts';
import { parseRemembered, type Remembered } from '../../../src/diagnosis/remember.ts';
import type { RightAnswer } from '../counterfactuals/counterfactual.ts';

/** The answer that the last message of a conversation deserves. */
export interface RightReply extends RightAnswer {
  /** The messages before it are of other stories: it is answered as if it stood alone. */
  readonly asAlone?: true;
  /** What the fix must hold: steps, code, message to forward. */
  readonly filledWith?: readonly string[];
  /** What belongs to another story and must stand in no part of the answer. */
  readonly without?: readonly string[];
}

/** Messages of one person in one chat; a number is how many minutes pass. */
export interface Conversation {
  readonly told: string;
  /** The fact about how people tell things, or about the platform, that the answer rests on. */
  readonly why: string;
  readonly messages: readonly (string | number)[];
  readonly right: RightReply;
}

/** While the tokens of the messages are good: half past ten of the day of `pasted-calls.ts`. */
export const NOW = Date.UTC(2026, 4, 4, 10, 30);
/** As long as the bot remembers a message. */
const REMEMBERED_FOR_MS = 30 * 60_000;

/** The answer to the last message, after all before it; what is kept goes through JSON as it does in a store. */
export function lastAnswer(messages: readonly (string | number)[]): Diagnosis {
  let now = NOW;
  let diagnosis: Diagnosis | undefined;
  const kept: { readonly until: number; readonly remembered: Remembered }[] = [];
  for (const message of messages) {
    if (typeof message === 'number') {
      now += message * 60_000;
      continue;
    }
    const earlier = kept.filter(({ until }) => until > now).map(({ remembered }) => remembered);
    const options: DiagnoseOptions = { now, ...(earlier.length === 0 ? {} : { earlier }) };
    const read = diagnoseAndRemember(message, options);
    diagnosis = read.diagnosis;
    if (!read.readSomething) continue;
    const remembered = parseRemembered(JSON.parse(JSON.stringify(read.remembered)));
    if (remembered !== undefined) kept.push({ until: now + REMEMBERED_FOR_MS, remembered });
  }
  if (diagnosis === undefined) throw new Error('A conversation has a message');
  return diagnosis;
}
