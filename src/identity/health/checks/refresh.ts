import { accessTokenClaims } from '../../../refusals/access-token-claims.ts';
import { isGraphAudience } from '../../graph-audience.ts';
import type { GrantedToken } from '../../sign-in.ts';
import { type CheckContext, type HealthCheck, type Outcome, pass } from '../check-context.ts';
import { failed, foundInClaims } from '../graph-refused.ts';
import { callOfScope, missingScopes, scopeName } from '../needed-scopes.ts';
import { sightedClaims } from '../sighted-claims.ts';
import { needsSignIn } from '../sign-in-needed.ts';

export const refresh: HealthCheck = {
  id: 'refresh',
  run: async (context) => {
    const answer = await context.refresh();
    switch (answer.kind) {
      case 'token':
        return renewed(answer.token, context);
      case 'sign-in-needed':
        return needsSignIn(answer, 'The sign-in cannot be renewed without you.', context);
      case 'refused':
        return failed('Renewing the token was refused.', answer.refusal, context);
    }
  },
};

/** A registration or a setting that changed shows in the next token first: the one at hand is still of before. */
function renewed(token: GrantedToken, context: CheckContext): Outcome {
  const rawClaims = accessTokenClaims(token.accessToken);
  if (rawClaims !== null && context.claims !== null) {
    const after = { ...context, rawClaims };
    const claims = sightedClaims(rawClaims);
    if (claims.appOnly && !context.claims.appOnly)
      return failed('The renewed token is an app-only one.', foundInClaims(after, 'GET', '/me'), context);
    if (!isGraphAudience(claims.aud) && isGraphAudience(context.claims.aud))
      return failed(
        `The renewed token is for ${claims.aud ?? 'no API'}, not for Microsoft Graph.`,
        foundInClaims(after, 'GET', '/me'),
        context,
      );
    const lost = missingScopes(claims.scp, context.neededScopes).filter(
      (scope) => missingScopes(context.claims?.scp ?? [], [scope]).length === 0,
    );
    const [first] = lost;
    if (first !== undefined)
      return failed(
        `The renewed token lacks ${lost.map(scopeName).join(', ')}, which this one still holds.`,
        foundInClaims(after, ...callOfScope(first)),
        context,
      );
  }
  return pass(
    context.way === 'msal'
      ? 'A new token was got without asking you.'
      : 'The Bot Framework token service gives a token without asking you; it renews it by itself.',
  );
}
