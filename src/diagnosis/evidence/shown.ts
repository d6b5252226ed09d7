import { literalList } from '../text/literal-filter.ts';
import { mayHoldOneOf } from '../text/literal-places.ts';
import type { Views } from '../text/views.ts';
import { correlationIdOf } from './correlation-id.ts';
import type { AadstsEvidence, ApiErrorEvidence, Evidence, OAuthErrorEvidence } from './evidence.ts';

/** Long enough that nobody writes it by chance: a sentence of a service. */
const SENTENCE = 30;
/** The words of a code are a sentence; «AADSTS65001: consent» is somebody's note. */
const WORDS_OF_A_CODE = 20;
/** Services and libraries put a colon between a code and its words, in an address as %3A, in French behind a space. */
const COLON = /^["'\]]?[\s\u00a0]{0,2}(?::|%3a)/i;
/** A line that a program wrote: an exception with its message or its place, a frame of its stack, the level of a log. */
const PROGRAM =
  /\b\w{0,60}(?:Error|Exception)\b(?:[^\n:]{0,60}:| in \/)|\b(?:ERROR|WARN|WARNING|FATAL)\]?:|\b[a-z]\w{1,60}\.error:|\n\s{1,20}at [\w$.<]|\n\s{1,20}File "/;
const PROGRAM_MARKS = literalList(['error', 'exception', 'warn', 'fatal', ' at ', '\tat ', 'file "']);

/**
 * Whether a message shows what a service or a program said, and does not only name it. «Remember AADSTS50011? That was the
 * slash» names a code, «a Conditional Access policy will block old phones» the words of one: people who work with failures
 * talk about them all day, and nothing of theirs has failed.
 */
export function isShown(evidence: readonly Evidence[], views: Views): boolean {
  return (
    evidence.some((item) => showsByItself(item, views)) || isOfProgram(evidence, views) || isOfRequest(evidence, views)
  );
}

function showsByItself(item: Evidence, { paste }: Views): boolean {
  switch (item.kind) {
    // What a program was told or asks for; nothing of it was refused.
    case 'setting':
    case 'instant':
    case 'vendor':
    case 'told':
      return false;
    case 'phrase':
      return item.phrase.length >= SENTENCE;
    case 'aadsts':
      return isCodeShown(item, paste);
    case 'oauth-error':
      return isErrorShown(item);
    case 'api-error':
      return isBodyShown(item);
    default:
      return true;
  }
}

function isCodeShown({ where, message, span }: AadstsEvidence, paste: string): boolean {
  // A query over the sign-in log asks for a code, an entry of it has one.
  if (where === 'log') return !/==|\beq\b/i.test(paste.slice(span.start, span.end));
  if (where !== 'text') return true;
  if (message.length >= WORDS_OF_A_CODE && COLON.test(paste.slice(span.end, span.end + 8))) return true;
  return isLineOfPage(paste, span.start, span.end);
}

/** On the error page the code stands below a sentence, on a line of its own. */
function isLineOfPage(paste: string, start: number, end: number): boolean {
  if (!/^[ \t\r.]{0,4}(?:\n|$)/.test(paste.slice(end, end + 6))) return false;
  const before = paste.slice(Math.max(0, start - 400), start);
  const lineStart = before.lastIndexOf('\n');
  if (lineStart === -1 || !/^[ \t]{0,8}(?:[^\s:：]{1,20}[:：] ?)?$/.test(before.slice(lineStart + 1))) return false;
  const above = before.slice(0, lineStart).trimEnd();
  return above.length - (above.lastIndexOf('\n') + 1) >= WORDS_OF_A_CODE;
}

/** A code of Graph's alone may be a word of the talk; a body has a sentence beside it, or the ids of its request. */
function isBodyShown({ message, date, requestId }: ApiErrorEvidence): boolean {
  return message !== '' || date !== null || requestId !== null;
}

/** In running text and in code it is a word; in a body or an address it was sent. */
function isErrorShown({ where, description }: OAuthErrorEvidence): boolean {
  return where !== 'text' || description !== '';
}

function isOfProgram(evidence: readonly Evidence[], { text }: Views): boolean {
  if (!evidence.some(isOfFailure)) return false;
  return mayHoldOneOf(text, PROGRAM_MARKS) && PROGRAM.test(text.text);
}

/** Nobody types the id of a request: what stands around it was copied from a page or a log. */
function isOfRequest(evidence: readonly Evidence[], views: Views): boolean {
  return evidence.some(isOfFailure) && correlationIdOf(views) !== undefined;
}

function isOfFailure({ kind }: Evidence): boolean {
  return kind !== 'instant' && kind !== 'vendor' && kind !== 'setting' && kind !== 'told';
}
