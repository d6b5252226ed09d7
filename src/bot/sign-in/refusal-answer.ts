import { randomUUID } from 'node:crypto';
import type { Refusal } from '../../refusals/refusal.ts';
import { refusalPaste } from '../../refusals/refusal-paste.ts';
import type { Answer } from '../answer.ts';
import type { ReadMessage } from '../reading/message-reader.ts';
import { answerForm, writtenAnswer } from '../reading/written-answer.ts';
import type { TurnParts } from '../turn/turn-parts.ts';

type ReaderParts = Pick<TurnParts, 'reader' | 'now'>;

/** A refusal that why401 itself met, explained like a person's paste. Nothing of it is kept as their evidence. */
export async function refusalAnswer(parts: ReaderParts, refusal: Refusal, channelId: string): Promise<Answer> {
  return (await explained(parts, refusalPaste(refusal), channelId)).answer;
}

/** What the engine says of a text that a service gave us. */
export async function explained(
  { reader, now }: ReaderParts,
  text: string,
  channelId: string,
): Promise<{ readonly answer: Answer; readonly read: ReadMessage }> {
  const form = answerForm(channelId);
  const read = await reader.read({
    text,
    html: null,
    now: now(),
    earlier: [],
    showSecrets: false,
    diagnosisId: randomUUID(),
    signIn: true,
    form,
  });
  const { headline } = read;
  if (passesByItself(read)) return { read, answer: { text: `${headline} ${WAIT}`, summary: headline } };
  return { read, answer: writtenAnswer(read, form) };
}

const WAIT = 'There is nothing for you to repair: please try it again in a minute.';

/**
 * Somebody who asked for their day wants to know that it is not them. What a program should do about it is told where the
 * same answer is pasted. An outage that lasts is somebody's to repair, and its owner is another one then.
 */
function passesByItself({ cause, owner }: ReadMessage): boolean {
  return cause === 'throttled' || (cause === 'service-outage' && owner === 'microsoft');
}
