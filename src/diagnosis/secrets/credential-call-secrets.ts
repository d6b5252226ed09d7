import { literal, literalList } from '../text/literal-filter.ts';
import { mayHoldOneOf } from '../text/literal-places.ts';
import type { MappedText } from '../text/mapped-text.ts';
import { isGuid, isPlaceholder } from './placeholder.ts';
import type { SecretHit } from './secret-hit.ts';

const CALL =
  /\b(clientsecretcredential|clientcredential|networkcredential|usernamepasswordcredential|passwordauthentication|azureclientsecretcredential|pscredential)\s{0,4}\(/g;
const LITERAL = /(["'`])((?:(?!\1)[^\n\\]|\\.){1,200})\1/g;
const CREDENTIALS = literalList([
  'clientsecretcredential',
  'clientcredential',
  'networkcredential',
  'passwordcredential',
  'pscredential',
  'passwordauthentication',
]);
const BY_NAME_AND_PASSWORD = literalList(['username_password', 'usernamepassword']);
/** Name and password are the first two arguments of MSAL’s call; scopes may come behind them. */
const SECOND_ARGUMENT =
  /username_?password\s{0,4}\(\s{0,40}[^,()\n]{1,120},\s{0,40}(?:password\s{0,4}=\s{0,4})?(["'])((?:(?!\1)[^\n\\]|\\.){3,200})\1/g;
const SECURE = literal('convertto-securestring');
export const CALL_MARKS = [
  'credential',
  'passwordauthentication',
  'username_password',
  'usernamepassword',
  'convertto-',
] as const;
const SECURE_STRING = /convertto-securestring\s{1,4}(?:-string\s{1,4})?(["'])([^"'\n]{3,200})\1/g;

/**
 * Secrets by their place in a call: the last string of `new ClientSecretCredential(tenant, client, "…")`,
 * the text that PowerShell's ConvertTo-SecureString takes.
 */
export function credentialCallSecrets(source: MappedText): SecretHit[] {
  const { text, lower } = source;
  const hits: SecretHit[] = [];
  if (mayHoldOneOf(source, CREDENTIALS)) {
    for (const call of lower.matchAll(CALL)) {
      const start = call.index + call[0].length;
      const window = text.slice(start, start + 500);
      const close = window.indexOf(')');
      const literals = [...(close === -1 ? window : window.slice(0, close)).matchAll(LITERAL)];
      const last = literals.at(-1);
      if (last === undefined || (literals.length < 2 && !window.slice(0, last.index).includes(','))) continue;
      const value = last[2]!;
      if (
        isPlaceholder(value) ||
        isGuid(value) ||
        value.length < 4 ||
        value.includes('://') ||
        /^[\w.-]{1,60}\.(?:com|net|org|onmicrosoft\.com)$/.test(value)
      )
        continue;
      const at = start + last.index + 1;
      const kind = /clientsecret|clientcredential/.test(call[1]!) ? 'client-secret' : 'password';
      hits.push({ start: at, end: at + value.length, kind, live: true, expires: null, rank: 1 });
    }
  }
  if (mayHoldOneOf(source, BY_NAME_AND_PASSWORD)) {
    for (const match of lower.matchAll(SECOND_ARGUMENT)) {
      const end = match.index + match[0].length - 1;
      const start = end - match[2]!.length;
      if (!isPlaceholder(text.slice(start, end)))
        hits.push({ start, end, kind: 'password', live: true, expires: null, rank: 1 });
    }
  }
  if (source.mayHold(SECURE)) {
    for (const match of lower.matchAll(SECURE_STRING)) {
      const end = match.index + match[0].length - 1;
      const value = text.slice(end - match[2]!.length, end);
      if (!isPlaceholder(value) && !isGuid(value))
        hits.push({ start: end - value.length, end, kind: 'client-secret', live: true, expires: null, rank: 1 });
    }
  }
  return hits;
}
