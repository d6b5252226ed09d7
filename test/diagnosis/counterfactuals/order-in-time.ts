import { type Counterfactual, is, naming, open } from './counterfactual.ts';
import { APP, call, DENIED, ENTRA, graphError, personToken } from './pasted-calls.ts';

const HOME = 'https://app.contoso.example/auth';
const EVENTS = 'GET https://graph.microsoft.com/v1.0/me/events';
const EXPIRED = graphError('InvalidAuthenticationToken', 'Lifetime validation failed, the token is expired.');

/** Errors that are over: retried, mended, or of an attempt before. */
export const ORDER_IN_TIME: readonly Counterfactual[] = [
  {
    changed: 'the answer to the retry: 200, then 401 again',
    why: 'A call that is repeated with a new token and succeeds has not failed',
    one: {
      paste: `10:30:00 ${EVENTS} -> 401\n${EXPIRED}\n10:30:01 token refreshed, retrying\n10:30:02 ${EVENTS} -> 200`,
      right: { atMost: 'likely' },
    },
    other: {
      paste: `10:30:00 ${EVENTS} -> 401\n${EXPIRED}\n10:30:01 retrying\n10:30:02 ${EVENTS} -> 401`,
      right: is('token-expired'),
    },
  },
  {
    changed: 'the answer after waiting: 200, then 429 again',
    why: 'Throttling that is waited out is no failure',
    one: {
      paste: `${EVENTS}\nHTTP/1.1 429 Too Many Requests\nRetry-After: 10\n\n${EVENTS}\nHTTP/1.1 200 OK`,
      right: { atMost: 'likely' },
    },
    other: {
      paste: `${EVENTS}\nHTTP/1.1 429 Too Many Requests\nRetry-After: 10\n\n${EVENTS}\nHTTP/1.1 429 Too Many Requests\nRetry-After: 10`,
      right: is('throttled'),
    },
  },
  {
    changed: 'the last call: throttled, then refused',
    why: 'What was waited out before is not why the last call was refused',
    one: {
      paste: `${EVENTS}\nHTTP/1.1 429 Too Many Requests\nRetry-After: 10`,
      right: is('throttled'),
    },
    other: {
      paste: `${EVENTS}\nHTTP/1.1 429 Too Many Requests\nRetry-After: 10\n\n${EVENTS}\nHTTP/1.1 200 OK\n\n${call({ request: 'GET https://graph.microsoft.com/v1.0/me/messages', token: personToken({ scp: 'Calendars.Read' }), status: '403 Forbidden', body: DENIED })}`,
      right: naming('Mail.Read', is('missing-scope')),
    },
  },
  {
    changed: 'what follows an outage: 200, then nothing',
    why: 'A 503 that the retry overcame is over',
    one: { paste: `${EVENTS} -> 503 Service Unavailable\nretry 1: ${EVENTS} -> 200 OK`, right: { atMost: 'likely' } },
    other: {
      paste: `${EVENTS} -> 503 Service Unavailable\nretry 1: ${EVENTS} -> 503 Service Unavailable`,
      right: is('service-outage'),
    },
  },
  {
    changed: 'which of two errors was mended, said in words: the first, then the second',
    why: 'What somebody says was mended is not what stands',
    one: {
      paste: `At first we got ${ENTRA.redirect(HOME)}\nThat is fixed. Now we get ${ENTRA.consent()}`,
      right: is('consent-required', 'admin-consent-required'),
    },
    other: {
      paste: `Now we get ${ENTRA.redirect(HOME)}\n(Before that it was ${ENTRA.consent()}, which is fixed.)`,
      right: is('redirect-uri-mismatch'),
    },
  },
  {
    changed: 'the same in German',
    why: 'What somebody says was mended is not what stands',
    one: {
      paste: `Zuerst kam ${ENTRA.redirect(HOME)}\nDas ist behoben. Jetzt kommt ${ENTRA.consent()}`,
      right: is('consent-required', 'admin-consent-required'),
    },
    other: {
      paste: `Jetzt kommt ${ENTRA.redirect(HOME)}\n(Vorher kam ${ENTRA.consent()}, das ist behoben.)`,
      right: is('redirect-uri-mismatch'),
    },
  },
  {
    changed: 'a code that is solved beside a refused call, then one that is not',
    why: 'A sign-in that was mended got the token; what remains is the call',
    one: {
      paste: `AADSTS50011 is solved, sign-in works now. What remains:\n${call({ token: personToken({ scp: 'User.Read' }), status: '403 Forbidden', body: DENIED })}`,
      right: naming('Calendars', is('missing-scope')),
    },
    other: { paste: `Sign-in does not work: ${ENTRA.redirect(HOME)}`, right: is('redirect-uri-mismatch') },
  },
  {
    changed: 'a silent attempt, then a token and a refused call; then nothing behind it',
    why: 'The call was made with the token of the attempt that followed',
    one: {
      paste: `acquireTokenSilent failed: ${ENTRA.silent}\nacquireTokenPopup ok\n${call({ token: personToken({ scp: 'User.Read' }), status: '403 Forbidden', body: DENIED })}`,
      right: naming('Calendars', is('missing-scope')),
    },
    other: {
      paste: `acquireTokenSilent failed: ${ENTRA.silent}\n${EVENTS}\nAuthorization: Bearer undefined\n401`,
      right: is('interaction-required'),
    },
  },
  {
    changed: 'the old call and the new one change places',
    why: 'The last refused call is the failure',
    one: {
      paste: `yesterday:\n${call({ request: 'GET https://graph.microsoft.com/v1.0/me/messages', token: personToken({ scp: 'User.Read' }), status: '403 Forbidden', body: DENIED })}\n\ntoday, with Mail.Read added:\n${call({ request: 'GET https://graph.microsoft.com/v1.0/me/contacts', token: personToken({ scp: 'User.Read Mail.Read' }), status: '403 Forbidden', body: DENIED })}`,
      right: naming('Contacts.Read', is('missing-scope')),
    },
    other: {
      paste: `yesterday:\n${call({ request: 'GET https://graph.microsoft.com/v1.0/me/contacts', token: personToken({ scp: 'User.Read' }), status: '403 Forbidden', body: DENIED })}\n\ntoday, with Contacts.Read added:\n${call({ request: 'GET https://graph.microsoft.com/v1.0/me/messages', token: personToken({ scp: 'User.Read Contacts.Read' }), status: '403 Forbidden', body: DENIED })}`,
      right: naming('Mail.Read', is('missing-scope')),
    },
  },
  {
    changed: 'the sign-in behind the error: it fails, then it succeeds',
    why: 'A later success of the same sign-in ends the earlier failure',
    one: { paste: `10:00 sign-in ${APP}: ${ENTRA.mfa}\n10:01 sign-in ${APP}: ${ENTRA.mfa}`, right: is('mfa-required') },
    other: {
      paste: `10:00 sign-in ${APP}: ${ENTRA.mfa}\n10:01 sign-in ${APP}: success\n10:02 ${call({ token: personToken({ scp: 'User.Read' }), status: '403 Forbidden', body: DENIED })}`,
      right: is('missing-scope'),
    },
  },
  {
    changed: 'the sentence «it works now» behind the error',
    why: 'Nothing stands that is to be mended',
    one: { paste: ENTRA.codeRedeemed, right: is('code-expired-or-redeemed') },
    other: {
      paste: `10:30 POST https://login.microsoftonline.com/common/oauth2/v2.0/token -> 200\n10:31 ${EVENTS} -> 200 OK`,
      right: open(),
    },
  },
];
