import { aadstsEntry } from '../codes/aadsts.ts';
import { apiOfRequest } from '../facts/api.ts';
import type { Facts } from '../facts/facts.ts';
import { CONSUMER_TENANT } from '../facts/values.ts';
import type { RootCause } from './root-cause.ts';
import { brokerAnswered } from './words/broker-answers.ts';
import { ourApp, sentence, signInReference, theApi } from './words/wording.ts';

/** Codes that the table files under the service, but that an administrator or identity provider has to mend: they stay. */
function lasting(facts: Facts): { code: number; audience: 'identity-provider' | 'tenant-admin' } | undefined {
  for (const { code, family } of facts.of('aadsts')) {
    const entry = family === 'AADSTS' ? aadstsEntry(code) : undefined;
    if (entry?.cause !== 'service-outage') continue;
    if (entry.audience === 'identity-provider' || entry.audience === 'tenant-admin')
      return { code, audience: entry.audience };
  }
  return undefined;
}

/** What serves a page of one's own: its 500 is the program's, whatever it asked of Microsoft before. */
const OWN_SERVER = [
  'flask app',
  'flask shows',
  'flask returns',
  'django',
  'fastapi',
  'gunicorn',
  'uvicorn',
  'werkzeug',
  'laravel',
  'spring boot',
  'express.js',
  'valueerror',
  'traceback (most recent call last)',
] as const;

function ofOneOwnServer(facts: Facts): boolean {
  const request = facts.call?.request;
  // `"GET /login HTTP/1.1" 500` of an access log: a path that no API of Microsoft has.
  if (request != null) return request.host === null && apiOfRequest(request) === null;
  if (facts.of('api-error').length > 0) return false;
  // Code that signs people in, and no call to any API: what answers 500 is the page that this code serves.
  const signsIn = facts.of('setting').some(({ name, language }) => name === 'scopes' && language !== null);
  return signsIn || facts.anyPhrase(...OWN_SERVER) !== undefined;
}

