import { csharp, java, javascript, powershell, python, shell } from '../string-literal.ts';
import { shellNeeds } from './clients.ts';
import type { PatchSet } from './patch-set.ts';
import { verbatim } from './verbatim.ts';

export const showDiagnostics: PatchSet = {
  title: 'Show what the refusal says',

  python: (v) => `import requests


def explain(response):
    """Everything a refusal says about itself. The token is not part of it."""
    names = ("WWW-Authenticate", "x-ms-diagnostics", "request-id", "Date", "Retry-After")
    lines = [f"{response.request.method} {response.url.split('?')[0]}", f"HTTP {response.status_code}"]
    lines += [f"{name}: {response.headers[name]}" for name in names if name in response.headers]
    return "\\n".join([*lines, "", response.text[:4000]])


def call_and_explain(token):
    response = requests.request(
        ${python(v.method)}, ${python(v.url)}, headers={"Authorization": "Bearer " + token}, timeout=30
    )
    if not response.ok:
        raise RuntimeError(explain(response))
    return response`,

  node: (v) => `/** Everything a refusal says about itself. The token is not part of it. */
export async function explain(response) {
  const names = ['www-authenticate', 'x-ms-diagnostics', 'request-id', 'date', 'retry-after'];
  const headers = names.filter((name) => response.headers.has(name));
  return [
    \`HTTP \${response.status} \${response.url.split('?')[0]}\`,
    ...headers.map((name) => \`\${name}: \${response.headers.get(name)}\`),
    '',
    (await response.text()).slice(0, 4000),
  ].join('\\n');
}

export async function callAndExplain(token) {
  const response = await fetch(${javascript(v.url)}, {
    method: ${javascript(v.method)},
    headers: { authorization: \`Bearer \${token}\` },
  });
  if (!response.ok) throw new Error(await explain(response));
  return response;
}`,

  csharp: (v) => `using System.Net.Http.Headers;

var probe = new HttpRequestMessage(new HttpMethod(${csharp(v.method)}), ${csharp(v.url)});
probe.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
using var refusal = await httpClient.SendAsync(probe);
if (!refusal.IsSuccessStatusCode)
{
    Console.WriteLine($"HTTP {(int)refusal.StatusCode}");
    foreach (var name in new[] { "WWW-Authenticate", "x-ms-diagnostics", "request-id", "Date", "Retry-After" })
        if (refusal.Headers.TryGetValues(name, out var values)) Console.WriteLine($"{name}: {string.Join(", ", values)}");
    Console.WriteLine(await refusal.Content.ReadAsStringAsync());
}`,

  java: (v) => `import java.net.URI;
import java.net.http.*;
import java.util.List;

var refusal = HttpClient.newHttpClient().send(
    HttpRequest.newBuilder(URI.create(${java(v.url)})).header("Authorization", "Bearer " + token)
        .method(${java(v.method)}, HttpRequest.BodyPublishers.noBody()).build(),
    HttpResponse.BodyHandlers.ofString());
if (refusal.statusCode() >= 400) {
    System.err.println("HTTP " + refusal.statusCode());
    for (var name : List.of("WWW-Authenticate", "x-ms-diagnostics", "request-id", "Date", "Retry-After"))
        refusal.headers().firstValue(name).ifPresent(value -> System.err.println(name + ": " + value));
    System.err.println(refusal.body());
}`,

  powershell: (v) => `# PowerShell 7. The headers of a refusal are shown, the token is not.
$answer = Invoke-WebRequest -Method ${powershell(v.method)} -Uri ${powershell(v.url)} -SkipHttpErrorCheck \`
    -Headers @{ Authorization = "Bearer $env:ACCESS_TOKEN" }
"HTTP $($answer.StatusCode)"
foreach ($name in 'WWW-Authenticate', 'x-ms-diagnostics', 'request-id', 'Date', 'Retry-After') {
    if ($answer.Headers[$name]) { "\${name}: $($answer.Headers[$name])" }
}
$answer.Content`,

  curl: (v) => verbatim`${shellNeeds('ACCESS_TOKEN')}

# --include shows WWW-Authenticate, request-id and Date. Unlike --verbose it does not show the token.
curl --silent --show-error --include --request ${shell(v.method)} ${shell(v.url)} \
  --header "Authorization: Bearer $ACCESS_TOKEN"`,
};
