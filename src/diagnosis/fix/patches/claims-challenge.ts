import { authorizationRequest } from '../authorization-request.ts';
import { csharp, java, javascript, powershell, python, shell } from '../string-literal.ts';
import {
  CSHARP_IMPORTS,
  csharpList,
  JAVA_IMPORTS,
  javaList,
  javascriptList,
  NODE_IMPORTS,
  PYTHON_IMPORTS,
  pythonList,
  shellNeeds,
} from './clients.ts';
import type { PatchSet } from './patch-set.ts';
import { verbatim } from './verbatim.ts';

export const claimsChallenge: PatchSet = {
  title: 'Hand the claims challenge to the token request, once',

  python: (v) => `import base64
import re
${PYTHON_IMPORTS}

CAE_SCOPES = ${pythonList(v.scopes)}
cae_client = msal.ConfidentialClientApplication(
    ${python(v.clientId)},
    authority=${python(v.authority)},
    client_credential=os.environ["CLIENT_SECRET"],
    client_capabilities=["CP1"],  # says that this app can answer a challenge
)


def claims_of(www_authenticate):
    found = re.search(r'claims="([^"]+)"', www_authenticate or "")
    if not found:
        return None
    encoded = found[1].rstrip("=")
    return base64.urlsafe_b64decode(encoded.replace("+", "-").replace("/", "_") + "=" * (-len(encoded) % 4)).decode()


def answer_challenge(account, www_authenticate, session):
    claims = claims_of(www_authenticate)
    result = cae_client.acquire_token_silent(CAE_SCOPES, account, claims_challenge=claims)
    if result and "access_token" in result:
        return result["access_token"], None  # repeat the call once with it
    session["flow"] = cae_client.initiate_auth_code_flow(
        CAE_SCOPES, redirect_uri=${python(v.redirectUri)}, claims_challenge=claims
    )
    return None, session["flow"]["auth_uri"]  # send the person there`,

  node: (v) => `${NODE_IMPORTS}

const caeClient = new ConfidentialClientApplication({
  auth: {
    clientId: ${javascript(v.clientId)},
    authority: ${javascript(v.authority)},
    clientSecret: process.env.CLIENT_SECRET,
    clientCapabilities: ['CP1'], // says that this app can answer a challenge
  },
});

export function claimsOf(response) {
  const encoded = /claims="([^"]+)"/.exec(response.headers.get('www-authenticate') ?? '')?.[1];
  return encoded && Buffer.from(encoded, 'base64').toString('utf8'); // reads base64url and missing padding too
}

export async function callGraph(url, account) {
  const request = { account, scopes: ${javascriptList(v.scopes)} };
  const send = async (claims) => {
    const result = await caeClient.acquireTokenSilent(claims ? { ...request, claims } : request);
    return fetch(url, { headers: { authorization: \`Bearer \${result?.accessToken}\` } });
  };
  const response = await send();
  const claims = response.status === 401 ? claimsOf(response) : undefined;
  // Once. An InteractionRequiredAuthError from here means: sign in again with getAuthCodeUrl({ ..., claims }).
  return claims ? send(claims) : response;
}`,

  csharp: (v) => `using System.Net;
${CSHARP_IMPORTS}

var caeClient = ConfidentialClientApplicationBuilder
    .Create(${csharp(v.clientId)})
    .WithAuthority(${csharp(v.authority)})
    .WithClientSecret(Environment.GetEnvironmentVariable("CLIENT_SECRET"))
    .WithClientCapabilities(new[] { "cp1" }) // says that this app can answer a challenge
    .Build();

string[] caeScopes = ${csharpList(v.scopes)};
if (response.StatusCode == HttpStatusCode.Unauthorized)
{
    // Reads and decodes the claims of WWW-Authenticate; null where it holds none.
    var claims = WwwAuthenticateParameters.GetClaimChallengeFromResponseHeaders(response.Headers);
    // Once. MsalUiRequiredException means: sign in again, with the same claims.
    var fresh = await caeClient.AcquireTokenSilent(caeScopes, account).WithClaims(claims).ExecuteAsync();
}`,

  java: (v) => `${JAVA_IMPORTS}
import java.nio.charset.StandardCharsets;
import java.util.*;
import java.util.regex.Pattern;

var caeClient = ConfidentialClientApplication
    .builder(${java(v.clientId)},
        ClientCredentialFactory.createFromSecret(System.getenv("CLIENT_SECRET")))
    .authority(${java(`${v.authority}/`)})
    .clientCapabilities(Set.of("cp1")) // says that this app can answer a challenge
    .build();

var claims = Pattern.compile("claims=\\"([^\\"]+)\\"").matcher(wwwAuthenticate);
if (claims.find()) {
    var decoded = new String(Base64.getDecoder().decode(claims.group(1)), StandardCharsets.UTF_8);
    // Once. MsalInteractionRequiredException means: sign in again with claimsChallenge(decoded).
    var fresh = caeClient.acquireTokenSilently(SilentParameters
        .builder(Set.of(${javaList(v.scopes)}), account)
        .claims(ClaimsRequest.formatAsClaimsRequest(decoded)).forceRefresh(true)
        .build()).get();
}`,

  powershell: (v) => `# Connect-MgGraph answers challenges itself. A session that was revoked needs a new sign-in:
Disconnect-MgGraph
Connect-MgGraph -ClientId ${powershell(v.clientId)} -TenantId ${powershell(v.signInTenant)}
Invoke-MgGraphRequest -Method GET -Uri ${powershell(`${v.graph}/v1.0/me`)}`,

  curl: (v) => verbatim`${shellNeeds('ACCESS_TOKEN')}

# What the API asks for, decoded:
CLAIMS=$(curl --silent --show-error --output /dev/null --dump-header - ${shell(v.url)} \
  --header "Authorization: Bearer $ACCESS_TOKEN" |
  sed -n 's/.*claims="\([^"]*\)".*/\1/p' | tr '_-' '/+')
while [ $((${'$'}{#CLAIMS} % 4)) -ne 0 ]; do CLAIMS="$CLAIMS="; done
CLAIMS=$(printf %s "$CLAIMS" | base64 --decode)
printf '%s\n' "$CLAIMS"

# Sign in again, once, with these claims: open the address that this prints.
printf '%s&claims=%s\n' ${shell(authorizationRequest(v, v.scopes))} "$(printf %s "$CLAIMS" | jq -sRr @uri)"`,
};
