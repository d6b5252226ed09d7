import { type Counterfactual, certainly, is, naming, open } from './counterfactual.ts';
import { appToken, call, graphError, INVALID_TOKEN, personToken } from './pasted-calls.ts';

const FAILURE = graphError(INVALID_TOKEN, 'Access token validation failure.');
const EWS = 'POST https://outlook.office365.com/EWS/Exchange.asmx';

/** The audience of the token that was sent, against the address that was called. */
export const AUDIENCE_AGAINST_CALL: readonly Counterfactual[] = [
  {
    changed: 'aud of the token: Graph, then an own API',
    why: 'Graph takes tokens whose aud is Graph only; with a right audience the sentence «validation failure» names no reason',
    one: { paste: call({ token: personToken(), body: FAILURE }), right: open('wrong-audience') },
    other: {
      paste: call({ token: personToken({ aud: 'api://planner' }), body: FAILURE }),
      right: certainly('wrong-audience'),
    },
  },
  {
    changed: 'the address: Exchange Web Services, then Graph',
    why: 'Exchange refuses a token for Graph; on Graph itself the same token has the right audience',
    one: { paste: call({ request: EWS, token: personToken() }), right: is('wrong-audience') },
    other: { paste: call({ token: personToken() }), right: open('wrong-audience') },
  },
  {
    changed: 'aud by app id: Azure AD Graph, then Microsoft Graph',
    why: '00000002-… is Azure AD Graph, 00000003-… is Microsoft Graph',
    one: {
      paste: call({ token: personToken({ aud: '00000002-0000-0000-c000-000000000000' }) }),
      right: is('wrong-audience'),
    },
    other: {
      paste: call({ token: personToken({ aud: '00000003-0000-0000-c000-000000000000' }) }),
      right: open('wrong-audience'),
    },
  },
  {
    changed: 'a slash at the end of aud',
    why: 'https://graph.microsoft.com and https://graph.microsoft.com/ are one audience',
    one: {
      paste: call({ token: personToken({ aud: 'https://graph.microsoft.com/' }) }),
      right: open('wrong-audience'),
    },
    other: { paste: call({ token: personToken() }), right: open('wrong-audience') },
  },
  {
    changed: 'the host called: an own API, then Graph',
    why: 'An own API that checks tokens takes none issued for Graph',
    one: {
      paste: call({ request: 'GET https://orders.contoso.example/api/orders', token: personToken() }),
      right: is('wrong-audience'),
    },
    other: {
      paste: call({ request: 'GET https://graph.microsoft.com/v1.0/me', token: personToken() }),
      right: open('wrong-audience'),
    },
  },
  {
    changed: 'aud on the own API: Graph, then the API itself',
    why: 'With the right audience a bare 401 of an own API has no reason in the paste',
    one: {
      paste: call({ request: 'GET https://orders.contoso.example/api/orders', token: personToken() }),
      right: is('wrong-audience'),
    },
    other: {
      paste: call({
        request: 'GET https://orders.contoso.example/api/orders',
        token: personToken({ aud: 'api://orders', scp: 'access_as_user' }),
      }),
      right: open('wrong-audience'),
    },
  },
  {
    changed: 'Graph names the audience, and aud is another; then aud is right',
    why: 'A token with the right aud cannot have been refused for it: the one shown is not the one that was sent',
    one: {
      paste: call({
        token: personToken({ aud: 'api://planner' }),
        body: graphError(INVALID_TOKEN, 'Access token validation failure. Invalid audience.'),
      }),
      right: certainly('wrong-audience'),
    },
    other: {
      paste: call({
        token: personToken(),
        body: graphError(INVALID_TOKEN, 'Access token validation failure. Invalid audience.'),
      }),
      right: { causes: ['wrong-audience', 'not-enough-evidence'], atMost: 'likely' },
    },
  },
  {
    changed: 'an ID token in the header, then an access token',
    why: 'A token with aud of the app itself, a nonce and no scp is an ID token, which no API takes',
    one: {
      paste: call({
        token: personToken({
          aud: 'fd4d0981-1de1-45e9-bad5-210b633298d5',
          scp: undefined,
          appid: undefined,
          nonce: 'n1',
          name: 'Lena',
          preferred_username: 'lena@contoso.com',
          ver: '2.0',
          iss: 'https://login.microsoftonline.com/1f3a9509-f126-4db3-be30-a4e17015a80d/v2.0',
        }),
        body: graphError(INVALID_TOKEN, 'Access token validation failure. Invalid audience.'),
      }),
      right: is('id-token-used'),
    },
    other: {
      paste: call({
        token: personToken({ aud: 'api://planner' }),
        body: graphError(INVALID_TOKEN, 'Access token validation failure. Invalid audience.'),
      }),
      right: is('wrong-audience'),
    },
  },
  {
    changed: 'the audience of the app-only token: Graph, then Azure management',
    why: 'With the audience of another API no role of Graph matters',
    one: {
      paste: call({
        request: 'GET https://graph.microsoft.com/v1.0/users/lena@contoso.com/events',
        token: appToken(),
        status: '403 Forbidden',
      }),
      right: naming('Calendars', is('app-role-missing')),
    },
    other: {
      paste: call({
        request: 'GET https://graph.microsoft.com/v1.0/users/lena@contoso.com/events',
        token: appToken({ aud: 'https://management.azure.com/' }),
        status: '401 Unauthorized',
      }),
      right: certainly('wrong-audience'),
    },
  },
];
