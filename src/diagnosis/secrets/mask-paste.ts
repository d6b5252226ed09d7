import { unwrap } from '../text/unwrap.ts';
import { findSecrets } from './find-secrets.ts';
import { maskSecrets, maskSpans } from './mask-secrets.ts';

/**
 * A message as others may see it: masked where quotes of it are masked, whatever its secrets are wrapped in.
 *
 * @param paste - any text; linear
 */
export function maskPaste(paste: string): string {
  return maskSecrets(maskSpans(paste, findSecrets(unwrap(paste), 0).spans, 0, paste.length));
}
