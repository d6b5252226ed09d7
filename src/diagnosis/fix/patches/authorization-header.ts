import { csharp, java, javascript, powershell, python, shell } from '../string-literal.ts';
import { shellNeeds } from './clients.ts';
import type { PatchSet } from './patch-set.ts';
import { verbatim } from './verbatim.ts';

export const authorizationHeader: PatchSet = {
  title: 'Send one Bearer, one space and the access token',

  python: (v) => `import requests


def authorization(result):
    # acquire_token_* returns a dictionary, and the token is one entry of it. None or an error has no token.
    if not result or "access_token" not in result:
        raise RuntimeError(f"No token: {(result or {}).get('error_description', 'nothing in the cache, sign in')}")
    return {"Authorization": "Bearer " + result["access_token"]}


def call(result):
    return requests.request(${python(v.method)}, ${python(v.calledUrl)}, headers=authorization(result), timeout=30)`,

  node: (v) => `export function authorization(result) {
  // The token itself: not the whole result, not its promise, not the ID token.
  const token = result?.accessToken;
  if (typeof token !== 'string' || token === '') throw new Error('No access token: sign in first.');
  return { authorization: \`Bearer \${token}\` };
}

export function call(result) {
  return fetch(${javascript(v.calledUrl)}, { method: ${javascript(v.method)}, headers: authorization(result) });
}`,

  csharp: (v) => `using System.Net.Http.Headers;

ArgumentException.ThrowIfNullOrEmpty(result?.AccessToken); // AccessToken, not IdToken
using var request = new HttpRequestMessage(new HttpMethod(${csharp(v.method)}), ${csharp(v.calledUrl)});
// Scheme and token apart: no second "Bearer", no missing space.
request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", result.AccessToken);
using var response = await httpClient.SendAsync(request);`,

  java: (v) => `import java.net.URI;
import java.net.http.*;

String token = result.accessToken(); // not idToken()
if (token == null || token.isBlank()) throw new IllegalStateException("No access token: sign in first.");
var request = HttpRequest.newBuilder(URI.create(${java(v.calledUrl)}))
    .header("Authorization", "Bearer " + token)
    .method(${java(v.method)}, HttpRequest.BodyPublishers.noBody())
    .build();
var response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());`,

  powershell: (v) => `$token = $env:ACCESS_TOKEN
if ([string]::IsNullOrWhiteSpace($token)) { throw 'Set ACCESS_TOKEN first.' }

$headers = @{ Authorization = "Bearer $token" }
Invoke-RestMethod -Method ${powershell(v.method)} -Uri ${powershell(v.calledUrl)} -Headers $headers`,

  curl: (v) => verbatim`${shellNeeds('ACCESS_TOKEN')}

# Double quotes: in single quotes the shell would send the name of the variable.
curl --silent --show-error --fail-with-body --request ${shell(v.method)} ${shell(v.calledUrl)} \
  --header "Authorization: Bearer $ACCESS_TOKEN"`,
};
