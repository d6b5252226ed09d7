import { type Literal, literal } from '../text/literal-filter.ts';
import type { Reader, Views } from '../text/views.ts';
import { decodeClaimsChallenge } from './claims-challenge.ts';
import type { ChallengeEvidence } from './evidence.ts';
import { beforeInLine, headerValueStart, lineEnd } from './header-value.ts';
import { MOST_ITEMS, placesOf } from './occurrences.ts';
import { type Challenge, parseChallenges } from './www-authenticate/grammar.ts';
import { readPastedChallenges } from './www-authenticate/pasted-challenges.ts';
import { CHALLENGE_PARAMETERS } from './www-authenticate/schemes.ts';

interface Range {
  readonly start: number;
  readonly end: number;
}

const WWW = literal('www');
const BEARER = literal('bearer');
const BASIC = literal('basic');
const HEADER_NAME = /www[-_ ]?authenticate/y;
const BARE_PARAMETER = /[ \t]{1,8}([A-Za-z_]{4,20})[ \t]{0,2}=(?!=)/y;
// A following line that goes on with the value: obs-fold of RFC 9112, section 5.2, and hard wraps.
const FOLDED_LINE = /\r?\n[ \t]{1,80}(?:[A-Za-z][\w-]{0,60}[ \t]{0,2}=|(?:bearer|basic|pop|negotiate|ntlm|digest)\b)/iy;

// Mail breaks lines between two parameters: then a comma ends the one, and a name with a quoted value begins the other.
const BEHIND_COMMA = /\r?\n[A-Za-z][\w-]{0,60}[ \t]{0,2}=[ \t]{0,2}["']/y;

/**
 * Reads WWW-Authenticate challenges: by RFC 9110, section 11 where the header stands as it was sent, and by the
 * forgiving rules of pasted text elsewhere, which `lenient` then says. Challenges without their header's name are read
 * too, where a parameter that only challenges have follows the scheme.
 */
export const readChallenges: Reader<ChallengeEvidence> = (views) => {
  const { lower } = views.text;
  const found: ChallengeEvidence[] = [];
  const ranges: Range[] = [];
  let done = 0;
  for (const at of placesOf(views.text, WWW)) {
    if (found.length >= MOST_ITEMS) break;
    if (at < done) continue;
    HEADER_NAME.lastIndex = at;
    if (!HEADER_NAME.test(lower)) continue;
    const value = headerValueStart(views.text.text, HEADER_NAME.lastIndex);
    if (value === -1) continue;
    done = readHeader(views, at, value, found);
    if (done > value) ranges.push({ start: value, end: done });
  }
  readBare(views, BEARER, ranges, found);
  readBare(views, BASIC, ranges, found);
  return found.sort((a, b) => a.span.start - b.span.start).slice(0, MOST_ITEMS);
};

/** Reads one header's value into `found`; returns where it ended. */
function readHeader(views: Views, name: number, value: number, found: ChallengeEvidence[]): number {
  const { text } = views.text;
  const end = lineEnd(text, value);
  const isFieldLine =
    beforeInLine(text, name, 40).trim() === '' && /^[^:\n]{0,20}:[ \t]*$/.test(text.slice(name, value));
  // Single quotes are token characters to the grammar, and somebody's quoting in a paste.
  if (isFieldLine && !goesOn(text, value, end) && !text.slice(value, end).includes("='")) {
    const strict = readStrictly(views, value, end);
    if (strict !== undefined) {
      found.push(...strict);
      return end;
    }
  }
  const { challenges, end: read } = readPastedChallenges(text, value);
  for (const challenge of challenges)
    found.push(evidenceOf(challenge, views.text.spanOf(challenge.start, challenge.end), true));
  return Math.max(read, value);
}

/** Whether the value goes on in the line below. */
function goesOn(text: string, value: number, end: number): boolean {
  FOLDED_LINE.lastIndex = end;
  if (FOLDED_LINE.test(text)) return true;
  BEHIND_COMMA.lastIndex = end;
  return BEHIND_COMMA.test(text) && text.slice(value, end).trimEnd().endsWith(',');
}

/** The grammar on the person's own characters first: there a quoted pair still has its backslash. */
function readStrictly(views: Views, value: number, end: number): ChallengeEvidence[] | undefined {
  const own = views.text.spanOf(value, end);
  const sent = parseChallenges(views.paste.slice(own.start, own.end).trimEnd());
  if (sent !== undefined) {
    return sent.map((challenge) =>
      evidenceOf(challenge, { start: own.start + challenge.start, end: own.start + challenge.end }, false),
    );
  }
  return parseChallenges(views.text.text.slice(value, end).trimEnd())?.map((challenge) =>
    evidenceOf(challenge, views.text.spanOf(value + challenge.start, value + challenge.end), false),
  );
}

/** Challenges without a header name: `Bearer realm="", error="invalid_token"` wherever it stands. */
function readBare(views: Views, scheme: Literal, known: readonly Range[], found: ChallengeEvidence[]): void {
  const { text } = views.text;
  let range = 0;
  let done = 0;
  for (const at of placesOf(views.text, scheme)) {
    while (range < known.length && (known[range]?.end ?? 0) <= at) range++;
    if (at < done || (known[range]?.start ?? text.length) <= at) continue;
    BARE_PARAMETER.lastIndex = at + scheme.text.length;
    const parameter = BARE_PARAMETER.exec(text)?.[1];
    if (parameter === undefined || !CHALLENGE_PARAMETERS.has(parameter.toLowerCase())) continue;
    if (/[\w-]/.test(text[at - 1] ?? ' ')) continue;
    const { challenges, end } = readPastedChallenges(text, at);
    for (const challenge of challenges) {
      if (found.length >= 2 * MOST_ITEMS) return;
      found.push(evidenceOf(challenge, views.text.spanOf(challenge.start, challenge.end), true));
    }
    done = Math.max(end, at + 1);
  }
}

function evidenceOf(challenge: Challenge, span: ChallengeEvidence['span'], lenient: boolean): ChallengeEvidence {
  const encoded = challenge.parameters.claims;
  const claims = encoded === undefined ? undefined : decodeClaimsChallenge(encoded);
  return {
    kind: 'challenge',
    span,
    scheme: challenge.scheme,
    parameters: challenge.parameters,
    lenient,
    ...(claims === undefined ? {} : { claims }),
  };
}
