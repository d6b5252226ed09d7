import type { MappedText } from './mapped-text.ts';
import { rewrite } from './rewriter.ts';

const CURL_MARK = /^[<>] (?:HTTP\/[\d.]+ \d|[A-Z]{3,8} \/|[\w-]{2,40}: )/m;
const CURL_PREFIX = /^[<>] ?(?=\S|$)/gm;
const LOGCAT_MARK = /^[VDIWEF]\/[\w.$-]{1,40}\( ?\d{1,6}\): /m;
const LOGCAT_PREFIX = /^[VDIWEF]\/[\w.$-]{1,40}\([ \d]{1,8}\): (?:: )?/gm;
const COMPOSE_MARK = /^[\w.-]{1,40} {0,20}\| [^|\n]*$/m;
const COMPOSE_PREFIX = /^[\w.]{1,30}[-_]\d{1,3} {0,20}\| /gm;

/** Mail and forums quote line by line; two lines of it, as one alone may be a prompt or an arrow. */
const QUOTE_MARK = /^> ?[^>\n][^\n]*\n> ?[^\n]/m;
const QUOTE_PREFIX = /^(?:> ?){1,4}/gm;
/** Editors and compilers number the lines that they show. */
const NUMBER_MARK = /^ {0,6}\d{1,5} \|[^\n]*\n {0,6}\d{1,5} \|/m;
const NUMBER_PREFIX = /^ {0,6}\d{1,5} \| ?/gm;

/** Where `^` matches behind it. */
const LINE_END = /[\n\r\u2028\u2029]/;

/** curl -v marks direction, quotes have a sign: without these the lines read as they were sent. */
export function arrowsRemoved(source: MappedText): MappedText {
  let text = source;
  const pointed = beginsLine(text.text, '> ');
  if ((pointed || beginsLine(text.text, '< ')) && CURL_MARK.test(text.text)) {
    text = rewrite(text, CURL_PREFIX, () => '');
  }
  return pointed && QUOTE_MARK.test(text.text) ? rewrite(text, QUOTE_PREFIX, () => '') : text;
}

/** Logcat and container logs repeat a tag, editors a number. */
export function tagsRemoved(source: MappedText): MappedText {
  let text = source;
  if (text.text.includes('): ') && LOGCAT_MARK.test(text.text)) text = rewrite(text, LOGCAT_PREFIX, () => '');
  // Every word ends in a space, hardly a paste has the sign.
  if (text.text.includes('| ') && text.text.includes(' | ')) {
    if (COMPOSE_MARK.test(text.text)) text = rewrite(text, COMPOSE_PREFIX, () => '');
    if (NUMBER_MARK.test(text.text)) text = rewrite(text, NUMBER_PREFIX, () => '');
  }
  return text;
}

/** Most arrows stand within a line, and a look at what is before them is less than a pass of a pattern. */
function beginsLine(text: string, mark: string): boolean {
  for (let at = text.indexOf(mark); at !== -1; at = text.indexOf(mark, at + 1)) {
    if (at === 0 || LINE_END.test(text[at - 1]!)) return true;
  }
  return false;
}
