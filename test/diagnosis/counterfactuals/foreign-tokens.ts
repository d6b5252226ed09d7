import { madeToken } from '../secrets/made-token.ts';
import { type Counterfactual, certainly, is, naming, open } from './counterfactual.ts';
import { APP, appToken, at, call, DENIED, graphError, INVALID_TOKEN, personToken, TENANT } from './pasted-calls.ts';

const ASSERTION = madeToken({
  aud: `https://login.microsoftonline.com/${TENANT}/oauth2/v2.0/token`,
  iss: APP,
  sub: APP,
  jti: 'j1',
  nbf: at('2026-05-04T10:00:00Z'),
  exp: at('2026-05-04T10:10:00Z'),
});
const UNREASONED = graphError(INVALID_TOKEN, 'Access token validation failure.');
const ASKED = `POST https://login.microsoftonline.com/${TENANT}/oauth2/v2.0/token\ngrant_type=client_credentials&client_id=${APP}&scope=https%3A%2F%2Fgraph.microsoft.com%2F.default&client_assertion_type=urn%3Aietf%3Aparams%3Aoauth%3Aclient-assertion-type%3Ajwt-bearer&client_assertion=${ASSERTION}\n200`;
const ROOM = 'GET https://graph.microsoft.com/v1.0/users/room1@contoso.com/events';

