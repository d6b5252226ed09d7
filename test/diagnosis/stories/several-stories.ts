import { certainly, is, naming, open } from '../counterfactuals/counterfactual.ts';
import {
  APP,
  appToken,
  call,
  DENIED,
  ENTRA,
  graphError,
  INVALID_TOKEN,
  OTHER_APP,
  OTHER_TENANT,
  PERSON,
  personToken,
  TENANT,
} from '../counterfactuals/pasted-calls.ts';
import type { Conversation } from './conversation.ts';

const HOME = 'https://planner.contoso.example/auth';
const EVENTS = 'GET https://graph.microsoft.com/v1.0/me/events';
const POLICY = graphError(
  'ErrorAccessDenied',
  'Access to OData is disabled: [RAOP] : Blocked by tenant configured AppOnly AccessPolicy settings.',
);

/** A daemon's settings: another way to sign in, and no failure. */
const DAEMON = `grant_type=client_credentials
client_id=${OTHER_APP}
tenant_id=${OTHER_TENANT}
scope=https://graph.microsoft.com/.default`;

/** The same daemon's refused request for a token. */
const DAEMON_REFUSED = `POST https://login.microsoftonline.com/${OTHER_TENANT}/oauth2/v2.0/token
client_id=${OTHER_APP}&scope=https%3A%2F%2Fgraph.microsoft.com%2F.default&grant_type=client_credentials
{"error":"invalid_client","error_description":"${ENTRA.secretWrong(OTHER_APP)}"}`;

/** Somebody's sign-in that was not agreed to. */
const CONSENT_OF_A_PERSON = `https://login.microsoftonline.com/${TENANT}/oauth2/v2.0/authorize?client_id=${APP}&response_type=code&scope=openid%20Mail.Read
${ENTRA.consent()}`;

const MAY_NOT_READ = call({
  token: personToken({ scp: 'User.Read' }),
  status: '403 Forbidden',
  body: DENIED,
});

function claims(changed: object = {}): string {
  return JSON.stringify({ ...PERSON, ...changed });
}

const GITHUB = '{"message":"Bad credentials","documentation_url":"https://docs.github.com/rest","status":"401"}';

const ALONE = 'A message that says by itself what failed is a failure of its own';
const NEW = 'What is refused after a certain answer is another failure, and nothing says why';

