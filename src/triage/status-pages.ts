import { type CauseId, isCauseId } from '../diagnosis/cause-id.ts';

/** Where a service tells of its own failures. */
export interface StatusPage {
  readonly service: string;
  /** What to call the link. */
  readonly title: string;
  readonly url: string;
  /** Whether anybody may read it, or an administrator after signing in. */
  readonly readBy: 'anybody' | 'administrators';
}

const STATUS_PAGE_IDS = ['microsoft-365', 'azure', 'entra', 'microsoft-365-admin'] as const;
export type StatusPageId = (typeof STATUS_PAGE_IDS)[number];

/**
 * Addresses that Microsoft gives out as entrances; pages behind them move. Entra ID has no public page of its own: its
 * wide failures stand on Azure's, the tenant's own health in its admin centre.
 * https://learn.microsoft.com/microsoft-365/enterprise/view-service-health
 * https://learn.microsoft.com/azure/service-health/azure-status-overview
 */
export const STATUS_PAGES: Readonly<Record<StatusPageId, StatusPage>> = {
  'microsoft-365': {
    service: 'Microsoft 365',
    title: 'Microsoft service status',
    url: 'https://status.cloud.microsoft',
    readBy: 'anybody',
  },
  azure: {
    service: 'Azure and Entra ID',
    title: 'Azure status',
    url: 'https://azure.status.microsoft',
    readBy: 'anybody',
  },
  entra: {
    service: 'Entra ID',
    title: 'Entra admin center (Health)',
    url: 'https://entra.microsoft.com',
    readBy: 'administrators',
  },
  'microsoft-365-admin': {
    service: 'Microsoft 365',
    title: 'Microsoft 365 admin center (Health, Service health)',
    url: 'https://admin.microsoft.com',
    readBy: 'administrators',
  },
};

/** Which service speaks where a cause shows. */
type Service = 'sign-in' | 'mail' | 'any-api' | 'bot-service' | 'none';

const PAGES_OF: Readonly<Record<Service, readonly StatusPageId[]>> = {
  'sign-in': ['azure', 'entra'],
  mail: ['microsoft-365', 'microsoft-365-admin'],
  // Graph stands before both, and its refusals are the services' behind it.
  'any-api': ['microsoft-365', 'azure', 'microsoft-365-admin'],
  'bot-service': ['azure', 'microsoft-365'],
  none: [],
};

const SERVICE_OF: Readonly<Record<CauseId, Service>> = {
  'token-missing': 'none',
  'token-malformed': 'none',
  'token-expired': 'none',
  'clock-skew': 'none',
  'wrong-audience': 'none',
  'id-token-used': 'none',
  'signature-invalid': 'sign-in',
  'issuer-mismatch': 'none',
  'wrong-cloud': 'none',
  'missing-scope': 'none',
  'app-role-missing': 'none',
  'app-only-on-me': 'none',
  'app-access-policy': 'mail',
  'mailbox-access-denied': 'mail',
  'mailbox-unavailable': 'mail',
  'cae-challenge': 'any-api',
  'app-api-policy': 'mail',
  'legacy-protocol-retired': 'mail',
  'redirect-uri-mismatch': 'none',
  'redirect-platform-mismatch': 'none',
  'client-secret-invalid': 'none',
  'client-secret-expired': 'none',
  'client-credential-missing': 'none',
  'public-client-with-secret': 'none',
  'client-assertion-invalid': 'none',
  'federated-credential-mismatch': 'none',
  'app-not-found': 'none',
  'resource-not-found': 'sign-in',
  'app-disabled': 'sign-in',
  'tenant-not-found': 'none',
  'account-type-mismatch': 'none',
  'guest-not-invited': 'sign-in',
  'user-not-assigned': 'sign-in',
  'consent-required': 'sign-in',
  'admin-consent-required': 'sign-in',
  'invalid-scope': 'none',
  'mixed-resource-scopes': 'none',
  'invalid-request': 'none',
  'grant-not-allowed': 'none',
  'code-expired-or-redeemed': 'none',
  'pkce-mismatch': 'none',
  'refresh-token-expired': 'sign-in',
  'session-revoked': 'sign-in',
  'no-refresh-token': 'none',
  'obo-assertion-invalid': 'none',
  'state-or-nonce-mismatch': 'none',
  'interaction-required': 'sign-in',
  'token-cache-miss': 'none',
  'user-not-found': 'sign-in',
  'credentials-wrong': 'sign-in',
  'password-expired': 'sign-in',
  'account-locked': 'sign-in',
  'account-disabled': 'sign-in',
  'mfa-required': 'sign-in',
  'conditional-access-blocked': 'sign-in',
  'tenant-restricted': 'sign-in',
  'device-registration': 'sign-in',
  'bot-credentials': 'bot-service',
  'bot-sso-misconfigured': 'bot-service',
  'bot-oauth-connection': 'bot-service',
  throttled: 'any-api',
  'service-outage': 'any-api',
  'bad-event-payload': 'none',
  'not-enough-evidence': 'none',
};

/**
 * The status pages to look at when many meet a cause at once, the likeliest first; none where no service of Microsoft
 * can be at fault: the app's own doing, or a provider that Microsoft knows nothing of.
 *
 * @param cause a root cause id, as the store keeps it
 * @param owner who must act, as the store keeps it
 */
export function statusPagesFor(cause: string, owner: string): readonly StatusPage[] {
  if (owner === 'identity-provider') return [];
  const service = isCauseId(cause) ? SERVICE_OF[cause] : 'none';
  return PAGES_OF[service === 'none' && owner === 'microsoft' ? 'any-api' : service].map((id) => STATUS_PAGES[id]);
}