export const serviceOutage: RootCause = {
  id: 'service-outage',
  title: 'The service, or a provider behind it, failed',
  owner: 'microsoft',
  ownerFor: (facts) => lasting(facts)?.audience ?? 'microsoft',
  explanation:
    'The answer is about the service itself, not about your request: an internal error, a time-out, stale information about a mailbox, or a federation server or external provider that does not answer. Most of these pass by themselves within minutes. A few do not: a broken federation or external provider set-up stays until its administrator mends it.',
  symptoms: [
    '500, 502, 503 or 504 from Graph or Entra ID',
    'AADSTS90033 «A transient error has occurred»',
    'ErrorInternalServerError, MailboxInfoStale, UnknownError',
    'It worked before, and nothing was changed',
  ],
  rules: [
    brokerAnswered(['temporarily_unavailable', 'server_error'], 'weak'),
    {
      kind: 'code',
      codes: [90033, 90012, 90020, 50086, 50087, 80001, 80005, 81015],
      strength: 'decisive',
      when: (_, code) => code.code === 90033 || code.code === 90012,
      says: (_, code) => `AADSTS${code.code}: a fault of the service that passes`,
    },
    {
      kind: 'code',
      codes: [90002],
      strength: 'strong',
      when: (_, code) => code.message.includes(CONSUMER_TENANT),
      says: 'The tenant that was «not found» is Microsoft’s own one for personal accounts, which exists: the service was at fault',
    },
    {
      kind: 'phrase',
      phrases: [
        'temporarily_unavailable',
        'errorinternalservererror',
        'mailboxinfostale',
        'a transient error has occurred',
        'insufficient memory to continue',
        'errormailboxstoreunavailable',
        'errorinternalservertransienterror',
        'service is temporarily unavailable',
        'the service is currently unavailable',
        'backendserviceunavailable',
        'failed to communicate with exchange',
        'serviceunavailable',
        'internalservererror',
        'gateway timeout',
        'gateway time-out',
        'errortimeoutexpired',
        'upstream request timeout',
        'generic_error_occurred_in_service',
        'servicenotavailable',
        'errormailboxfailover',
      ],
      strength: 'strong',
      when: (facts) => facts.microsoft && facts.status !== 429,
      says: 'The service speaks of a fault of its own',
    },
    {
      // Graph's own spelling of it (learn.microsoft.com/graph/errors), pasted without its address.
      kind: 'facts',
      onlyWith: { evidence: ['api-error'] },
      test: (facts) => {
        const error = facts.of('api-error').find(({ code }) => /^[Ss]erviceNotAvailable$/.test(code));
        if (error === undefined || facts.microsoft || facts.of('vendor').length > 0) return undefined;
        return {
          strength: 'strong',
          at: error.span,
          says: `${error.code} is what Graph answers while a service behind it is away`,
        };
      },
    },
    {
      // Graph also writes UnknownError over refusals of other services: alone it says little.
      kind: 'phrase',
      phrases: ['unknownerror'],
      strength: 'weak',
      when: (facts) => facts.microsoft && (facts.status === null || facts.status >= 500),
      says: 'UnknownError: the service behind Graph gave no reason',
    },
    {
      kind: 'phrase',
      // The last is what Exchange's health monitors say (SystemMemoryProtection…, MdbReplication…).
      phrases: [
        'mailboxinfostale',
        'errorinternalservertransienterror',
        'errormailboxstoreunavailable',
        'utilizationmonitor is unhealthy',
      ],
      strength: 'decisive',
      when: (facts) => facts.of('aadsts').length === 0,
      says: 'Exchange gives this code for a passing fault of its own',
    },
    {
      kind: 'phrase',
      phrases: ['errorinternalservererror', 'temporarily_unavailable'],
      strength: 'strong',
      says: 'This code stands for a fault inside the service',
    },
    {
      kind: 'facts',
      phrases: OWN_SERVER,
      onlyWith: { evidence: ['response'] },
      test: (facts) => {
        const response = facts.of('response').findLast((item) => item.status >= 500 && item.status <= 504);
        if (response === undefined || !facts.microsoft || facts.api === 'own-api') return undefined;
        if (facts.api === null && ofOneOwnServer(facts)) return undefined;
        const alone =
          facts.of('aadsts').length === 0 && facts.of('challenge').length === 0 && facts.of('diagnostics').length === 0;
        return {
          strength: alone ? 'strong' : 'weak',
          at: response.span,
          says: `${response.status} is an answer about the service, not about the request`,
        };
      },
    },
    {
      // urllib3 gives up after several answers of the same kind; its words name the status and the host apart.
      kind: 'facts',
      phrases: [
        'too many 500 error responses',
        'too many 502 error responses',
        'too many 503 error responses',
        'too many 504 error responses',
        'graph.microsoft.com',
        'outlook.office365.com',
        '.sharepoint.com',
        'login.microsoftonline.com',
      ],
      onlyWith: {
        phrases: [
          'too many 500 error responses',
          'too many 502 error responses',
          'too many 503 error responses',
          'too many 504 error responses',
        ],
      },
      test: (facts) => {
        const at = facts.anyPhrase(
          'too many 500 error responses',
          'too many 502 error responses',
          'too many 503 error responses',
          'too many 504 error responses',
        );
        const host = facts.anyPhrase(
          'graph.microsoft.com',
          'outlook.office365.com',
          '.sharepoint.com',
          'login.microsoftonline.com',
        );
        return at !== undefined && host !== undefined
          ? { strength: 'strong', at, says: 'The service answered every attempt with the same fault of its own' }
          : undefined;
      },
    },
    {
      // The pre-authenticated upload address carries its own token; where none was added, the refusal is not the caller's.
      kind: 'facts',
      phrases: ['invalidaudienceforresource'],
      onlyWith: 'its phrases',
      test: (facts) => {
        const at = facts.phrase('invalidaudienceforresource');
        const request = facts.call?.request;
        if (at === undefined || request == null || !/attachmentsessions/i.test(request.path)) return undefined;
        return request.authorization === 'token'
          ? undefined
          : {
              strength: 'fair',
              at,
              says: 'The address was signed by the service itself, so the audience in it is the service’s',
            };
      },
    },
  ],
  headline: (facts) => {
    const stays = lasting(facts);
    if (stays !== undefined)
      return `AADSTS${stays.code} comes from the ${stays.audience === 'identity-provider' ? 'identity provider (federation server or external provider)' : 'tenant’s set-up'} behind the sign-in: it does not pass by itself.`;
    return `${theApi(facts) === 'the API' ? 'Microsoft’s service' : sentence(theApi(facts))} failed by itself; your request and token are not the reason.`;
  },
  steps: (facts) =>
    lasting(facts) !== undefined
      ? [
          {
            text: 'Give the code, the correlation id and the time to whoever runs the federation server or external provider: its log has the reason.',
          },
          {
            text: 'Compare the federation or provider settings in Entra ID (issuer, certificate, addresses) with the provider’s own metadata.',
          },
        ]
      : [
          {
            text: 'Wait a minute and repeat, three times at most, each time longer; obey Retry-After where it is there.',
          },
          {
            text: 'Look at the service health of the tenant (administrators) or the public page:',
            link: { title: 'Microsoft service status', url: 'https://status.cloud.microsoft' },
          },
          {
            text: 'Where it lasts over an hour, open a support request with the request id, the correlation id and the time.',
            ...(facts.values.requestId === undefined ? {} : { value: facts.values.requestId }),
          },
        ],
  patches: (facts) => (lasting(facts) === undefined ? ['retry-after'] : []),
  check: () => ({ text: 'The same request, unchanged, is answered.' }),
  forward: (facts) =>
    lasting(facts) !== undefined
      ? `Sign-ins to ${ourApp(facts)} fail because a service that the sign-in goes through (federation server, external provider) is set up wrongly${signInReference(facts)}. This lasts until that is changed: please look in its log at that time, and compare its settings in Entra ID with its own metadata.`
      : `Requests to ${theApi(facts)} fail with an error of the service itself${facts.values.requestId === undefined ? '' : ` (request id ${facts.values.requestId})`}${signInReference(facts)}. Please look at the service health of our tenant, and open a support request if it lasts.`,
  sources: [
    { title: 'Microsoft Graph error responses', url: 'https://learn.microsoft.com/graph/errors' },
    { title: 'Entra error codes', url: 'https://learn.microsoft.com/entra/identity-platform/reference-error-codes' },
  ],
  lastChecked: '2026-11-22',
  hits: [
    {
      paste: `{"error":{"code":"serviceNotAvailable","message":"The service is not available. Try the request again after a delay.","innerError":{"request-id":"7b29b3a3-cfc9-4a87-b5fe-aca1e7aef95b"}}}`,
      verdict: 'likely',
    },
    {
      paste:
        'HTTP/1.1 503 Service Unavailable\n\n{"error":{"code":"serviceNotAvailable","message":"The service is temporarily unavailable. Please retry after some time."}}',
    },
    { paste: 'sendMail failed: statusCode 503, "MdbReplicationProtectionUtilizationMonitor is unhealthy"' },
    {
      paste:
        "HTTPSConnectionPool(host='graph.microsoft.com', port=443): Max retries exceeded with url: /v1.0/me/calendars (Caused by ResponseError('too many 503 error responses'))",
    },
    { paste: 'AADSTS90033: A transient error has occurred. Please try again.', verdict: 'certain' },
    {
      paste:
        'GET https://graph.microsoft.com/v1.0/me/events\nHTTP/1.1 503 Service Unavailable\n{"error":{"code":"MailboxInfoStale","message":"Mailbox info is stale."}}',
    },
    {
      paste:
        'GET https://graph.microsoft.com/v1.0/me/calendars\n{"error":{"code":"ErrorInternalServerError","message":"An internal server error occurred. The operation failed."}}',
    },
  ],
  nearMisses: [
    {
      // The program's own page, whatever it asked of Microsoft before.
      paste:
        '10.0.0.7 - - [20/Nov/2026 14:24:24] "GET /login HTTP/1.1" 500 -\nimport msal\nauthority = "https://login.microsoftonline.com/common"',
      cause: 'not-enough-evidence',
    },
    {
      paste:
        'HTTP/1.1 429 Too Many Requests\nRetry-After: 17\n\n{"error":{"code":"TooManyRequests","message":"Too many requests"}}',
      cause: 'throttled',
    },
    { paste: 'HTTP/1.1 500 Internal Server Error\nServer: nginx\n\n{"message":"boom"}', cause: 'not-enough-evidence' },
  ],
};
