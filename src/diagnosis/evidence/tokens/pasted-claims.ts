import { literalList } from '../../text/literal-filter.ts';
import { holdsOneOf, mayHoldOneOf } from '../../text/literal-places.ts';
import type { MappedText } from '../../text/mapped-text.ts';
import type { TokenEvidence } from '../evidence.ts';
import { type ClaimPair, claimPairs } from './claim-pairs.ts';
import { numericDate, tokenClaims } from './token-claims.ts';
import { toldClaims } from './told-claims.ts';

/** A name with what follows it before a value: «iss» and «exp» alone begin every second word of an error. */
const MARKS = literalList(
  ['aud', 'iss', 'scp', 'roles', 'idtyp', 'alg', 'exp', 'nbf'].flatMap((name) =>
    [' ', '\t', ':', '=', '"', "'", '`', '→', '-'].map((behind) => `${name}${behind}`),
  ),
);
/** Whole words: «miss:» is none. */
const MARK = /\b(?:aud|iss|scp|roles|idtyp|alg|exp|nbf)\b/;
/** Claims by their names in words. */
const WORDS = literalList(
  ['audience', 'issuer'].flatMap((word) => [
    `${word} is `,
    `${word} in `,
    `${word} of `,
    `${word} claim`,
    `${word} api://`,
    `${word} https://`,
  ]),
);
const FARTHEST = 900;
const HEADER_NAMES: ReadonlySet<string> = new Set(['alg', 'typ', 'kid', 'x5t', 'enc']);

/** Payloads and headers that were pasted decoded: JSON, a Python dictionary, a copy from jwt.ms, lines of claims. */
export function pastedClaims(text: MappedText): TokenEvidence[] {
  const named = holdsOneOf(text, MARKS) && MARK.test(text.lower);
  if (!named && !mayHoldOneOf(text, WORDS)) return [];
  const groups = grouped(text.text, inOrder(claimPairs(text.text), toldClaims(text.text)));
  const found: TokenEvidence[] = [];
  let header: Group | null = null;
  for (const group of groups) {
    if (group.isHeader) {
      if (header !== null) found.push(evidence(text, header, null));
      header = group.quoted ? group : null;
      continue;
    }
    if (!isPayload(group)) continue;
    const near = header !== null && group.start - header.end < 400 ? header : null;
    if (header !== null && near === null) found.push(evidence(text, header, null));
    found.push(evidence(text, near, group));
    header = null;
  }
  if (header !== null) found.push(evidence(text, header, issuerLine(text.text)));
  return found;
}

/** What both readings found at one place is taken from the first. */
function inOrder(pairs: readonly ClaimPair[], told: readonly ClaimPair[]): readonly ClaimPair[] {
  if (told.length === 0) return pairs;
  const more = told.filter(({ start, end }) => !pairs.some((pair) => pair.start < end && start < pair.end));
  return [...pairs, ...more].sort((one, other) => one.start - other.start);
}

interface Group {
  readonly pairs: readonly ClaimPair[];
  readonly start: number;
  readonly end: number;
  readonly isHeader: boolean;
  readonly quoted: boolean;
}

