import { csharp, python } from '../string-literal.ts';
import { csharpList, pythonList } from './clients.ts';
import { deviceCode } from './device-code.ts';
import type { PatchSet } from './patch-set.ts';

export const desktopSignIn: PatchSet = {
  title: 'Ask before every call: silently first, with a window of the browser where that fails',

  python: (v) => `import msal

SCOPES = ${pythonList(v.scopes)}

# Authentication > Mobile and desktop applications: http://localhost. A public client has no secret.
interactive_client = msal.PublicClientApplication(${python(v.clientId)}, authority=${python(v.authority)})


def access_token():
    """Before every call, not once at start: MSAL answers from its cache and renews in time."""
    accounts = interactive_client.get_accounts()
    result = interactive_client.acquire_token_silent_with_error(SCOPES, accounts[0]) if accounts else None
    if not result or "access_token" not in result:
        # Nothing cached, or Entra ID wants the person (interaction_required): once, and never in a loop.
        result = interactive_client.acquire_token_interactive(SCOPES, claims_challenge=(result or {}).get("claims"))
    if "access_token" not in result:
        raise RuntimeError(f"{result.get('error')}: {result.get('error_description')}")
    return result["access_token"]`,

  csharp: (v) => `using System.Linq;
using Microsoft.Identity.Client;

// Authentication > Mobile and desktop applications: http://localhost. A public client has no secret.
var interactiveClient = PublicClientApplicationBuilder
    .Create(${csharp(v.clientId)})
    .WithAuthority(${csharp(v.authority)})
    .WithRedirectUri("http://localhost")
    .Build();
string[] interactiveScopes = ${csharpList(v.scopes)};

// Before every call, not once at start: MSAL answers from its cache and renews in time.
async Task<string> AccessTokenAsync()
{
    var account = (await interactiveClient.GetAccountsAsync()).FirstOrDefault();
    try
    {
        return (await interactiveClient.AcquireTokenSilent(interactiveScopes, account).ExecuteAsync()).AccessToken;
    }
    catch (MsalUiRequiredException error)
    {
        var signIn = interactiveClient.AcquireTokenInteractive(interactiveScopes).WithClaims(error.Claims);
        return (await signIn.ExecuteAsync()).AccessToken;
    }
}`,

  // A shell opens no window of its own.
  curl: (v) => deviceCode.curl?.(v) ?? '',
};
