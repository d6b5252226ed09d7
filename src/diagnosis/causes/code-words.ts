import type { AadstsEvidence } from '../evidence/evidence.ts';
import type { Facts } from '../facts/facts.ts';

/**
 * All words that stand beside a code, one sentence a line. One failure carries its number several times (`AADSTS…:` in the text, the bare
 * number in `error_codes` and in `error_uri`), and only one of these places has the sentence.
 */
export function codeWords(facts: Facts, code: AadstsEvidence): string {
  const beside = new Set<string>();
  for (const other of facts.of('aadsts'))
    if (other.code === code.code && other.message !== '') beside.add(other.message);
  if (beside.size === 0)
    for (const error of facts.of('oauth-error')) if (error.description !== '') beside.add(error.description);
  return [...beside].join('\n');
}

/** The sentences of the sign-in service in the paste, one a line: beside codes, in error bodies and redirects. */
export function issuerWords(facts: Facts): string {
  return [
    ...facts.of('aadsts').map((item) => item.message),
    ...facts.of('oauth-error').map((item) => item.description),
  ].join('\n');
}
