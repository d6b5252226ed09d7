import { type CauseId, isCauseId } from '../diagnosis/cause-id.ts';
import type { Burst } from '../storage/triage-store.ts';

/**
 * What lies behind several people with one cause:
 *
 * - `service`: a service of Microsoft, or what stands behind the sign-in of a whole organisation;
 * - `tenant`: one setting of the tenant, or one decision of an administrator, which reaches over apps;
 * - `app`: the code or the registration of one app, the same for everybody who uses it;
 * - `person`: the account of one person. Seven expired passwords are seven repairs: resolving one tells nothing of the
 *   others, and telling seven people that they share an incident would be wrong;
 * - `nothing-known`: no cause was found, so nothing is the same.
 */
type Shared = 'service' | 'tenant' | 'app' | 'person' | 'nothing-known';

const SHARED: Readonly<Record<CauseId, Shared>> = {
  'token-missing': 'app',
  'token-malformed': 'app',
  'token-expired': 'app',
  'clock-skew': 'app',
  'wrong-audience': 'app',
  'id-token-used': 'app',
  // A change of keys at the issuer reaches every app that keeps old ones.
  'signature-invalid': 'service',
  'issuer-mismatch': 'app',
  'wrong-cloud': 'app',
  'missing-scope': 'app',
  'app-role-missing': 'app',
  'app-only-on-me': 'app',
  'app-access-policy': 'tenant',
  // Of one mailbox, which the case does not know.
  'mailbox-access-denied': 'person',
  'mailbox-unavailable': 'service',
  'cae-challenge': 'tenant',
  'app-api-policy': 'tenant',
  'legacy-protocol-retired': 'service',
  'redirect-uri-mismatch': 'app',
  'redirect-platform-mismatch': 'app',
  'client-secret-invalid': 'app',
  'client-secret-expired': 'app',
  'client-credential-missing': 'app',
  'public-client-with-secret': 'app',
  'client-assertion-invalid': 'app',
  'federated-credential-mismatch': 'app',
  'app-not-found': 'app',
  'resource-not-found': 'tenant',
  'app-disabled': 'tenant',
  'tenant-not-found': 'app',
  'account-type-mismatch': 'app',
  'guest-not-invited': 'tenant',
  'user-not-assigned': 'tenant',
  'consent-required': 'tenant',
  'admin-consent-required': 'tenant',
  'invalid-scope': 'app',
  'mixed-resource-scopes': 'app',
  'invalid-request': 'app',
  'grant-not-allowed': 'app',
  'code-expired-or-redeemed': 'app',
  'pkce-mismatch': 'app',
  'refresh-token-expired': 'tenant',
  'session-revoked': 'tenant',
  'no-refresh-token': 'app',
  'obo-assertion-invalid': 'app',
  'state-or-nonce-mismatch': 'app',
  'interaction-required': 'tenant',
  'token-cache-miss': 'app',
  'user-not-found': 'person',
  'credentials-wrong': 'person',
  'password-expired': 'person',
  'account-locked': 'person',
  'account-disabled': 'person',
  'mfa-required': 'tenant',
  'conditional-access-blocked': 'tenant',
  'tenant-restricted': 'tenant',
  'device-registration': 'tenant',
  'bot-credentials': 'app',
  'bot-sso-misconfigured': 'app',
  'bot-oauth-connection': 'app',
  throttled: 'service',
  'service-outage': 'service',
  'bad-event-payload': 'app',
  'not-enough-evidence': 'nothing-known',
};

/**
 * Whether a case with this cause may become an incident with others. A cause that this version does not know may not.
 *
 * What lies in one app is the same only for those who have that app: of two reports that name none nobody knows it, and a
 * developer must not be told that a stranger's redirect address is theirs. What lies in the tenant or a service is one
 * thing, whichever app shows it.
 *
 * @param app the client id, where the report names it
 */
export function groupingOf(cause: string, app: string | null): boolean {
  if (!isCauseId(cause)) return false;
  switch (SHARED[cause]) {
    case 'service':
    case 'tenant':
      return true;
    case 'app':
      return app !== null;
    case 'person':
    case 'nothing-known':
      return false;
  }
}

/** Over how long a burst is counted: hand `now - BURST_WINDOW_MS` to `TriageStore.burst`. */
export const BURST_WINDOW_MS = 15 * 60_000;
/** Over how long the usual number is counted, which a busy desk reaches by itself. */
export const USUAL_WINDOW_MS = 2 * 60 * 60_000;

/**
 * Five people in a quarter of an hour: two or three meet by chance, or sit in one room and tell each other. A whole
 * service that fails brings them within minutes.
 */
export const OUTAGE_PEOPLE = 5;
/** The service says itself that it failed; then three people are no chance. */
export const SAID_OUTAGE_PEOPLE = 3;
/** With one app it is that app, and an incident already tells so. */
const OUTAGE_APPS = 2;
/** A desk with a hundred and more reports an hour has five of its most usual cause in any quarter of an hour. */
const OUTAGE_TIMES_USUAL = 4;

/**
 * Whether a burst of one cause over several apps is to be called out as a probable outage.
 *
 * @param burst the last `BURST_WINDOW_MS` of the cause at this desk
 * @param usual the last `USUAL_WINDOW_MS` of the same, the burst included; left out, the desk counts as a quiet one
 */
export function isProbableOutage(burst: Burst, cause: string, usual?: Burst): boolean {
  if (!isCauseId(cause)) return false;
  const shared = SHARED[cause];
  // What lies in one app or one account is no outage, however many meet it at once.
  if (shared !== 'service' && shared !== 'tenant') return false;
  const said = cause === 'service-outage';
  if (burst.people < (said ? SAID_OUTAGE_PEOPLE : OUTAGE_PEOPLE)) return false;
  // Reports of a failing service often name no app at all.
  if (!said && burst.apps < OUTAGE_APPS) return false;
  return burst.people >= OUTAGE_TIMES_USUAL * usualCases(burst, usual);
}

/** How many cases a window of the burst's length had before the burst. */
function usualCases(burst: Burst, usual: Burst | undefined): number {
  if (usual === undefined) return 0;
  const windowsBefore = USUAL_WINDOW_MS / BURST_WINDOW_MS - 1;
  return Math.max(0, usual.cases - burst.cases) / windowsBefore;
}
