import { type Counterfactual, certainly, is, notCertainly, open } from './counterfactual.ts';
import { APP, appToken, at, call, ENTRA, graphError, INVALID_TOKEN, personToken, TENANT } from './pasted-calls.ts';

const ME_ONLY = graphError('BadRequest', '/me request is only valid with delegated authentication flow.');
const NO_DOTS = graphError(INVALID_TOKEN, 'IDX14100: JWT is not well formed, there are no dots (.).');
const NOT_VALID = graphError(INVALID_TOKEN, 'Lifetime validation failed, the token is not yet valid.');
const HOME = 'https://app.contoso.example/auth';

/** What an API says, against what the token or the settings beside it show. */
export const CLAIMS_AGAINST_WORDS: readonly Counterfactual[] = [
  {
    changed: 'the token behind «only valid with delegated flow»: of the app, then of a person',
    why: 'A token with scp is delegated: it cannot have been refused for being none',
    one: {
      paste: call({ token: appToken(), status: '400 Bad Request', body: ME_ONLY }),
      right: certainly('app-only-on-me'),
    },
    other: {
      paste: call({ token: personToken(), status: '400 Bad Request', body: ME_ONLY }),
      right: notCertainly('app-only-on-me'),
    },
  },
  {
    changed: 'the header behind «not well formed»: the word undefined, then a whole token',
    why: 'A token with its three parts has its dots: it is not what was sent',
    one: { paste: call({ token: 'undefined', body: NO_DOTS }), right: is('token-malformed', 'token-missing') },
    other: {
      paste: call({ token: personToken(), body: NO_DOTS }),
      right: notCertainly('token-malformed', 'token-missing'),
    },
  },
  {
    changed: 'the list of registered addresses: without, then with the refused one',
    why: 'An address that is registered is not refused: it is the list of another app',
    one: {
      paste: `registered redirect URIs: https://app.contoso.example/callback\n${ENTRA.redirect(HOME)}`,
      right: certainly('redirect-uri-mismatch'),
    },
    other: {
      paste: `registered redirect URIs: ${HOME}\n${ENTRA.redirect(HOME)}`,
      right: is('redirect-uri-mismatch', 'redirect-platform-mismatch'),
    },
  },
  {
    changed: '«not yet valid»: nbf behind the Date, then an hour before it',
    why: 'A token that has been valid for an hour is not refused for being too young by a right clock',
    one: {
      paste: call({
        token: personToken({ nbf: at('2026-05-04T10:45:00Z'), iat: at('2026-05-04T10:45:00Z') }),
        body: NOT_VALID,
      }),
      right: is('clock-skew'),
    },
    other: {
      paste: call({ token: personToken({ nbf: at('2026-05-04T09:00:00Z') }), body: NOT_VALID }),
      right: is('clock-skew'),
    },
  },
  {
    changed: 'the answer of the token endpoint: without, then with a refresh token',
    why: 'What came is not missing',
    one: {
      paste: `POST https://login.microsoftonline.com/${TENANT}/oauth2/v2.0/token\ngrant_type=authorization_code&client_id=${APP}&code=***&scope=openid%20Calendars.Read\n200\n{"token_type":"Bearer","expires_in":3600,"access_token":"***"}\nNo refresh_token in the response?`,
      right: is('no-refresh-token'),
    },
    other: {
      paste: `POST https://login.microsoftonline.com/${TENANT}/oauth2/v2.0/token\ngrant_type=authorization_code&client_id=${APP}&code=***&scope=openid%20offline_access%20Calendars.Read\n200\n{"token_type":"Bearer","expires_in":3600,"access_token":"***","refresh_token":"***"}`,
      right: open('no-refresh-token'),
    },
  },
  {
    changed: 'the scopes of the challenge «insufficient_scope»: of a person, then of an app',
    why: 'An app has roles: a scope can never be added to its token',
    one: {
      paste: call({
        request: 'GET https://orders.contoso.example/api/orders',
        token: personToken({ aud: 'api://orders', scp: 'access_as_user' }),
        status: '403 Forbidden',
        headers: ['WWW-Authenticate: Bearer error="insufficient_scope", scope="orders.read"'],
      }),
      right: certainly('missing-scope'),
    },
    other: {
      paste: call({
        request: 'GET https://orders.contoso.example/api/orders',
        token: appToken({ aud: 'api://orders' }),
        status: '403 Forbidden',
        headers: ['WWW-Authenticate: Bearer error="insufficient_scope", scope="orders.read"'],
      }),
      right: { never: ['missing-scope'] },
    },
  },
  {
    changed: '«access token is empty»: no header, then a header with a token',
    why: 'With a token in the header it is lost on the way, or another call was refused',
    one: {
      paste: `GET https://graph.microsoft.com/v1.0/me\nAccept: application/json\n\nHTTP/1.1 401 Unauthorized\n\n${graphError(INVALID_TOKEN, 'Access token is empty.')}`,
      right: certainly('token-missing'),
    },
    other: {
      paste: call({
        request: 'GET https://graph.microsoft.com/v1.0/me',
        token: personToken(),
        body: graphError(INVALID_TOKEN, 'Access token is empty.'),
      }),
      right: notCertainly('token-missing'),
    },
  },
  {
    changed: 'roles behind «Missing role permissions»: without, then with one that is named',
    why: 'Graph lists the roles of the request that it refused: a token with another list is another token',
    one: {
      paste: call({
        request: 'GET https://graph.microsoft.com/v1.0/users/x/chats',
        token: appToken(),
        status: '403 Forbidden',
        body: graphError(
          'Forbidden',
          "Missing role permissions on the request. API requires one of 'Chat.ReadBasic.All, Chat.Read.All'. Roles on the request 'User.Read.All'.",
        ),
      }),
      right: certainly('app-role-missing'),
    },
    other: {
      paste: call({
        request: 'GET https://graph.microsoft.com/v1.0/users/x/chats',
        token: appToken({ roles: ['Chat.Read.All'] }),
        status: '403 Forbidden',
        body: graphError(
          'Forbidden',
          "Missing role permissions on the request. API requires one of 'Chat.ReadBasic.All, Chat.Read.All'. Roles on the request 'User.Read.All'.",
        ),
      }),
      right: notCertainly('app-role-missing'),
    },
  },
  {
    changed: 'the client of the refused assertion, against the one in code: equal, then another',
    why: 'The service names the app that it was asked for; the code beside it changes nothing',
    one: { paste: `clientId: "${APP}"\n${ENTRA.noApp('Contoso')}`, right: certainly('app-not-found') },
    other: {
      paste: `clientId: "20a52b04-8662-4919-8adf-5cd4183e4dfa"\n${ENTRA.noApp('Contoso')}`,
      right: is('app-not-found'),
    },
  },
  {
    changed: 'the token’s tenant against the tenant that is asked',
    why: 'tid of the token and the tenant of the authority agree or not; a refusal for the scope stays one',
    one: {
      paste: `tenant: ${TENANT}\n${call({ request: 'GET https://graph.microsoft.com/v1.0/me/messages', token: personToken(), status: '403 Forbidden', body: graphError('ErrorAccessDenied', 'Access is denied. Check credentials and try again.') })}`,
      right: certainly('missing-scope'),
    },
    other: {
      paste: `tenant: ${TENANT}\n${call({ request: 'GET https://graph.microsoft.com/v1.0/me/messages', token: personToken({ scp: 'Mail.Read User.Read' }), status: '403 Forbidden', body: graphError('ErrorAccessDenied', 'Access is denied. Check credentials and try again.') })}`,
      right: { atMost: 'likely' },
    },
  },
];
