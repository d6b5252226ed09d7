import { literal } from '../text/literal-filter.ts';
import type { MappedText } from '../text/mapped-text.ts';
import type { SecretHit } from './secret-hit.ts';

const KEY_TYPE = literal('"kty"');
export const JWK_MARKS = ['"kty"'] as const;
/** RFC 7518 section 6: what makes a key private. Modulus, exponent and coordinates may be read by everybody. */
const PRIVATE = /"(d|k|p|q|dp|dq|qi)"\s{0,4}:\s{0,4}"([\w-]{20,2048})"/g;

/** The private members of JSON Web Keys; the first of them is told, the others are masked. */
export function jwkSecrets(source: MappedText, hits: SecretHit[]): void {
  if (!source.mayHold(KEY_TYPE)) return;
  for (const match of source.text.matchAll(PRIVATE)) {
    const end = match.index + match[0].length - 1;
    const live = match[1] === 'd' || match[1] === 'k';
    hits.push({ start: end - match[2]!.length, end, kind: 'private-key', live, expires: null, rank: 2 });
  }
}
