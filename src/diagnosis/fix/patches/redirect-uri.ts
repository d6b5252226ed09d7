import { authorizationRequest, rawScopes, tokenEndpoint } from '../authorization-request.ts';
import { csharp, java, powershell, python, shell } from '../string-literal.ts';
import {
  CSHARP_IMPORTS,
  csharpScopes,
  JAVA_IMPORTS,
  javaClient,
  javaScopes,
  NODE_IMPORTS,
  nodeClient,
  nodeSignIn,
  PYTHON_IMPORTS,
  pythonClient,
  pythonSignIn,
  shellNeeds,
} from './clients.ts';
import type { PatchSet } from './patch-set.ts';
import { verbatim } from './verbatim.ts';

export const redirectUri: PatchSet = {
  title: 'Send one redirect URI, registered to the letter under Web',

  python: (v) => `${PYTHON_IMPORTS}
from flask import Flask, redirect, request, session

${pythonSignIn(v)}

${pythonClient(v)}

app = Flask(__name__)
app.secret_key = os.environ["FLASK_SECRET_KEY"]


# The redirect URI is registered under Authentication > Web: scheme, host, port, path, case and final slash are equal.
@app.get("/login")
def login():
    # The flow keeps the redirect URI, state and PKCE verifier for the second request.
    session["flow"] = cca.initiate_auth_code_flow(SCOPES, redirect_uri=REDIRECT_URI)
    return redirect(session["flow"]["auth_uri"])


@app.get(${python(v.redirectPath)})
def callback():
    try:
        result = cca.acquire_token_by_auth_code_flow(session.pop("flow", {}), request.args)
    except ValueError:  # the state is not the one that this browser was given
        return redirect("/login")
    if "access_token" not in result:
        return {"error": result.get("error"), "description": result.get("error_description")}, 400
    session["user"] = result["id_token_claims"]["oid"]
    return redirect("/")`,

  node: (v) => `import { CryptoProvider } from '@azure/msal-node';
${NODE_IMPORTS}

${nodeSignIn(v)}

${nodeClient(v)}

// Registered under Authentication > Web. Scheme, host, port, path, case and final slash must all be equal.
export async function login(session) {
  const { verifier, challenge } = await new CryptoProvider().generatePkceCodes();
  session.signIn = { verifier, state: crypto.randomUUID() };
  return cca.getAuthCodeUrl({
    scopes, redirectUri, state: session.signIn.state, codeChallenge: challenge, codeChallengeMethod: 'S256',
  });
}

export async function callback(session, query) {
  const { verifier, state } = session.signIn ?? {};
  delete session.signIn;
  if (!state || query.state !== state) throw new Error('The sign-in was not started in this browser: start it again.');
  // The same redirectUri as in the first request: Entra ID compares the two.
  return cca.acquireTokenByCode({ code: query.code, scopes, redirectUri, codeVerifier: verifier });
}`,

  csharp: (v) => `${CSHARP_IMPORTS}

// Registered under Authentication > Web. Scheme, host, port, path, case and final slash must all be equal.
// Behind a proxy ASP.NET Core builds http:// from the inner request: call app.UseForwardedHeaders() first.
var webClient = ConfidentialClientApplicationBuilder
    .Create(${csharp(v.clientId)})
    .WithAuthority(${csharp(v.authority)})
    .WithClientSecret(Environment.GetEnvironmentVariable("CLIENT_SECRET"))
    .WithRedirectUri(${csharp(v.redirectUri)}) // used for both requests
    .Build();

${csharpScopes(v)}

var webAddress = await webClient.GetAuthorizationRequestUrl(scopes)
    .WithPkce(out string webVerifier)
    .ExecuteAsync();
var webSignIn = $"{webAddress}&state={state}"; // state: random, kept with this browser, compared in the callback`,

  java: (v) => `${JAVA_IMPORTS}
import java.net.URI;
import java.util.Set;

// Registered under Authentication > Web. Scheme, host, port, path, case and final slash must all be equal.
String redirectUri = ${java(v.redirectUri)};

${javaScopes(v)}

${javaClient(v)}

var signInAddress = cca.getAuthorizationRequestUrl(AuthorizationRequestUrlParameters
    .builder(redirectUri, scopes)
    .state(state).codeChallenge(challenge).codeChallengeMethod("S256")
    .build());

// In the callback, with the same redirectUri:
var signedIn = cca.acquireToken(AuthorizationCodeParameters
    .builder(code, new URI(redirectUri)).codeVerifier(verifier)
    .build()).get();`,

  powershell: (v) => `Connect-MgGraph -Scopes 'Application.ReadWrite.All'
$app = Get-MgApplication -Filter ${powershell(`appId eq '${v.clientId}'`)}

# Keep what is registered and add the missing one under Web.
$uris = @($app.Web.RedirectUris) + ${powershell(v.redirectUri)} | Select-Object -Unique
Update-MgApplication -ApplicationId $app.Id -Web @{ RedirectUris = $uris }

# These must show it once, under Web, and not under Spa or PublicClient:
(Get-MgApplication -ApplicationId $app.Id) | Select-Object -ExpandProperty Web | Select-Object RedirectUris`,

  curl: (v) => verbatim`${shellNeeds('CLIENT_SECRET', 'CODE')}
REDIRECT_URI=${shell(v.redirectUri)} # registered under Authentication > Web, equal to the letter

# CODE comes from the address bar after signing in here (the same redirect_uri):
# ${authorizationRequest(v, v.scopes)}

curl --silent --show-error --fail-with-body ${shell(tokenEndpoint(v))} \
  --data-urlencode grant_type=authorization_code \
  --data-urlencode client_id=${shell(v.clientId)} \
  --data-urlencode "client_secret=$CLIENT_SECRET" \
  --data-urlencode "redirect_uri=$REDIRECT_URI" \
  --data-urlencode "code=$CODE" \
  --data-urlencode scope=${shell(rawScopes(v.scopes))}`,
};
