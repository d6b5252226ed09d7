import type { MappedText } from './mapped-text.ts';
import { Rewriter } from './rewriter.ts';

const UNUSUAL_CHARACTER = /[^\n\t\x20-\x7e]/;
/** A colour or another command to a terminal (ECMA-48, section 5.4), from behind its ESC. */
const TERMINAL_COMMAND = /\[[0-9;]{0,20}[A-Za-z]/y;

const SPACE = 0x20;
const REMOVED = -1;

/** Smart quotes, non-breaking spaces, zero-width characters, colours of a terminal, carriage returns. */
export function plainCharacters(source: MappedText): MappedText {
  const { text } = source;
  const first = text.search(UNUSUAL_CHARACTER);
  if (first === -1) return source;
  const rewriter = new Rewriter(source);
  for (let at = first; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if ((code >= SPACE && code < 0x7f) || code === 0x0a || code === 0x09) continue;
    if (code === 0x0d) {
      if (text.charCodeAt(at + 1) === 0x0a) {
        rewriter.put(at, at + 2, 0x0a);
        at += 1;
      } else {
        rewriter.exchange(at, 0x0a);
      }
      continue;
    }
    if (code === 0x1b) {
      TERMINAL_COMMAND.lastIndex = at + 1;
      if (TERMINAL_COMMAND.test(text)) {
        rewriter.remove(at, TERMINAL_COMMAND.lastIndex);
        at = TERMINAL_COMMAND.lastIndex - 1;
        continue;
      }
    }
    const plain = plainCode(code);
    if (plain === code) continue;
    if (plain === REMOVED) rewriter.remove(at, at + 1);
    else rewriter.exchange(at, plain);
  }
  return rewriter.finish();
}

function plainCode(code: number): number {
  if (code < SPACE || code === 0x7f) return SPACE;
  if (code < 0xa0) return code;
  if (code < 0x2000) {
    if (code === 0xa0 || code === 0x1680) return SPACE;
    return code === 0xad ? REMOVED : code;
  }
  if (code <= 0x200a || code === 0x202f || code === 0x205f || code === 0x3000) return SPACE;
  if (code <= 0x200f || code === 0x2060 || code === 0xfeff) return REMOVED;
  if (code === 0x2033 || (code >= 0x201c && code <= 0x201f)) return 0x22;
  if (code === 0x2032 || (code >= 0x2018 && code <= 0x201b)) return 0x27;
  return code;
}
