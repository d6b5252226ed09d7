import type { SignInReason, TokenAnswer } from '../sign-in.ts';
import type { CheckContext, Outcome } from './check-context.ts';

const WORDS: Readonly<Record<SignInReason, string>> = {
  'first-time': 'You have not signed in yet.',
  'signed-out': 'You are signed out.',
  expired: 'Your sign-in has expired.',
  revoked: 'Your sign-in was revoked: a changed password, or an administrator.',
  'claims-challenge': 'Microsoft asks for more proof before it lets you go on.',
  'more-scopes': 'Your sign-in does not cover all permissions that are needed.',
};

const ADVICE: Readonly<Record<SignInReason, string>> = {
  'first-time': 'Sign in.',
  'signed-out': 'Sign in.',
  expired: 'Sign in again.',
  revoked: 'Sign in again.',
  'claims-challenge': 'Sign in again; the sign-in page asks for the proof.',
  'more-scopes': 'Sign in again; the sign-in page shows the permissions.',
};

/** Not having signed in is no failure of anything: what the token service said about it (404) is no evidence. */
const NOTHING_FAILED: ReadonlySet<SignInReason> = new Set<SignInReason>(['first-time', 'signed-out']);

/** A check that fails because the person has to sign in, with the root cause where Entra ID named one. */
export function needsSignIn(
  answer: Extract<TokenAnswer, { kind: 'sign-in-needed' }>,
  says: string,
  context: Pick<CheckContext, 'diagnose'>,
): Outcome {
  const { reason, refusal } = answer;
  const sentence = `${says} ${WORDS[reason]}`.trim();
  const advice = { owner: 'end-user', text: ADVICE[reason] } as const;
  if (refusal !== undefined) {
    const diagnosis = context.diagnose(refusal);
    const sure = diagnosis.verdict === 'certain' || diagnosis.verdict === 'likely';
    if (sure || (diagnosis.verdict === 'possible' && !NOTHING_FAILED.has(reason)))
      return { state: 'fail', says: sentence, diagnosis, advice };
  }
  return { state: 'fail', says: sentence, advice };
}
