import { authorizationRequest, rawScopes, tokenEndpoint } from '../authorization-request.ts';
import { powershell, shell } from '../string-literal.ts';
import {
  CSHARP_IMPORTS,
  csharpClient,
  csharpScopes,
  JAVA_IMPORTS,
  javaClient,
  javaScopes,
  NODE_IMPORTS,
  nodeClient,
  nodeScopes,
  PYTHON_IMPORTS,
  pythonClient,
  pythonScopes,
  shellNeeds,
} from './clients.ts';
import type { PatchSet } from './patch-set.ts';
import { verbatim } from './verbatim.ts';

export const refreshToken: PatchSet = {
  title: 'Let MSAL keep and use the refresh token',

  python: (v) => `${PYTHON_IMPORTS}

${pythonScopes(v)}

${pythonClient(v)}


def access_token(home_account_id):
    """A token that still works, or None: then the person has to sign in."""
    # MSAL asks for the refresh token, keeps it and exchanges it here. Never read it or keep it yourself.
    account = next((a for a in cca.get_accounts() if a["home_account_id"] == home_account_id), None)
    if account is None:
        return None
    result = cca.acquire_token_silent(SCOPES, account=account)
    return result["access_token"] if result else None`,

  node: (v) => `${NODE_IMPORTS}

${nodeScopes(v)}

${nodeClient(v)}

/** A token that still works. InteractionRequiredAuthError means: the person has to sign in. */
export async function accessToken(homeAccountId) {
  // MSAL asks for the refresh token, keeps it and exchanges it here. Never read it or keep it yourself.
  const accounts = await cca.getTokenCache().getAllAccounts();
  const account = accounts.find((known) => known.homeAccountId === homeAccountId);
  if (!account) return null;
  const result = await cca.acquireTokenSilent({ account, scopes });
  return result?.accessToken ?? null;
}`,

  csharp: (v) => `${CSHARP_IMPORTS}

${csharpScopes(v)}

${csharpClient(v)}

// MSAL asks for the refresh token, keeps it and exchanges it here. MsalUiRequiredException: sign in again.
var known = await cca.GetAccountAsync(homeAccountId);
var renewed = await cca.AcquireTokenSilent(scopes, known).ExecuteAsync();`,

  java: (v) => `${JAVA_IMPORTS}
import java.util.Set;

${javaScopes(v)}

${javaClient(v)}

// MSAL asks for the refresh token, keeps it and exchanges it here. MsalInteractionRequiredException: sign in again.
var renewed = cca.acquireTokenSilently(SilentParameters
    .builder(scopes, account)
    .build()).get();`,

  powershell: (v) => `# The module keeps and uses the refresh token itself; CurrentUser keeps it between sessions.
$app = @{ ClientId = ${powershell(v.clientId)}; TenantId = ${powershell(v.signInTenant)} }
Connect-MgGraph @app -ContextScope CurrentUser`,

  curl: (v) => verbatim`${shellNeeds('CLIENT_SECRET')}
# The first request must ask for offline_access, or there is no refresh token:
# ${authorizationRequest(v, v.scopes)}

# Each answer may bring a new refresh token: keep the newest, readable by you alone.
umask 077
ANSWER=$(curl --silent --show-error --fail-with-body ${shell(tokenEndpoint(v))} \
  --data-urlencode grant_type=refresh_token \
  --data-urlencode client_id=${shell(v.clientId)} \
  --data-urlencode "client_secret=$CLIENT_SECRET" \
  --data-urlencode refresh_token@refresh-token.txt \
  --data-urlencode scope=${shell(rawScopes(v.scopes))}) ||
  { printf '%s\n' "$ANSWER" >&2; exit 1; }
printf %s "$ANSWER" | jq -j .refresh_token > refresh-token.new && mv refresh-token.new refresh-token.txt
ACCESS_TOKEN=$(printf %s "$ANSWER" | jq -r .access_token)`,
};
