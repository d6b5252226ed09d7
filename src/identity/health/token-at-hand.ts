import type { SignInWay, TokenAnswer } from '../sign-in.ts';
import type { CheckContext } from './check-context.ts';
import { failed } from './graph-refused.ts';
import type { HealthResult } from './health-report.ts';
import { needsSignIn } from './sign-in-needed.ts';

/** Root causes of a connection or registration that is not there, as against one that is refused its token. */
const NOT_THERE: ReadonlySet<string> = new Set([
  'bot-oauth-connection',
  'bot-credentials',
  'app-not-found',
  'tenant-not-found',
]);

/** The first two checks: is the connection known, and does it give a token. */
export function tokenAtHand(
  answer: TokenAnswer,
  way: SignInWay,
  context: Pick<CheckContext, 'diagnose'>,
): readonly [HealthResult, HealthResult] {
  const known = connectionKnown(way);
  switch (answer.kind) {
    case 'token':
      return [known, { check: 'token', state: 'pass', says: 'You are signed in: there is a token.' }];
    case 'sign-in-needed': {
      const token: HealthResult = { check: 'token', ...needsSignIn(answer, '', context) };
      return [way === 'token-service' ? NOT_KNOWN_YET : known, token];
    }
    case 'refused': {
      const outcome = failed(
        way === 'msal' ? 'Entra ID refused a token.' : 'The Bot Framework token service refused a token.',
        answer.refusal,
        context,
      );
      if (outcome.diagnosis !== undefined && NOT_THERE.has(outcome.diagnosis.cause))
        return [
          { ...outcome, check: 'connection', says: 'The connection for signing in is not set up rightly.' },
          { check: 'token', state: 'skipped', says: 'Without the connection there is no token.' },
        ];
      return [known, { ...outcome, check: 'token' }];
    }
  }
}

/** The token service answers the same for an unknown connection and for somebody who has not signed in. */
const NOT_KNOWN_YET: HealthResult = {
  check: 'connection',
  state: 'skipped',
  says: 'The token service says it when you sign in.',
};

function connectionKnown(way: SignInWay): HealthResult {
  const says =
    way === 'msal'
      ? 'why401 signs people in with Entra ID itself (MSAL).'
      : 'The Azure Bot has the OAuth connection that why401 asks for.';
  return { check: 'connection', state: 'pass', says };
}
