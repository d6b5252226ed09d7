import { CLOUD_HOSTS } from '../national-cloud.ts';
import { csharp, java, javascript, powershell, python, shell } from '../string-literal.ts';
import { shellNeeds } from './clients.ts';
import type { PatchSet } from './patch-set.ts';
import { verbatim } from './verbatim.ts';

export const nationalCloud: PatchSet = {
  title: 'Keep sign-in, permission names and API in one cloud',

  python: (v) => `import os

import msal

# All three of one cloud: where the tenant is decides, not where the program runs.
LOGIN = ${python(`https://${v.loginHost}`)}
TENANT = ${python(v.tenant)}
GRAPH = ${python(v.graph)}

cloud_client = msal.ConfidentialClientApplication(
    ${python(v.clientId)},
    authority=f"{LOGIN}/{TENANT}",
    client_credential=os.environ["CLIENT_SECRET"],
)
cloud_result = cloud_client.acquire_token_for_client([f"{GRAPH}/.default"])
# Every call goes to f"{GRAPH}/v1.0/..." as well.`,

  node: (v) => `import { ConfidentialClientApplication } from '@azure/msal-node';

// All three of one cloud: where the tenant is decides, not where the program runs.
const loginOrigin = ${javascript(`https://${v.loginHost}`)};
const tenant = ${javascript(v.tenant)};
export const graph = ${javascript(v.graph)};

const cloudClient = new ConfidentialClientApplication({
  auth: {
    clientId: ${javascript(v.clientId)},
    authority: \`\${loginOrigin}/\${tenant}\`,
    clientSecret: process.env.CLIENT_SECRET,
  },
});

export async function cloudCall(path) {
  const result = await cloudClient.acquireTokenByClientCredential({ scopes: [\`\${graph}/.default\`] });
  return fetch(graph + path, { headers: { authorization: \`Bearer \${result?.accessToken}\` } });
}`,

  csharp: (v) => `using Microsoft.Identity.Client;

// All three of one cloud: where the tenant is decides, not where the program runs.
var cloudClient = ConfidentialClientApplicationBuilder
    .Create(${csharp(v.clientId)})
    .WithAuthority(AzureCloudInstance.${CLOUD_HOSTS[v.cloud].msalInstance}, ${csharp(v.tenant)})
    .WithClientSecret(Environment.GetEnvironmentVariable("CLIENT_SECRET"))
    .Build();
var cloudToken = await cloudClient.AcquireTokenForClient(new[] { ${csharp(v.appScope)} }).ExecuteAsync();
httpClient.BaseAddress = new Uri(${csharp(`${v.graph}/v1.0/`)});`,

  java: (v) => `import com.microsoft.aad.msal4j.*;
import java.util.Set;

// All three of one cloud: where the tenant is decides, not where the program runs.
var cloudClient = ConfidentialClientApplication
    .builder(${java(v.clientId)},
        ClientCredentialFactory.createFromSecret(System.getenv("CLIENT_SECRET")))
    .authority(${java(`${v.tenantAuthority}/`)})
    .build();
var cloudToken = cloudClient.acquireToken(ClientCredentialParameters.builder(Set.of(${java(v.appScope)})).build()).get();
String graph = ${java(v.graph)};`,

  powershell: (v) => `# Sets sign-in, permission names and API together. Get-MgEnvironment lists the clouds.
$app = @{ ClientId = ${powershell(v.clientId)}; TenantId = ${powershell(v.tenant)} }
Connect-MgGraph @app -Environment ${CLOUD_HOSTS[v.cloud].graphEnvironment}
Invoke-MgGraphRequest -Method GET -Uri ${powershell(`${v.graph}/v1.0/me`)}`,

  curl: (v) => verbatim`${shellNeeds('CLIENT_SECRET')}
# All three of one cloud: where the tenant is decides, not where the program runs.
LOGIN=${shell(`https://${v.loginHost}`)}
TENANT=${shell(v.tenant)}
GRAPH=${shell(v.graph)}

ACCESS_TOKEN=$(curl --silent --show-error --fail-with-body "$LOGIN/$TENANT/oauth2/v2.0/token" \
  --data-urlencode grant_type=client_credentials \
  --data-urlencode client_id=${shell(v.clientId)} \
  --data-urlencode "client_secret=$CLIENT_SECRET" \
  --data-urlencode "scope=$GRAPH/.default" | jq -re .access_token)
curl --silent --show-error --fail-with-body "$GRAPH/v1.0/organization" --header "Authorization: Bearer $ACCESS_TOKEN"`,
};
