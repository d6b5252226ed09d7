/** A value and the offset behind it (behind the closing quote, for strings). */
export interface LooseValue {
  readonly value: string;
  readonly end: number;
}

/** How often one reading may look behind a quote to see whether it closes; shared by all objects of a text. */
export interface LookBudget {
  looks: number;
}

const STRING_LIMIT = 4096;
const SCALAR_LIMIT = 1000;

const NEXT_KEY = String.raw`["'\`]?[A-Za-z_@$][\w.@$-]{0,60}["'\`]?[ \t]{0,8}(?:[:=→])`;
/** What may follow the closing quote of a value, by the bracket that closes its object. */
const AFTER_QUOTE: Readonly<Record<string, RegExp>> = {
  '}': new RegExp(String.raw`\s{0,40}(?:$|}|,\s{0,40}(?:${NEXT_KEY}|[{}]|$)|;)|[ \t]{0,8}\n`, 'y'),
  ')': new RegExp(String.raw`\s{0,40}(?:$|\)|,\s{0,40}(?:${NEXT_KEY}|[)]|$))|[ \t]{0,8}\n`, 'y'),
  ']': /\s{0,40}(?:$|[\],])|[ \t]{0,8}\n/y,
};
/** `'first half ' +\n 'second half'`, as util.inspect prints long strings. */
const CONCATENATION = /[ \t]{0,8}\+\s{0,80}["'`]/y;
const AFTER_SCALAR = new RegExp(String.raw`[,;]\s{0,40}(?:${NEXT_KEY}|[})\]{]|$)`, 'y');

/**
 * Reads a quoted string whose inner quotes may be bare: the string ends at the first quote of its kind that is followed
 * by what follows a value. Where none is, it was cut off: it ends at the line.
 *
 * @param open - offset of the opening quote
 * @param closer - the bracket that closes the surrounding object or list
 */
export function readString(text: string, open: number, limit: number, closer: string, budget: LookBudget): LooseValue {
  const quote = text[open]!;
  const last = Math.min(limit, open + STRING_LIMIT);
  const after = AFTER_QUOTE[closer] ?? AFTER_QUOTE['}']!;
  let joined = '';
  let from = open + 1;
  let first = -1;
  for (let at = text.indexOf(quote, from); at !== -1 && at < last; ) {
    if (first === -1) first = at;
    if (budget.looks <= 0) break;
    budget.looks -= 1;
    after.lastIndex = at + 1;
    if (text[at + 1] === closer || after.test(text)) return uncut(text, joined, from, at, at + 1);
    CONCATENATION.lastIndex = at + 1;
    if (CONCATENATION.test(text)) {
      joined += text.slice(from, at);
      from = CONCATENATION.lastIndex;
      at = text.indexOf(quote, from);
    } else {
      at = text.indexOf(quote, at + 1);
    }
  }
  if (first !== -1 && joined === '') return uncut(text, '', from, first, first + 1);
  const line = text.indexOf('\n', from);
  const end = Math.max(from, line === -1 || line > last ? last : line);
  return uncut(text, joined, from, end, end);
}

/** Shorter strings are not looked through for the mark of a cut. */
const CUT_WORTH = 12;
const CUT_MARK = /\(truncated|\n[ \t]{0,8}\{\s{0,20}["']/;

/** Ends a string where it was cut: PHP's `(truncated...)`, or another object that begins on a line of its own. */
function uncut(text: string, joined: string, from: number, to: number, end: number): LooseValue {
  const tail = text.slice(from, to);
  const cut = tail.length > CUT_WORTH && (tail.includes('\n') || tail.includes('(')) ? tail.search(CUT_MARK) : -1;
  return cut === -1 ? { value: joined + tail, end } : { value: joined + tail.slice(0, cut), end: from + cut };
}

/** Reads a bare value: up to the next field, the closing bracket or the end of the line. */
export function readScalar(text: string, start: number, limit: number, closer: string): LooseValue {
  const last = Math.min(limit, start + SCALAR_LIMIT);
  let at = start;
  // `datetime.datetime(2024, 5, 1)` holds brackets and commas of its own.
  let brackets = 0;
  for (; at < last; at += 1) {
    const character = text[at]!;
    if (character === '\n') break;
    if (character === '(') brackets += 1;
    else if (brackets > 0) {
      if (character === ')') brackets -= 1;
      continue;
    }
    if (character === closer || character === '}') break;
    if (character === ',' || character === ';') {
      AFTER_SCALAR.lastIndex = at;
      if (AFTER_SCALAR.test(text) || text[at + 1] === '\n') break;
    }
  }
  return { value: text.slice(start, at).trim(), end: at };
}
