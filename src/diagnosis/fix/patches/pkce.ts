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
  pythonClient,
  pythonSignIn,
  shellNeeds,
} from './clients.ts';
import type { PatchSet } from './patch-set.ts';
import { verbatim } from './verbatim.ts';

export const pkce: PatchSet = {
  title: 'One PKCE verifier and one state for each sign-in',

  python: (v) => `${PYTHON_IMPORTS}

${pythonSignIn(v)}

${pythonClient(v)}


def start(session):
    # Makes a new verifier, challenge, state and nonce. Keep the whole flow with this browser's session.
    session["flow"] = cca.initiate_auth_code_flow(SCOPES, redirect_uri=REDIRECT_URI)
    return session["flow"]["auth_uri"]


def finish(session, query):
    # pop: a code and its verifier work once. A reload of the callback page starts the sign-in again.
    flow = session.pop("flow", None)
    if flow is None:
        return None
    return cca.acquire_token_by_auth_code_flow(flow, query)  # checks the state, sends the verifier`,

  node: (v) => `import { CryptoProvider } from '@azure/msal-node';
${NODE_IMPORTS}

${nodeSignIn(v)}

${nodeClient(v)}

export async function start(session) {
  // New for each attempt, kept with this browser's session until the code comes back.
  const { verifier, challenge } = await new CryptoProvider().generatePkceCodes();
  session.attempt = { verifier, state: crypto.randomUUID() };
  return cca.getAuthCodeUrl({
    scopes, redirectUri, state: session.attempt.state, codeChallenge: challenge, codeChallengeMethod: 'S256',
  });
}

export async function finish(session, query) {
  const attempt = session.attempt;
  delete session.attempt; // a code and its verifier work once
  if (!attempt || query.state !== attempt.state) throw new Error('Unknown state: start the sign-in again.');
  return cca.acquireTokenByCode({ code: query.code, scopes, redirectUri, codeVerifier: attempt.verifier });
}`,

  csharp: (v) => `${CSHARP_IMPORTS}

${csharpClient(v)}

${csharpScopes(v)}

var pkceAddress = await cca.GetAuthorizationRequestUrl(scopes)
    .WithPkce(out string pkceVerifier) // new for each attempt: keep it with this browser's session
    .ExecuteAsync();
var pkceSignIn = $"{pkceAddress}&state={state}"; // state: random, kept with this browser, compared in the callback

// In the callback, once:
var finished = await cca.AcquireTokenByAuthorizationCode(scopes, code)
    .WithPkceCodeVerifier(pkceVerifier)
    .ExecuteAsync();`,

  java: (v) => `${JAVA_IMPORTS}
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.*;
import java.util.*;

${javaScopes(v)}

${javaClient(v)}

// New for each attempt: keep both with this browser's session.
var random = new byte[48];
new SecureRandom().nextBytes(random);
String pkceVerifier = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
String pkceChallenge = Base64.getUrlEncoder().withoutPadding().encodeToString(
    MessageDigest.getInstance("SHA-256").digest(pkceVerifier.getBytes(StandardCharsets.US_ASCII)));
String pkceState = UUID.randomUUID().toString();

var start = cca.getAuthorizationRequestUrl(AuthorizationRequestUrlParameters
    .builder(${java(v.redirectUri)}, scopes)
    .state(pkceState).codeChallenge(pkceChallenge).codeChallengeMethod("S256")
    .build());

// In the callback, once, after the state was compared:
var finished = cca.acquireToken(AuthorizationCodeParameters
    .builder(code, new URI(${java(v.redirectUri)})).codeVerifier(pkceVerifier)
    .build()).get();`,

  curl: (v) => verbatim`${shellNeeds('CLIENT_SECRET')}
VERIFIER=$(openssl rand -base64 48 | tr -d '\n=' | tr '+/' '-_') # new for each attempt
CHALLENGE=$(printf %s "$VERIFIER" | openssl dgst -sha256 -binary | openssl base64 -A | tr '+/' '-_' | tr -d '=')
STATE=$(openssl rand -hex 16)
echo 'Open this address and sign in:'
printf '%s%s\n' ${shell(authorizationRequest(v, v.scopes))} \
  "&state=$STATE&code_challenge=$CHALLENGE&code_challenge_method=S256"
read -r -p 'state= of the address that came back: ' BACK
[ "$BACK" = "$STATE" ] || { echo 'Not this sign-in: start again.' >&2; exit 1; }
read -r -s -p 'code= of that address: ' CODE

curl --silent --show-error --fail-with-body ${shell(tokenEndpoint(v))} \
  --data-urlencode grant_type=authorization_code \
  --data-urlencode client_id=${shell(v.clientId)} \
  --data-urlencode "client_secret=$CLIENT_SECRET" \
  --data-urlencode redirect_uri=${shell(v.redirectUri)} \
  --data-urlencode "code=$CODE" \
  --data-urlencode "code_verifier=$VERIFIER" \
  --data-urlencode scope=${shell(rawScopes(v.scopes))}`,
};
