import { type Environment, given } from './environment.ts';
import { isQuoted, unfilledProblem } from './secret-value.ts';
import type { SettingsProblem } from './settings-error.ts';

/** A256GCM (RFC 7518, section 5.3) takes keys of 256 bits. */
const KEY_BYTES = 32;
const NAME = 'WHY401_TOKEN_KEYS';
const BASE64 = /^[A-Za-z0-9+/_-]{1,64}={0,2}$/;
const MAKE_ONE =
  'Set it to one key of 32 random bytes in base64 (openssl rand -base64 32), and while you change it to the new one, a comma and the old one';

/**
 * The keys that seal token caches. The first seals and opens; a second one only opens what was sealed before a change
 * of keys. Empty where there are none or they are wrong.
 */
export function readTokenKeys(env: Environment, problems: SettingsProblem[]): readonly Uint8Array[] {
  const value = given(env.WHY401_TOKEN_KEYS);
  if (value === undefined) return [];
  const unfilled = unfilledProblem(value, MAKE_ONE);
  if (unfilled !== undefined) {
    problems.push({ name: NAME, ...unfilled });
    return [];
  }
  if (isQuoted(value)) {
    problems.push({ name: NAME, problem: 'has quotation marks around it', fix: 'Remove them' });
    return [];
  }
  const parts = value.split(',').map((part) => part.trim());
  const problem = partsProblem(parts);
  if (problem !== undefined) {
    problems.push({ name: NAME, problem, fix: MAKE_ONE });
    return [];
  }
  return parts.map(decode);
}

/** For a way of signing in that cannot do without them. */
export function missingTokenKeys(): SettingsProblem {
  return { name: NAME, problem: 'is not set, and people sign in by MSAL: their tokens are kept sealed', fix: MAKE_ONE };
}

function partsProblem(parts: readonly string[]): string | undefined {
  if (parts.length > 2) return 'holds more than two keys';
  const wrong = parts.findIndex((part) => !BASE64.test(part) || decode(part).length !== KEY_BYTES);
  if (wrong !== -1) {
    return `holds something else than 32 bytes in base64${parts.length > 1 ? ` in place ${wrong + 1}` : ''}`;
  }
  const keys = parts.map(decode);
  if (keys.some((key) => new Set(key).size < 8)) return 'holds a key that is not random';
  const [first, second] = keys;
  if (first !== undefined && second !== undefined && Buffer.compare(first, second) === 0) {
    return 'holds the same key twice';
  }
  return undefined;
}

/** node reads both alphabets of base64 (RFC 4648, sections 4 and 5). */
function decode(part: string): Uint8Array {
  return new Uint8Array(Buffer.from(part, 'base64'));
}
