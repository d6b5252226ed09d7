import { certainly, is, naming, notCertainly } from '../counterfactuals/counterfactual.ts';
import {
  APP,
  at,
  call,
  DENIED,
  ENTRA,
  graphError,
  INVALID_TOKEN,
  OTHER_APP,
  PERSON,
  personToken,
  TENANT,
} from '../counterfactuals/pasted-calls.ts';
import type { Conversation } from './conversation.ts';

const EVENTS = 'GET https://graph.microsoft.com/v1.0/me/events';

/** A token as a person shows it: decoded. */
function claims(changed: object = {}): string {
  return JSON.stringify({ ...PERSON, ...changed }, null, 1);
}

/** What somebody tells piece by piece belongs together, in whatever order it comes. */
export const ONE_STORY: readonly Conversation[] = [
  {
    told: 'the request, the answer, and the token two messages later',
    why: 'Whoever is asked for more answers piece by piece',
    messages: [EVENTS, `HTTP/1.1 403 Forbidden\n\n${DENIED}`, claims({ scp: 'User.Read' })],
    right: naming('Calendars.Read', certainly('missing-scope')),
  },
  {
    told: 'the token first, then the request, then the answer',
    why: 'The same pieces in another order are the same story',
    messages: [claims({ scp: 'User.Read' }), EVENTS, `HTTP/1.1 403 Forbidden\n\n${DENIED}`],
    right: naming('Calendars.Read', certainly('missing-scope')),
  },
  {
    told: 'the header first, small talk, and a token for another API',
    why: 'A message without evidence ends no story',
    messages: [
      `${EVENTS}\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", client_id="00000003-0000-0000-c000-000000000000"`,
      'thanks, one moment',
      claims({ aud: 'https://management.azure.com', scp: 'user_impersonation' }),
    ],
    right: is('wrong-audience'),
  },
  {
    told: 'an empty 401, then its body',
    why: 'The body of an answer that was told before belongs to its call',
    messages: [
      `${EVENTS}\nHTTP/1.1 401 Unauthorized`,
      graphError(INVALID_TOKEN, 'Lifetime validation failed, the token is expired.'),
    ],
    right: is('token-expired'),
  },
  {
    told: 'settings, then the error of the sign-in',
    why: 'The settings are of the app that the error is about: the fix is filled with them',
    messages: [
      `CLIENT_ID=${APP}\nTENANT_ID=${TENANT}`,
      'AADSTS7000215: Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID.',
    ],
    right: { ...certainly('client-secret-invalid'), filledWith: [APP, TENANT] },
  },
  {
    told: 'settings of the app, then the error that names it and another address',
    why: 'What Entra ID received goes before what a file says',
    messages: [
      `CLIENT_ID=${APP}\nREDIRECT_URI=http://localhost:3000/auth`,
      ENTRA.redirect('https://planner.contoso.example/auth'),
    ],
    right: {
      ...naming('https://planner.contoso.example/auth', certainly('redirect-uri-mismatch')),
      without: ['localhost:3000'],
    },
  },
  {
    told: 'the error, then the settings of its app',
    why: 'What surrounds a failure adds to it, and changes nothing of it',
    messages: [ENTRA.consent(), `client_id = "${APP}"\nscopes = ["Mail.Read"]`],
    right: { ...is('consent-required', 'admin-consent-required'), filledWith: [APP] },
  },
  {
    told: 'the error, then code that names no app',
    why: 'The app that the first message named is still the one that the fix is for',
    messages: [ENTRA.consent(), 'scopes = ["Mail.Read"]\nresult = app.acquire_token_interactive(scopes)'],
    right: { ...is('consent-required', 'admin-consent-required'), filledWith: [APP] },
  },
  {
    told: 'how a service signs in, then the refusal',
    why: 'Who signs in was told before',
    messages: [
      'The nightly service signs in with client credentials: grant_type=client_credentials, scope=https://graph.microsoft.com/.default',
      `GET https://graph.microsoft.com/v1.0/users/lena@contoso.com/events\nHTTP/1.1 403 Forbidden\n\n${DENIED}`,
    ],
    right: is('app-role-missing'),
  },
  {
    told: 'an exception, then the code that it wraps',
    why: 'The code tells more than the exception around it',
    messages: [
      'Microsoft.Identity.Client.MsalUiRequiredException: the user must sign in',
      `MsalUiRequiredException: ${ENTRA.mfa}`,
    ],
    right: is('mfa-required'),
  },
  {
    told: 'the token of a client, then what its API says of the audience',
    why: 'The app of a token and the API that gets it are two: that they differ tells of no other story',
    messages: [
      claims({ aud: 'https://graph.microsoft.com' }),
      `"AzureAd": { "ClientId": "${OTHER_APP}", "TenantId": "${TENANT}" }\nIDX10214: Audience validation failed. Audiences: '[PII is hidden]'. Did not match: validationParameters.ValidAudience: '[PII is hidden]'`,
    ],
    right: is('wrong-audience'),
  },
  {
    told: 'the token that was sent, then the 401 of the call',
    why: 'A token told before the call counts as one told behind it',
    messages: [
      claims({ aud: `api://${OTHER_APP}`, scp: 'access_as_user' }),
      `${EVENTS}\nHTTP/1.1 401 Unauthorized\n\n${graphError(INVALID_TOKEN, 'Access token validation failure.')}`,
    ],
    right: is('wrong-audience'),
  },
  {
    told: 'the same refusal once more, as another program shows it',
    why: 'What shows nothing but what was refused before is the same failure',
    messages: [
      `POST https://login.microsoftonline.com/${TENANT}/oauth2/v2.0/token\n{"error":"invalid_client","error_description":"${ENTRA.secretExpired()}"}`,
      '{"error":"invalid_client"}',
    ],
    right: is('client-secret-expired'),
  },
  {
    told: 'a token that lacks the permission, then a newer one that has it',
    why: 'Of two tokens the newer one is the one that is sent now',
    messages: [
      `${EVENTS}\nHTTP/1.1 403 Forbidden\n\n${DENIED}`,
      claims({ scp: 'User.Read' }),
      claims({ scp: 'User.Read Calendars.Read', iat: at('2026-05-04T10:20:00Z') }),
    ],
    right: notCertainly('missing-scope', 'mailbox-access-denied', 'not-enough-evidence', 'app-access-policy'),
  },
  {
    told: 'a call with its token, then a new token that has the permission',
    why: 'What a token lacked is over once another one is shown in its place',
    messages: [
      call({ token: personToken({ scp: 'User.Read' }), status: '403 Forbidden', body: DENIED }),
      `I agreed to it, and this is my new token: ${claims({ scp: 'User.Read Calendars.Read' })}`,
    ],
    right: { never: ['missing-scope'], atMost: 'likely' },
  },
  {
    told: 'scopes of two APIs with the code for it, then scopes of one',
    why: 'What was asked for is changed by now: whether it still fails is not said',
    messages: [
      'scopes = ["https://graph.microsoft.com/User.Read", "https://management.azure.com/user_impersonation"]\nAADSTS28000: Provided value for the input parameter scope is not valid because it contains more than one resource.',
      'scopes = ["https://graph.microsoft.com/User.Read"]',
    ],
    right: { atMost: 'likely' },
  },
  {
    told: 'scopes of two APIs in one call, then scopes of one',
    why: 'The newer setting is the one that counts',
    messages: [
      'result = app.acquire_token_interactive(scopes=["https://graph.microsoft.com/User.Read", "https://management.azure.com/user_impersonation"])',
      'result = app.acquire_token_interactive(scopes=["https://graph.microsoft.com/User.Read"])',
    ],
    right: { never: ['mixed-resource-scopes'] },
  },
  {
    told: 'the answer without its call, then the call, then the token of the app itself',
    why: 'A call of the story stays its call',
    messages: [
      `HTTP/1.1 403 Forbidden\n\n${DENIED}`,
      'GET https://graph.microsoft.com/v1.0/users/lena@contoso.com/messages',
      claims({ scp: undefined, idtyp: 'app', roles: ['User.Read.All'] }),
    ],
    right: naming('Mail.Read', certainly('app-role-missing')),
  },
];