/** Tokens that stand in the paste and did not go to the call that failed. */
export const FOREIGN_TOKENS: readonly Counterfactual[] = [
  {
    changed: 'the assertion of the client beside the call, then the token of the call',
    why: 'client_assertion is for the sign-in service and never goes to the API',
    one: {
      paste: `${ASKED}\n\n${ROOM}\n403 Forbidden\n${DENIED}`,
      right: { never: ['wrong-audience', 'token-expired', 'app-only-on-me'] },
    },
    other: {
      paste: `${ASKED}\n\n${call({ request: ROOM, token: appToken(), status: '403 Forbidden', body: DENIED })}`,
      right: naming('Calendars.Read', is('app-role-missing')),
    },
  },
  {
    changed: 'a good token for comparison behind the one that was sent, then it was sent itself',
    why: 'Only what was sent met the API',
    one: {
      paste: `${call({ token: personToken({ aud: 'api://planner' }), body: UNREASONED })}\n\nFor comparison, from Graph Explorer:\n${personToken({ appid: 'de8bc8b5-d9f9-48b1-a8ad-b748da725064' })}`,
      right: certainly('wrong-audience'),
    },
    other: {
      paste: `${call({ token: personToken(), body: UNREASONED })}\n\nFor comparison, from the other app:\n${personToken({ aud: 'api://planner' })}`,
      right: open('wrong-audience'),
    },
  },
  {
    changed: 'access token and ID token of one response: which of them is sent',
    why: 'An ID token in the response is no fault; in the header it is',
    one: {
      paste: `{"access_token":"${personToken()}","id_token":"${madeToken({ aud: APP, iss: `https://login.microsoftonline.com/${TENANT}/v2.0`, nonce: 'n1', name: 'Lena', preferred_username: 'lena@contoso.com', sub: 's1', tid: TENANT, ver: '2.0', exp: at('2026-05-04T11:10:00Z') })}"}\n${call({ token: personToken({ scp: 'User.Read' }), status: '403 Forbidden', body: DENIED })}`,
      right: naming('Calendars', is('missing-scope')),
    },
    other: {
      paste: `{"access_token":"${personToken()}"}\n${call({ token: madeToken({ aud: APP, iss: `https://login.microsoftonline.com/${TENANT}/v2.0`, nonce: 'n1', name: 'Lena', preferred_username: 'lena@contoso.com', sub: 's1', tid: TENANT, ver: '2.0', exp: at('2026-05-04T11:10:00Z') }), body: UNREASONED })}`,
      right: is('id-token-used'),
    },
  },
  {
    changed: 'on behalf of: the assertion is for the API; then the token that is sent is',
    why: 'The assertion is rightly for the middle tier; the token that it is exchanged for must be for Graph',
    one: {
      paste: `grant_type=urn:ietf:params:oauth:grant-type:jwt-bearer&assertion=${personToken({ aud: `api://${APP}`, scp: 'access_as_user' })}&requested_token_use=on_behalf_of\n200\n${call({ token: personToken({ scp: 'User.Read' }), status: '403 Forbidden', body: DENIED })}`,
      right: naming('Calendars', is('missing-scope')),
    },
    other: {
      paste: `grant_type=urn:ietf:params:oauth:grant-type:jwt-bearer&assertion=${personToken({ aud: `api://${APP}`, scp: 'access_as_user' })}&requested_token_use=on_behalf_of\n200\n${call({ token: personToken({ aud: `api://${APP}`, scp: 'access_as_user' }), body: UNREASONED })}`,
      right: certainly('wrong-audience'),
    },
  },
  {
    changed: 'two calls with a token each: which of them was refused',
    why: 'The token of the call that worked says nothing of the one that failed',
    one: {
      paste: `${call({ request: 'GET https://orders.contoso.example/api/orders', token: personToken({ aud: 'api://orders', scp: 'access_as_user' }), status: '200 OK' })}\n\n${call({ token: personToken({ scp: 'User.Read' }), status: '403 Forbidden', body: DENIED })}`,
      right: naming('Calendars', is('missing-scope')),
    },
    other: {
      paste: `${call({ token: personToken({ scp: 'User.Read' }), status: '403 Forbidden', body: DENIED })}\n\n${call({ request: 'GET https://orders.contoso.example/api/orders', token: personToken({ aud: 'api://orders', scp: 'access_as_user' }), status: '200 OK' })}`,
      right: naming('Calendars', is('missing-scope')),
    },
  },
  {
    changed: 'two calls with a token each, the first refused: its token lacks the scope, then the second one does',
    why: 'A scope that the token of another call lacks is no reason',
    one: {
      paste: `${call({ request: 'GET https://graph.microsoft.com/v1.0/me/messages', token: personToken({ scp: 'User.Read' }), status: '403 Forbidden', body: DENIED })}\n\n${call({ request: 'GET https://graph.microsoft.com/v1.0/me', token: personToken({ scp: 'Mail.Read' }), status: '200 OK' })}`,
      right: naming('Mail.Read', is('missing-scope')),
    },
    other: {
      paste: `${call({ request: 'GET https://graph.microsoft.com/v1.0/me/messages', token: personToken({ scp: 'Mail.Read' }), status: '403 Forbidden', body: DENIED })}\n\n${call({ request: 'GET https://graph.microsoft.com/v1.0/me', token: personToken({ scp: 'User.Read' }), status: '200 OK' })}`,
      right: { atMost: 'likely' },
    },
  },
  {
    changed: 'the token of a call that worked is expired, then that of the refused one',
    why: 'Only the refused call had a token that was too old',
    one: {
      paste: `${call({ token: personToken({ exp: at('2026-05-04T10:20:00Z') }), headers: ['Date: Mon, 04 May 2026 10:10:00 GMT'], status: '200 OK' })}\n\n${call({ request: 'GET https://graph.microsoft.com/v1.0/me/messages', token: personToken({ exp: at('2026-05-04T11:30:00Z') }), status: '403 Forbidden', body: DENIED })}`,
      right: { causes: ['missing-scope'], never: ['token-expired'] },
    },
    other: {
      paste: `${call({ token: personToken({ exp: at('2026-05-04T10:20:00Z') }), headers: ['Date: Mon, 04 May 2026 10:10:00 GMT'], status: '200 OK' })}\n\n${call({ request: 'GET https://graph.microsoft.com/v1.0/me/messages', token: personToken({ exp: at('2026-05-04T10:20:00Z') }) })}`,
      right: is('token-expired'),
    },
  },
  {
    changed: 'a failing and a working account: which token belongs to which',
    why: 'The token that works is shown for comparison',
    one: {
      paste: `works:\n${call({ request: 'GET https://graph.microsoft.com/v1.0/me/messages', token: personToken({ scp: 'Mail.Read' }), status: '200 OK' })}\n\nfails:\n${call({ request: 'GET https://graph.microsoft.com/v1.0/me/messages', token: personToken({ scp: 'User.Read' }), status: '403 Forbidden', body: DENIED })}`,
      right: naming('Mail.Read', is('missing-scope')),
    },
    other: {
      paste: `fails:\n${call({ request: 'GET https://graph.microsoft.com/v1.0/me/messages', token: personToken({ scp: 'User.Read' }), status: '403 Forbidden', body: DENIED })}\n\nworks:\n${call({ request: 'GET https://graph.microsoft.com/v1.0/me/messages', token: personToken({ scp: 'Mail.Read' }), status: '200 OK' })}`,
      right: naming('Mail.Read', is('missing-scope')),
    },
  },
];
