import { csharp, java, javascript, powershell, python, shell } from '../string-literal.ts';
import {
  JAVA_IMPORTS,
  javaDaemon,
  NODE_IMPORTS,
  nodeDaemon,
  PYTHON_IMPORTS,
  pythonDaemon,
  shellNeeds,
} from './clients.ts';
import type { PatchSet } from './patch-set.ts';
import { verbatim } from './verbatim.ts';

export const usersInsteadOfMe: PatchSet = {
  title: 'Name the mailbox: an app-only token has no me',

  python: (v) => `${PYTHON_IMPORTS}
import requests

${pythonDaemon(v)}

result = daemon.acquire_token_for_client([${python(v.appScope)}])
if "access_token" not in result:
    raise RuntimeError(f"{result.get('error')}: {result.get('error_description')}")

# /me is the signed-in person. Nobody is signed in here: name the mailbox.
response = requests.request(
    ${python(v.method)},
    ${python(v.userUrl)},
    headers={"Authorization": "Bearer " + result["access_token"]},
    timeout=30,
)`,

  node: (v) => `${NODE_IMPORTS}

${nodeDaemon(v)}

// /me is the signed-in person. Nobody is signed in here: name the mailbox.
export async function callForMailbox() {
  const result = await daemon.acquireTokenByClientCredential({ scopes: [${javascript(v.appScope)}] });
  return fetch(${javascript(v.userUrl)}, {
    method: ${javascript(v.method)},
    headers: { authorization: \`Bearer \${result?.accessToken}\` },
  });
}`,

  csharp: (v) => `using Azure.Identity;
using Microsoft.Graph;

var appGraph = new GraphServiceClient(new ClientSecretCredential(
    ${csharp(v.tenant)},
    ${csharp(v.clientId)},
    Environment.GetEnvironmentVariable("CLIENT_SECRET")),
    new[] { ${csharp(v.appScope)} });

// Me is the signed-in person. Nobody is signed in here: name the mailbox.
var events = await appGraph.Users[${csharp(v.mailbox)}].Calendar.Events.GetAsync();`,

  java: (v) => `${JAVA_IMPORTS}
import java.net.URI;
import java.net.http.*;
import java.util.Set;

${javaDaemon(v)}

var mailboxToken = daemon.acquireToken(ClientCredentialParameters.builder(Set.of(${java(v.appScope)})).build()).get();
// /me is the signed-in person. Nobody is signed in here: name the mailbox.
var mailboxRequest = HttpRequest.newBuilder(URI.create(${java(v.userUrl)}))
    .header("Authorization", "Bearer " + mailboxToken.accessToken())
    .method(${java(v.method)}, HttpRequest.BodyPublishers.noBody())
    .build();`,

  powershell: (v) => `$secret = ConvertTo-SecureString $env:CLIENT_SECRET -AsPlainText -Force
$credential = [pscredential]::new(${powershell(v.clientId)}, $secret)
Connect-MgGraph -TenantId ${powershell(v.tenant)} -ClientSecretCredential $credential

# /me is the signed-in person. Nobody is signed in here: name the mailbox.
Invoke-MgGraphRequest -Method ${powershell(v.method)} -Uri ${powershell(v.userUrl)}`,

  curl: (v) => verbatim`${shellNeeds('ACCESS_TOKEN')}

# /me is the signed-in person. An app-only token has nobody: name the mailbox.
curl --silent --show-error --fail-with-body --request ${shell(v.method)} ${shell(v.userUrl)} \
  --header "Authorization: Bearer $ACCESS_TOKEN"`,
};
