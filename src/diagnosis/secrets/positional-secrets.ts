import { CALL_ENDS, positionalValues } from '../sdk-calls/positional-values.ts';
import type { MappedText } from '../text/mapped-text.ts';
import { isGuid, isPlaceholder } from './placeholder.ts';
import type { SecretHit } from './secret-hit.ts';

/** «credential» is a mark of the calls beside these: what holds it needs none of its own. */
export const POSITIONAL_MARKS = CALL_ENDS.filter((end) => !end.includes('credential'));

/** Secrets and passwords that an SDK's call takes by their place, whatever they look like. */
export function positionalSecrets(source: MappedText, hits: SecretHit[]): void {
  for (const { kind, value, start, end } of positionalValues(source)) {
    if (kind !== 'client-secret' && kind !== 'password') continue;
    if (isGuid(value) || isPlaceholder(value)) continue;
    hits.push({ start, end, kind, live: true, expires: null, rank: 1 });
  }
}
