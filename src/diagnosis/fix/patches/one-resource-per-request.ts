import { authorizationRequest, rawScopes, tokenEndpoint } from '../authorization-request.ts';
import { powershell, python, shell } from '../string-literal.ts';
import {
  CSHARP_IMPORTS,
  csharpClient,
  csharpList,
  JAVA_IMPORTS,
  javaClient,
  javaList,
  javascriptList,
  NODE_IMPORTS,
  nodeClient,
  PYTHON_IMPORTS,
  powershellConnect,
  pythonClient,
  pythonList,
  shellNeeds,
} from './clients.ts';
import type { PatchSet } from './patch-set.ts';
import { verbatim } from './verbatim.ts';

export const oneResourcePerRequest: PatchSet = {
  title: 'Ask for the scopes of one API at a time',

  python: (v) => `${PYTHON_IMPORTS}

${pythonClient(v)}

# A token is for one API. Sign in with the first list; MSAL's refresh token then gets a token for the second.
GRAPH_SCOPES = ${pythonList(v.scopes)}
OTHER_SCOPES = ${pythonList(v.otherScopes)}


def sign_in(session):
    session["flow"] = cca.initiate_auth_code_flow(GRAPH_SCOPES, redirect_uri=${python(v.redirectUri)})
    return session["flow"]["auth_uri"]


def tokens(account):
    graph = cca.acquire_token_silent(GRAPH_SCOPES, account=account)
    other = cca.acquire_token_silent(OTHER_SCOPES, account=account)  # None: the person has to consent to it first
    return graph, other`,

  node: (v) => `${NODE_IMPORTS}

${nodeClient(v)}

// A token is for one API. Sign in with the first list; MSAL's refresh token then gets a token for the second.
const graphScopes = ${javascriptList(v.scopes)};
const otherScopes = ${javascriptList(v.otherScopes)};

export async function tokens(account) {
  const graph = await cca.acquireTokenSilent({ account, scopes: graphScopes });
  const other = await cca.acquireTokenSilent({ account, scopes: otherScopes });
  return { graph: graph?.accessToken, other: other?.accessToken };
}`,

  csharp: (v) => `${CSHARP_IMPORTS}

${csharpClient(v)}

// A token is for one API. Sign in with the first list; MSAL's refresh token then gets a token for the second.
string[] graphScopes = ${csharpList(v.scopes)};
string[] otherScopes = ${csharpList(v.otherScopes)};
// At sign-in: GetAuthorizationRequestUrl(graphScopes).WithExtraScopesToConsent(otherScopes) asks once for both.
var graphToken = await cca.AcquireTokenSilent(graphScopes, account).ExecuteAsync();
var otherToken = await cca.AcquireTokenSilent(otherScopes, account).ExecuteAsync();`,

  java: (v) => `${JAVA_IMPORTS}
import java.util.Set;

${javaClient(v)}

// A token is for one API. Sign in with the first set; MSAL's refresh token then gets a token for the second.
Set<String> graphScopes = Set.of(${javaList(v.scopes)});
Set<String> otherScopes = Set.of(${javaList(v.otherScopes)});
var graphToken = cca.acquireTokenSilently(SilentParameters.builder(graphScopes, account).build()).get();
var otherToken = cca.acquireTokenSilently(SilentParameters.builder(otherScopes, account).build()).get();`,

  powershell: (v) => `# A token is for one API: one connection for Graph ...
${powershellConnect(v)}
# ... and a request of its own for the other API.
$other = Get-AzAccessToken -ResourceUrl ${powershell(resourceOf(v.otherScopes[0]))} -AsSecureString`,

  curl: (v) => verbatim`${shellNeeds('CLIENT_SECRET', 'REFRESH_TOKEN')}
# A token is for one API. Sign in for the first one:
# ${authorizationRequest(v, v.scopes)}

# The refresh token of that sign-in gets a token for each API in turn.
for SCOPE in ${shell(rawScopes(v.scopes))} ${shell(rawScopes(v.otherScopes))}; do
  curl --silent --show-error --fail-with-body ${shell(tokenEndpoint(v))} \
    --data-urlencode grant_type=refresh_token \
    --data-urlencode client_id=${shell(v.clientId)} \
    --data-urlencode "client_secret=$CLIENT_SECRET" \
    --data-urlencode "refresh_token=$REFRESH_TOKEN" \
    --data-urlencode "scope=$SCOPE"
done`,
};

function resourceOf(scope: string): string {
  return scope.slice(0, Math.max(scope.lastIndexOf('/'), 0)) || scope;
}
