import { messageText } from '../message-text.ts';

const LINE_LIMIT = 1200;
const REST_OF_LINE = /[^\n]{0,1200}/y;
const LABEL = /^["'`]?[ \t]{0,3}(?:\([^()\n]{1,120}\)[ \t]{0,2})?(?::|[–-](?= ))[ \t]{0,4}/;
const DEBUGGER = /^['"]? occurred in [\s\S]{0,200}?Additional information:[ \t]{0,4}/;
/** A following inner exception, stack frame or set of ids on the same line. */
const LINE_END =
  /\s(?:---> |at [\w.$<>]{2,200}\(|Trace ID:)|\n|<\/|["'`]\s{0,2},\s{0,2}["'`]\w{1,40}["'`]\s{0,2}:|["'`]\s?\}\s?$/;
const MESSAGE_FIELD = /\b(?:error_?)?message["'`]?\s{0,3}:\s{0,3}(["'`])([^\n]{1,600}?)\1/i;

/** What stands behind the name of a type: its message and where that ends. */
export function messageBehind(text: string, end: number): { message: string; end: number } {
  const window = text.slice(end, end + LINE_LIMIT);
  const lead = DEBUGGER.exec(window) ?? LABEL.exec(window);
  if (lead === null) {
    // «name: 'TokenExpiredError', message: 'jwt expired'»
    const field = /^(?:["'`]| ?\{)/.test(window) ? MESSAGE_FIELD.exec(window.slice(0, 700)) : null;
    return field === null
      ? { message: '', end }
      : { message: messageText(field[2]!), end: end + field.index + field[0].length };
  }
  const rest = window.slice(lead[0].length);
  const cut = rest.search(LINE_END);
  const line = cut === -1 ? rest : rest.slice(0, cut);
  return { message: messageText(line).replace(/\s\{$/, ''), end: end + lead[0].length + line.length };
}

/** The rest of the line from a sentence on. */
export function lineFrom(text: string, start: number): { message: string; end: number } {
  REST_OF_LINE.lastIndex = start;
  const line = REST_OF_LINE.exec(text)?.[0] ?? '';
  const cut = line.search(LINE_END);
  const said = cut === -1 ? line : line.slice(0, cut);
  return { message: messageText(said).replace(/(?:["'`][}\])]{0,5}|\}),?$/, ''), end: start + said.length };
}
