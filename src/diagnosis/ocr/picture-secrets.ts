import { isGuid } from '../secrets/placeholder.ts';
import type { Span } from '../text/span.ts';
import type { FindRepairs } from './repair.ts';

/**
 * A run of what keys and tokens are made of, up to the next stroke or full stop. A machine puts spaces and line ends into them and swaps letters, so that no
 * published form holds any more.
 */
const RUN = /[A-Za-z0-9+_~$!¢®@%-]{6,}={0,2}/g;
/** A name that says what follows; of the line below letters and the equals sign little is left. */
const NAMED =
  /(?:secret|passw[o0]rd|passwd|\bpwd|t[o0]ken|assert[il1]on|ver[il1]f[il1]er|c[o0]{1,2}k[il1]e|s[il1]gnature|\bsig|ap[il1][ _-]?key|access[ _-]?key|bearer|basic)(?:[ _-]?(?:value|string))?["'`”’]?\s{0,2}[:=;.~—–-]{0,2}\s{0,2}["'`“‘]?([^\s"'`“”‘’,;]{8,})/gi;
/** Where one of this length stands, the shorter pieces around it belong to it. */
const LONG = 24;

const BROKEN_AFTER_SCHEME = /\bbearer(\s{0,4}\n\s{0,4})$/i;

/** Credentials in what was read from a picture: masked when in doubt, and never decoded, since one letter of them is wrong. */
export const pictureSecrets: FindRepairs = (text) => {
  const runs = [...text.matchAll(RUN)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
  const places: Span[] = [];
  for (const [index, { start, end }] of runs.entries()) {
    const run = text.slice(start, end);
    if (run.length < LONG || start < (places.at(-1)?.end ?? 0) || !looksRandom(run)) continue;
    places.push({ start: runs[first(text, runs, index)]!.start, end: runs[last(text, runs, index)]!.end });
  }
  const byEnd = new Map(runs.map(({ end }, index) => [end, index]));
  for (const match of text.matchAll(NAMED)) {
    const value = match[1]!;
    if (!looksChosen(value)) continue;
    const end = match.index + match[0].length;
    const index = byEnd.get(end);
    places.push({ start: end - value.length, end: index === undefined ? end : runs[last(text, runs, index)]!.end });
  }
  return merged(text, places).map(({ start, end }) => {
    // A token that did not fit on the line is no missing token.
    const scheme = BROKEN_AFTER_SCHEME.exec(text.slice(Math.max(0, start - 16), start));
    if (scheme === null) return { kind: 'hidden', start, end, by: '[hidden]' };
    return { kind: 'hidden', start: start - scheme[1]!.length, end, by: ' [hidden]' };
  });
};

/** The last of the pieces of the same kind that follow a run, each behind a space, a line's end, a stroke or a full stop. */
function last(text: string, runs: readonly Span[], index: number): number {
  let at = index;
  while (at + 1 < runs.length && joins(text, runs[at]!, runs[at + 1]!) && isPiece(textOf(text, runs[at + 1]!))) at += 1;
  return at;
}

function first(text: string, runs: readonly Span[], index: number): number {
  let at = index;
  while (at > 0 && joins(text, runs[at - 1]!, runs[at]!) && isPiece(textOf(text, runs[at - 1]!))) at -= 1;
  return at;
}

function joins(text: string, one: Span, next: Span): boolean {
  return next.start - one.end <= 5 && /^[./]?[ \t]{0,2}\n?[ \t]{0,2}$/.test(text.slice(one.end, next.start));
}

function textOf(text: string, { start, end }: Span): string {
  return text.slice(start, end);
}

/** What was read in a picture with the credentials taken out. */
export function maskPictureSecrets(text: string): string {
  let masked = '';
  let from = 0;
  for (const { start, end } of pictureSecrets(text)) {
    masked += `${text.slice(from, start)}[hidden]`;
    from = end;
  }
  return masked + text.slice(from);
}

/** An id with letters read wrong, twice or not at all; the end may be on the next line. */
const LIKE_AN_ID = /^[A-Za-z0-9@®]{6,11}-[A-Za-z0-9@®]{3,6}-[A-Za-z0-9@®]{3,6}-/;

/** Letters of both cases and digits without words in them: not an id, not an address, not the name of a class. */
function looksRandom(run: string): boolean {
  if (/^eyJ/i.test(run)) return true;
  if (isGuid(run) || LIKE_AN_ID.test(run)) return false;
  if (!/[a-z]/.test(run) || !/[A-Z]/.test(run)) return /\d/.test(run) && /[a-z]/i.test(run) && wordShare(run) < 0.2;
  return wordShare(run) < 0.5;
}

/** The value of a named secret: it is no word, no number, no placeholder. */
function looksChosen(value: string): boolean {
  if (isGuid(value) || /^[<[{(*$%?&/\\]/.test(value)) return false;
  return /[0-9~!@$%]/.test(value) && /[A-Za-z]/.test(value) && wordShare(value) < 0.6 && !/^https?:/i.test(value);
}

/** How much of a run is made of words: pieces of three letters or more, a capital at their beginning only, with a vowel. */
function wordShare(run: string): number {
  let inWords = 0;
  for (const [word] of run.matchAll(/[A-Z]?[a-z]{3,}/g)) if (/[aeiouy]/i.test(word)) inWords += word.length;
  return inWords / run.length;
}

function isPiece(piece: string): boolean {
  return (
    !isGuid(piece) &&
    ((/[a-z]/.test(piece) && /[A-Z]/.test(piece)) || /\d/.test(piece)) &&
    /[A-Za-z]/.test(piece) &&
    wordShare(piece) < 0.5
  );
}

/** What lies between two pieces and is too short to be told. */
const BETWEEN = /^[^:=,"'{}\n]{0,12}\n?[^:=,"'{}\n]{0,4}$/;

function merged(text: string, places: readonly Span[]): Span[] {
  const one: { start: number; end: number }[] = [];
  for (const place of [...places].sort((a, b) => a.start - b.start)) {
    const last = one.at(-1);
    if (last !== undefined && (place.start <= last.end || BETWEEN.test(text.slice(last.end, place.start).slice(0, 40))))
      last.end = Math.max(last.end, place.end);
    else one.push({ ...place });
  }
  return one;
}