/** What somebody told before is over: neither its cause, nor its app, tenant and permissions belong to what fails now. */
export const SEVERAL_STORIES: readonly Conversation[] = [
  {
    told: 'a redirect address of one app, then a permission that another one lacks',
    why: ALONE,
    messages: [ENTRA.redirect(HOME, OTHER_APP), MAY_NOT_READ],
    right: { ...certainly('missing-scope'), asAlone: true, without: [OTHER_APP, HOME] },
  },
  {
    told: 'a permission that one app lacks, then the expired secret of another one',
    why: ALONE,
    messages: [MAY_NOT_READ, ENTRA.secretExpired(OTHER_APP)],
    right: { ...certainly('client-secret-expired'), asAlone: true, without: [APP, TENANT] },
  },
  {
    told: 'a permission that one app lacks, then a wrong secret of an app that is not named',
    why: 'Whose secret it is stays open: no other story says it',
    messages: [MAY_NOT_READ, 'AADSTS7000215: Invalid client secret provided.'],
    right: { ...certainly('client-secret-invalid'), asAlone: true, without: [APP, TENANT] },
  },
  {
    told: 'a mailbox that is likely not shared, then a page of Conditional Access',
    why: 'A failure that was told whole is another story, also where it was not certain: neither its person nor its app is refused here',
    messages: [
      `GET https://graph.microsoft.com/v1.0/users/anna@contoso.example/events\nHTTP/1.1 403 Forbidden\n${DENIED}\n${claims({ scp: 'Calendars.Read' })}`,
      'Since this morning Outlook on my new laptop says "You cannot access this right now. Your sign-in was successful but does not meet the criteria to access this resource."',
    ],
    right: { ...is('conditional-access-blocked'), asAlone: true, without: [APP, TENANT] },
  },
  {
    told: 'the secret of a daemon, then the consent to the app of a person',
    why: 'A person does not sign in with .default of somebody else’s daemon',
    messages: [DAEMON_REFUSED, CONSENT_OF_A_PERSON],
    right: { ...is('consent-required', 'admin-consent-required'), asAlone: true, without: [OTHER_APP, '.default'] },
  },
  {
    told: 'settings that contradict each other by themselves, then the refusal of an app that is not named',
    why: 'Settings that are at fault themselves are another failure’s, where this one has another cause',
    messages: [
      `https://login.microsoftonline.com/common/oauth2/v2.0/authorize?client_id=${OTHER_APP}&redirect_uri=http%3A%2F%2Fapp.contoso.example%2Fsignin-oidc&response_type=code
Redirect URIs of the registration: https://app.contoso.example/signin-oidc`,
      `GET https://graph.microsoft.com/v1.0/users/lena@contoso.com/events\nHTTP/1.1 403 Forbidden\n\n${POLICY}`,
    ],
    right: { ...certainly('app-access-policy'), asAlone: true, without: [OTHER_APP] },
  },
  {
    told: 'the settings of a daemon, then the consent to the app of a person',
    why: 'Settings of another app are circumstances of another story',
    messages: [DAEMON, CONSENT_OF_A_PERSON],
    right: {
      ...is('consent-required', 'admin-consent-required'),
      asAlone: true,
      without: [OTHER_APP, OTHER_TENANT, '.default'],
    },
  },
  {
    told: 'the settings of a daemon, then a permission that a person’s token lacks',
    why: 'The token says which app failed, and for whom',
    messages: [DAEMON, MAY_NOT_READ],
    right: { ...certainly('missing-scope'), asAlone: true, without: [OTHER_APP, OTHER_TENANT, '.default'] },
  },
  {
    told: 'the settings of one app, then a redirect address of another one',
    why: 'The sentence names the app that it is about',
    messages: [
      `CLIENT_ID=${OTHER_APP}\nTENANT_ID=${OTHER_TENANT}\nREDIRECT_URI=http://localhost:3000/auth`,
      ENTRA.redirect(HOME),
    ],
    right: {
      ...certainly('redirect-uri-mismatch'),
      asAlone: true,
      without: [OTHER_APP, OTHER_TENANT, 'localhost:3000'],
    },
  },
  {
    told: 'two apps that are not found',
    why: ALONE,
    messages: [ENTRA.noApp('Fabrikam', OTHER_APP), ENTRA.noApp('Contoso')],
    right: { ...certainly('app-not-found'), asAlone: true, without: [OTHER_APP, 'Fabrikam'] },
  },
  {
    told: 'one app, two tenants',
    why: 'The same app fails in each tenant for a reason of its own',
    messages: [
      `https://login.microsoftonline.com/${OTHER_TENANT}/oauth2/v2.0/authorize?client_id=${APP}&scope=Files.Read.All\n${ENTRA.blocked}`,
      CONSENT_OF_A_PERSON,
    ],
    right: {
      ...is('consent-required', 'admin-consent-required'),
      asAlone: true,
      without: [OTHER_TENANT, 'Files.Read.All'],
    },
  },
  {
    told: 'the same app: first its redirect address, then its consent',
    why: 'Once the address is registered the next thing fails',
    messages: [ENTRA.redirect(HOME), ENTRA.consent()],
    right: { ...is('consent-required', 'admin-consent-required'), asAlone: true, without: [HOME] },
  },
  {
    told: 'the same app: first its secret as a daemon, then somebody’s sign-in',
    why: 'What a daemon asks for is not what a person agrees to, in one app as well',
    messages: [
      `client_id=${APP}&scope=https%3A%2F%2Fgraph.microsoft.com%2F.default&grant_type=client_credentials\n${ENTRA.secretWrong()}`,
      ENTRA.consent(),
    ],
    right: { ...is('consent-required', 'admin-consent-required'), asAlone: true, without: ['.default'] },
  },
  {
    told: 'three failures, the last one of the first one’s app',
    why: ALONE,
    messages: [ENTRA.redirect(HOME), ENTRA.secretExpired(OTHER_APP), ENTRA.notAssigned],
    right: { ...certainly('user-not-assigned'), asAlone: true, without: [OTHER_APP, HOME] },
  },
  {
    told: 'a redirect address, then a 403 of which nothing else is known',
    why: NEW,
    messages: [ENTRA.redirect(HOME), `${EVENTS} -> 403 Forbidden`],
    right: open('redirect-uri-mismatch'),
  },
  {
    told: 'a redirect address, then a 401 of which nothing else is known',
    why: NEW,
    messages: [ENTRA.redirect(HOME), `${EVENTS} -> 401`],
    right: open('redirect-uri-mismatch'),
  },
  {
    told: 'consent to one app, then an unclear refusal of another one',
    why: NEW,
    messages: [
      ENTRA.consent(),
      `POST https://login.microsoftonline.com/common/oauth2/v2.0/token\nclient_id=${OTHER_APP}&grant_type=refresh_token\n{"error":"invalid_grant"}`,
    ],
    right: { ...open('consent-required', 'admin-consent-required'), without: [APP] },
  },
  {
    told: 'the secret of a daemon, then a 403 of its call',
    why: 'Who is refused a call has got a token: the secret is right by now',
    messages: [
      DAEMON_REFUSED,
      `GET https://graph.microsoft.com/v1.0/groups\nHTTP/1.1 403 Forbidden\n\n${graphError('Authorization_RequestDenied', 'Insufficient privileges to complete the operation.')}`,
    ],
    right: { never: ['client-secret-invalid'], atMost: 'likely' },
  },
  {
    told: 'a call of one API with its token, then a 401 of another API',
    why: 'The token was shown with the call that it was sent to',
    messages: [
      call({
        request: 'GET https://orders.contoso.example/api/orders',
        token: personToken({ aud: `api://${OTHER_APP}`, scp: 'orders', exp: PERSON.iat + 600 }),
        headers: [
          'Date: Mon, 04 May 2026 10:30:00 GMT',
          'WWW-Authenticate: Bearer error="invalid_token", error_description="The token expired at \'05/04/2026 10:10:00\'"',
        ],
      }),
      `${EVENTS} -> 401`,
    ],
    right: open('wrong-audience', 'token-expired'),
  },
  {
    told: 'an ID token in place of an access token, then a 401 of somebody’s own service',
    why: 'That two answers have the same status does not make them the same refusal',
    messages: [
      `HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer error="invalid_token", error_description="The audience '${APP}' is invalid"\n\ntoken: {"aud":"${APP}","nonce":"x","preferred_username":"lena@contoso.com","iss":"https://login.microsoftonline.com/${TENANT}/v2.0","tid":"${TENANT}"}`,
      'Our CRM answers 401 after roughly sixty minutes, then we log in again.',
    ],
    right: { asAlone: true },
  },
  {
    told: 'an expired secret, then the same word of OAuth elsewhere',
    why: 'invalid_client is said of many things; that it is the same one is likely, and no more',
    messages: [
      'AADSTS7000222: The provided client secret keys are expired. {"error":"invalid_client"}',
      'Another job says {"error":"invalid_client"} as well',
    ],
    right: { atMost: 'likely' },
  },
  {
    told: 'a redirect address, then a question that shows no failure',
    why: 'A message that shows nothing of a failure makes none certain',
    messages: [ENTRA.redirect(HOME), 'How do I grant the application permission Mail.Send, with admin consent?'],
    right: { atMost: 'likely' },
  },
  {
    told: 'a policy of Exchange with a token, then a 401 of somebody’s own service',
    why: 'A token that was shown with another failure counts where it is for the API that is called, and nowhere else',
    messages: [
      `${EVENTS} -> 403\n${claims()}\n${POLICY}`,
      'Our CRM answers 401 after roughly sixty minutes, then we log in again.',
    ],
    right: { asAlone: true },
  },
  {
    told: 'a permission that is missing, then another call of the same program',
    why: 'The token is still the person’s, and nothing shows that it was sent here',
    messages: [MAY_NOT_READ, `GET https://graph.microsoft.com/v1.0/me/messages -> 403 Forbidden\n${DENIED}`],
    right: { ...naming('Mail.Read', is('missing-scope')), atMost: 'likely' },
  },
  {
    told: 'a token for somebody’s own API, then a policy of Exchange',
    why: 'A token for another API is not the one of this call',
    messages: [
      claims({ aud: `api://${OTHER_APP}`, appid: OTHER_APP, scp: 'orders' }),
      `GET https://graph.microsoft.com/v1.0/users/lena@contoso.com/events\nHTTP/1.1 403 Forbidden\n\n${POLICY}`,
    ],
    right: { ...certainly('app-access-policy'), asAlone: true, without: [OTHER_APP] },
  },
  {
    told: 'a token for another API hours before',
    why: 'What was told is remembered for half an hour',
    messages: [
      claims({ aud: `api://${OTHER_APP}`, scp: 'orders' }),
      180,
      `${EVENTS}\nHTTP/1.1 401 Unauthorized\n\n${graphError(INVALID_TOKEN, 'Access token validation failure.')}`,
    ],
    right: { never: ['wrong-audience'], asAlone: true },
  },
  {
    told: 'a token for Graph, one for somebody’s own API, and a 401 of Graph',
    why: 'Of two tokens the one for the API that was called is the one that was sent',
    messages: [
      claims(),
      claims({ aud: `api://${OTHER_APP}`, scp: 'orders' }),
      `${EVENTS}\nHTTP/1.1 401 Unauthorized\n\n${graphError(INVALID_TOKEN, 'Access token validation failure.')}`,
    ],
    right: { never: ['wrong-audience'] },
  },
  {
    told: 'a failure, then a token of another app without a failure',
    why: 'Nothing of the first failure is about the app of this token',
    messages: [ENTRA.redirect(HOME), claims({ appid: OTHER_APP, tid: OTHER_TENANT })],
    right: { ...open('redirect-uri-mismatch'), without: [APP, HOME] },
  },
  {
    told: 'a token of one app, then the unclear 403 of another one',
    why: 'The form names who called, and it is not the app of the token',
    messages: [
      claims({ scp: 'User.Read' }),
      `client_id=${OTHER_APP}&scope=Calendars.Read&grant_type=authorization_code\n${EVENTS} -> 403 Forbidden`,
    ],
    right: { ...open('missing-scope'), without: [APP] },
  },
  {
    told: 'an unclear refusal of one host, then one of another host',
    why: 'Two calls to two hosts are two failures',
    messages: [
      'GET https://orders.contoso.example/api/orders\nHTTP/1.1 500 Internal Server Error',
      `${EVENTS}\nHTTP/1.1 404 Not Found`,
    ],
    right: { asAlone: true },
  },
  {
    told: 'a daemon that lacks a permission, then a person who lacks one',
    why: 'Who signs in is told by the token of the call',
    messages: [
      call({
        request: 'GET https://graph.microsoft.com/v1.0/users',
        token: appToken({ roles: [] }),
        status: '403 Forbidden',
        body: graphError('Authorization_RequestDenied', 'Insufficient privileges to complete the operation.'),
      }),
      MAY_NOT_READ,
    ],
    right: { ...certainly('missing-scope'), asAlone: true },
  },
  {
    told: 'a locked account, then a wrong cloud’s 401',
    why: NEW,
    messages: [ENTRA.locked, 'GET https://graph.microsoft.us/v1.0/me -> 401'],
    right: open('account-locked'),
  },
  {
    told: 'a token and a call of Graph that refuses it, then what GitHub answers',
    why: 'Another vendor’s answer says nothing of a call to Microsoft, and is never given a cause of Microsoft’s',
    messages: [claims({ aud: 'api://planner' }), `${EVENTS} -> 401`, GITHUB],
    right: { ...open('wrong-audience'), asAlone: true },
  },
  {
    told: 'a token and a call of Graph that refuses it, then what a database says',
    why: 'Databases and shells say «permission denied» as well: the words alone are no sign of the call before',
    messages: [
      claims({ aud: 'api://planner' }),
      `${EVENTS} -> 401`,
      'psql: FATAL: password authentication failed for user "sam"',
    ],
    right: { ...open('wrong-audience'), asAlone: true },
  },
  {
    told: 'what GitHub answers, then a token that Graph takes',
    why: 'Nothing of another vendor’s refusal is a refusal of Graph',
    messages: [GITHUB, claims()],
    right: { asAlone: true },
  },
  {
    told: 'a failure long answered, then only the name of a status',
    why: NEW,
    messages: [ENTRA.mfa, 20, 'HTTP/1.1 429 Too Many Requests\nRetry-After: 12'],
    right: { ...is('throttled'), asAlone: true },
  },
];
