import { apiOfResource } from '../facts/api.ts';
import type { Facts } from '../facts/facts.ts';
import type { RootCause, Signal } from './root-cause.ts';
import { retold } from './words/told.ts';
import { theApi } from './words/wording.ts';

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * An ID token is addressed to the client itself and says who signed in; it carries no permissions
 * (OpenID Connect Core, section 2). A token whose aud is the app that asked for it is of no use to another API either.
 */
function tokenForTheApp(facts: Facts): Signal | undefined {
  const { token, claims } = facts;
  if (token === null || token.format === 'opaque' || token.format === 'refresh') return undefined;
  if (token.field === 'id_token' && token.sent)
    return { strength: 'decisive', at: token.span, says: 'The field id_token was sent to the API' };
  const permissions = (claims.scp?.length ?? 0) + (claims.roles?.length ?? 0);
  const audIsApp = claims.aud !== undefined && GUID.test(claims.aud) && apiOfResource(claims.aud) === 'own-api';
  if (!audIsApp || permissions > 0) return undefined;
  if (claims.idTokenMarks.length > 0) {
    return {
      strength: 'decisive',
      at: token.span,
      says: `The token has ${claims.idTokenMarks.slice(0, 3).join(', ')} and no scp: it is an ID token, addressed to the client ${claims.aud}`,
    };
  }
  if (claims.appid !== undefined && claims.appid === claims.aud) {
    return {
      strength: 'strong',
      at: token.span,
      says: `aud and the calling app are the same (${claims.aud}): the token was issued to the app for itself`,
    };
  }
  return undefined;
}

