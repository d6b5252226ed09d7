import { isGraphAudience } from '../../graph-audience.ts';
import type { CheckContext, HealthCheck, Outcome } from '../check-context.ts';
import { pass } from '../check-context.ts';
import { failed, foundInClaims } from '../graph-refused.ts';

export const audience: HealthCheck = {
  id: 'audience',
  run: (context) => {
    const { claims } = context;
    if (claims === null) return unreadable(context);
    if (isGraphAudience(claims.aud)) return pass(`The token is for Microsoft Graph (aud ${claims.aud}).`);
    const says =
      claims.aud === null
        ? 'The token names no API (aud).'
        : `The token is for ${claims.aud}, not for Microsoft Graph.`;
    return failed(says, foundInClaims(context, 'GET', '/me'), context);
  },
};

/** Tokens of personal accounts are opaque by design: whether Graph takes it is the only proof there is. */
async function unreadable(context: CheckContext): Promise<Outcome> {
  const { answer } = await context.profile();
  const taken = answer.kind === 'ok' ? 'Microsoft Graph takes it.' : 'What Microsoft Graph says to it stands below.';
  return context.looksLikeJwt
    ? { state: 'warn', says: `The token cannot be decoded, although it begins like a JWT. ${taken}` }
    : { state: 'warn', says: `The token cannot be decoded, as those of personal accounts never can. ${taken}` };
}
