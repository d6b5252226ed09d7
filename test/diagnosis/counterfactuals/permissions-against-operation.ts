import { type Counterfactual, certainly, is, naming, notCertainly, open } from './counterfactual.ts';
import { APP, appToken, call, DENIED, graphError, INVALID_TOKEN, personToken, TENANT } from './pasted-calls.ts';

const FORBIDDEN = '403 Forbidden';
const ME = 'GET https://graph.microsoft.com/v1.0/me';
const OF_LENA = 'GET https://graph.microsoft.com/v1.0/users/lena@contoso.com';

function refused(request: string, scp: string): string {
  return call({ request, token: personToken({ scp }), status: FORBIDDEN, body: DENIED });
}
function refusedApp(request: string, roles: readonly string[]): string {
  return call({ request, token: appToken({ roles }), status: FORBIDDEN, body: DENIED });
}

/** What the token may, or what the code asks for, against what the operation needs. */
export const PERMISSIONS_AGAINST_OPERATION: readonly Counterfactual[] = [
  {
    changed: 'the operation: events, then messages',
    why: 'Each operation has its own least permission',
    one: { paste: refused(`${ME}/events`, 'User.Read'), right: naming('Calendars.Read', certainly('missing-scope')) },
    other: { paste: refused(`${ME}/messages`, 'User.Read'), right: naming('Mail.Read', certainly('missing-scope')) },
  },
  {
    changed: 'the status beside a token that lacks the scope: 403, then 401 of the token itself',
    why: 'A missing permission is answered with 403; InvalidAuthenticationToken says that the token was not taken at all, and nobody looked at its permissions',
    one: { paste: refused(`${ME}/events`, 'User.Read'), right: certainly('missing-scope') },
    other: {
      paste: call({
        request: `${ME}/events`,
        token: personToken({ scp: 'User.Read' }),
        body: graphError(INVALID_TOKEN, 'Access token validation failure.'),
      }),
      right: open(),
    },
  },
  {
    changed: 'the same with an empty 401',
    why: 'Some services answer 401 where 403 is meant, so that the missing permission is worth a look, and is not sure',
    one: {
      paste: call({ request: `${ME}/events`, token: personToken({ scp: 'User.Read' }) }),
      right: { causes: ['missing-scope', 'not-enough-evidence'], atMost: 'likely' },
    },
    other: { paste: call({ request: `${ME}/events`, token: personToken() }), right: open('missing-scope') },
  },
  {
    changed: 'the method: GET, then POST',
    why: 'Calendars.Read reads events and creates none',
    one: {
      paste: refused(`${ME}/events`, 'Calendars.Read'),
      right: { never: ['bad-event-payload'], atMost: 'likely' },
    },
    other: {
      paste: refused('POST https://graph.microsoft.com/v1.0/me/events', 'Calendars.Read'),
      right: naming('Calendars.ReadWrite', certainly('missing-scope')),
    },
  },
  {
    changed: 'scp: without the permission, then with it',
    why: 'A token that holds the permission was not refused for lack of it',
    one: {
      paste: refused(`${ME}/messages`, 'Calendars.Read User.Read'),
      right: naming('Mail.Read', certainly('missing-scope')),
    },
    other: { paste: refused(`${ME}/messages`, 'Mail.Read User.Read'), right: { atMost: 'likely' } },
  },
  {
    changed: 'the operation: contacts, then sendMail',
    why: 'Mail.Send is a permission of its own',
    one: { paste: refused(`${ME}/contacts`, 'User.Read'), right: naming('Contacts.Read', certainly('missing-scope')) },
    other: {
      paste: refused('POST https://graph.microsoft.com/v1.0/me/sendMail', 'User.Read Mail.ReadWrite'),
      right: naming('Mail.Send', certainly('missing-scope')),
    },
  },
  {
    changed: 'who the token speaks for: a person, then the app',
    why: 'Delegated permissions are scopes, those of an app are roles; the fix differs',
    one: { paste: refused(`${OF_LENA}/events`, 'User.Read'), right: is('missing-scope', 'mailbox-access-denied') },
    other: {
      paste: refusedApp(`${OF_LENA}/events`, ['User.Read.All']),
      right: naming('Calendars.Read', is('app-role-missing')),
    },
  },
  {
    changed: 'the path of an app: /users, then /me',
    why: '/me is the person who signed in, and nobody did',
    one: { paste: refusedApp(`${OF_LENA}/events`, ['User.Read.All']), right: is('app-role-missing') },
    other: {
      paste: call({
        request: `${ME}/events`,
        token: appToken(),
        status: '400 Bad Request',
        body: graphError('BadRequest', '/me request is only valid with delegated authentication flow.'),
      }),
      right: certainly('app-only-on-me'),
    },
  },
  {
    changed: 'roles: without the permission, then with it',
    why: 'With the role in the token Exchange refuses an app for a policy that scopes it',
    one: {
      paste: refusedApp(`${OF_LENA}/events`, ['Mail.Read']),
      right: naming('Calendars.Read', is('app-role-missing')),
    },
    other: {
      paste: refusedApp(`${OF_LENA}/events`, ['Calendars.Read']),
      right: { causes: ['app-access-policy', 'not-enough-evidence'], never: ['app-role-missing'] },
    },
  },
  {
    changed: 'the scopes in code: without, then with Calendars.Read',
    why: 'What is asked for at sign-in is what the token holds',
    one: {
      paste: `const scopes = ["User.Read", "Mail.Send"];\n${ME}/events\n403 Forbidden\n${DENIED}`,
      right: naming('Calendars', is('missing-scope')),
    },
    other: {
      paste: `const scopes = ["User.Read", "Calendars.Read"];\n${ME}/events\n403 Forbidden\n${DENIED}`,
      right: { atMost: 'likely' },
    },
  },
  {
    changed: 'Graph names the scope, and scp lacks it; then scp holds it',
    why: 'Graph lists the scopes of the request that it refused: a token with another list is another token',
    one: {
      paste: call({
        request: `${ME}/chats`,
        token: personToken({ scp: 'User.Read' }),
        status: FORBIDDEN,
        body: graphError(
          'Forbidden',
          "Missing scope permissions on the request. API requires one of 'Chat.ReadBasic, Chat.Read, Chat.ReadWrite'. Scopes on the request 'User.Read'",
        ),
      }),
      right: naming('Chat.ReadBasic', certainly('missing-scope')),
    },
    other: {
      paste: call({
        request: `${ME}/chats`,
        token: personToken({ scp: 'User.Read Chat.Read' }),
        status: FORBIDDEN,
        body: graphError(
          'Forbidden',
          "Missing scope permissions on the request. API requires one of 'Chat.ReadBasic, Chat.Read, Chat.ReadWrite'. Scopes on the request 'User.Read'",
        ),
      }),
      right: notCertainly('missing-scope'),
    },
  },
  {
    changed: 'the scopes of one request: of two APIs, then of one',
    why: 'A request to the v2 endpoint may name one API only',
    one: {
      paste: `https://login.microsoftonline.com/${TENANT}/oauth2/v2.0/authorize?client_id=${APP}&response_type=code&scope=api%3A%2F%2Fplanner%2Faccess_as_user%20https%3A%2F%2Fgraph.microsoft.com%2FCalendars.Read%20openid&redirect_uri=https%3A%2F%2Fapp.contoso.example%2Fauth\nerror=invalid_scope`,
      right: is('mixed-resource-scopes', 'invalid-scope'),
    },
    other: {
      paste: `https://login.microsoftonline.com/${TENANT}/oauth2/v2.0/authorize?client_id=${APP}&response_type=code&scope=https%3A%2F%2Fgraph.microsoft.com%2FCalendars.Read%20openid&redirect_uri=https%3A%2F%2Fapp.contoso.example%2Fauth\nerror=access_denied`,
      right: { never: ['mixed-resource-scopes'] },
    },
  },
  {
    changed: 'the grant beside a named scope: client credentials, then authorization code',
    why: 'Client credentials take /.default only; a person may be asked for single scopes',
    one: {
      paste: `POST https://login.microsoftonline.com/${TENANT}/oauth2/v2.0/token\ngrant_type=client_credentials&client_id=${APP}&client_secret=***&scope=https%3A%2F%2Fgraph.microsoft.com%2FUser.Read.All\n\n400 {"error":"invalid_scope"}`,
      right: is('invalid-scope'),
    },
    other: {
      paste: `POST https://login.microsoftonline.com/${TENANT}/oauth2/v2.0/token\ngrant_type=authorization_code&client_id=${APP}&client_secret=***&code=***&scope=https%3A%2F%2Fgraph.microsoft.com%2FUser.Read.All\n\n400 {"error":"invalid_grant"}`,
      right: { never: ['invalid-scope'] },
    },
  },
  {
    changed: 'offline_access among the scopes: absent, then asked for',
    why: 'A refresh token comes where offline_access was asked for',
    one: {
      paste: `POST https://login.microsoftonline.com/${TENANT}/oauth2/v2.0/token\ngrant_type=authorization_code&client_id=${APP}&code=***&scope=openid%20Calendars.Read\n\n{"token_type":"Bearer","scope":"Calendars.Read","expires_in":3600,"access_token":"***"}\nwhy is there no refresh_token?`,
      right: is('no-refresh-token'),
    },
    other: {
      paste: `POST https://login.microsoftonline.com/${TENANT}/oauth2/v2.0/token\ngrant_type=authorization_code&client_id=${APP}&code=***&scope=openid%20offline_access%20Calendars.Read\n\n{"token_type":"Bearer","scope":"Calendars.Read","expires_in":3600,"access_token":"***","refresh_token":"***"}\nhow long does the refresh_token live?`,
      right: open('no-refresh-token'),
    },
  },
  {
    changed: 'the status beside a token that lacks the scope: 403, then 404',
    why: 'A permission that is missing is refused with 403; 404 says that the thing is not there',
    one: { paste: refused(`${ME}/events`, 'User.Read'), right: certainly('missing-scope') },
    other: {
      paste: call({
        request: `${ME}/events/AAMk1`,
        token: personToken({ scp: 'Calendars.ReadWrite' }),
        status: '404 Not Found',
        body: graphError('ErrorItemNotFound', 'The specified object was not found in the store.'),
      }),
      right: { never: ['missing-scope'] },
    },
  },
];
