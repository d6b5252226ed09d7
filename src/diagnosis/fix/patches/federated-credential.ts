import { tenantTokenEndpoint } from '../authorization-request.ts';
import type { PatchValues } from '../patch-values.ts';
import { csharp, java, javascript, powershell, python, shell } from '../string-literal.ts';
import type { PatchSet } from './patch-set.ts';
import { verbatim } from './verbatim.ts';

function credentialsUrl(v: PatchValues): string {
  return `${v.graph}/v1.0/applications(appId='${v.clientId}')/federatedIdentityCredentials`;
}

export const federatedCredential: PatchSet = {
  title: 'Trust the assertion that really comes, and read a fresh one each time',

  json: () => `{
  "name": "main-branch",
  "issuer": "https://token.actions.githubusercontent.com",
  "subject": "repo:OWNER/REPOSITORY:ref:refs/heads/main",
  "audiences": ["api://AzureADTokenExchange"]
}`,

  python: (v) => `import os
from pathlib import Path

import msal


def assertion():
    # Read each time: the platform replaces the file long before the old assertion expires.
    return Path(os.environ["AZURE_FEDERATED_TOKEN_FILE"]).read_text().strip()


# Its iss, sub and aud must equal issuer, subject and audience of the credential, case and final slash included.
workload_client = msal.ConfidentialClientApplication(
    ${python(v.clientId)},
    authority=${python(v.tenantAuthority)},
    client_credential={"client_assertion": assertion},  # the function, not its result
)
result = workload_client.acquire_token_for_client([${python(v.appScope)}])
if "access_token" not in result:
    raise RuntimeError(f"{result.get('error')}: {result.get('error_description')}")`,

  node: (v) => `import { readFile } from 'node:fs/promises';
import { ConfidentialClientApplication } from '@azure/msal-node';

// Its iss, sub and aud must equal issuer, subject and audience of the credential, case and final slash included.
const workloadClient = new ConfidentialClientApplication({
  auth: {
    clientId: ${javascript(v.clientId)},
    authority: ${javascript(v.tenantAuthority)},
    // A function: the platform replaces the file long before the old assertion expires.
    clientAssertion: async () => (await readFile(process.env.AZURE_FEDERATED_TOKEN_FILE ?? '', 'utf8')).trim(),
  },
});

export function workloadToken() {
  return workloadClient.acquireTokenByClientCredential({ scopes: [${javascript(v.appScope)}] });
}`,

  csharp: (v) => `using Microsoft.Identity.Client;

// Its iss, sub and aud must equal issuer, subject and audience of the credential, case and final slash included.
var workloadClient = ConfidentialClientApplicationBuilder
    .Create(${csharp(v.clientId)})
    .WithAuthority(${csharp(v.tenantAuthority)})
    // A function: the platform replaces the file long before the old assertion expires.
    .WithClientAssertion((AssertionRequestOptions _) =>
        File.ReadAllTextAsync(Environment.GetEnvironmentVariable("AZURE_FEDERATED_TOKEN_FILE")!))
    .Build();`,

  java: (v) => `import com.microsoft.aad.msal4j.*;
import java.nio.file.*;

// Its iss, sub and aud must equal issuer, subject and audience of the credential, case and final slash included.
var workloadClient = ConfidentialClientApplication
    .builder(${java(v.clientId)}, ClientCredentialFactory.createFromCallback(
        // A function: the platform replaces the file long before the old assertion expires.
        () -> Files.readString(Path.of(System.getenv("AZURE_FEDERATED_TOKEN_FILE"))).trim()))
    .authority(${java(`${v.tenantAuthority}/`)})
    .build();`,

  powershell: (v) => `Connect-MgGraph -TenantId ${powershell(v.tenant)} -Scopes 'Application.ReadWrite.All'
$app = Get-MgApplication -Filter ${powershell(`appId eq '${v.clientId}'`)}

# What is trusted today:
Get-MgApplicationFederatedIdentityCredential -ApplicationId $app.Id | Select-Object Name, Issuer, Subject, Audiences

# issuer, subject and audience to the letter as in the assertion (its iss, sub and aud):
New-MgApplicationFederatedIdentityCredential -ApplicationId $app.Id -BodyParameter @{
    name      = 'main-branch'
    issuer    = 'https://token.actions.githubusercontent.com'
    subject   = 'repo:OWNER/REPOSITORY:ref:refs/heads/main'
    audiences = @('api://AzureADTokenExchange')
}`,

  curl: (v) => verbatim`# What the assertion says:
BODY=$(cut -d. -f2 "$AZURE_FEDERATED_TOKEN_FILE" | tr '_-' '/+')
while [ $((${'$'}{#BODY} % 4)) -ne 0 ]; do BODY="$BODY="; done
printf %s "$BODY" | base64 --decode | jq '{iss, sub, aud, exp}'

# What is trusted: issuer, subject and audiences must be equal to these, to the letter.
az rest --method get --url ${shell(credentialsUrl(v))} --query 'value[].{issuer:issuer,subject:subject,audiences:audiences}'

curl --silent --show-error --fail-with-body ${shell(tenantTokenEndpoint(v))} \
  --data-urlencode grant_type=client_credentials \
  --data-urlencode client_id=${shell(v.clientId)} \
  --data-urlencode scope=${shell(v.appScope)} \
  --data-urlencode client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer \
  --data-urlencode client_assertion@"$AZURE_FEDERATED_TOKEN_FILE"`,
};
