import { type Counterfactual, certainly, is, notCertainly, open } from './counterfactual.ts';
import { at, call, DENIED, graphError, INVALID_TOKEN, PERSON, personToken } from './pasted-calls.ts';

const BEFORE = ['Date: Mon, 04 May 2026 10:30:00 GMT'];
const AFTER = ['Date: Mon, 04 May 2026 11:30:00 GMT'];
const EXPIRED = graphError(INVALID_TOKEN, 'Lifetime validation failed, the token is expired.');
const UNREASONED = graphError(INVALID_TOKEN, 'Access token validation failure.');
const SECOND_CHALLENGE =
  'WWW-Authenticate: Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", client_id="00000003-0000-0000-c000-000000000000", error="insufficient_claims", claims="eyJhY2Nlc3NfdG9rZW4iOnsibmJmIjp7ImVzc2VudGlhbCI6dHJ1ZSwidmFsdWUiOiIxNzc3ODkwMDAwIn19fQ=="';

/** The life of the token, against the instant of the refusal. */
export const EXPIRY_AGAINST_TIME: readonly Counterfactual[] = [
  {
    changed: 'the Date of the response: after exp, then before it',
    why: 'A token is refused for its age after exp only',
    one: { paste: call({ token: personToken(), headers: AFTER }), right: certainly('token-expired') },
    other: { paste: call({ token: personToken(), headers: BEFORE }), right: open('token-expired') },
  },
  {
    changed: 'exp: before the Date, then after it',
    why: 'The same contradiction, the token changed',
    one: {
      paste: call({ token: personToken({ exp: at('2026-05-04T10:20:00Z') }) }),
      right: certainly('token-expired'),
    },
    other: { paste: call({ token: personToken({ exp: at('2026-05-04T10:40:00Z') }) }), right: open('token-expired') },
  },
  {
    changed: 'the date of innerError: after exp, then before it',
    why: 'innerError.date is UTC; where no header shows, it is the instant of the refusal',
    one: {
      paste: call({
        token: personToken(),
        headers: [],
        body: graphError(INVALID_TOKEN, 'Access token validation failure.', '2026-05-04T11:30:00'),
      }),
      right: is('token-expired'),
    },
    other: {
      paste: call({
        token: personToken(),
        headers: [],
        body: graphError(INVALID_TOKEN, 'Access token validation failure.', '2026-05-04T10:30:00'),
      }),
      right: open('token-expired'),
    },
  },
  {
    changed: 'the status of a call after exp: 401, then 403',
    why: 'An API looks at the lifetime before it looks at permissions: 403 means that the token was accepted, so the one shown is not the one sent, or the clocks differ',
    one: { paste: call({ token: personToken(), headers: AFTER }), right: certainly('token-expired') },
    other: {
      paste: call({ token: personToken({ scp: 'User.Read' }), headers: AFTER, status: '403 Forbidden', body: DENIED }),
      right: { causes: ['missing-scope'], never: ['token-expired'] },
    },
  },
  {
    changed: 'the status of a call after exp: 401, then 200',
    why: 'What answers 200 has not failed',
    one: { paste: call({ token: personToken(), headers: AFTER }), right: certainly('token-expired') },
    other: { paste: call({ token: personToken(), headers: AFTER, status: '200 OK' }), right: open('token-expired') },
  },
  {
    changed: 'nbf: before the Date, then ten minutes after it',
    why: 'A token that is not valid yet at the API means that a clock is wrong',
    one: { paste: call({ token: personToken() }), right: open('clock-skew') },
    other: {
      paste: call({
        token: personToken({
          iat: at('2026-05-04T10:45:00Z'),
          nbf: at('2026-05-04T10:45:00Z'),
          exp: at('2026-05-04T11:55:00Z'),
        }),
      }),
      right: is('clock-skew'),
    },
  },
  {
    changed: 'the Date was taken away',
    why: 'A paste may be read long after it happened: that exp lies in the past today proves little',
    one: { paste: call({ token: personToken(), headers: AFTER }), right: certainly('token-expired') },
    other: {
      paste: call({ token: personToken(), headers: [] }),
      right: { causes: ['token-expired', 'not-enough-evidence'], atMost: 'possible' },
    },
  },
  {
    changed: 'a claims challenge beside the refusal',
    why: 'A challenge with claims asks for a new sign-in; Graph sends none for a token that is only old',
    one: {
      paste: call({ token: personToken(), headers: [...BEFORE, SECOND_CHALLENGE] }),
      right: is('cae-challenge', 'session-revoked'),
    },
    other: { paste: call({ token: personToken(), headers: BEFORE }), right: open('cae-challenge') },
  },
  {
    changed: 'Graph says that the token is expired, and exp lies before the Date; then after it',
    why: 'A token that has forty minutes left cannot have been refused for its age: the one shown is not the one sent',
    one: { paste: call({ token: personToken(), headers: AFTER, body: EXPIRED }), right: certainly('token-expired') },
    other: {
      paste: call({ token: personToken(), headers: BEFORE, body: EXPIRED }),
      right: notCertainly('token-expired', 'clock-skew'),
    },
  },
  {
    changed: 'the time zone of the log line: +00:00, then +02:00',
    why: '11:30+02:00 is 09:30 UTC, before exp',
    one: {
      paste: `2026-05-04T11:30:00+00:00 GET https://graph.microsoft.com/v1.0/me/events -> 401\nAuthorization: Bearer ${personToken()}`,
      right: is('token-expired'),
    },
    other: {
      paste: `2026-05-04T11:30:00+02:00 GET https://graph.microsoft.com/v1.0/me/events -> 401\nAuthorization: Bearer ${personToken()}`,
      right: { never: ['token-expired'] },
    },
  },
  {
    changed: 'of two calls the one that failed: the one after exp, then the one before it',
    why: 'The instant that counts is the one of the refusal',
    one: {
      paste: `${call({ token: personToken(), headers: BEFORE, status: '200 OK' })}\n\n${call({ token: personToken(), headers: AFTER, body: UNREASONED })}`,
      right: is('token-expired'),
    },
    other: {
      paste: `${call({ token: personToken(), headers: BEFORE, body: UNREASONED })}\n\n${call({ request: 'GET https://login.contoso.example/health', headers: AFTER, status: '200 OK' })}`,
      right: { never: ['token-expired'] },
    },
  },
  {
    changed: 'which of two decoded tokens the call sent: the old one, then the new one',
    why: 'Only the token in the Authorization header met the API',
    one: {
      paste: `cache entry: ${JSON.stringify({ ...PERSON, exp: at('2026-05-04T12:10:00Z') })}\n${call({ token: personToken(), headers: AFTER })}`,
      right: is('token-expired'),
    },
    other: {
      paste: `cache entry: ${JSON.stringify(PERSON)}\n${call({ token: personToken({ exp: at('2026-05-04T12:10:00Z') }), headers: AFTER })}`,
      right: open('token-expired'),
    },
  },
];
