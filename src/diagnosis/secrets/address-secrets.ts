import { literal } from '../text/literal-filter.ts';
import type { MappedText } from '../text/mapped-text.ts';
import { decodeJson } from './compact-jwt.ts';
import { endOf } from './jwt-secrets.ts';
import { isPlaceholder } from './placeholder.ts';
import { looksGenerated } from './secret-forms.ts';
import type { SecretHit } from './secret-hit.ts';

const SIGNATURE = /(?<![\w.%-])sig=((?:[A-Za-z0-9+/_.~-]|%[0-9A-Fa-f]{2}){16,2048}={0,2})/g;
const ENCODED_SIGNATURE = /(?:%3F|%26|%3B)sig%3D((?:[A-Za-z0-9+/_.~-]|%[0-9A-Fa-f]{2}){16,2048})/gi;
const EXPIRY = /(?<![\w.%-])se=([^&\s;"']{8,40})/;
const GRANT_IN_QUERY = /[?&](?:amp;)?(?:tempauth|authtoken)=([^\s&"'<>\\]{16,16384})/g;
const LINK_FIELD =
  /(?:download|upload)url(?:\\{0,15}["'])?\s{0,4}[:=]\s{0,4}\\{0,15}(["']?)(https?:\\{0,15}\/\\{0,15}\/[^\s/"'\\<>]{1,253}\\{0,15}\/)([^\s"<>]{12,8192})/g;
/** Pre-authenticated hosts of OneDrive: the path itself grants. */
const GRANTING_HOST =
  /https?:\/\/(?:[\w-]{1,63}\.){1,4}(?:1drv\.com|livefilestore\.com)\/(y4m[\w-]{16,2048}[^\s"'<>\\]{0,2048})/g;
/** An upload session of a personal OneDrive, whose path grants as well. */
const RESUMABLE =
  /https?:\/\/(?:[\w-]{1,63}\.){1,4}(?:onedrive\.com|live\.com)\/(?:[\w.-]{1,40}\/){0,3}rup\/[\w!-]{4,64}\/([\w%.!-]{16,4096})/g;
const USER_INFO = /:\/\/([^\s/:@"'<>?#]{1,120}):([^\s/@"'<>?#]{3,200})@[\w[]/g;

const MARK = {
  signature: literal('sig='),
  encodedSignature: literal('sig%3d'),
  temporary: literal('tempauth='),
  authToken: literal('authtoken='),
  linkField: literal('loadurl'),
  grantingHost: literal('/y4m'),
  resumable: literal('/rup/'),
  userInfo: literal('://'),
} as const;

/** Information on the user ends in `@`, which tells more than the two slashes before it. */
export const ADDRESS_MARKS = ['sig=', 'sig%3d', 'tempauth=', 'token=', 'loadurl', '/y4m', '/rup/', '@'] as const;

/** The expiry of so many signatures is read. */
const MOST_DATED = 100;
/** Behind so many the others are masked whatever they look like. */
const MOST_JUDGED = 2000;

/** Secrets inside addresses: shared access signatures, pre-authenticated links, user information (RFC 3986 section 3.2.1). */
export function addressSecrets(source: MappedText): SecretHit[] {
  const { text, lower } = source;
  const hits: SecretHit[] = [];
  const add = (
    match: RegExpMatchArray,
    value: string,
    kind: SecretHit['kind'],
    expires: number | null,
    rank = 2,
  ): void => {
    const end = match.index! + match[0].length;
    if (hits.length >= MOST_JUDGED || !isPlaceholder(value))
      hits.push({
        start: end - value.length,
        end,
        kind,
        live: !/^(?:…|\.{3})/.test(text.slice(end, end + 3)),
        expires,
        rank,
      });
  };
  if (source.mayHold(MARK.signature)) {
    for (const match of text.matchAll(SIGNATURE))
      add(
        match,
        match[1]!,
        'sas-signature',
        hits.length < MOST_DATED ? expiryBeside(text, match.index, match[0].length) : null,
        4,
      );
  }
  if (source.mayHold(MARK.encodedSignature)) {
    for (const match of text.matchAll(ENCODED_SIGNATURE)) add(match, match[1]!, 'sas-signature', null, 4);
  }
  if (source.mayHold(MARK.temporary) || source.mayHold(MARK.authToken)) {
    for (const match of text.matchAll(GRANT_IN_QUERY)) {
      if (looksGenerated(match[1]!)) add(match, match[1]!, 'download-link', endOfGrant(match[1]!));
    }
  }
  if (source.mayHold(MARK.linkField)) {
    for (const match of lower.matchAll(LINK_FIELD)) {
      const path = match[3]!;
      // An upload session of SharePoint names its id in single quotes.
      const length = match[1] === '"' ? path.length : path.indexOf("'") === -1 ? path.length : path.indexOf("'");
      const start = match.index + match[0].length - path.length;
      const value = text.slice(start, start + length);
      if (!grants(value, match[2]!) || (hits.length >= MOST_JUDGED ? false : isPlaceholder(value))) continue;
      const expires = hits.length < MOST_DATED ? endOfLink(text, start + length, value) : null;
      hits.push({ start, end: start + length, kind: 'download-link', live: true, expires, rank: 5 });
    }
  }
  if (source.mayHold(MARK.grantingHost))
    for (const match of text.matchAll(GRANTING_HOST)) add(match, match[1]!, 'download-link', null, 5);
  if (source.mayHold(MARK.resumable))
    for (const match of text.matchAll(RESUMABLE)) add(match, match[1]!, 'download-link', null, 5);
  if (source.mayHold(MARK.userInfo) && text.includes('@'))
    for (const match of text.matchAll(USER_INFO)) addUserInfo(hits, match);
  return hits;
}

function addUserInfo(hits: SecretHit[], match: RegExpMatchArray): void {
  const value = match[2]!;
  if (isPlaceholder(value)) return;
  const start = match.index! + 3 + match[1]!.length + 1;
  hits.push({ start, end: start + value.length, kind: 'password', live: true, expires: null, rank: 2 });
}

const SESSION_END =
  /^[^{}]{0,200}?expirationdatetime(?:\\{0,15}["'])?\s{0,4}[:=]\s{0,4}\\{0,15}["']?([\w:.+-]{10,40})/i;

/** An upload session tells its end beside its address; a download address in what grants. */
function endOfLink(text: string, end: number, value: string): number | null {
  const told = SESSION_END.exec(text.slice(end, end + 300))?.[1];
  const at = told === undefined ? Number.NaN : Date.parse(told);
  if (!Number.isNaN(at)) return at;
  return endOfGrant(/(?:tempauth|authtoken)=([^\s&"'<>\\]{16,16384})/i.exec(value)?.[1] ?? '');
}

/** SharePoint's `v1.…` and JWTs hold their claims in the first or second part. */
function endOfGrant(grant: string): number | null {
  const claims = /^(?:v1|[\w-]{1,400})\.(eyJ[\w-]{10,8192})/.exec(grant)?.[1];
  return claims === undefined ? null : endOf(decodeJson(claims)?.exp);
}

/** Signed expiry of a shared access signature: an ISO instant, or seconds since 1970 on Service Bus. */
function expiryBeside(text: string, at: number, length: number): number | null {
  const around = text.slice(Math.max(0, at - 600), at + length + 600);
  const value = EXPIRY.exec(around)?.[1]?.replaceAll(/%3a/gi, ':');
  if (value === undefined) return null;
  if (/^\d{10}$/.test(value)) return Number(value) * 1000;
  const parsed = Date.parse(/^\d{4}-\d\d-\d\d$/.test(value) ? `${value}T00:00:00Z` : value);
  return Number.isNaN(parsed) ? null : parsed;
}

function grants(path: string, host: string): boolean {
  return (
    /tempauth|authtoken|guid=|sig=|access_token|uploadsession|y4m|\/rup\//i.test(path) ||
    /1drv|onedrive|livefilestore|microsoftpersonalcontent/.test(host)
  );
}
