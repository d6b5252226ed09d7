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
  return ascii + json.slice(from);
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
  // No character takes more bytes than its escape, and none saves more than five of six: most need no counting.
  if (ascii.length <= bytes) return true;
  if (ascii.length > 6 * bytes) return false;
  return Buffer.byteLength(JSON.stringify(JSON.parse(ascii))) <= bytes;
}
