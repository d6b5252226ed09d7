import { isGraphAudience } from '../../graph-audience.ts';
import { type HealthCheck, pass, skipped } from '../check-context.ts';
import { failed, foundInClaims } from '../graph-refused.ts';
import { callOfScope, missingScopes, scopeName } from '../needed-scopes.ts';

export const scopes: HealthCheck = {
  id: 'scopes',
  run: (context) => {
    const { claims, neededScopes } = context;
    if (claims === null) return skipped('The token cannot be decoded, so its permissions are not known.');
    if (claims.appOnly)
      return failed(
        `This is an app-only token with ${claims.roles.length === 0 ? 'no application permission' : `the application permissions ${claims.roles.join(', ')}`}; your own mailbox takes delegated ones (scp).`,
        foundInClaims(context, 'GET', '/me'),
        context,
      );
    if (!isGraphAudience(claims.aud))
      return skipped('The permissions of a token for another API say nothing about Microsoft Graph.');
    const missing = missingScopes(claims.scp, neededScopes);
    const [first] = missing;
    if (first === undefined) return pass(`The token holds what is needed: ${neededScopes.map(scopeName).join(', ')}.`);
    const [method, path] = callOfScope(first);
    return failed(
      `The token lacks ${missing.map(scopeName).join(', ')}.`,
      foundInClaims(context, method, path),
      context,
    );
  },
};
