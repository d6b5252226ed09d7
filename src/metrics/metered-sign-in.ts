import type { SignIn } from '../identity/sign-in.ts';
import type { Metrics } from './metrics.ts';

/** Counts what comes of sign-ins; what it does is the sign-in's own. */
export function meteredSignIn(signIn: SignIn, onSignIn: Metrics['onSignIn']): SignIn {
  const { way } = signIn;
  return {
    way,
    ...(signIn.connectionName === undefined ? {} : { connectionName: signIn.connectionName }),
    token: (person, request) => signIn.token(person, request),
    async invite(person, request) {
      const answer = await signIn.invite(person, request);
      onSignIn(way, 'refusal' in answer ? 'refused' : 'started');
      return answer;
    },
    async redeem(person, code) {
      const answer = await signIn.redeem(person, code);
      onSignIn(way, answer.kind);
      return answer;
    },
    async exchange(person, assertion) {
      const answer = await signIn.exchange(person, assertion);
      // Where a consent is missing, the card that follows is counted as a start of its own.
      if (answer.kind !== 'sign-in-needed') onSignIn(way, answer.kind === 'token' ? 'signed-in' : 'refused');
      return answer;
    },
    async signOut(person) {
      const wasSignedIn = await signIn.signOut(person);
      if (wasSignedIn) onSignIn(way, 'signed-out');
      return wasSignedIn;
    },
  };
}