export const idTokenUsed: RootCause = {
  id: 'id-token-used',
  title: 'An ID token was sent in place of an access token',
  owner: 'app-developer',
  explanation:
    'The ID token tells the client who signed in. It is addressed to the client (aud is the client id), carries no permissions, and no API accepts it. MSAL returns both: idToken and accessToken. When a request asks for openid and profile only, there is no access token for an API at all, or one for the app itself.',
  symptoms: [
    'aud of the decoded token is your own client id',
    'The token has nonce, name or at_hash, but no scp',
    '«The audience … is invalid» from your own API',
  ],
  explains: ['wrong-audience', 'missing-scope', 'signature-invalid'],
  rules: [
    { kind: 'facts', onlyWith: { evidence: ['token'] }, test: tokenForTheApp },
    {
      kind: 'facts',
      onlyWith: { evidence: ['request'] },
      test: (facts) => {
        const request = facts.of('request').findLast((item) => item.authorization === 'id-token');
        if (request === undefined || facts.of('vendor').length > 0) return undefined;
        // The call that failed is another one, and shows a token of its own.
        const failed = facts.call?.request;
        if (failed != null && failed !== request && (failed.authorization ?? null) !== null) return undefined;
        return {
          // Graph takes none, whatever else is right about it.
          strength:
            facts.api === 'graph' && facts.status === 401 && request === facts.call?.request ? 'decisive' : 'strong',
          at: request.authorizationSpan ?? request.span,
          says: 'The code puts the ID token behind Bearer',
        };
      },
    },
    {
      // In the person's own words, beside a refused call.
      kind: 'phrase',
      phrases: [
        'id_token as bearer',
        'id token as bearer',
        'id_token as the bearer',
        'id token as the bearer',
        'id_token as access token',
        'id token as access token',
        'id_token as the access token',
        'id token as the access token',
        'send the id_token',
        'sending the id_token',
        'send the id token',
        'sending the id token',
        'pass the id_token',
        'passing the id_token',
        'pass the id token',
        'passing the id token',
        'use the id_token to call',
        'using the id_token to call',
        'using the id token to call',
      ],
      strength: 'strong',
      when: (facts) => facts.claims.scp === undefined && facts.of('aadsts').length === 0,
      says: 'You write that the ID token is sent: it tells the app who signed in, and opens no API',
    },
    {
      // Code that puts the ID token behind Bearer, or keeps it as the access token (NextAuth's jwt callback).
      kind: 'phrase',
      phrases: [
        "bearer ' + response.idtoken",
        'bearer " + response.idtoken',
        'bearer ${response.idtoken',
        "bearer ' + result.idtoken",
        'bearer " + result.idtoken',
        'bearer ${result.idtoken',
        "bearer ' + account.idtoken",
        'bearer " + account.idtoken',
        'bearer ${account.idtoken',
        "bearer ' + idtoken",
        'bearer " + idtoken',
        'bearer ${idtoken',
        'bearer {idtoken',
        "bearer ' + id_token",
        'bearer " + id_token',
        'bearer ${id_token',
        'bearer {id_token',
        "bearer ' + result['id_token']",
        "bearer {result['id_token']",
        'accesstoken = account.id_token',
        'accesstoken: account.id_token',
        'accesstoken = response.idtoken',
        'accesstoken = result.idtoken',
        'access_token = id_token',
        'accesstoken = idtoken',
        'bearer ${account.id_token',
        'bearer ${session.idtoken',
        'bearer ${session.id_token',
        '"bearer", result.idtoken',
        '"bearer", authresult.idtoken',
        '"bearer", authenticationresult.idtoken',
        '"bearer", idtoken',
        '"bearer", id_token',
        'setbearerauth(idtoken',
        'setbearerauth(authresult.idtoken',
        'bearertokenauth(idtoken',
      ],
      strength: 'strong',
      when: (facts) => facts.of('vendor').length === 0,
      says: 'The code sends the ID token as if it were the access token',
    },
    {
      kind: 'phrase',
      phrases: ['id token was used', 'id_token cannot be used', 'an id token was presented', 'is an id token'],
      strength: 'decisive',
      when: (facts) => facts.microsoft || facts.of('challenge').length > 0,
      says: 'The text says that an ID token was presented',
    },
    retold(
      {
        'audience-is-own-app':
          'aud is said to be the id of the app itself: that is an ID token, or a token for the app, and Graph takes neither',
      },
      { when: (facts) => facts.claims.scp === undefined },
    ),
  ],
  headline: (facts) =>
    `${facts.claims.aud === undefined ? 'An ID token' : `An ID token (for the client ${facts.claims.aud})`} was sent to ${theApi(facts)} in place of an access token.`,
  steps: (facts) => [
    {
      text: 'Send the access token of the answer: access_token in raw HTTP, accessToken in MSAL for JavaScript, AccessToken in MSAL.NET, result["access_token"] in Python.',
    },
    {
      text: 'Ask for a scope of the API you call, not only for openid and profile:',
      value:
        facts.api === 'own-api'
          ? `api://${facts.claims.aud ?? 'YOUR_API_CLIENT_ID'}/access_as_user`
          : `https://graph.microsoft.com/${facts.need?.work[0] ?? 'Calendars.ReadWrite'}`,
    },
    { text: 'Keep the ID token inside the client: it says who is signed in and nothing else.' },
  ],
  patches: (facts) =>
    facts.api === 'own-api' ? ['authorization-header'] : ['request-graph-scopes', 'authorization-header'],
  check: () => ({ text: 'The token that is sent has scp (or roles), and aud names the API.' }),
  sources: [
    { title: 'ID tokens', url: 'https://learn.microsoft.com/entra/identity-platform/id-tokens' },
    { title: 'OpenID Connect Core, section 2', url: 'https://openid.net/specs/openid-connect-core-1_0.html#IDToken' },
  ],
  lastChecked: '2026-11-22',
  hits: [
    {
      paste:
        'Graph answers 401 to all calls. On jwt.ms aud is our own client id, and I ask for openid and profile only.',
    },
    {
      paste:
        'token = result["id_token"]\nr = requests.get("https://graph.microsoft.com/v1.0/me", headers={"Authorization": "Bearer " + token})\n401 {"error":{"code":"InvalidAuthenticationToken","message":"Access token validation failure. Invalid audience."}}',
    },
    {
      paste: `fetch("https://graph.microsoft.com/v1.0/me/events", { headers: { Authorization: "Bearer " + tokens.id_token } }) // 401`,
    },
    {
      paste: 'I am sending the id_token to https://graph.microsoft.com/v1.0/me and get 401',
      verdict: 'likely',
    },
    {
      paste:
        'GET https://graph.microsoft.com/v1.0/me/events -> 401\n{"aud":"6f1f3a1c-8d52-4b1a-9a0e-2d3c4b5a6978","iss":"https://login.microsoftonline.com/5a1c9b54-6d1e-4a0e-9d70-2b0a2f1c4e77/v2.0","name":"Amara Diallo","nonce":"678910","preferred_username":"amara@contoso.com","ver":"2.0"}',
    },
    {
      paste:
        'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer error="invalid_token", error_description="The audience \'6f1f3a1c-8d52-4b1a-9a0e-2d3c4b5a6978\' is invalid"\n\ntoken payload: {"aud":"6f1f3a1c-8d52-4b1a-9a0e-2d3c4b5a6978","iss":"https://login.microsoftonline.com/5a1c9b54-6d1e-4a0e-9d70-2b0a2f1c4e77/v2.0","nonce":"abc","name":"Amara Diallo","preferred_username":"amara@contoso.com","at_hash":"x1","ver":"2.0"}',
    },
  ],
  nearMisses: [
    {
      paste:
        'GET https://graph.microsoft.com/v1.0/me/events -> 401\n{"aud":"api://6f1f3a1c-8d52-4b1a-9a0e-2d3c4b5a6978","iss":"https://login.microsoftonline.com/5a1c9b54-6d1e-4a0e-9d70-2b0a2f1c4e77/v2.0","scp":"access_as_user","azp":"0a1b2c3d-1111-4222-8333-444455556666","ver":"2.0"}',
      cause: 'wrong-audience',
    },
  ],
};
