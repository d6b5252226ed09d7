import type { FixStep } from '../diagnosis.ts';
import { apiOfResource } from '../facts/api.ts';
import { fitsEnvironment } from '../facts/dataverse.ts';
import type { Api, Facts } from '../facts/facts.ts';
import {
  AZURE_AI_AUDIENCE,
  audienceSetting,
  bareScopesOfPersonalAccount,
  CALLBACK_TOKEN,
  CLIENT_NAMES,
  callbackTokenOnGraph,
  claimAgainstAddress,
  DEVOPS_ASKS,
  DEVOPS_REFUSES,
  graphWasMeant,
  ISSUER_OR_SIGNATURE,
  JWT_POLICY,
  microsoftTokenOnOwnApi,
  scopeAgainstApi,
} from './audience/audience-contradictions.ts';
import {
  calledApi,
  diagnosedAudience,
  GRAPH_EXPLORER_MEANT,
  GRAPH_MEANT,
  isOwn,
  STORAGE_REFUSES,
  scopeToAskFor,
  statedAudiences,
  validatedAudiences,
} from './audience/called-audience.ts';
import { MAIL_REFUSALS } from './audience/mail-protocol.ts';
import type { RootCause } from './root-cause.ts';
import { silentRequest } from './words/msal-names.ts';
import { retold, told } from './words/told.ts';
import { API_NAMES, sameCall, sentence } from './words/wording.ts';

/** `Microsoft Graph (https://…)`, or the audience as it is. */
function audienceName(aud: string): string {
  const api = apiOfResource(aud);
  return api === null || api === 'own-api' ? aud : `${API_NAMES[api]} (${aud})`;
}

/** The token names the API by its client id where the program takes `api://…`, or the other way round: one API, two names. */
function sameApp(facts: Facts): boolean {
  const both = validatedAudiences(facts);
  if (both === undefined || both[0] === both[1]) return false;
  const [came, takes] = both.map((aud) =>
    aud
      .replace(/^(?:api:\/\/|spn:)/i, '')
      .replace(/\/$/, '')
      .toLowerCase(),
  );
  return came === takes;
}

function stepsForSameApp(facts: Facts): FixStep[] {
  const [came, takes] = validatedAudiences(facts) ?? ['', ''];
  return [
    {
      text: 'Let the validator of the API take both names: ValidAudiences in .NET, a list as audience elsewhere.',
      value: `${came}, ${takes}`,
    },
    {
      text: 'Why there are two: tokens of version 2 name the API by its client id, those of version 1 by its Application ID URI (api://…). requestedAccessTokenVersion in the Manifest of the API decides which come; the client and its scope are right.',
    },
  ];
}

/** APIs that Microsoft Graph has replaced: a token for Graph is the right one, and the address is not. */
const REPLACED: ReadonlySet<Api | null> = new Set<Api | null>(['outlook-rest', 'azure-ad-graph']);

function graphInPlace(facts: Facts): { readonly text: string; readonly value: string } | undefined {
  const called = calledApi(facts);
  const diagnosed = diagnosedAudience(facts);
  const aud = facts.claims.aud ?? diagnosed?.aud;
  if (!REPLACED.has(called) || (aud !== undefined && apiOfResource(aud) !== 'graph')) return undefined;
  const me = /\/(?:me|users)(?=\/|$)[\w./@-]{0,120}/i.exec(facts.values.path ?? diagnosed?.address ?? '')?.[0];
  return {
    text: `Microsoft Graph has replaced ${called === null ? 'this API' : API_NAMES[called]}: send the call there, with the token for Graph:`,
    value: `https://graph.microsoft.com/v1.0${me ?? '/me'}`,
  };
}

/** A token for Graph at an API of one's own: the client asked for the wrong one, and the validator is right. */
function isForGraph(facts: Facts): boolean {
  const aud = validatedAudiences(facts)?.[0] ?? facts.claims.aud;
  return aud !== undefined && apiOfResource(aud) === 'graph';
}

