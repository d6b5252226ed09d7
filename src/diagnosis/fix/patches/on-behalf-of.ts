import { tenantTokenEndpoint } from '../authorization-request.ts';
import { csharp, java, javascript, python, shell } from '../string-literal.ts';
import { csharpList, javaList, javascriptList, PYTHON_IMPORTS, pythonList, shellNeeds } from './clients.ts';
import type { PatchSet } from './patch-set.ts';
import { verbatim } from './verbatim.ts';

export const onBehalfOf: PatchSet = {
  title: "Exchange the caller's access token on behalf of the person",

  python: (v) => `${PYTHON_IMPORTS}

api = msal.ConfidentialClientApplication(
    ${python(v.clientId)},  # this API, the audience of the incoming token
    authority=${python(v.tenantAuthority)},
    client_credential=os.environ["CLIENT_SECRET"],
)


def graph_token(authorization_header):
    scheme, _, incoming = authorization_header.partition(" ")
    if scheme.lower() != "bearer" or not incoming:
        raise PermissionError("Send an access token for this API.")
    # An access token of a person, issued for this API: not an ID token, not a Graph token, not an app-only one.
    result = api.acquire_token_on_behalf_of(incoming, ${pythonList(v.scopes)})
    if "access_token" in result:
        return result["access_token"]
    # interaction_required: this API cannot ask the person. Answer 401 with result["claims"], so that the client can.
    raise PermissionError(f"{result.get('error')}: {result.get('error_description')}", result.get("claims"))`,

  node: (v) => `import { InteractionRequiredAuthError } from '@azure/msal-node';
import { ConfidentialClientApplication } from '@azure/msal-node';

const api = new ConfidentialClientApplication({
  auth: {
    clientId: ${javascript(v.clientId)}, // this API, the audience of the incoming token
    authority: ${javascript(v.tenantAuthority)},
    clientSecret: process.env.CLIENT_SECRET,
  },
});

export async function graphToken(authorizationHeader) {
  const incoming = /^Bearer (\\S+)$/i.exec(authorizationHeader ?? '')?.[1];
  if (!incoming) return { status: 401 };
  try {
    // An access token of a person, issued for this API: not an ID token, not a Graph token, not an app-only one.
    const result = await api.acquireTokenOnBehalfOf({ oboAssertion: incoming, scopes: ${javascriptList(v.scopes)} });
    return { status: 200, token: result?.accessToken };
  } catch (error) {
    if (!(error instanceof InteractionRequiredAuthError)) throw error;
    // This API cannot ask the person: hand the claims to the client.
    const claims = Buffer.from(error.claims || '{}').toString('base64');
    return { status: 401, wwwAuthenticate: \`Bearer error="insufficient_claims", claims="\${claims}"\` };
  }
}`,

  csharp: (v) => `using Microsoft.Identity.Client;

var api = ConfidentialClientApplicationBuilder
    .Create(${csharp(v.clientId)}) // this API, the audience of the incoming token
    .WithAuthority(${csharp(v.tenantAuthority)})
    .WithClientSecret(Environment.GetEnvironmentVariable("CLIENT_SECRET"))
    .Build();

string[] downstreamScopes = ${csharpList(v.scopes)};
// An access token of a person, issued for this API: not an ID token, not a Graph token, not an app-only one.
var downstream = await api.AcquireTokenOnBehalfOf(downstreamScopes, new UserAssertion(incomingToken)).ExecuteAsync();
// MsalUiRequiredException: this API cannot ask the person. Answer 401 with error.Claims, so that the client can.
// In ASP.NET Core: AddMicrosoftIdentityWebApi(...).EnableTokenAcquisitionToCallDownstreamApi() does all of this.`,

  java: (v) => `import com.microsoft.aad.msal4j.*;
import java.util.Set;

var api = ConfidentialClientApplication
    .builder(${java(v.clientId)}, // this API, the audience of the incoming token
        ClientCredentialFactory.createFromSecret(System.getenv("CLIENT_SECRET")))
    .authority(${java(`${v.tenantAuthority}/`)})
    .build();

// An access token of a person, issued for this API: not an ID token, not a Graph token, not an app-only one.
var downstream = api.acquireToken(OnBehalfOfParameters
    .builder(Set.of(${javaList(v.scopes)}), new UserAssertion(incomingToken))
    .build()).get();
// MsalInteractionRequiredException: answer 401 with its claims(), so that the client can ask the person.`,

  curl: (v) => verbatim`${shellNeeds('CLIENT_SECRET', 'INCOMING_TOKEN')}

# INCOMING_TOKEN: an access token of a person, issued for this API. Not an ID token, a Graph token or an app-only one.
curl --silent --show-error --fail-with-body ${shell(tenantTokenEndpoint(v))} \
  --data-urlencode grant_type=urn:ietf:params:oauth:grant-type:jwt-bearer \
  --data-urlencode client_id=${shell(v.clientId)} \
  --data-urlencode "client_secret=$CLIENT_SECRET" \
  --data-urlencode "assertion=$INCOMING_TOKEN" \
  --data-urlencode requested_token_use=on_behalf_of \
  --data-urlencode scope=${shell(v.scopes.join(' '))}`,
};
