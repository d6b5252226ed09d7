import type { Owner } from '../diagnosis/cause-id.ts';
import type { HealthReport, HealthResult, SignInNeeded } from '../identity/health/health-report.ts';
import type { Answer } from './answer.ts';
import { OWNER_WORDS } from './words.ts';

/** Who acts upon a report in which something failed, and what the reader does. */
export interface NextStep {
  /** Who has to act; `null` where nobody knows. */
  readonly owner: string | null;
  /** What the reader does first: sign in (again), or wait. The steps of the cause are for when that does not help. */
  readonly first: string | null;
  /** What is left to do once the steps are done. */
  readonly afterwards: string | null;
}

/** Nobody's fault, and no failure. */
export function isNotSignedInYet({ signInNeeded }: HealthReport): boolean {
  return signInNeeded?.reason === 'first-time' || signInNeeded?.reason === 'signed-out';
}

/**
 * Whether signing in (again) is something that the person can do now. Where permissions are missing that the OAuth
 * connection does not ask for, another sign-in at the token service gives the same token once more.
 */
export function signInHelps({ way, signedIn, signInNeeded }: HealthReport): boolean {
  if (signInNeeded === undefined) return false;
  return way !== 'token-service' || signedIn !== true || signInNeeded.scopes === undefined;
}

/** The button: somebody who never signed in does not do it «again». */
export function signInTitle(report: HealthReport): string {
  return isNotSignedInYet(report) ? 'Sign in' : 'Sign in again';
}

/** @param follows whether a message that asks to sign in is sent right after the report */
export function nextStep(
  report: HealthReport,
  main: HealthResult,
  cause: Answer | null,
  { follows }: { readonly follows: boolean },
): NextStep {
  const { signInNeeded } = report;
  const told = cause?.owner?.line ?? (main.advice === undefined ? null : ownerLine(main.advice.owner));
  const how = howToSignIn(report, follows);
  if (signInNeeded !== undefined && !signInHelps(report))
    return { owner: told, first: null, afterwards: AFTER_NEW_SCOPES };
  // What the last try met is not the person's to repair: they would meet it again.
  if (isNotSignedInYet(report) && cause?.owner != null && cause.owner.line !== OWNER_WORDS['end-user'].line)
    return { owner: told, first: null, afterwards: `Your last sign-in met this. Once it is repaired, ${lowered(how)}` };
  if (signInNeeded !== undefined)
    return {
      owner: ownerLine('end-user'),
      first: [how, ...whatToExpect(signInNeeded, report, cause, follows)].join(' '),
      afterwards: null,
    };
  const wait = waiting(cause);
  return wait === null
    ? { owner: told, first: null, afterwards: null }
    : { owner: 'This usually passes by itself.', first: wait, afterwards: null };
}

/** Here the person who signs in is the one who reads. */
function ownerLine(owner: Owner): string {
  return owner === 'end-user' ? 'You can fix this.' : OWNER_WORDS[owner].line;
}

const AFTER_NEW_SCOPES =
  'The OAuth connection of the Azure Bot has to ask for it, too (Configuration, the connection, Scopes). Afterwards sign out and sign in again.';

function howToSignIn(report: HealthReport, follows: boolean): string {
  const title = signInTitle(report);
  return follows
    ? `${title} with the message below; the check then runs by itself.`
    : `${title}: press the button, or write “sign in”.`;
}

function lowered(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}

function whatToExpect(
  { reason, scopes }: SignInNeeded,
  { way }: HealthReport,
  cause: Answer | null,
  follows: boolean,
): string[] {
  switch (reason) {
    case 'first-time':
    case 'signed-out':
    case 'expired':
    case 'revoked':
      return [];
    case 'more-scopes':
      return scopes === undefined || cause?.cause === 'consent-required'
        ? ['The page asks for your consent. Where it wants an administrator, send on the message to forward.']
        : ['The page asks for what is missing. Where it does not, the permission has to be added to the app.'];
    case 'claims-challenge':
      if (way !== 'token-service') return ['The page asks for the proof that Microsoft wants.'];
      // The message below says it, too.
      return follows
        ? []
        : [
            'If the same comes back, whoever runs why401 has to choose the MSAL way of signing in: this one cannot pass on what Microsoft asks for.',
          ];
  }
}

/** For root causes that mostly end without anybody's doing. */
function waiting(cause: Answer | null): string | null {
  switch (cause?.cause) {
    case 'throttled':
      return 'Your sign-in is not the reason. Wait for as long as it says, then press “Check again”.';
    case 'service-outage':
      // What lasts is somebody's to repair.
      return cause.owner?.line === OWNER_WORDS.microsoft.line
        ? 'Your sign-in is not the reason. Wait a minute, then press “Check again”.'
        : null;
    default:
      return null;
  }
}
