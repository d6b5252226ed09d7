/**
 * JSON with nothing but ASCII in it (RFC 8259, section 7): a string of one byte a character is copied between threads
 * and written to the socket in a fraction of the time.
 */
export function asciiJson(json: string): string {
  BEYOND_ASCII.lastIndex = 0;
  let run = BEYOND_ASCII.exec(json);
  if (run === null) return json;
  // The pieces between; a callback for each character takes three times as long.
  let ascii = '';
  let from = 0;
  for (; run !== null; run = BEYOND_ASCII.exec(json)) {
    ascii += json.slice(from, run.index) + escaped(run[0]);
    from = BEYOND_ASCII.lastIndex;
  }
  return oneByteEach(ascii + json.slice(from));
}

/**
 * The same ASCII text with one byte a character. A piece of a text that holds one character beyond Latin-1 takes two
 * bytes for each of its own, and so does everything that it is put into.
 */
export function oneByteEach(ascii: string): string {
  return Buffer.from(ascii, 'latin1').toString('latin1');
}

const BEYOND_ASCII = /[\u007f-\uffff]+/g;

/** Joined, as a text of another script is one long run: adding piece to piece makes a string of thousands of parts. */
function escaped(run: string): string {
  if (run.length === 1) return escapedUnit(run.charCodeAt(0));
  const units: string[] = [];
  for (let index = 0; index < run.length; index += 1) units.push(escapedUnit(run.charCodeAt(index)));
  return units.join('');
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

function escapedUnit(unit: number): string {
  return `\\u${HEX[unit >> 8]}${HEX[unit & 0xff]}`;
}

/** A text as a string of JSON in ASCII. */
export function quoted(text: string): string {
  return TO_ESCAPE.test(text) ? asciiJson(JSON.stringify(text)) : `"${text}"`;
}

const TO_ESCAPE = /[^ !#-[\]-~]/;

/** Whether the same JSON takes at most so many bytes in UTF-8, without the escapes that only ASCII needs. */
export function fitsInUtf8(ascii: string, bytes: number): boolean {
  // No character takes more bytes than its escape: most cards need no counting.
  if (ascii.length <= bytes) return true;
  let spared = 0;
  let at = ascii.indexOf('\\');
  while (at !== -1 && at - spared <= bytes) {
    const unit = escapedAt(ascii, at);
    if (isHigh(unit) && isLow(escapedAt(ascii, at + ESCAPE))) {
      spared += 2 * ESCAPE - 4;
      at += ESCAPE;
    } else spared += sparedBy(unit);
    at = ascii.indexOf('\\', at + (unit === NONE ? 2 : ESCAPE));
  }
  return ascii.length - spared <= bytes;
}

const ESCAPE = '\\u0000'.length;
const U = 0x75;

/** Controls and halves of surrogate pairs stay escaped (well-formed JSON.stringify). */
function sparedBy(unit: number): number {
  if (unit < 0x7f || isHigh(unit) || isLow(unit)) return 0;
  return ESCAPE - (unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3);
}

const NONE = -1;

/** The unit whose escape begins here. Read digit by digit: hostile texts have tens of thousands. */
function escapedAt(ascii: string, at: number): number {
  if (ascii.charCodeAt(at) !== 0x5c || ascii.charCodeAt(at + 1) !== U) return NONE;
  let unit = 0;
  for (let digit = at + 2; digit < at + ESCAPE; digit += 1) {
    const code = ascii.charCodeAt(digit);
    unit = unit * 16 + (code > 0x39 ? code - 0x57 : code - 0x30);
  }
  return unit;
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00;
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit < 0xe000;
}
