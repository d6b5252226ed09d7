import { type Counterfactual, certainly, is, naming } from './counterfactual.ts';
import { APP, call, DENIED, ENTRA, graphError, personToken } from './pasted-calls.ts';

const EXPIRED = graphError('InvalidAuthenticationToken', 'Lifetime validation failed, the token is expired.');

/** Logs of programs and clients, in which something failed, was repeated, and something else stands at the end. */
export const LOGS_WITH_RETRIES: readonly Counterfactual[] = [
  {
    changed: 'JSON lines: which code has the later time',
    why: 'The last in time stands',
    one: {
      paste: `{"time":"2026-05-04T10:01:00Z","msg":"${ENTRA.mfa}"}\n{"time":"2026-05-04T10:05:00Z","msg":"${ENTRA.notAssigned}"}`,
      right: is('user-not-assigned'),
    },
    other: {
      paste: `{"time":"2026-05-04T10:01:00Z","msg":"${ENTRA.notAssigned}"}\n{"time":"2026-05-04T10:05:00Z","msg":"${ENTRA.mfa}"}`,
      right: is('mfa-required'),
    },
  },
  {
    changed: 'the pop-up behind the silent attempt: refused, then closed with a token and a refused call',
    why: 'The failure is the last thing that was refused',
    one: {
      paste: `[msal] silent: ${ENTRA.silent}\n[msal] popup: ${ENTRA.blocked}`,
      right: is('conditional-access-blocked'),
    },
    other: {
      paste: `[msal] silent: ${ENTRA.silent}\n[msal] popup: token acquired\n${call({ request: 'GET https://graph.microsoft.com/v1.0/me/messages', token: personToken(), status: '403 Forbidden', body: DENIED })}`,
      right: naming('Mail.Read', is('missing-scope')),
    },
  },
  {
    changed: 'the second answer of a client that renews by itself: 403, then 401 again',
    why: 'After the renewal the token was taken: what is refused is the permission',
    one: {
      paste: `GET https://graph.microsoft.com/v1.0/me/messages\n401 ${EXPIRED}\nrefreshing\n${call({ request: 'GET https://graph.microsoft.com/v1.0/me/messages', token: personToken(), status: '403 Forbidden', body: DENIED })}`,
      right: naming('Mail.Read', { causes: ['missing-scope'], atLeast: 'likely' }),
    },
    other: {
      paste: `GET https://graph.microsoft.com/v1.0/me/messages\n401 ${EXPIRED}\nrefreshing\nGET https://graph.microsoft.com/v1.0/me/messages\n401 ${EXPIRED}`,
      right: is('token-expired'),
    },
  },
  {
    changed: 'the last try of a sign-in with backoff: the outage, then a wrong secret',
    why: 'The service came back and said why it refuses',
    one: {
      paste:
        'try 1: AADSTS90033: A transient error has occurred. Please try again.\ntry 2: AADSTS90033: A transient error has occurred. Please try again.',
      right: certainly('service-outage'),
    },
    other: {
      paste: `try 1: AADSTS90033: A transient error has occurred. Please try again.\ntry 2: ${ENTRA.secretWrong()}`,
      right: is('client-secret-invalid'),
    },
  },
  {
    changed: 'a batch of users: one refused for each reason, then all for one',
    why: 'Several people with several reasons are several failures',
    one: { paste: `lena: ${ENTRA.notAssigned}\nsam: ${ENTRA.notAssigned}`, right: certainly('user-not-assigned') },
    other: {
      paste: `lena: ${ENTRA.locked}\nsam: ${ENTRA.notAssigned}`,
      right: { causes: ['user-not-assigned', 'account-locked'] },
    },
  },
  {
    changed: 'a chain of causes: what the inner exception says',
    why: 'The inner exception tells why the outer one came',
    one: {
      paste: `MsalUiRequiredException: AADSTS50058: A silent sign-in request was sent but no user is signed in.\n ---> MsalServiceException: ${ENTRA.mfa}`,
      right: is('mfa-required'),
    },
    other: {
      paste: `MsalUiRequiredException: AADSTS50058: A silent sign-in request was sent but no user is signed in.\n ---> MsalServiceException: ${ENTRA.revoked}`,
      right: is('session-revoked'),
    },
  },
  {
    changed: 'the health check before the failure: it works, then it fails too',
    why: 'Another program’s address says nothing of Graph',
    one: {
      paste: `GET https://planner.contoso.example/healthz -> 200\n${call({ request: 'GET https://graph.microsoft.com/v1.0/me/messages', token: personToken(), status: '403 Forbidden', body: DENIED })}`,
      right: naming('Mail.Read', certainly('missing-scope')),
    },
    other: {
      paste: `GET https://planner.contoso.example/healthz -> 503\n${call({ request: 'GET https://graph.microsoft.com/v1.0/me/messages', token: personToken(), status: '403 Forbidden', body: DENIED })}`,
      right: naming('Mail.Read', is('missing-scope')),
    },
  },
  {
    changed: 'who consented in the meantime: nobody, then the administrator, said by the log',
    why: 'The attempt behind the consent went well',
    one: { paste: `10:00 ${ENTRA.consent()}\n10:05 ${ENTRA.consent()}`, right: is('consent-required') },
    other: {
      paste: `10:00 ${ENTRA.consent()}\n10:03 admin consent granted for ${APP}\n10:05 token acquired\n10:05 ${call({ request: 'GET https://graph.microsoft.com/v1.0/me/messages', token: personToken(), status: '403 Forbidden', body: DENIED })}`,
      right: naming('Mail.Read', is('missing-scope')),
    },
  },
  {
    changed: 'the throttled call beside the refused one: repeated and well, then still throttled',
    why: 'What was waited out is over; what is still throttled is a second failure',
    one: {
      paste: `GET https://graph.microsoft.com/v1.0/me/events -> 429\nGET https://graph.microsoft.com/v1.0/me/events -> 200\n${call({ request: 'GET https://graph.microsoft.com/v1.0/me/messages', token: personToken(), status: '403 Forbidden', body: DENIED })}`,
      right: naming('Mail.Read', certainly('missing-scope')),
    },
    other: {
      paste: `${call({ request: 'GET https://graph.microsoft.com/v1.0/me/messages', token: personToken(), status: '403 Forbidden', body: DENIED })}\nGET https://graph.microsoft.com/v1.0/me/events -> 429`,
      right: { causes: ['throttled', 'missing-scope'], atMost: 'likely' },
    },
  },
  {
    changed: 'a 500 of Graph before the refusal, then after it',
    why: 'The last refusal stands; a fault that came in between passes',
    one: {
      paste: `GET https://graph.microsoft.com/v1.0/me/messages -> 500\n${call({ request: 'GET https://graph.microsoft.com/v1.0/me/messages', token: personToken(), status: '403 Forbidden', body: DENIED })}`,
      right: is('missing-scope'),
    },
    other: {
      paste:
        'GET https://graph.microsoft.com/v1.0/me/messages -> 500\nGET https://graph.microsoft.com/v1.0/me/messages -> 500',
      right: is('service-outage'),
    },
  },
];
