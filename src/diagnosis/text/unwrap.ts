import { backslashesResolved } from './backslash-escapes.ts';
import { formDecoded } from './form-encoding.ts';
import { hardWrapsJoined } from './hard-wraps.ts';
import { htmlResolved } from './html-text.ts';
import { arrowsRemoved, tagsRemoved } from './line-prefixes.ts';
import { type MappedText, original } from './mapped-text.ts';
import { plainCharacters } from './plain-characters.ts';
import { Rewriter } from './rewriter.ts';
import type { Views } from './views.ts';

/**
 * Undoes what chat clients, shells, loggers and serializers did to a text on its way into a paste.
 * Every step runs in linear time and is left out where its marks are absent.
 *
 * @param paste - as the person sent it
 * @param read - the same where a part of it was mended; it maps back to the paste
 */
export function unwrap(paste: string, read: MappedText = original(paste)): Views {
  let text = hardWrapsJoined(plainCharacters(whollyDecoded(read)));
  text = htmlResolved(text);
  text = backslashesResolved(text);
  text = csvQuotesSingle(text);
  const same = text === read && read.text === paste;
  const lines = arrowsRemoved(text);
  text = tagsRemoved(lines);
  const verbatim = same && text === lines;
  const decoded = formDecoded(text);
  // What was encoded with the rest: `%C2%A0`, `%E2%80%9D`, `%0D%0A`, `%5C%22`.
  return { paste, text, verbatim, plain: decoded === text ? text : backslashesResolved(plainCharacters(decoded)) };
}

/** A whole text as one value of a form: no white space, and the signs for it. An address alone keeps its parts apart. */
const WHOLE_VALUE = /^(?!https?:|\/)(?=\S*%20)\S{40,}$/;
const SPACE_SIGN = '%20';

function whollyDecoded(source: MappedText): MappedText {
  const { text } = source;
  return text.includes(SPACE_SIGN) && WHOLE_VALUE.test(text.trim()) ? formDecoded(source) : source;
}

const CSV_FIELD = /""[A-Za-z_]{2,40}"" ?:/;

/** A cell of a CSV export doubles every quote. */
function csvQuotesSingle(source: MappedText): MappedText {
  const { text } = source;
  if (!CSV_FIELD.test(text)) return source;
  const rewriter = new Rewriter(source);
  for (let at = text.indexOf('""'); at !== -1; at = text.indexOf('""', at + 2)) rewriter.put(at, at + 2, 0x22);
  return rewriter.finish();
}
