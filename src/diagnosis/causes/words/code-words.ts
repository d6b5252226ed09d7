import type { AadstsEvidence } from '../../evidence/evidence.ts';
import type { Facts } from '../../facts/facts.ts';
import { madeOnce } from '../../made-once.ts';

/** Many rules ask for the same words; a paste of hundreds of errors would be joined anew for each of them. */
interface Words {
  issuer?: string;
  readonly byCode: Map<number, string>;
}
const WORDS = madeOnce((_: Facts): Words => ({ byCode: new Map() }));

/** Errors repeat themselves with other ids; the first ones hold all that can be said. */
const MOST_SENTENCES = 24;

/**
 * All words that stand beside a code, one sentence a line. One failure carries its number several times (`AADSTS…:` in
 * the text, the bare number in `error_codes` and in `error_uri`), and only one of these places has the sentence.
 */
export function codeWords(facts: Facts, code: AadstsEvidence): string {
  const { byCode } = facts.once(WORDS);
  let words = byCode.get(code.code);
  if (words === undefined) {
    const beside = facts.of('aadsts').flatMap((other) => (other.code === code.code ? other.message : []));
    words = lines(beside) || lines(facts.of('oauth-error').map((error) => error.description));
    byCode.set(code.code, words);
  }
  return words;
}

/** The sentences of the sign-in service in the paste, one a line: beside codes, in error bodies and redirects. */
export function issuerWords(facts: Facts): string {
  const words = facts.once(WORDS);
  words.issuer ??= lines([
    ...facts.of('aadsts').map((item) => item.message),
    ...facts.of('oauth-error').map((item) => item.description),
  ]);
  return words.issuer;
}

function lines(sentences: readonly string[]): string {
  const distinct = new Set<string>();
  for (const sentence of sentences) {
    if (sentence !== '') distinct.add(sentence);
    if (distinct.size >= MOST_SENTENCES) break;
  }
  return [...distinct].join('\n');
}
