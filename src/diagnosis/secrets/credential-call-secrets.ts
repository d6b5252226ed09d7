import { literal, literalList } from '../text/literal-filter.ts';
import { mayHoldOneOf } from '../text/literal-places.ts';
import type { MappedText } from '../text/mapped-text.ts';
import { isGuid, isPlaceholder } from './placeholder.ts';
import type { SecretHit } from './secret-hit.ts';

const CALL =
  /\b(?:new)?(clientsecretcredential|clientcredential|networkcredential|usernamepasswordcredential|passwordauthentication|azureclientsecretcredential|pscredential|acquire_?token_?by_?username_?password)\s{0,4}\(/g;
const LITERAL = /(["'`])((?:(?!\1)[^\n\\]|\\.){1,200})\1/g;
const CREDENTIALS = literalList([
  'clientsecretcredential',
  'clientcredential',
  'networkcredential',
  'passwordcredential',
  'pscredential',
  'passwordauthentication',
  'usernamepassword',
  'username_password',
]);
const SECURE = literal('convertto-securestring');
export const CALL_MARKS = [
  'credential',
  'passwordauthentication',
  'usernamepassword',
  'username_password',
  'convertto-',
] as const;
const SECURE_STRING =
  /convertto-securestring\s{1,4}(?:-(?:string|asplaintext|force)\s{1,4}){0,3}(["'])([^"'\n]{3,200})\1/g;

/** Account and password come first, scopes behind them; a variable in the place of one is no secret. */
function secondArgument(window: string, [first, second]: readonly RegExpExecArray[]): RegExpExecArray | undefined {
  if (first === undefined || second === undefined) return undefined;
  const between = window.slice(first.index + first[0].length, second.index);
  return /^\s*,\s*(?:password\s*[=:]\s*)?$/.test(between) ? second : undefined;
}

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
      const last = call[1]!.startsWith('acquire') ? secondArgument(window, literals) : literals.at(-1);
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