/** Behind a comma an object goes on, however many empty lines a chat or a terminal put between its lines. */
const GOES_ON = /^["'\]]{0,2}[ \t]{0,8},/;

function grouped(text: string, pairs: readonly ClaimPair[]): Group[] {
  const groups: Group[] = [];
  let open: ClaimPair[] = [];
  const close = (): void => {
    if (open.length === 0) return;
    const isHeader =
      open.some(({ name }) => name === 'alg') && open.every(({ name }) => HEADER_NAMES.has(name) || name === 'nonce');
    groups.push({
      pairs: open,
      start: open[0]!.start,
      end: open.at(-1)!.end,
      isHeader,
      quoted: open.every((pair) => pair.quoted),
    });
    open = [];
  };
  for (const pair of pairs) {
    const last = open.at(-1);
    if (last !== undefined) {
      const gap = text.slice(last.end, Math.min(pair.start, last.end + FARTHEST));
      const apart =
        pair.start - last.end >= FARTHEST ||
        /\}[^{}\w]{0,40}\{/.test(gap) ||
        (/\n[ \t]*\n/.test(gap) && !GOES_ON.test(gap)) ||
        HEADER_NAMES.has(pair.name) !== isHeaderSoFar(open, pair);
      if (apart || open.some(({ name }) => name === pair.name)) close();
    }
    open.push(pair);
  }
  close();
  return groups;
}

/** A nonce belongs to whatever it stands in; every other name tells a header from a payload. */
function isHeaderSoFar(open: readonly ClaimPair[], next: ClaimPair): boolean {
  if (next.name === 'nonce') return HEADER_NAMES.has(next.name);
  return open.some(({ name }) => HEADER_NAMES.has(name));
}

/** Years 2014 to 2042: a length of life, or an amount, is none. */
function isInstant(value: string): boolean {
  const at = numericDate(value) ?? 0;
  return at >= 1_400_000_000 && at < 2_300_000_000;
}

/** One claim that names an API, an issuer, a permission or an end of life makes a payload, when its value reads like one. */
function isPayload(group: Group): boolean {
  return group.pairs.some(({ name, value, quoted }) => {
    const first = typeof value === 'object' ? (value[0] ?? '') : String(value);
    switch (name) {
      case 'aud':
        return (
          /^(?:https?:\/\/|api:\/\/|[0-9a-f]{8}-[0-9a-f]{4}-|spn:)/i.test(first) || (quoted && group.pairs.length > 2)
        );
      case 'iss':
        return /^https:\/\//i.test(first);
      case 'scp':
        return (
          /^(?:[A-Za-z]{2,40}\.[A-Za-z]{2,}|openid|profile|email|offline_access|[a-z]+_[a-z_]+$|(?:user|access)_)/.test(
            first,
          ) ||
          (quoted && group.pairs.length > 2)
        );
      case 'roles':
        return /^[A-Za-z]{2,40}\.[A-Za-z]{2,}|^full_access_as_app$/.test(first) || (group.pairs.length > 3 && quoted);
      case 'idtyp':
        return first === 'app' || first === 'user';
      case 'exp':
      case 'nbf':
        return isInstant(first);
      default:
        return false;
    }
  });
}

function evidence(text: MappedText, header: Group | null, payload: Group | null): TokenEvidence {
  const start = header?.start ?? payload!.start;
  const end = payload !== null && payload.end > start ? payload.end : header!.end;
  const headerObject = header === null ? {} : object(header.pairs);
  return {
    kind: 'token',
    format: 'claims',
    header: headerObject,
    claims: tokenClaims(payload === null ? {} : object(payload.pairs), headerObject),
    sent: false,
    field: payload === null ? null : fieldBefore(text.lower, start),
    truncated: false,
    span: text.spanOf(start, end),
  };
}

function object(pairs: readonly ClaimPair[]): Record<string, unknown> {
  return Object.fromEntries(pairs.map(({ name, value }) => [name, value]));
}

const FIELD = /\b(access|id)[_ -]?token\b[^{}\n]{0,40}\n?[^{}\n]{0,40}\{?[^{}\n]{0,40}\n?[^{}\n]{0,120}$/;

/** «decoded access token: {…}», `id_token claims = {…}` */
function fieldBefore(lower: string, start: number): string | null {
  const match = FIELD.exec(lower.slice(Math.max(0, start - 120), start));
  return match === null ? null : `${match[1]}_token`;
}

const ISSUER_LINE =
  /^[ \t*-]{0,8}issuer[ \t]{0,4}[:=][ \t]{0,4}["']?(https:\/\/(?:sts\.windows\.net|login\.)[^\s"',]{1,200})/m;

/** Beside a pasted header a line «issuer: https://sts.windows.net/…» is the token's issuer, not a setting. */
function issuerLine(text: string): Group | null {
  const match = ISSUER_LINE.exec(text);
  if (match === null) return null;
  const end = match.index + match[0].length;
  const pair: ClaimPair = { name: 'iss', value: match[1]!, start: match.index, end, quoted: false };
  return { pairs: [pair], start: match.index, end, isHeader: false, quoted: false };
}
