import type { MappedText } from '../text/mapped-text.ts';
import { ADDRESS_MARKS, addressSecrets } from './address-secrets.ts';
import { ASSERTION_MARKS, assertionSecrets } from './assertion-secrets.ts';
import { CALL_MARKS, credentialCallSecrets } from './credential-call-secrets.ts';
import { AUTHORIZATION_MARKS, authorizationSecrets, COOKIE_MARKS, cookieSecrets } from './header-secrets.ts';
import { JWK_MARKS, jwkSecrets } from './jwk-secrets.ts';
import { JWT_MARKS, jwtSecrets } from './jwt-secrets.ts';
import { MAIL_LOGIN_MARKS, mailLoginSecrets } from './mail-login-secrets.ts';
import { MarkTable } from './mark-table.ts';
import { NAME_MARKS, namedSecrets } from './named-secrets.ts';
import { POSITIONAL_MARKS, positionalSecrets } from './positional-secrets.ts';
import type { SecretHit } from './secret-hit.ts';
import { SHAPE_MARKS, shapedSecrets } from './shaped-secrets.ts';
import { ShortText } from './short-text.ts';

interface Scanner {
  /** One of these stands in every text, in lower case, in which it finds anything. */
  readonly marks: readonly string[];
  readonly scan: (source: MappedText) => readonly SecretHit[];
}

const SCANNERS: readonly Scanner[] = [
  { marks: JWT_MARKS, scan: jwtSecrets },
  { marks: NAME_MARKS, scan: namedSecrets },
  { marks: [...AUTHORIZATION_MARKS, ...MAIL_LOGIN_MARKS], scan: ofHeadersAndLogins },
  { marks: COOKIE_MARKS, scan: cookieSecrets },
  { marks: ADDRESS_MARKS, scan: addressSecrets },
  { marks: [...CALL_MARKS, ...POSITIONAL_MARKS], scan: ofCalls },
  { marks: [...SHAPE_MARKS, ...ASSERTION_MARKS, ...JWK_MARKS], scan: ofShapes },
];

function ofHeadersAndLogins(source: MappedText): readonly SecretHit[] {
  const hits = authorizationSecrets(source);
  mailLoginSecrets(source, hits);
  return hits;
}

function ofCalls(source: MappedText): readonly SecretHit[] {
  const hits = credentialCallSecrets(source);
  positionalSecrets(source, hits);
  return hits;
}

function ofShapes(source: MappedText): readonly SecretHit[] {
  const hits = shapedSecrets(source);
  assertionSecrets(source, hits);
  jwkSecrets(source, hits);
  return hits;
}

/** One of these stands between every name and its value; `→` and other white space are beyond ASCII. */
const SEPARATORS = ['=', ':', '(', '%', '-'] as const;
const MARKS = new MarkTable([...SCANNERS.map(({ marks }) => marks), SEPARATORS]);
const NAMED = 1 << SCANNERS.findIndex(({ marks }) => marks === NAME_MARKS);
const SEPARATED = 1 << SCANNERS.length;

/** All secrets of one text, unordered, overlaps included. Linear. */
export function scanSecrets(source: MappedText): SecretHit[] {
  const hits: SecretHit[] = [];
  for (const { scan } of SCANNERS) for (const hit of scan(source)) hits.push(hit);
  return hits;
}

/** The same of a name, a value or a sentence: most hold no mark at all, and only what has its own is looked for. */
export function scanShortText(text: string): SecretHit[] {
  const found = MARKS.kindsIn(text);
  // Half of the sentences of a service hold the name of a secret, and no value.
  const kinds = (found & SEPARATED) === 0 ? found & ~NAMED : found & ~SEPARATED;
  if (kinds === 0) return [];
  const source = new ShortText(text);
  const hits: SecretHit[] = [];
  for (let index = 0; index < SCANNERS.length; index += 1) {
    if (((kinds >>> index) & 1) === 0) continue;
    for (const hit of SCANNERS[index]!.scan(source)) hits.push(hit);
  }
  return hits;
}

/** By place, of two at one place the longer first. Several scanners each found theirs in order: often there is only one. */
function ordered(hits: readonly SecretHit[]): readonly SecretHit[] {
  for (let index = 1; index < hits.length; index += 1) {
    if (byPlace(hits[index - 1]!, hits[index]!) > 0) return [...hits].sort(byPlace);
  }
  return hits;
}

function byPlace(one: SecretHit, other: SecretHit): number {
  return one.start - other.start || other.end - one.end;
}

/** Overlapping hits become one: the widest place, the best-known reading. Ordered by place. */
export function mergeHits(hits: readonly SecretHit[]): SecretHit[] {
  const merged: SecretHit[] = [];
  for (const hit of ordered(hits)) {
    const last = merged.at(-1);
    if (last === undefined || hit.start >= last.end) {
      merged.push(hit);
      continue;
    }
    const [known, lesser] = hit.rank > last.rank ? [hit, last] : [last, hit];
    merged[merged.length - 1] = {
      start: last.start,
      end: Math.max(last.end, hit.end),
      kind: known.kind,
      live: known.live || (lesser.live && lesser.kind === known.kind && known.rank < 3),
      expires: known.expires ?? lesser.expires,
      rank: known.rank,
    };
  }
  return merged;
}
