import type { MappedText } from '../text/mapped-text.ts';
import { addressSecrets } from './address-secrets.ts';
import { credentialCallSecrets } from './credential-call-secrets.ts';
import { authorizationSecrets, cookieSecrets } from './header-secrets.ts';
import { jwtSecrets } from './jwt-secrets.ts';
import { namedSecrets } from './named-secrets.ts';
import type { SecretHit } from './secret-hit.ts';
import { shapedSecrets } from './shaped-secrets.ts';

/**
 * What every secret that is looked for has in it, in lower case: its name, its scheme, or its issuer's mark.
 * One pass over a short text without any of them is all that it costs.
 */
const MARK =
  /secret|token|pass|pwd|code|assertion|verifier|saml|key|auth|bearer|credential|cookie|basic|pop|curl|sig|loadurl|\/y4m|session|estss|fedauth|rtfa|aspnet|cpim|signinstate|\.sid|eyj|:\/\/[^/@\s]{1,330}@|q~|[01]\.a|qaba|m\.[cr]|ew[a-d]|gh[pousr]_|github_pat|glpat|xox|xapp|slack|akia|asia|sk-|k_live|k_test|npm_|aiza|ya29|dckr_pat|pypi|sg\.|phnhbww|dxnlcj|securestring/;
const SHORT = 4096;

/** All secrets of one text, unordered, overlaps included. Linear. */
export function scanSecrets(source: MappedText): SecretHit[] {
  const { text, lower } = source;
  if (text.length <= SHORT && !MARK.test(lower)) return [];
  return [
    ...jwtSecrets(text),
    ...namedSecrets(text, lower),
    ...authorizationSecrets(source),
    ...cookieSecrets(source),
    ...addressSecrets(source),
    ...credentialCallSecrets(source),
    ...shapedSecrets(source),
  ];
}

/** Overlapping hits become one: the widest place, the best-known reading. Ordered by place. */
export function mergeHits(hits: readonly SecretHit[]): SecretHit[] {
  const merged: SecretHit[] = [];
  for (const hit of [...hits].sort((one, other) => one.start - other.start || other.end - one.end)) {
    const last = merged.at(-1);
    if (last === undefined || hit.start >= last.end) {
      merged.push(hit);
      continue;
    }
    const [known, lesser] = hit.rank > last.rank ? [hit, last] : [last, hit];
    merged[merged.length - 1] = {
      start: last.start,
      end: Math.max(last.end, hit.end),
      kind: known.kind,
      live: known.live || (lesser.live && lesser.kind === known.kind && known.rank < 3),
      expires: known.expires ?? lesser.expires,
      rank: known.rank,
    };
  }
  return merged;
}
