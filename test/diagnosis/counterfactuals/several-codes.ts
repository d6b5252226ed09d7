import { type Counterfactual, certainly, is, notCertainly } from './counterfactual.ts';
import { APP, ENTRA, OTHER_APP } from './pasted-calls.ts';

const HOME = 'https://app.contoso.example/auth';

/** Several codes of Entra ID in one paste: wrapped, one after the other, of one app or of two. */
export const SEVERAL_CODES: readonly Counterfactual[] = [
  {
    changed: 'the code inside the wrapper 70002: the password, then the lock',
    why: '70002 wraps the code that follows it',
    one: {
      paste: `AADSTS70002: Error validating credentials. ${ENTRA.wrongPassword}`,
      right: certainly('credentials-wrong'),
    },
    other: { paste: `AADSTS70002: Error validating credentials. ${ENTRA.locked}`, right: is('account-locked') },
  },
  {
    changed: 'the order of two attempts without instants of their own',
    why: 'Of two attempts one after the other the last is the one that stands',
    one: {
      paste: `first attempt:\n${ENTRA.redirect(HOME)}\nsecond attempt:\n${ENTRA.consent()}`,
      right: is('consent-required', 'admin-consent-required'),
    },
    other: {
      paste: `first attempt:\n${ENTRA.consent()}\nsecond attempt:\n${ENTRA.redirect(HOME)}`,
      right: is('redirect-uri-mismatch'),
    },
  },
  {
    changed: 'the instants of two lines of a list: oldest first, then newest first',
    why: 'The sign-in log of the portal lists the newest first: the last by time is the one that stands',
    one: {
      paste: `2026-05-04T10:01:00Z ERROR AADSTS50011: The redirect URI '${HOME}' specified in the request does not match the redirect URIs configured for the application '${APP}'.\n2026-05-04T10:09:00Z ERROR AADSTS65001: The user or administrator has not consented to use the application with ID '${APP}' named 'planner'.`,
      right: is('consent-required', 'admin-consent-required'),
    },
    other: {
      paste: `2026-05-04T10:09:00Z ERROR AADSTS50011: The redirect URI '${HOME}' specified in the request does not match the redirect URIs configured for the application '${APP}'.\n2026-05-04T10:01:00Z ERROR AADSTS65001: The user or administrator has not consented to use the application with ID '${APP}' named 'planner'.`,
      right: is('redirect-uri-mismatch'),
    },
  },
  {
    changed: 'the Timestamps of two errors: the first is older, then newer',
    why: 'Entra ID writes when each of them happened',
    one: {
      paste: `AADSTS53003: Access has been blocked by Conditional Access policies.\nTimestamp: 2026-05-03 08:00:00Z\n\nAADSTS50105: The signed in user 'lena@contoso.com' is not assigned to a role for the application '${APP}'(planner).\nTimestamp: 2026-05-04 08:00:00Z`,
      right: is('user-not-assigned'),
    },
    other: {
      paste: `AADSTS53003: Access has been blocked by Conditional Access policies.\nTimestamp: 2026-05-05 08:00:00Z\n\nAADSTS50105: The signed in user 'lena@contoso.com' is not assigned to a role for the application '${APP}'(planner).\nTimestamp: 2026-05-04 08:00:00Z`,
      right: is('conditional-access-blocked'),
    },
  },
  {
    changed: 'the app of the second refusal: the same, then another one',
    why: 'Two apps that fail for two reasons are two failures; nothing says which of them is asked about',
    one: {
      paste: `worker-a: ${ENTRA.secretExpired()}\nworker-a: ${ENTRA.consent()}`,
      right: is('consent-required', 'admin-consent-required'),
    },
    other: {
      paste: `worker-a: ${ENTRA.secretExpired()}\nworker-b: ${ENTRA.consent(OTHER_APP)}`,
      right: notCertainly('consent-required', 'admin-consent-required', 'client-secret-expired'),
    },
  },
  {
    changed: 'the second code: a silent attempt that failed before, then after a proper one',
    why: 'A silent attempt that fails is followed by an interactive one; what that one answers is the failure',
    one: {
      paste: `acquireTokenSilent: ${ENTRA.silent}\nacquireTokenPopup: ${ENTRA.notAssigned}`,
      right: is('user-not-assigned'),
    },
    other: { paste: `acquireTokenSilent: ${ENTRA.silent}`, right: is('interaction-required') },
  },
  {
    changed: 'the list of error_codes: of the sentence, then of another one',
    why: 'error_codes repeats the codes of the sentence; where they differ both were said',
    one: {
      paste: `{"error":"invalid_client","error_description":"${ENTRA.secretWrong()}","error_codes":[7000215]}`,
      right: certainly('client-secret-invalid'),
    },
    other: {
      paste: `{"error":"invalid_client","error_description":"${ENTRA.secretExpired()}","error_codes":[7000222]}`,
      right: certainly('client-secret-expired'),
    },
  },
];
