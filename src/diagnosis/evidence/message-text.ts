/** The longest message that evidence keeps, in UTF-16 units. */
export const MESSAGE_LIMIT = 600;

/** What is read before masking and cutting, so that every pattern here works on a bounded text. */
const READ_LIMIT = 4096;

const NAMED_SECRET =
  /\b(client_?secret|refresh_?token|access_?token|id_?token|client_?assertion|assertion|code_?verifier|device_?code|authtoken|password|passwd|pwd|sig|cookie)(["']?\s{0,3}[=:]\s{0,3}["']?)(?![\s"'(*])([^\s"'&,;)}]{6,})/gi;
const CODE_PARAMETER = /([?&]code=)[^\s"'&#]{16,}/gi;
const AUTHORIZATION = /\b(bearer|basic|negotiate) {1,3}[A-Za-z0-9+/_.=-]{20,}/gi;
/** Entra marks the secrets that it makes: three characters, a digit, `Q~`. */
const ENTRA_SECRET = /[A-Za-z0-9_.~-]{3}\dQ~[A-Za-z0-9_.~-]{8,}/g;
const COMPACT_JWS = /\bey[JI][A-Za-z0-9_-]{8,}(?:\.[A-Za-z0-9_-]*){0,4}/g;
const OPAQUE_TOKEN =
  /\b(?:Ew[A-D][A-Za-z0-9+/=]{30,}|[01]\.A[A-Za-z0-9_.-]{24,}|M\.[A-Z]\d{1,4}_[A-Za-z0-9_.!*$-]{10,})/g;
const GUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}/i;

/**
 * A message as evidence keeps it: one line, at most {@link MESSAGE_LIMIT} characters, no credential in it.
 * Correlation ids, thumbprints and addresses stay: the fix needs them.
 *
 * @param raw - any text of the paste
 */
export function messageText(raw: string): string {
  const read = raw.length > READ_LIMIT ? raw.slice(0, READ_LIMIT) : raw;
  const said = masked(spaced(read)).trim();
  const line = UNEVEN.test(said) ? said.replace(/\s{2,}|[^\S ]/g, ' ') : said;
  return line.length > MESSAGE_LIMIT ? line.slice(0, MESSAGE_LIMIT) : line;
}

/** White space that one line does not have: breaks and runs. */
const UNEVEN = /[^\S ]| {2}/;

/** A sentence in form encoding has a plus sign between its words; base64 has no such run of words. */
const PLUS_BETWEEN_WORDS = /(?<=[a-z.,:;'")}])\+(?=[A-Za-z'"({[])/g;

function spaced(text: string): string {
  if (!text.includes('+')) return text;
  return (text.match(PLUS_BETWEEN_WORDS)?.length ?? 0) >= 3 ? text.replaceAll('+', ' ') : text;
}

/** In lower case: what every match of the pattern beside it holds. Most messages hold none, and most patterns are dear. */
const NAMED_MARK = /(?:secret|token|assertion|verifier|code|password|passwd|pwd|sig|cookie)["']?\s{0,3}[=:]/;
const AUTHORIZATION_MARK = /(?:bearer|basic|negotiate) /;
const OPAQUE_MARK = /Ew[A-D]|[01]\.A|M\.[A-Z]\d/;

function masked(text: string): string {
  const lower = text.toLowerCase();
  let out = text;
  if (NAMED_MARK.test(lower)) out = out.replace(NAMED_SECRET, '$1$2…').replace(CODE_PARAMETER, '$1…');
  if (text.includes('eyJ') || text.includes('eyI')) out = out.replace(COMPACT_JWS, '…');
  if (AUTHORIZATION_MARK.test(lower)) out = out.replace(AUTHORIZATION, '$1 …');
  if (text.includes('Q~')) out = out.replace(ENTRA_SECRET, '…');
  if (OPAQUE_MARK.test(text)) out = out.replace(OPAQUE_TOKEN, '…');
  return withoutRandomRuns(out);
}

const LONG = 40;
const RUN_CHARACTER = new Uint8Array(128);
for (const character of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_~+/=-') {
  RUN_CHARACTER[character.charCodeAt(0)] = 1;
}

/** A run of forty characters covers every fortieth place, so few of them are looked at. */
function withoutRandomRuns(text: string): string {
  let out = '';
  let copied = 0;
  let floor = 0;
  for (let probe = LONG - 1; probe < text.length; probe = floor + LONG - 1) {
    let start = probe;
    while (start >= floor && RUN_CHARACTER[text.charCodeAt(start)] === 1) start -= 1;
    let end = probe + 1;
    while (start < probe && end < text.length && RUN_CHARACTER[text.charCodeAt(end)] === 1) end += 1;
    floor = end;
    if (end - start - 1 < LONG || !looksRandom(text.slice(start + 1, end))) continue;
    out += `${text.slice(copied, start + 1)}…`;
    copied = end;
  }
  return copied === 0 ? text : out + text.slice(copied);
}

/** Generated text mixes cases and digits without a break; paths, GUIDs and hexadecimal thumbprints do not. */
function looksRandom(run: string): boolean {
  if (GUID.test(run) || !/[a-z]/.test(run) || !/[A-Z]/.test(run) || !/\d/.test(run)) return false;
  return run.split('/').some((part) => part.length >= 24 && /\d/.test(part));
}
