import { tenantTokenEndpoint } from '../authorization-request.ts';
import { csharp, java, javascript, powershell, python, shell } from '../string-literal.ts';
import {
  CSHARP_IMPORTS,
  csharpDaemon,
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

export const clientCredentials: PatchSet = {
  title: 'Get an app-only token with .default',

  python: (v) => `${PYTHON_IMPORTS}

${pythonDaemon(v)}

# App-only: the resource with /.default, nothing else. It carries the application permissions with admin consent.
app_result = daemon.acquire_token_for_client([${python(v.appScope)}])
if "access_token" not in app_result:
    raise RuntimeError(f"{app_result.get('error')}: {app_result.get('error_description')}")
app_token = app_result["access_token"]  # MSAL caches it: call again before each request`,

  node: (v) => `${NODE_IMPORTS}

${nodeDaemon(v)}

// App-only: the resource with /.default, nothing else. It carries the application permissions with admin consent.
export async function appToken() {
  const result = await daemon.acquireTokenByClientCredential({ scopes: [${javascript(v.appScope)}] });
  if (!result) throw new Error('No token came back.');
  return result.accessToken; // MSAL caches it: call this before each request
}`,

  csharp: (v) => `${CSHARP_IMPORTS}

${csharpDaemon(v)}

// App-only: the resource with /.default, nothing else. It carries the application permissions with admin consent.
var appResult = await daemon.AcquireTokenForClient(new[] { ${csharp(v.appScope)} }).ExecuteAsync();`,

  java: (v) => `${JAVA_IMPORTS}
import java.util.Set;

${javaDaemon(v)}

// App-only: the resource with /.default, nothing else. It carries the application permissions with admin consent.
var appResult = daemon.acquireToken(ClientCredentialParameters
    .builder(Set.of(${java(v.appScope)}))
    .build()).get();`,

  powershell: (v) => `$secret = ConvertTo-SecureString $env:CLIENT_SECRET -AsPlainText -Force
$credential = [pscredential]::new(${powershell(v.clientId)}, $secret)

# App-only: no -Scopes. The token carries the application permissions with admin consent.
Connect-MgGraph -TenantId ${powershell(v.tenant)} -ClientSecretCredential $credential
(Get-MgContext).Scopes`,

  curl: (v) => verbatim`${shellNeeds('CLIENT_SECRET')}

# App-only: the resource with /.default, nothing else. It carries the application permissions with admin consent.
curl --silent --show-error --fail-with-body ${shell(tenantTokenEndpoint(v))} \
  --data-urlencode grant_type=client_credentials \
  --data-urlencode client_id=${shell(v.clientId)} \
  --data-urlencode "client_secret=$CLIENT_SECRET" \
  --data-urlencode scope=${shell(v.appScope)}`,
};
