import { withoutTrailing } from '../../text/without-trailing.ts';

/** A claim as it stands in a text that is no token: `"aud": "…"`, `'scp': '…'`, `aud: …`, `roles = […]`. */
export interface ClaimPair {
  readonly name: string;
  readonly value: string | number | readonly string[];
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
  /** Whether the name stood in quotes, as in JSON or a Python dictionary. */
  readonly quoted: boolean;
}

const NAMES =
  'aud|iss|iat|nbf|exp|scp|roles|appid|azp|appidacr|azpacr|app_displayname|tid|oid|sub|ver|idtyp|upn|unique_name|preferred_username|name|email|emails|idp|acr|acrs|amr|wids|xms_cc|nonce|tfp|at_hash|c_hash|alg|typ|kid|x5t|enc';
const PAIR = new RegExp(
  `(?<![\\w?&$-]|(?<!\\b(?:token|claims|payload|jwt))\\.)(["'\`]?)(${NAMES})\\1(?:[ \\t]{0,8}(?::|=>?|→|->)|[ \\t](?=[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-))[ \\t]{0,8}(?:\\r?\\n[ \\t]{0,40}(?=["'[]|https?:))?` +
    `(?:b?"([^"\\n]{0,4000})"|b?'([^'\\n]{0,4000})'|\\[([^\\]]{0,4000})(?:\\]|$)|(-?\\d{1,13}(?![\\w.-]))|([^\\s"'\`{}[\\],;|)→]{1,400}(?: [A-Za-z]{2,40}\\.[\\w./:]{2,80}| (?:openid|profile|email|offline_access)(?![\\w.])){0,60}))`,
  'g',
);

/** Further permissions behind the first, as people write a list: `roles: Mail.Read, User.Read.All and full_access_as_app`. */
const FURTHER =
  /(?:(?:[,;]|,? and|[ \t]\+)[ \t]{0,2}(?:[A-Z][A-Za-z-]{1,40}(?:\.[A-Z][A-Za-z]{1,40}){1,3}|full_access_as_app|openid|profile|email|offline_access)(?!\.?\w)){1,60}/y;

/** All claims of a text, in order. Linear: every part of the pattern is bounded. */
export function claimPairs(text: string): ClaimPair[] {
  const pairs: ClaimPair[] = [];
  for (const match of text.matchAll(PAIR)) {
    const name = match[2]!;
    const valueEnd = match.index + match[0].length;
    const value = claimValue(match, text.charAt(valueEnd) === '→');
    if (value === undefined) continue;
    const further =
      typeof value === 'string' && match[7] !== undefined && (name === 'scp' || name === 'roles')
        ? furtherPermissions(text, valueEnd)
        : '';
    pairs.push({
      name,
      value: further === '' ? value : `${value}${further.replaceAll(/ and |[;+]/g, ' ')}`,
      start: match.index,
      end: valueEnd + further.length,
      quoted: match[1] !== '',
    });
    if (pairs.length >= 600) break;
  }
  return pairs;
}

function furtherPermissions(text: string, at: number): string {
  FURTHER.lastIndex = at;
  return FURTHER.exec(text)?.[0] ?? '';
}

/** Items of a list that lost their line breaks: `aud→ https://graph.microsoft.comscp→ …`. */
const GLUED_NAME = new RegExp(`(?:${NAMES})$`);

function claimValue(match: RegExpMatchArray, beforeArrow: boolean): ClaimPair['value'] | undefined {
  const string = match[3] ?? match[4];
  if (string !== undefined) return string;
  if (match[5] !== undefined) return elements(match[5]);
  if (match[6] !== undefined) return Number(match[6]);
  const written = beforeArrow ? match[7]?.replace(GLUED_NAME, '') : match[7];
  const bare = written === undefined ? undefined : withoutTrailing(written, '.:');
  return bare === undefined || bare === '' || /^(?:null|none|true|false)$/i.test(bare) ? undefined : bare;
}

function elements(list: string): string[] {
  return list
    .split(',')
    .map((item) => item.trim().replace(/^["'`]|["'`]$/g, ''))
    .filter((item) => item !== '');
}