/** The v1 endpoint takes the API in a parameter of its own. */
function atOldEndpoint(facts: Facts): { readonly text: string; readonly value: string } | undefined {
  if (calledApi(facts) !== 'graph') return undefined;
  const named =
    facts.of('setting').some((item) => item.name === 'resource') ||
    facts.of('oauth-request').some((item) => item.parameters.resource !== undefined);
  return named
    ? {
        text: 'Name Microsoft Graph in the parameter resource, in every token request (this endpoint takes no scope for it):',
        value: 'https://graph.microsoft.com',
      }
    : undefined;
}

export const wrongAudience: RootCause = {
  id: 'wrong-audience',
  title: 'The token was issued for another API',
  owner: 'app-developer',
  explanation:
    'An access token is made for one API, named in its aud claim, and every other API refuses it. Which API it is for follows from the scopes asked for: a scope without an address belongs to Microsoft Graph on the v2 endpoint, a scope such as api://… belongs to your own API. For Microsoft Graph the audience reads https://graph.microsoft.com (with or without a slash) or 00000003-0000-0000-c000-000000000000: all three are right.',
  symptoms: [
    '401 with «Access token validation failure. Invalid audience.»',
    'x-ms-diagnostics: 2000003 «The audience claim value is invalid»',
    'aud in the decoded token is api://…, your own client id or another Microsoft API',
  ],
  explains: ['missing-scope', 'app-role-missing', 'token-malformed', 'service-outage'],
  rules: [
    {
      kind: 'facts',
      phrases: ['access token validation failure', AZURE_AI_AUDIENCE, DEVOPS_REFUSES],
      onlyWith: { evidence: ['token'] },
      test: claimAgainstAddress,
    },
    {
      kind: 'phrase',
      phrases: ['invalid audience', 'invalid_audience'],
      strength: 'decisive',
      when: (facts) => facts.api !== 'own-api',
      says: 'The API says itself that the audience is wrong',
    },
    {
      kind: 'phrase',
      phrases: [
        'idx10214',
        'audience validation failed',
        'invalidaudienceerror',
        'jwt audience invalid',
        'securitytokeninvalidaudienceexception',
        "the audience '",
        'audience claim value is invalid',
        'invalidauthenticationtokenaudience',
        'obtained for wrong audience or resource',
        'audience claim is invalid',
        'audience is invalid',
        "audience doesn't match",
        'does not match any bound audience',
        'unexpected "aud" claim value',
        'akv10022',
        'token audience is invalid',
        // Spring, java-jwt, go-oidc, jose, SharePoint, API Management.
        'the aud claim is not valid',
        "the claim 'aud' value doesn't contain the required audience",
        'oidc: expected audience',
        'err_jwt_claim_validation_failed: unexpected "aud"',
        'audienceurivalidationfailedexception',
        'audiences in jwt are not allowed',
        'invalid audience uri',
        'token contains invalid audience',
        'invalid token audience',
        // lcobucci/jwt, lestrrat/jwx, authlib, nimbus, jjwt, jose4j, API Management, Rust's jsonwebtoken.
        'is not allowed to be used by this audience',
        '"aud" not satisfied',
        'invalid claim "aud"',
        "invalid claim 'aud'",
        'jwt audience rejected',
        'expected aud claim to be',
        "doesn't contain an acceptable identifier",
        'claim value mismatch: aud',
        'error(invalidaudience)',
        'jwt audience is invalid',
        'idx10206',
        'idx10207',
        'idx10208',
        'idx10231',
        // API Gateway's JWT authorizer; cap (Vault, Boundary).
        'does not have a valid audience',
        "invalid claim value: 'aud'",
        'aud claim is not equal to the configured audience',
        'the required audience is missing',
        'incorrect audience',
        'wrong audience',
        // FastMCP's verifier; AWS STS.
        'audience mismatch',
        'incorrect token audience',
        // oauth4webapi.
        'jwt "aud" (audience) claim value',
      ],
      strength: 'decisive',
      when: (facts) => facts.of('aadsts').length === 0,
      says: 'The program that checks the token does not accept its audience',
    },
    {
      // python-jose's wording in FastAPI guides: one sentence for both claims.
      kind: 'phrase',
      phrases: ['incorrect claims, please check the audience and issuer'],
      strength: 'fair',
      when: (facts) => facts.microsoft,
      says: 'The program that checks the token does not accept its audience (or its issuer)',
    },
    {
      // A scope names the API that its token is for; the API that is called is another one.
      kind: 'facts',
      phrases: [
        ...MAIL_REFUSALS,
        AZURE_AI_AUDIENCE,
        DEVOPS_ASKS,
        DEVOPS_REFUSES,
        ISSUER_OR_SIGNATURE,
        'access token validation failure',
        'authenticationfailed',
        'you do not have permission to view this directory or page',
        ...CLIENT_NAMES,
      ],
      onlyWith: { evidence: ['oauth-request', 'token'], settings: ['scopes', 'resource'] },
      test: scopeAgainstApi,
    },
    {
      // API Management guards an own API; a token for one of Microsoft's APIs never passes its audience check.
      kind: 'facts',
      phrases: JWT_POLICY,
      onlyWith: 'its phrases',
      test: (facts) => {
        const policy = facts.anyPhrase(...JWT_POLICY);
        const { aud } = facts.claims;
        if (policy === undefined || aud === undefined || facts.token === null) return undefined;
        const issuedFor = apiOfResource(aud);
        if (issuedFor === null || issuedFor === 'own-api') return undefined;
        return {
          strength: 'strong',
          at: facts.token.span,
          says: `The token is for ${API_NAMES[issuedFor]} (aud ${aud}), and the policy of API Management guards your own API`,
        };
      },
    },
    {
      kind: 'facts',
      phrases: [...GRAPH_MEANT, ...GRAPH_EXPLORER_MEANT],
      onlyWith: { phrases: GRAPH_MEANT },
      test: graphWasMeant,
    },
    // Its phrases are what `calledApi` asks for.
    { kind: 'facts', phrases: STORAGE_REFUSES, onlyWith: { evidence: ['token'] }, test: microsoftTokenOnOwnApi },
    { kind: 'facts', phrases: JWT_POLICY, onlyWith: { settings: ['audience'] }, test: audienceSetting },
    // One token is for one API: one that Microsoft Graph takes is for no other.
    told('accepted-by-graph', {
      strength: 'fair',
      // Programs that check tokens, where they keep the reason to themselves.
      beside: [
        'cannot verify token',
        'bearer was not authenticated',
        'unable to validate token',
        'unable to verify token',
      ],
      says: 'Microsoft Graph is said to take the very token that your own program refuses: then it was issued for Graph',
    }),
    { kind: 'facts', phrases: [CALLBACK_TOKEN], onlyWith: 'its phrases', test: callbackTokenOnGraph },
    {
      kind: 'facts',
      phrases: ['jwt is not well formed', 'idx14100'],
      onlyWith: 'its phrases',
      test: bareScopesOfPersonalAccount,
    },
    {
      // SharePoint does not say audience; a token for Graph has an issuer and signature it cannot check.
      kind: 'facts',
      phrases: [ISSUER_OR_SIGNATURE],
      onlyWith: 'its phrases',
      test: (facts) => {
        const at = facts.phrase(ISSUER_OR_SIGNATURE);
        return (
          at && {
            strength: 'strong',
            at,
            says: 'SharePoint answers so to a token that was made for another API, usually Microsoft Graph',
          }
        );
      },
    },
    {
      kind: 'phrase',
      // The second: the policy of a Logic Apps or Power Automate trigger, whose list holds iss and aud.
      phrases: ['invalidaudienceforresource', 'mismatchingoauthclaims'],
      strength: 'fair',
      says: 'The audience in the token or address does not fit the resource',
    },
    {
      kind: 'facts',
      onlyWith: { evidence: ['diagnostics'] },
      test: (facts) => {
        const header = facts
          .of('diagnostics')
          .find((item) => (item.code === '2000003' || item.code === '3000003') && !/expired/i.test(item.reason));
        return (
          header && {
            strength: 'decisive',
            at: header.span,
            says: `Exchange and SharePoint use ${header.code} for a token made for another address`,
          }
        );
      },
    },
    {
      // A token for Graph has a nonce in its header that only Graph can undo: SharePoint then finds its signature wrong.
      kind: 'facts',
      onlyWith: { evidence: ['diagnostics'] },
      test: (facts) => {
        const header = facts
          .of('diagnostics')
          .find(
            (item) =>
              (item.code === '3000006' && !/expired/i.test(item.reason)) || /invalid signature/i.test(item.reason),
          );
        return (
          header && {
            strength: 'strong',
            at: header.span,
            says: 'SharePoint cannot check the signature, which is how a token for Microsoft Graph looks to it',
          }
        );
      },
    },
    retold({
      'own-token-on-graph':
        'The token is said to be for your own API, and it is sent to Microsoft Graph, too: a token is for one API',
    }),
  ],
  headline: (facts) => {
    if (sameApp(facts))
      return `The token is for this API (${validatedAudiences(facts)?.[0]}), but the program takes its other name only, ${validatedAudiences(facts)?.[1]}.`;
    const stated = statedAudiences(facts);
    const validated = (calledApi(facts) ?? 'own-api') === 'own-api' ? validatedAudiences(facts) : undefined;
    if (validated !== undefined)
      return `The token is for ${audienceName(validated[0])}, but the API takes only ${validated[1]}.`;
    const aud = facts.claims.aud ?? stated?.[0] ?? diagnosedAudience(facts)?.aud;
    const called = calledApi(facts);
    const to = called === null ? (stated?.[1] ?? 'the API') : API_NAMES[called];
    if (aud === undefined) return `The token was not issued for ${to}, so it is refused.`;
    const same = called !== null && called !== 'own-api' && facts.clouds.size < 2 && apiOfResource(aud) === called;
    if (same && fitsEnvironment(aud, facts.values.host))
      return `${sentence(to)} refuses the audience of the token that was sent; the one that is shown is for ${to}, so it was another one.`;
    return `The token was issued for ${audienceName(aud)}, but it was sent to ${to}.`;
  },
  steps: (facts) =>
    sameApp(facts)
      ? stepsForSameApp(facts)
      : [
          graphInPlace(facts) ??
            atOldEndpoint(facts) ?? {
              text: 'Ask for a scope that names the API you call, in the authorization request and in every token request, refresh included:',
              value: scopeToAskFor(facts),
            },
          ...(isOwn(facts) && isForGraph(facts)
            ? [
                {
                  text: 'Leave the check of the API as it is: a token for Microsoft Graph can be validated by Graph alone. Without the check of aud its signature would fail next.',
                },
              ]
            : []),
          ...(isOwn(facts) && !isForGraph(facts)
            ? [
                {
                  text: 'Where the token is the right one, correct what the API expects: in version 2 tokens aud is the client id of the API, in version 1 tokens its Application ID URI (api://…). Let the validator take both.',
                },
              ]
            : []),
          {
            text:
              facts.actor === 'app'
                ? 'Ask for one API at a time: two APIs need two tokens, each asked for with its own /.default.'
                : `Ask for the scopes of one API at a time: two APIs need two tokens, each fetched with ${silentRequest(facts)} or the refresh token.`,
          },
          {
            text:
              facts.actor === 'app'
                ? 'Throw the cached token away (restart the program), so that the old one is not used on.'
                : 'Throw the cached token away (sign out, or clear the cache) and sign in again, so that the old one is not used on.',
          },
        ],
  patches: (facts) => {
    if (calledApi(facts) === 'graph' || graphInPlace(facts) !== undefined)
      return [facts.actor === 'app' ? 'client-credentials' : 'request-graph-scopes'];
    if (calledApi(facts) === 'exchange-imap-smtp') return ['exchange-imap-smtp'];
    return isOwn(facts) && !isForGraph(facts) ? ['validate-token'] : ['one-resource-per-request'];
  },
  // The code asks for a token of the service that was called, beside the one for Graph.
  scopeToAdd: (facts) => {
    const called = calledApi(facts);
    const other = called !== null && called !== 'graph' && called !== 'own-api' && called !== 'exchange-imap-smtp';
    return (other && graphInPlace(facts) === undefined) || (isOwn(facts) && isForGraph(facts))
      ? scopeToAskFor(facts)
      : undefined;
  },
  check: (facts) => {
    const inPlace = graphInPlace(facts);
    if (inPlace !== undefined)
      return {
        text: 'Microsoft Graph answers 200:',
        command: `curl -i ${inPlace.value} -H "Authorization: Bearer $TOKEN"`,
      };
    if (calledApi(facts) === 'graph') {
      const again = sameCall(facts);
      return {
        text: `Decode the new token: aud must be https://graph.microsoft.com or 00000003-0000-0000-c000-000000000000. Then ${again.command === undefined ? 'the same call is answered.' : 'this answers 200:'}`,
        ...again,
      };
    }
    if (sameApp(facts)) return { text: 'The same request, with the same token, passes after the restart of the API.' };
    if (isOwn(facts))
      return {
        text: 'Decode the new token: aud is the client id or the Application ID URI of your API, and the same request passes.',
      };
    const resource = scopeToAskFor(facts);
    return {
      text: `Decode the new token: aud is ${resource.slice(0, resource.lastIndexOf('/'))}, and the same request is answered.`,
    };
  },
  sources: [
    {
      title: 'Access tokens: validate the audience',
      url: 'https://learn.microsoft.com/entra/identity-platform/access-tokens',
    },
    {
      title: 'Resolve Microsoft Graph authorization errors',
      url: 'https://learn.microsoft.com/graph/resolve-auth-errors',
    },
  ],
  lastChecked: '2026-11-22',
  hits: [
    {
      paste:
        'The token is for my own API (api://rota/access), and the backend takes it. Graph says 401 with the same token.',
    },
    {
      paste:
        'ExchangeService with OAuthCredentials, scopes https://graph.microsoft.com/.default: The remote server returned an error: (401) Unauthorized.',
      verdict: 'likely',
    },
    {
      paste:
        'var scopes = new[] { "https://outlook.office.com/Calendars.ReadWrite" };\nvar graphClient = new GraphServiceClient(credential, scopes);\nServiceException: Code: InvalidAuthenticationToken',
      verdict: 'likely',
    },
    {
      paste: `"AzureAd": { "ClientId": "5d1f1e7a-2b3c-4d5e-8f90-a1b2c3d4e5f6" }
GET https://localhost:5001/api/orders
401 WWW-Authenticate: Bearer error="invalid_token"
{"aud":"00000003-0000-0000-c000-000000000000","iss":"https://sts.windows.net/8e587f5d-d97f-46d5-9e94-839899c5f841/","scp":"User.Read"}`,
      verdict: 'likely',
    },
    {
      // Dataverse takes tokens for the address of its environment.
      paste: `GET https://org1.crm4.dynamics.com/api/data/v9.2/WhoAmI
HTTP/1.1 401 Unauthorized
{"aud":"https://service.powerapps.com/","iss":"https://sts.windows.net/5d1f1e7a-2b3c-4d5e-8f90-a1b2c3d4e5f6/","scp":"user_impersonation","ver":"1.0"}`,
      verdict: 'certain',
    },
    {
      paste: `const token = await credential.getToken("https://graph.microsoft.com/.default");
const api = new azdev.WebApi("https://dev.azure.com/contoso", azdev.getBearerHandler(token.token));
Error: TF400813: The user '' is not authorized to access this resource.`,
      verdict: 'likely',
    },
    {
      paste: `var t = await app.AcquireTokenForClient(new[] { "https://graph.microsoft.com/.default" }).ExecuteAsync();
await http.GetAsync("https://orders.azurewebsites.net/api/orders");
401: You do not have permission to view this directory or page.`,
      verdict: 'likely',
    },
    { paste: 'My token has audience api://calendar-sync-dev instead of Graph, why?' },
    { paste: 'aud in the token: api://5f2c8f2e-1d67-4f1e-9a3a-0d1f3a3b2c4d statt https://graph.microsoft.com' },
    {
      paste: `GET https://api.yammer.com/api/v1/groups.json -> 401
{"aud":"00000003-0000-0000-c000-000000000000","iss":"https://sts.windows.net/5d1f1e7a-2b3c-4d5e-8f90-a1b2c3d4e5f6/","scp":"User.Read","ver":"1.0"}`,
      verdict: 'certain',
    },
    {
      paste: `GET https://adb-72.4.azuredatabricks.net/api/2.0/jobs/list
403 Forbidden
{"aud":"https://management.core.windows.net/","iss":"https://sts.windows.net/5d1f1e7a-2b3c-4d5e-8f90-a1b2c3d4e5f6/","appid":"7d1f1e7a-2b3c-4d5e-8f90-a1b2c3d4e5f6","idtyp":"app","ver":"1.0"}`,
      verdict: 'certain',
    },
    {
      paste: `quarkus.oidc.auth-server-url=https://login.microsoftonline.com/5d1f1e7a-2b3c-4d5e-8f90-a1b2c3d4e5f6/v2.0
GET /inventory/items 401
{"aud":"00000003-0000-0000-c000-000000000000","iss":"https://sts.windows.net/5d1f1e7a-2b3c-4d5e-8f90-a1b2c3d4e5f6/","scp":"openid User.Read","ver":"1.0"}`,
      verdict: 'possible',
    },
    {
      paste:
        'token = DefaultAzureCredential().get_token("https://management.azure.com/.default")\nrequests.get("https://contoso.vault.azure.net/secrets/x?api-version=7.4", headers={"Authorization": f"Bearer {token.token}"})\n<Response [401]>',
      verdict: 'likely',
    },
    {
      paste: `{"name":"AzureAD: Bearer Strategy","msg":"authentication failed due to: In Strategy.prototype.jwtVerify: cannot verify token"}
The same token works on https://graph.microsoft.com/v1.0/me.`,
      verdict: 'possible',
    },
    {
      paste: `Office.context.mailbox.getCallbackTokenAsync({ isRest: true }, (result) => {
  fetch("https://graph.microsoft.com/v1.0/me/events", { headers: { Authorization: "Bearer " + result.value } });
});`,
      verdict: 'possible',
    },
    {
      paste: `<validate-jwt header-name="Authorization" failed-validation-httpcode="401">
  <audiences><audience>15092315-bf6b-4f56-a10b-4cb5f087a7b9</audience></audiences>
</validate-jwt>
aud in the token: api://15092315-bf6b-4f56-a10b-4cb5f087a7b9 -> 401`,
      verdict: 'possible',
    },
    {
      paste:
        'Our Spring Boot resource server answers 401 to the token. jwt.ms shows aud 00000003-0000-0000-c000-000000000000.',
    },
    {
      paste: `$t = (Get-AzAccessToken).Token
Invoke-RestMethod https://graph.microsoft.com/v1.0/users -Headers @{Authorization="Bearer $t"}
Response status code does not indicate success: 401 (Unauthorized).`,
    },
    {
      paste:
        'www-authenticate: Bearer scope="" error="invalid_token" error_description="the token does not have a valid audience"',
      verdict: 'certain',
    },
    {
      paste:
        'I get a token with scope api://5f2c8f2e-1d67-4f1e-9a3a-0d1f3a3b2c4d/access_as_user and call https://graph.microsoft.com/v1.0/me, it returns 401',
      verdict: 'likely',
    },
    {
      paste: `BadJWTException: Invalid token audience. Provided value [api://0f9e8d7c-6b5a-4493-8271-605f4e3d2c1b]does not match neither client-id nor AppIdUri.`,
      verdict: 'certain',
    },
    {
      paste: `InvalidJwtException: JWT rejected due to invalid claims. Additional details: [[8] Audience (aud) claim [00000003-0000-0000-c000-000000000000] doesn't contain an acceptable identifier. Expected api://orders as an aud value.]`,
      verdict: 'certain',
    },
    {
      paste: `POST https://localhost:7071/hubs/notifications/negotiate?negotiateVersion=1 401
{"aud":"00000003-0000-0000-c000-000000000000","iss":"https://sts.windows.net/0f1e2d3c-4b5a-4968-8776-655443322110/","scp":"openid profile User.Read email"}`,
      verdict: 'likely',
    },
    {
      paste: `GET http://localhost:9091/orders -> 401 Unauthorized
options.Audience = "9d6e2b7c-5f41-4b38-9a0d-2c7e8f1a3b55";
{"aud":"api://9d6e2b7c-5f41-4b38-9a0d-2c7e8f1a3b55","iss":"https://sts.windows.net/7d1f1e7a-2b3c-4d5e-8f90-a1b2c3d4e5f6/","ver":"1.0"}`,
      verdict: 'likely',
    },
    {
      paste: `<validate-jwt header-name="Authorization" failed-validation-error-message="Unauthorized. Access token is missing or invalid.">
  <openid-config url="https://login.microsoftonline.com/contoso.onmicrosoft.com/v2.0/.well-known/openid-configuration" />
</validate-jwt>
401, and in the token: "aud": "00000003-0000-0000-c000-000000000000"`,
    },
    {
      paste: `{"error":{"code":"InvalidAuthenticationToken","message":"Access token validation failure.","innerError":{"date":"2024-03-05T09:10:11"}}}
jwt.ms shows "aud": "https://management.azure.com/"`,
    },
    {
      paste: `A2 NO AUTHENTICATE failed.
{
  "aud": "https://graph.microsoft.com",
  "iss": "https://sts.windows.net/2f1d7c1a-94c3-4c39-8f53-0d5f5d1f7f10/",
  "scp": "IMAP.AccessAsUser.All",
  "ver": "1.0"
}`,
    },
    {
      paste: `Bearer was not authenticated. Failure message: IDX10206: Unable to validate audience. The 'audiences' parameter is empty.`,
      verdict: 'certain',
    },
    {
      paste: `const request = { scopes: ["https://outlook.office.com/Mail.Read"], account };
const { accessToken } = await pca.acquireTokenSilent(request);
await fetch("https://graph.microsoft.com/v1.0/me/messages", { headers: { Authorization: \`Bearer \${accessToken}\` } });`,
    },
    {
      paste:
        'InvalidBearerTokenException: An error occurred while attempting to decode the Jwt: The aud claim is not valid',
      verdict: 'certain',
    },
    {
      paste:
        'pca.acquireTokenByUsernamePassword({ scopes: ["Mail.Read"] })\nexch.Url = new Uri("https://outlook.office365.com/ews/exchange.asmx")\n// 401 Unauthorized',
    },
    {
      paste:
        'x-ms-diagnostics: 3000006;reason="Token contains invalid signature.";category="invalid_client"\nhttps://fabrikam.sharepoint.com/_api/web 401',
    },
    {
      paste:
        'HTTP/1.1 401 Unauthorized\n{"error":{"code":"InvalidAuthenticationToken","message":"Access token validation failure. Invalid audience.","innerError":{"date":"2026-03-02T10:11:12"}}}',
      verdict: 'certain',
    },
    {
      paste:
        'GET https://graph.microsoft.com/v1.0/me/events\n401\n{"aud":"api://3f1c0a52-9f0e-4d0b-8f3a-0c7d6a1e2b11","iss":"https://sts.windows.net/5a1c9b54-6d1e-4a0e-9d70-2b0a2f1c4e77/","scp":"access_as_user","ver":"1.0"}',
      verdict: 'certain',
    },
  ],
  nearMisses: [
    {
      paste:
        'var scopes = new[] { "https://graph.microsoft.com/Calendars.ReadWrite" };\nvar graphClient = new GraphServiceClient(credential, scopes);\nServiceException: Code: InvalidAuthenticationToken',
      cause: 'not-enough-evidence',
    },
    {
      // A permission of SharePoint's own, without its address: it names no other API.
      paste: `POST https://contoso.sharepoint.com/_api/web/lists
403 {"error":{"code":"-2147024891, System.UnauthorizedAccessException","message":{"lang":"en-US","value":"Access denied."}}}
scope: AllSites.Read`,
      cause: 'not-enough-evidence',
    },
    {
      paste: `GET https://org1.api.crm4.dynamics.com/api/data/v9.2/WhoAmI
HTTP/1.1 401 Unauthorized
{"aud":"https://org1.crm4.dynamics.com","iss":"https://sts.windows.net/5d1f1e7a-2b3c-4d5e-8f90-a1b2c3d4e5f6/","scp":"user_impersonation","ver":"1.0"}`,
      cause: 'not-enough-evidence',
    },
    {
      paste: `az account get-access-token --resource 499b84ac-1321-427f-aa17-267ca6975798
TF400813: The user 'aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa' is not authorized to access this resource.`,
      cause: 'not-enough-evidence',
    },
    {
      paste: `GET https://kv-one.vault.azure.net/secrets/db?api-version=7.4
HTTP/1.1 403 Forbidden
{"aud":"https://vault.azure.net","iss":"https://sts.windows.net/5d1f1e7a-2b3c-4d5e-8f90-a1b2c3d4e5f6/","appid":"7d1f1e7a-2b3c-4d5e-8f90-a1b2c3d4e5f6","idtyp":"app","ver":"1.0"}`,
      cause: 'not-enough-evidence',
    },
    {
      paste: `GET https://api.powerbi.com/v1.0/myorg/groups
HTTP/1.1 401 Unauthorized
{"aud":"https://analysis.windows.net/powerbi/api","iss":"https://sts.windows.net/5d1f1e7a-2b3c-4d5e-8f90-a1b2c3d4e5f6/","scp":"Report.Read.All","ver":"1.0"}`,
      cause: 'not-enough-evidence',
    },
    {
      paste: `{'statusCode': 401, 'message': 'Unauthorized. Access token is missing, invalid, audience is incorrect (https://cognitiveservices.azure.com), or have expired.'}`,
      cause: 'not-enough-evidence',
    },
    {
      paste: 'My token has audience https://graph.microsoft.com instead of api://orders',
      cause: 'not-enough-evidence',
    },
    {
      paste: `{"name":"AzureAD: Bearer Strategy","msg":"authentication failed due to: In Strategy.prototype.jwtVerify: cannot verify token"}
On https://graph.microsoft.com/v1.0/me the same token gets 401, too.`,
      cause: 'not-enough-evidence',
    },
    {
      paste: `Office.context.mailbox.getCallbackTokenAsync({ isRest: true }, (result) => {
  fetch("https://outlook.office.com/api/v2.0/me/events", { headers: { Authorization: "Bearer " + result.value } });
});`,
      cause: 'legacy-protocol-retired',
    },
    {
      paste: `<validate-jwt header-name="Authorization" failed-validation-httpcode="401">
  <audiences><audience>15092315-bf6b-4f56-a10b-4cb5f087a7b9</audience><audience>api://15092315-bf6b-4f56-a10b-4cb5f087a7b9</audience></audiences>
</validate-jwt>
aud in the token: api://15092315-bf6b-4f56-a10b-4cb5f087a7b9 -> 401`,
      cause: 'not-enough-evidence',
    },
    {
      paste: 'Our backend calls Graph with a token whose aud is https://graph.microsoft.com, and gets 401',
      cause: 'not-enough-evidence',
    },
    {
      paste: `x-ms-diagnostics: 2000008;reason="The token contains not enough scope to make this call.";error_category="invalid_grant"
403
{"aud":"https://mail.fabrikam.example","roles":["Calendars.Read"],"idtyp":"app"}`,
      cause: 'app-role-missing',
    },
    {
      paste: `HTTP/1.1 401 Unauthorized
x-ms-diagnostics: 3000006;reason="Token has expired";category="invalid_client"
WWW-Authenticate: Bearer realm="contoso.sharepoint.com", error="invalid_token", error_description="Invalid JWT token. The token is expired."`,
      cause: 'token-expired',
    },
    {
      paste:
        'GET https://graph.microsoft.com/v1.0/me/events\n403\n{"aud":"00000003-0000-0000-c000-000000000000","scp":"User.Read","idtyp":"user"}\n{"error":{"code":"ErrorAccessDenied","message":"Access is denied. Check credentials and try again."}}',
      cause: 'missing-scope',
    },
  ],
};
