import { tenantTokenEndpoint } from '../authorization-request.ts';
import { csharp, java, javascript, powershell, python, shell } from '../string-literal.ts';
import { shellNeeds } from './clients.ts';
import type { PatchSet } from './patch-set.ts';
import { verbatim } from './verbatim.ts';

export const clientSecret: PatchSet = {
  title: "Read the client secret's Value from the environment",

  python: (v) => `import os
import re

import msal

# Read at start: restart every instance after the secret was replaced.
CLIENT_SECRET = os.environ["CLIENT_SECRET"].strip()
if re.fullmatch(r"[0-9a-fA-F-]{36}", CLIENT_SECRET):
    raise SystemExit("CLIENT_SECRET holds the secret's ID. Copy its Value (Certificates & secrets, shown only once).")

secret_client = msal.ConfidentialClientApplication(
    ${python(v.clientId)},
    authority=${python(v.tenantAuthority)},
    client_credential=CLIENT_SECRET,
)
check = secret_client.acquire_token_for_client([${python(v.appScope)}])
print("The secret works." if "access_token" in check else check.get("error_description"))`,

  node: (v) => `import { ConfidentialClientApplication } from '@azure/msal-node';

// Read at start: restart every instance after the secret was replaced.
const clientSecret = process.env.CLIENT_SECRET?.trim();
if (!clientSecret) throw new Error('Set CLIENT_SECRET.');
if (/^[0-9a-f-]{36}$/i.test(clientSecret)) {
  throw new Error("CLIENT_SECRET holds the secret's ID. Copy its Value (Certificates & secrets, shown only once).");
}

export const secretClient = new ConfidentialClientApplication({
  auth: {
    clientId: ${javascript(v.clientId)},
    authority: ${javascript(v.tenantAuthority)},
    clientSecret,
  },
});`,

  csharp: (v) => `using Microsoft.Identity.Client;

// Read at start: restart every instance after the secret was replaced.
var clientSecret = Environment.GetEnvironmentVariable("CLIENT_SECRET")?.Trim()
    ?? throw new InvalidOperationException("Set CLIENT_SECRET.");
if (Guid.TryParse(clientSecret, out _))
    throw new InvalidOperationException("CLIENT_SECRET holds the secret's ID. Copy its Value.");

var secretClient = ConfidentialClientApplicationBuilder
    .Create(${csharp(v.clientId)})
    .WithAuthority(${csharp(v.tenantAuthority)})
    .WithClientSecret(clientSecret)
    .Build();`,

  java: (v) => `import com.microsoft.aad.msal4j.*;
import java.util.Objects;

// Read at start: restart every instance after the secret was replaced.
String clientSecret = Objects.requireNonNull(System.getenv("CLIENT_SECRET"), "Set CLIENT_SECRET.").trim();
if (clientSecret.matches("[0-9a-fA-F-]{36}"))
    throw new IllegalStateException("CLIENT_SECRET holds the secret's ID. Copy its Value.");

var secretClient = ConfidentialClientApplication
    .builder(${java(v.clientId)},
        ClientCredentialFactory.createFromSecret(clientSecret))
    .authority(${java(`${v.tenantAuthority}/`)})
    .build();`,

  powershell: (v) => `Connect-MgGraph -TenantId ${powershell(v.tenant)} -Scopes 'Application.ReadWrite.All'
$app = Get-MgApplication -Filter ${powershell(`appId eq '${v.clientId}'`)}

# What is there, and until when:
$app.PasswordCredentials | Select-Object DisplayName, Hint, EndDateTime

# A new one. Its Value is shown now and never again: put it straight into your secret store.
$new = Add-MgApplicationPassword -ApplicationId $app.Id -PasswordCredential @{
    DisplayName = 'rotated'
    EndDateTime = (Get-Date).AddMonths(6)
}
$new.SecretText | Set-Clipboard`,

  curl: (v) => verbatim`${shellNeeds('CLIENT_SECRET')} # the secret's Value, not its ID

# --data-urlencode: a secret with +, & or % arrives damaged through plain --data.
curl --silent --show-error --fail-with-body ${shell(tenantTokenEndpoint(v))} \
  --data-urlencode grant_type=client_credentials \
  --data-urlencode client_id=${shell(v.clientId)} \
  --data-urlencode "client_secret=$CLIENT_SECRET" \
  --data-urlencode scope=${shell(v.appScope)} \
  --output /dev/null && echo 'The secret works.'`,
};
