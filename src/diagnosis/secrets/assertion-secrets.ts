import { literal } from '../text/literal-filter.ts';
import type { MappedText } from '../text/mapped-text.ts';
import type { SecretHit } from './secret-hit.ts';

const SIGNATURE = literal('signaturevalue');
const CIPHER = literal('ciphervalue');
const ASSERTION = literal('assertion');
export const ASSERTION_MARKS = ['signaturevalue', 'ciphervalue'] as const;

const SIGNED = /(?:<|%3C|&lt;)(?:[A-Za-z][\w-]{0,20}(?::|%3A))?Assertion(?:[\s>+]|%20|%3E|&gt;)/i;
const SIGNATURE_VALUE =
  /SignatureValue(?:>|%3E|&gt;)((?:[A-Za-z0-9+/=\s]|%(?:2[BF]|3D|0[AD])){40,2048})(?=<|%3C|&lt;)/gi;
const ENCRYPTED = /(?:<|%3C|&lt;)(?:[A-Za-z][\w-]{0,20}(?::|%3A))?EncryptedAssertion(?:[\s>+]|%20|%3E|&gt;)/i;
const CIPHER_VALUE = /CipherValue(?:>|%3E|&gt;)((?:[A-Za-z0-9+/=\s]|%(?:2[BF]|3D|0[AD])){40,65536})(?=<|%3C|&lt;)/gi;
const END = /\bNotOnOrAfter\\{0,15}(?:=|%3D)\\{0,15}(?:["']|%22|&quot;)([\d:.TZ-]{10,40})/g;
/** What RSA of 4096 bits makes of a key: the assertion itself is longer. */
const LONGEST_KEY = 684;

/**
 * SAML assertions that stand in XML. Whoever has one signs in with it, so its signature is masked, or the whole where it
 * is encrypted; issuer, audience, digest and certificate are what a diagnosis reads, and open nothing. Signed metadata and
 * signed requests hold no assertion.
 */
export function assertionSecrets(source: MappedText, hits: SecretHit[]): void {
  if (!source.mayHold(ASSERTION)) return;
  const { text } = source;
  if (source.mayHold(SIGNATURE) && SIGNED.test(text)) {
    const expires = endOf(text);
    for (const match of text.matchAll(SIGNATURE_VALUE)) hits.push(hit(match, true, expires));
  }
  if (source.mayHold(CIPHER) && ENCRYPTED.test(text))
    for (const match of text.matchAll(CIPHER_VALUE)) hits.push(hit(match, match[1]!.length > LONGEST_KEY, null));
}

function hit(match: RegExpExecArray, live: boolean, expires: number | null): SecretHit {
  const end = match.index + match[0].length;
  return { start: end - match[1]!.length, end, kind: 'user-assertion', live, expires, rank: 2 };
}

/** The latest end that the text states: an assertion has one for its subject and one for its conditions. */
function endOf(text: string): number | null {
  let latest: number | null = null;
  for (const [, written] of text.matchAll(END)) {
    const at = Date.parse(written!);
    if (!Number.isNaN(at) && (latest === null || at > latest)) latest = at;
  }
  return latest;
}
