import type { Facts } from '../facts/facts.ts';
import type { RootCause } from './root-cause.ts';
import { sentence, theApi } from './words/wording.ts';

/** The code as Graph, Azure and OneDrive write it, in an error body of theirs. */
function graphLike(facts: Facts): boolean {
  return facts
    .of('api-error')
    .some((error) => /^(?:TooManyRequests|activityLimitReached|ApplicationThrottled)$/i.test(error.code));
}

/** «23 seconds», where an answer says how long to wait. */
function askedWait(facts: Facts): string | undefined {
  const seconds = facts.of('response').find((item) => item.retryAfter !== null)?.retryAfter;
  return seconds == null ? undefined : `${seconds} ${seconds === 1 ? 'second' : 'seconds'}`;
}

export const throttled: RootCause = {
  id: 'throttled',
  title: 'Too many requests',
  owner: 'app-developer',
  explanation:
    'The service has counted more requests than it allows for this app, mailbox or tenant, and asks to wait; the answer says how long in Retry-After. Outlook allows four calls at a time for one app and mailbox, and 10,000 in ten minutes. Entra ID stops a client that asks for the same token over and over (AADSTS50196): a loop, or a token that is never cached.',
  symptoms: [
    '429 TooManyRequests with Retry-After',
    'ApplicationThrottled, MailboxConcurrency, ErrorServerBusy',
    'AADSTS50196 «client request loop»',
    '503 with Retry-After',
  ],
  explains: ['service-outage', 'token-cache-miss'],
  rules: [
    {
      kind: 'code',
      codes: [50196, 90045, 50088],
      strength: 'decisive',

      says: (_, code) => `AADSTS${code.code}: the sign-in service has seen too many requests`,
    },
    {
      kind: 'phrase',
      phrases: [
        'applicationthrottled',
        'mailboxconcurrency',
        'activitylimitreached',
        'errorserverbusy',
        'errortoomanyobjectsopened',
        'client request loop',
        'application is over its mailboxconcurrency limit',
        'subrequestsexceeded',
        'errorexceededconnectioncount',
        'exceeded its sync quota',
        'you have exceeded the available concurrent connections',
        // SMTP AUTH of Exchange Online, and its limit of messages a day; Azure AD Graph.
        '432 4.3.2 concurrent connections limit exceeded',
        'submissionquotaexceededexception',
        'request_throttledtemporarily',
        // Dataverse's three service protection limits: learn.microsoft.com/power-apps/developer/data-platform/api-limits.
        '0x80072321',
        '0x80072322',
        '0x80072326',
        // API Management's quota policy.
        'out of call volume quota',
        // EWS words for ErrorServerBusy.
        'data.serverbusyexception',
        'server cannot service this request right now. try again later',
      ],
      strength: 'decisive',
      when: (facts) => facts.of('vendor').length === 0,
      says: 'The service says that there were too many requests',
    },
    {
      // Words that any web service may use: proof only beside something of Microsoft's.
      kind: 'phrase',
      phrases: [
        'toomanyrequests',
        'too many requests',
        'request_throttled',
        'requestthrottled',
        'throttledrequest',
        'rate limit is exceeded',
        'concurrency limit',
        'request limit exceeded',
        'too many 429 error responses',
        'request has been throttled',
      ],
      strength: 'decisive',
      when: (facts) => facts.of('vendor').length === 0 && (facts.microsoft || graphLike(facts)),
      says: 'The service says that there were too many requests',
    },
    {
      kind: 'phrase',
      phrases: [
        'toomanyrequests',
        'too many requests',
        'request_throttled',
        'requestthrottled',
        'rate limit is exceeded',
        'too many 429 error responses',
      ],
      strength: 'weak',
      when: (facts) => facts.of('vendor').length === 0 && !facts.microsoft && !graphLike(facts),
      says: 'Some service says that there were too many requests',
    },
    {
      kind: 'facts',
      onlyWith: { evidence: ['response'] },
      test: (facts) => {
        const response = facts.of('response').find((item) => item.status === 429);
        if (response !== undefined && facts.of('vendor').length === 0)
          return {
            strength: facts.microsoft || graphLike(facts) ? 'decisive' : 'fair',
            at: response.span,
            says: `The answer is 429${response.retryAfter === null ? '' : `, with Retry-After: ${response.retryAfter}`}`,
          };
        const waiting = facts.of('response').find((item) => item.status === 503 && item.retryAfter !== null);
        return (
          waiting && {
            strength: 'weak',
            at: waiting.span,
            says: `503 with Retry-After: ${waiting.retryAfter} is a way of throttling, too`,
          }
        );
      },
    },
  ],
  headline: (facts) => {
    const wait = askedWait(facts);
    if (facts.of('aadsts').some((code) => code.code === 50196))
      return 'The client asks Entra ID for the same token over and over; Entra ID has stopped it.';
    return `${sentence(theApi(facts))} has had too many requests${wait === undefined ? '' : ` and asks to wait ${wait}`}.`;
  },
  steps: (facts) =>
    facts.of('aadsts').some((code) => code.code === 50196)
      ? [
          {
            text: 'Keep one MSAL application object for the life of the program (or a shared cache): a new one for each call asks for a new token each time.',
          },
          { text: 'Ask for the token once before the loop, and reuse it until five minutes before it expires.' },
          { text: 'On an error stop, and do not repeat the token request at once.' },
        ]
      : [
          {
            text: `${askedWait(facts) === undefined ? 'Wait as long as Retry-After says (seconds)' : `Wait ${askedWait(facts)}, as the answer asks`}, then repeat; without the header wait 1, 2, 4, 8 … seconds, each plus a random part of a second.`,
          },
          {
            text: 'At most four calls at a time to one mailbox; in a $batch look at each inner status, 429 hides there behind an outer 200.',
          },
          { text: 'Ask less: $select, delta queries and change notifications in place of polling.' },
        ],
  patches: (facts) => (facts.of('aadsts').some((code) => code.code === 50196) ? ['token-cache'] : ['retry-after']),
  check: () => ({
    text: 'After the wait the same call is answered; the share of 429 in the log falls to nearly none.',
  }),
  sources: [
    { title: 'Microsoft Graph throttling guidance', url: 'https://learn.microsoft.com/graph/throttling' },
    { title: 'Service-specific throttling limits', url: 'https://learn.microsoft.com/graph/throttling-limits' },
  ],
  lastChecked: '2026-11-22',
  hits: [
    {
      paste: `{"error":{"code":"0x80072321","message":"Combined execution time of incoming requests exceeded limit of 1200000 milliseconds over time window of 300 seconds. Decrease number of concurrent requests or reduce the duration of requests and try again later."}}`,
      verdict: 'certain',
    },
    {
      paste: `432 4.3.2 Concurrent connections limit exceeded. Visit https://aka.ms/concurrent_sending for more information.`,
      verdict: 'certain',
    },
    {
      paste: `{ "statusCode": 403, "message": "Out of call volume quota. Quota will be replenished in 02:11:09." }`,
      verdict: 'certain',
    },
    {
      paste: `Microsoft.Exchange.WebServices.Data.ServerBusyException: The server cannot service this request right now. Try again later.
   at Contoso.Rooms.Reader.Load()`,
      verdict: 'certain',
    },
    {
      paste:
        '{"error":{"code":"TooManyRequests","message":"Too Many Requests","innerError":{"request-id":"0f1e2d3c-4b5a-4968-8776-655443322111"}}}',
      verdict: 'certain',
    },
    {
      paste:
        'HTTP/1.1 429 Too Many Requests\nRetry-After: 17\n\n{"error":{"code":"TooManyRequests","message":"Too many requests"}}',
      verdict: 'certain',
    },
    {
      paste: '{"error":{"code":"ApplicationThrottled","message":"Application is over its MailboxConcurrency limit."}}',
      verdict: 'certain',
    },
    {
      paste:
        'AADSTS50196: The server terminated an operation because it encountered a client request loop. Please contact your app vendor.',
      verdict: 'certain',
    },
  ],
  nearMisses: [
    { paste: 'docker: toomanyrequests: You have reached your pull rate limit.', cause: 'not-enough-evidence' },
    {
      paste:
        '{"error":{"code":"MailboxInfoStale","message":"Mailbox info is stale."}}\nHTTP/1.1 503 Service Unavailable',
      cause: 'service-outage',
    },
    {
      paste:
        "AADSTS50053: The account is locked, you've tried to sign in too many times with an incorrect user ID or password.",
      cause: 'account-locked',
    },
  ],
};
