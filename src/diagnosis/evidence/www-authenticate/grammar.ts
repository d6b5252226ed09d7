import { parameterName } from './schemes.ts';

/** One challenge, with the offsets it has in the text that was parsed. */
export interface Challenge {
  /** Lower case. */
  readonly scheme: string;
  /** Names in lower case, values unescaped. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly start: number;
  readonly end: number;
}

const TOKEN = /[!#$%&'*+\-.^_`|~0-9A-Za-z]+/y;
const TOKEN68 = /[A-Za-z0-9\-._~+/]+=*/y;
const EMPTY_ELEMENTS = /[ \t,]*/y;

/**
 * Parses a WWW-Authenticate field value by the grammar of RFC 9110, section 11: several challenges in one field,
 * token68, quoted strings with quoted pairs, empty list elements. A new challenge starts at a token that is not
 * followed by `=`.
 *
 * A `token68` is passed over: for Negotiate and NTLM it is part of a handshake and nobody's evidence.
 *
 * @returns the challenges, or `undefined` where the value does not follow the grammar. It never guesses.
 */
export function parseChallenges(value: string): Challenge[] | undefined {
  const challenges: Challenge[] = [];
  let at = skip(EMPTY_ELEMENTS, value, 0);
  while (at < value.length) {
    const start = at;
    const scheme = match(TOKEN, value, at);
    if (scheme === undefined) return undefined;
    at += scheme.length;
    const parameters: Record<string, string> = {};
    let end = at;
    const afterSpaces = skipSpaces(value, at);
    if (afterSpaces > at && afterSpaces < value.length && value[afterSpaces] !== ',') {
      at = afterSpaces;
      const blob = match(TOKEN68, value, at);
      if (blob !== undefined && endsElement(value, at + blob.length)) {
        at += blob.length;
        end = at;
      } else {
        const read = parseParameters(value, at, parameters);
        if (read === undefined) return undefined;
        at = read;
        end = read;
      }
    }
    challenges.push({ scheme: scheme.toLowerCase(), parameters, start, end });
    at = skipSpaces(value, at);
    if (at < value.length && value[at] !== ',') return undefined;
    at = skip(EMPTY_ELEMENTS, value, at);
  }
  return challenges.length === 0 ? undefined : challenges;
}

/** Reads `#auth-param` from `at`; returns where it ended, before the comma that leads to the next challenge. */
function parseParameters(value: string, at: number, into: Record<string, string>): number | undefined {
  let end = at;
  let next = at;
  for (;;) {
    const name = match(TOKEN, value, next);
    if (name === undefined) return next === at ? undefined : end;
    let cursor = skipBlanks(value, next + name.length);
    // Not followed by `=`: the scheme of the next challenge.
    if (value[cursor] !== '=') return next === at ? undefined : end;
    cursor = skipBlanks(value, cursor + 1);
    let content: string | undefined;
    if (value[cursor] === '"') {
      const string = parseQuotedString(value, cursor);
      if (string === undefined) return undefined;
      content = string.content;
      cursor = string.end;
    } else {
      content = match(TOKEN, value, cursor);
      if (content === undefined) return undefined;
      cursor += content.length;
    }
    const key = parameterName(name);
    // A parameter name may occur only once in a challenge (RFC 9110, 11.2).
    if (Object.hasOwn(into, key) || key === '__proto__') return undefined;
    into[key] = content;
    end = cursor;
    if (!endsElement(value, cursor)) return undefined;
    const comma = skipBlanks(value, cursor);
    if (comma >= value.length) return end;
    next = skip(EMPTY_ELEMENTS, value, comma);
    if (next >= value.length) return end;
  }
}

function parseQuotedString(value: string, open: number): { content: string; end: number } | undefined {
  let content = '';
  let from = open + 1;
  for (let at = from; at < value.length; at++) {
    const code = value.charCodeAt(at);
    if (code === 0x22) return { content: content + value.slice(from, at), end: at + 1 };
    if (code === 0x5c) {
      if (at + 1 >= value.length) return undefined;
      content += value.slice(from, at) + value[at + 1];
      at++;
      from = at + 1;
    } else if ((code < 0x20 && code !== 9) || code === 0x7f) {
      return undefined;
    }
  }
  return undefined;
}

function endsElement(value: string, at: number): boolean {
  const next = skipBlanks(value, at);
  return next >= value.length || value[next] === ',';
}

function match(pattern: RegExp, value: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(value)?.[0];
}

function skip(pattern: RegExp, value: string, at: number): number {
  pattern.lastIndex = at;
  pattern.test(value);
  return Math.max(at, pattern.lastIndex);
}

function skipSpaces(value: string, at: number): number {
  let end = at;
  while (value.charCodeAt(end) === 0x20) end++;
  return end;
}

function skipBlanks(value: string, at: number): number {
  let end = at;
  while (value.charCodeAt(end) === 0x20 || value.charCodeAt(end) === 9) end++;
  return end;
}
