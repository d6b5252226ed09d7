import { withoutTrailing } from '../../text/without-trailing.ts';
import { occurrences } from '../occurrences.ts';
import type { ClaimPair } from './claim-pairs.ts';

/** At most sixty names of permissions, as a list is written in a sentence. */
const PERMISSION =
  '(?:[A-Z][A-Za-z]{1,40}(?:\\.[A-Z][A-Za-z]{1,40}){1,3}|openid|profile|email|offline_access)(?![\\w.]*\\w)';
const PERMISSIONS = `${PERMISSION}["'\`]?(?:(?:,? and |, ?| {1,2})["'\`]?${PERMISSION}["'\`]?){0,60}`;

/** NumericDate of RFC 7519, section 2, or as debuggers of tokens print it. */
const INSTANT =
  '(?:1[4-9]|2[0-2])\\d{8}(?![\\w.-])|20\\d\\d-[01]\\d-[0-3]\\d[T ][0-2]\\d:[0-5]\\d(?::[0-5]\\d)?(?:\\.\\d{1,7})?(?:Z|[+-]\\d\\d:?\\d\\d)';

/** What the values of a claim look like: anything else behind its name is a sentence about it. */
const SHAPES: Readonly<Record<string, string>> = {
  aud: '(?:https?://|api://|spn:)[^\\s"\'`<>{}|,;)]{3,200}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}',
  iss: 'https://[^\\s"\'`<>{}|,;)]{3,200}',
  scp: PERMISSIONS,
  roles: PERMISSIONS,
  idtyp: '(?:app|user)(?![\\w.])',
  exp: INSTANT,
  nbf: INSTANT,
};

const OF_THE_TOKEN =
  '(?: (?:claims?|value|field|property)){0,2}(?: (?:in|of|on|inside|from) (?:(?:my|the|this|our|that|its|decoded|access|graph|jwt|bearer|app-only) ){0,4}(?:token|jwt|it))?';
const TELLS =
  '(?: (?:still|always|only|just|actually))? (?:is|was|are|were|shows?|says?|contains?|holds?|has|reads?|includes?|equals|=)(?: (?:only|just|still|set to|equal to|actually))?';
const OUR_ID = "(?:(?:my|our|the) (?:own )?(?:app(?:lication)?(?:'s)? )?(?:client |app(?:lication)? )?id,? ?\\(?)?";

/** «my token only has User.Read», «the access token contains just Mail.Read» */
const TOKEN_HOLDS = new RegExp(
  `token(?: (?:that )?(?:i|we) (?:get|got|receive))?(?: (?:only|just|still))? (?:has|have|had|contains?|holds?|shows?|includes?|comes? with)(?: (?:only|just|the|scopes?|permissions?)){0,3} ["'\`]?(${PERMISSIONS})`,
  'y',
);

const READERS: readonly { readonly name: string; readonly pattern: RegExp }[] = Object.entries(SHAPES).map(
  ([name, shape]) => ({
    name,
    pattern: new RegExp(
      `${name}["'\`]?(?:${OF_THE_TOKEN}${TELLS} ${OUR_ID}|(?: (?!not\\b|no\\b|should|must|needs?\\b|expected)(?:jwt\\.(?:ms|io)|[A-Za-zäöüéè]{2,16})){0,4} ?[:=] ?\\[?| (?:claim )?\\[?)["'\`]?(${shape})`,
      'y',
    ),
  }),
);

/** Claims by their names in words. They are the token's where a token stands before or behind them. */
const WORDS: readonly { readonly word: string; readonly name: 'aud' | 'iss'; readonly pattern: RegExp }[] = [
  { word: 'audience', name: 'aud' },
  { word: 'issuer', name: 'iss' },
].map(({ word, name }) => ({
  word,
  name: name as 'aud' | 'iss',
  pattern: new RegExp(`${word}(?: claim)?(?:${OF_THE_TOKEN}${TELLS} | of | )["'\`]?(${SHAPES[name]})`, 'y'),
}));
const OF_A_TOKEN =
  /\b(?:token|jwt)(?:'s)?(?: (?:that|which|i|we|get|got|has|is|the|an|with|sent|comes|came|shows)){0,4}[,:]? (?:the |an |its )?$/i;

/** «the expected aud is …» tells what it should be. */
const WANTED =
  /\b(?:expect(?:ed|s|ing)?|correct|right|valid|want(?:ed|s)?|need(?:ed|s)?|should|must|required?|proper|accepted)\b[^.\n]{0,24}$/i;
const MOST = 40;
/** The permissions of an app-only token are roles. */
const APP_ONLY = /app[ -]only $/i;

/**
 * Claims as people tell them in a sentence: «jwt.ms shows scp "User.Read"», «the aud claim in my token is 00000002-…»,
 * «token roles are Calendars.Read and Mail.Read». What a claim should be, or is not, is no claim. In order.
 */
export function toldClaims(text: string): ClaimPair[] {
  const pairs: ClaimPair[] = [];
  for (const { name, pattern } of READERS) {
    for (const start of occurrences(text, name)) {
      if (pairs.length >= MOST) break;
      if (/[\w.?&$/-]/.test(text.charAt(start - 1))) continue;
      pattern.lastIndex = start;
      const value = pattern.exec(text)?.[1];
      if (value === undefined || WANTED.test(text.slice(Math.max(0, start - 40), start))) continue;
      pairs.push({
        name,
        value: name === 'scp' || name === 'roles' ? listed(value) : withoutTrailing(value, '.:'),
        start,
        end: pattern.lastIndex,
        quoted: false,
      });
    }
  }
  for (const { word, name, pattern } of WORDS) {
    for (const start of occurrences(text, word)) {
      if (pairs.length >= MOST) break;
      pattern.lastIndex = start;
      const value = pattern.exec(text)?.[1];
      if (value === undefined || WANTED.test(text.slice(Math.max(0, start - 40), start))) continue;
      const told = /token|jwt/i.test(text.slice(start, pattern.lastIndex - value.length));
      if (!told && !OF_A_TOKEN.test(text.slice(Math.max(0, start - 60), start))) continue;
      pairs.push({ name, value: withoutTrailing(value, '.:'), start, end: pattern.lastIndex, quoted: false });
    }
  }
  for (const start of occurrences(text, 'token')) {
    if (pairs.length >= MOST) break;
    TOKEN_HOLDS.lastIndex = start;
    const value = TOKEN_HOLDS.exec(text)?.[1];
    if (
      value === undefined ||
      /[\w-]/.test(text.charAt(start - 1)) ||
      APP_ONLY.test(text.slice(Math.max(0, start - 16), start))
    )
      continue;
    pairs.push({ name: 'scp', value: listed(value), start, end: TOKEN_HOLDS.lastIndex, quoted: false });
  }
  return pairs.sort((one, other) => one.start - other.start);
}

function listed(value: string): string[] {
  return value.split(/,? and |[,\s"'`]+/).filter((word) => word !== '');
}
