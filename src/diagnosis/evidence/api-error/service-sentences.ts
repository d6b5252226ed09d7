import { literals } from '../../text/literal-filter.ts';
import type { Views } from '../../text/views.ts';
import { placesOf } from '../occurrences.ts';
import { type FoundApiError, found } from './found-api-error.ts';

/**
 * Refusals of Azure's services that libraries and command lines print as a sentence, without the body that they came in:
 * what lacks which right on what stands in that one line.
 */
const BEGINNINGS = [
  'caller is not authorized to perform action on resource',
  'caller was not found on any access policy',
  'akv10032: ',
  'access token is from the wrong issuer ',
] as const;
/** Of these what stands before them in the line is the program's, and evidence keeps no long message. */
const BEGIN: ReadonlySet<string> = new Set(BEGINNINGS);
const SENTENCES = literals(
  ' permission on key vault ',
  ' claim(s) are required to perform this operation',
  ' does not have authorization to perform action ',
  ' lacks the required data action ',
  ' is missing prv',
  ' on the linked scope',
  ...BEGINNINGS,
);
/** Key Vault tells who, what and where on lines of their own. */
const FURTHER_LINES =
  /^(?:\r?\n[ \t|│]{0,6}(?:If role assignments|Caller:|Action:|Resource:|Assignment:|DenyAssignmentId:|DecisionReason:)[^\n]{0,300})+/;
const MOST = 20;
const BEFORE = 600;
const BEHIND = 700;

/** @param read what bodies hold already */
export function serviceSentences(views: Views, read: readonly FoundApiError[]): FoundApiError[] {
  const errors: FoundApiError[] = [];
  const { text } = views.text;
  for (const sentence of SENTENCES) {
    if (!views.text.mayHold(sentence)) continue;
    let looked = 0;
    for (const at of placesOf(views.text, sentence)) {
      if (++looked > MOST) break;
      if (read.some((error) => error.source === views.text && error.start <= at && at < error.end)) continue;
      const before = text.slice(Math.max(0, at - BEFORE), at);
      const start = BEGIN.has(sentence.text) ? at : at - before.length + before.lastIndexOf('\n') + 1;
      const behind = text.slice(at, at + BEHIND);
      const newline = behind.indexOf('\n');
      const further = newline === -1 ? null : FURTHER_LINES.exec(behind.slice(newline));
      const end = at + (newline === -1 ? behind.length : newline + (further?.[0].length ?? 0));
      errors.push(found(views.text, start, end, { code: '', message: text.slice(start, end) }));
    }
  }
  return errors;
}
