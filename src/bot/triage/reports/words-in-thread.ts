import type { StoredCase } from '../../../storage/triage-store.ts';
import { statusWords } from '../../../triage/incident-words.ts';
import type { Answer } from '../../answer.ts';
import type { MessageAnswer } from '../../turn/answer-message.ts';
import type { DeskPlace } from '../desk/desk-place.ts';
import type { TriageParts } from '../triage-parts.ts';

/**
 * The answer to somebody who names the bot without an error, where their thread holds a case: «me too», «is there a fix?»
 * and «it works now» are about that one.
 */
export async function answerInThread(
  { turn }: TriageParts,
  { desk, thread }: DeskPlace,
  from: string | undefined,
  { answer, about }: MessageAnswer,
): Promise<Answer> {
  const words = about === undefined ? undefined : WORDS[about];
  if (words === undefined) return answer;
  const own = from ? await turn.store.triage.caseIn(desk, thread, from) : undefined;
  const one = own ?? (await turn.store.triage.caseIn(desk, thread));
  const text = one === undefined ? undefined : words(one, own !== undefined);
  return text === undefined ? answer : { text };
}

const WORDS: Readonly<
  Partial<Record<NonNullable<MessageAnswer['about']>, (one: StoredCase, own: boolean) => string | undefined>>
> = {
  nothing: (one, own) => `I found no error in that message. ${aboutCase(one, own)}`,
  'what-now': aboutCase,
  'me-too': aboutCase,
  'show-code': (one) =>
    `“Show the fix” on the card of case ${one.number} has the steps, and the code in each language where a change of code mends it. “case” shows that card.`,
  'still-failing': (one, own) => {
    if (!own) return aboutCase(one, own);
    return one.state === 'resolved'
      ? `Then paste what it says now, whole, together with my name; “reopen” opens case ${one.number} again.`
      : undefined;
  },
  thanks: (one, own) =>
    own && one.state !== 'resolved'
      ? `Glad to help. Is it done? Say “resolved”, and I close case ${one.number}.`
      : undefined,
};

function aboutCase(one: StoredCase, own: boolean): string {
  const join = ' If you meet the same, paste what you see together with my name: then you are counted, and told.';
  return (
    `This thread is about case ${one.number}, ${statusWords(one)}: ${one.headline} ` +
    `“case” shows it with its fix.${own ? '' : join} “help” says what else I do.`
  );
}
