import type { Views } from '../../text/views.ts';
import { lineFrom, messageBehind } from './exception-message.ts';
import type { FoundException } from './found-exception.ts';
import type { KnownWord } from './known-words.ts';
import type { PasteMarks } from './paste-marks.ts';
import { libraryOf } from './type-name.ts';

/** A comparison in someone's code, or the address of a page about it (`…/errors#oauth_callback_error`). */
const NOT_RECEIVED = /(?:(?:[=!]==?[ \t]{0,2}|\bcase[ \t]{1,2})["'`]?|#)$/;

/** An exception by its library's own code. */
export function codedException(
  views: Views,
  word: KnownWord,
  start: number,
  end: number,
  marks: PasteMarks,
): FoundException | undefined {
  if (word.code === null) return undefined;
  const { text, lower } = views.text;
  if (NOT_RECEIVED.test(text.slice(Math.max(0, start - 24), start))) return undefined;
  const line = bracketedLine(text, start, end) ?? besideField(text, end) ?? lineFrom(text, start);
  return {
    library: libraryOf(word.code.library, '', marks),
    type: word.code.type,
    code: lower.slice(start, end),
    message: line.message.replace(/\]$/, '').toLowerCase() === lower.slice(start, end) ? '' : line.message,
    start,
    end: line.end,
    bare: true,
  };
}

const BELOW = /\][ \t]{0,4}\n[ \t]{0,8}(?:https?:\/\/\S{1,120}[ \t]{1,4})?([^\n]{3,600})/y;

/** NextAuth writes `[next-auth][error][CODE]` on one line and what happened on the next, behind an address. */
function bracketedLine(text: string, start: number, end: number): { message: string; end: number } | undefined {
  if (text[start - 1] !== '[') return undefined;
  BELOW.lastIndex = end;
  const match = BELOW.exec(text);
  if (match === null) return undefined;
  return { message: lineFrom(match[1]!, 0).message.replace(/\s*\{$/, ''), end: BELOW.lastIndex };
}

/** «"errorCode": "no_tokens_found", "errorMessage": "No refresh token …"» */
function besideField(text: string, end: number): { message: string; end: number } | undefined {
  if (!/["'`]/.test(text[end] ?? '')) return undefined;
  const behind = messageBehind(text, end);
  return behind.message === '' ? undefined : behind;
}
