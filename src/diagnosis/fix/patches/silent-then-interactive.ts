import { authorizationRequest, rawScopes, tokenEndpoint } from '../authorization-request.ts';
import { java, powershell, shell } from '../string-literal.ts';
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

export const silentThenInteractive: PatchSet = {
  title: 'Try silently first, send the person to sign in where that fails',

  python: (v) => `${PYTHON_IMPORTS}
from flask import redirect, session

${pythonSignIn(v)}

${pythonClient(v)}


def token_or_sign_in():
    """A token and None, or None and the answer that sends the browser to sign in."""
    account = next((a for a in cca.get_accounts() if a["home_account_id"] == session.get("account")), None)
    result = cca.acquire_token_silent_with_error(SCOPES, account) if account else None
    if result and "access_token" in result:
        return result["access_token"], None
    # Nothing cached, or Entra ID wants the person (interaction_required): once, and never in a loop.
    session["flow"] = cca.initiate_auth_code_flow(
        SCOPES, redirect_uri=REDIRECT_URI, claims_challenge=(result or {}).get("claims")
    )
    return None, redirect(session["flow"]["auth_uri"])`,

  node: (v) => `import { InteractionRequiredAuthError } from '@azure/msal-node';
${NODE_IMPORTS}

${nodeSignIn(v)}

${nodeClient(v)}

/** A token, or the address at which the person has to sign in. */
export async function tokenOrSignIn(homeAccountId, state, codeChallenge) {
  const accounts = await cca.getTokenCache().getAllAccounts();
  const account = accounts.find((known) => known.homeAccountId === homeAccountId);
  let claims;
  if (account) {
    try {
      return { token: (await cca.acquireTokenSilent({ account, scopes }))?.accessToken };
    } catch (error) {
      if (!(error instanceof InteractionRequiredAuthError)) throw error;
      claims = error.claims || undefined; // what Entra ID wants proved: it must reach the sign-in
    }
  }
  // Once, and never in a loop.
  return {
    signIn: await cca.getAuthCodeUrl({
      scopes, redirectUri, state, claims, codeChallenge, codeChallengeMethod: 'S256',
    }),
  };
}`,

  csharp: (v) => `${CSHARP_IMPORTS}

${csharpClient(v)}

${csharpScopes(v)}

AuthenticationResult silent;
try
{
    var account = await cca.GetAccountAsync(homeAccountId);
    silent = await cca.AcquireTokenSilent(scopes, account).ExecuteAsync();
}
catch (MsalUiRequiredException error)
{
    // Once, and never in a loop. In ASP.NET Core Microsoft.Identity.Web does this: [AuthorizeForScopes].
    var signIn = await cca.GetAuthorizationRequestUrl(scopes)
        .WithPkce(out string verifier)
        .WithClaims(error.Claims) // what Entra ID wants proved: it must reach the sign-in
        .ExecuteAsync();
    return Redirect($"{signIn}&state={state}"); // keep verifier and state with this browser's session
}`,

  java: (v) => `${JAVA_IMPORTS}
import java.util.Set;
import java.util.concurrent.ExecutionException;

${javaClient(v)}

${javaScopes(v)}

try {
    return cca.acquireTokenSilently(SilentParameters.builder(scopes, account).build()).get().accessToken();
} catch (ExecutionException failed) {
    if (!(failed.getCause() instanceof MsalInteractionRequiredException wanted)) throw failed;
    // Once, and never in a loop.
    var request = AuthorizationRequestUrlParameters.builder(${java(v.redirectUri)}, scopes)
        .state(state).codeChallenge(challenge).codeChallengeMethod("S256");
    if (wanted.claims() != null) request.claimsChallenge(wanted.claims());
    response.sendRedirect(cca.getAuthorizationRequestUrl(request.build()).toString());
}`,

  powershell: (v) => `# Uses the cached sign-in where there is one, opens the browser where Entra ID wants the person.
${powershellConnect(v)}
Invoke-MgGraphRequest -Method GET -Uri ${powershell(`${v.graph}/v1.0/me`)}`,

  curl: (v) => verbatim`${shellNeeds('CLIENT_SECRET', 'REFRESH_TOKEN')}

# Silent: the refresh token. Where the answer is interaction_required or invalid_grant, sign in again, once:
# ${authorizationRequest(v, v.scopes)}
curl --silent --show-error --fail-with-body ${shell(tokenEndpoint(v))} \
  --data-urlencode grant_type=refresh_token \
  --data-urlencode client_id=${shell(v.clientId)} \
  --data-urlencode "client_secret=$CLIENT_SECRET" \
  --data-urlencode "refresh_token=$REFRESH_TOKEN" \
  --data-urlencode scope=${shell(rawScopes(v.scopes))}`,
};
