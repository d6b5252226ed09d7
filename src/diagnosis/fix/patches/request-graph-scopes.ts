import { authorizationRequest, rawScopes, tokenEndpoint } from '../authorization-request.ts';
import { java, shell } from '../string-literal.ts';
import {
  CSHARP_IMPORTS,
  csharpClient,
  csharpScopes,
  JAVA_IMPORTS,
  javaClient,
  javaScopes,
  NODE_IMPORTS,
  nodeClient,
  nodeSignIn,
  PYTHON_IMPORTS,
  powershellConnect,
  pythonClient,
  pythonSignIn,
  shellNeeds,
} from './clients.ts';
import type { PatchSet } from './patch-set.ts';
import { verbatim } from './verbatim.ts';

export const requestGraphScopes: PatchSet = {
  title: 'Ask for Microsoft Graph permissions by their full names',

  python: (v) => `${PYTHON_IMPORTS}

${pythonSignIn(v)}

${pythonClient(v)}


# Graph's address before each scope makes Graph the audience of the token.
# MSAL adds the OpenID Connect scopes itself and raises ValueError where they are listed.
def begin_sign_in(session):
    # prompt="consent" once, where the permission is new for people who signed in before.
    session["flow"] = cca.initiate_auth_code_flow(SCOPES, redirect_uri=REDIRECT_URI, prompt="select_account")
    return session["flow"]["auth_uri"]


def complete_sign_in(session, query):
    result = cca.acquire_token_by_auth_code_flow(session.pop("flow", {}), query)
    if "access_token" not in result:
        raise RuntimeError(f"{result.get('error')}: {result.get('error_description')}")
    return result["access_token"]`,

  node: (v) => `${NODE_IMPORTS}

${nodeSignIn(v)}

${nodeClient(v)}

// Graph's address before each scope makes Graph the audience of the token. MSAL adds the OpenID Connect scopes itself.
export function signInAddress(state, codeChallenge) {
  // prompt: 'consent' once, where the permission is new for people who signed in before.
  return cca.getAuthCodeUrl({
    scopes, redirectUri, state, codeChallenge, codeChallengeMethod: 'S256', prompt: 'select_account',
  });
}

export async function redeem(code, codeVerifier) {
  const result = await cca.acquireTokenByCode({ code, scopes, redirectUri, codeVerifier });
  return result.accessToken;
}`,

  csharp: (v) => `${CSHARP_IMPORTS}

${csharpScopes(v)}

${csharpClient(v)}

// Graph's address before each scope makes Graph the audience of the token. MSAL adds the OpenID Connect scopes itself.
// Send the browser here; keep the verifier with this sign-in.
var address = await cca.GetAuthorizationRequestUrl(scopes)
    .WithPkce(out string codeVerifier)
    .WithPrompt(Prompt.SelectAccount) // Prompt.Consent once, where the permission is new
    .ExecuteAsync();
var browserAddress = $"{address}&state={state}"; // state: random, kept with this browser, compared in the callback

// In the callback:
var result = await cca.AcquireTokenByAuthorizationCode(scopes, code)
    .WithPkceCodeVerifier(codeVerifier)
    .ExecuteAsync();`,

  java: (v) => `${JAVA_IMPORTS}
import java.net.URI;
import java.util.Set;

${javaScopes(v)}

${javaClient(v)}

// Graph's address before each scope makes Graph the audience of the token. MSAL adds the OpenID Connect scopes itself.
var address = cca.getAuthorizationRequestUrl(AuthorizationRequestUrlParameters
    .builder(${java(v.redirectUri)}, scopes)
    .prompt(Prompt.SELECT_ACCOUNT) // Prompt.CONSENT once, where the permission is new
    .state(state).codeChallenge(challenge).codeChallengeMethod("S256")
    .build());

// In the callback:
var result = cca.acquireToken(AuthorizationCodeParameters
    .builder(code, new URI(${java(v.redirectUri)}))
    .scopes(scopes).codeVerifier(verifier)
    .build()).get();`,

  powershell: (v) => `# The Graph module adds Graph's address; the sign-in asks for consent where the permission is new.
Disconnect-MgGraph -ErrorAction SilentlyContinue
${powershellConnect(v)}

# What the token holds now:
(Get-MgContext).Scopes`,

  curl: (v) => verbatim`${shellNeeds('CLIENT_SECRET', 'CODE')}

# CODE is the code= that comes back after signing in here. Raw HTTP must ask for offline_access by name:
# ${authorizationRequest(v, v.scopes)}

curl --silent --show-error --fail-with-body ${shell(tokenEndpoint(v))} \
  --data-urlencode grant_type=authorization_code \
  --data-urlencode client_id=${shell(v.clientId)} \
  --data-urlencode "client_secret=$CLIENT_SECRET" \
  --data-urlencode "code=$CODE" \
  --data-urlencode redirect_uri=${shell(v.redirectUri)} \
  --data-urlencode scope=${shell(rawScopes(v.scopes))}`,
};
