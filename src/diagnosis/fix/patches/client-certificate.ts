import { tenantTokenEndpoint } from '../authorization-request.ts';
import { csharp, java, javascript, powershell, python, shell } from '../string-literal.ts';
import type { PatchSet } from './patch-set.ts';
import { verbatim } from './verbatim.ts';

export const clientCertificate: PatchSet = {
  title: 'Sign in with a certificate',

  python: (v) => `import os

import msal

# Upload the public half (.cer) under Certificates & secrets > Certificates. The .pfx stays on this machine.
certificate_client = msal.ConfidentialClientApplication(
    ${python(v.clientId)},
    authority=${python(v.tenantAuthority)},
    client_credential={  # needs msal 1.29 or later
        "private_key_pfx_path": os.environ["CERTIFICATE_PFX"],
        "passphrase": os.environ.get("CERTIFICATE_PASSWORD"),
    },
)
# MSAL signs a new assertion for each request: do not make and keep one yourself.
result = certificate_client.acquire_token_for_client([${python(v.appScope)}])
if "access_token" not in result:
    raise RuntimeError(f"{result.get('error')}: {result.get('error_description')}")`,

  node: (v) => `import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { ConfidentialClientApplication } from '@azure/msal-node';

// Upload the public half under Certificates & secrets > Certificates. The private key stays on this machine.
const certificate = new X509Certificate(readFileSync(process.env.CERTIFICATE_PEM ?? 'certificate.pem'));

const certificateClient = new ConfidentialClientApplication({
  auth: {
    clientId: ${javascript(v.clientId)},
    authority: ${javascript(v.tenantAuthority)},
    clientCertificate: {
      thumbprintSha256: certificate.fingerprint256.replaceAll(':', ''),
      privateKey: readFileSync(process.env.PRIVATE_KEY_PEM ?? 'private-key.pem', 'utf8'),
    },
  },
});

// MSAL signs a new assertion for each request: do not make and keep one yourself.
export function certificateToken() {
  return certificateClient.acquireTokenByClientCredential({ scopes: [${javascript(v.appScope)}] });
}`,

  csharp: (v) => `using System.Security.Cryptography.X509Certificates;
using Microsoft.Identity.Client;

// Upload the public half under Certificates & secrets > Certificates. The .pfx stays on this machine.
var certificate = X509CertificateLoader.LoadPkcs12FromFile(
    Environment.GetEnvironmentVariable("CERTIFICATE_PFX")!,
    Environment.GetEnvironmentVariable("CERTIFICATE_PASSWORD"));

var certificateClient = ConfidentialClientApplicationBuilder
    .Create(${csharp(v.clientId)})
    .WithAuthority(${csharp(v.tenantAuthority)})
    .WithCertificate(certificate) // MSAL signs a new assertion for each request
    .Build();`,

  java: (v) => `import com.microsoft.aad.msal4j.*;
import java.io.FileInputStream;

// Upload the public half under Certificates & secrets > Certificates. The .pfx stays on this machine.
IClientCredential certificate;
try (var pfx = new FileInputStream(System.getenv("CERTIFICATE_PFX"))) {
    certificate = ClientCredentialFactory.createFromCertificate(pfx, System.getenv("CERTIFICATE_PASSWORD"));
}
var certificateClient = ConfidentialClientApplication
    .builder(${java(v.clientId)}, certificate) // MSAL signs a new assertion for each request
    .authority(${java(`${v.tenantAuthority}/`)})
    .build();`,

  powershell: (v) => `# The certificate with its private key is in Cert:\\CurrentUser\\My; its public half is uploaded
# under Certificates & secrets > Certificates.
$thumbprint = $env:CERTIFICATE_THUMBPRINT
if (-not (Get-Item "Cert:\\CurrentUser\\My\\$thumbprint").HasPrivateKey) { throw 'The private key is missing here.' }

$app = @{ ClientId = ${powershell(v.clientId)}; TenantId = ${powershell(v.tenant)} }
Connect-MgGraph @app -CertificateThumbprint $thumbprint
(Get-MgContext).AuthType # AppOnly`,

  curl: (v) => verbatim`base64url() { openssl base64 -A | tr '+/' '-_' | tr -d '='; }
NOW=$(date +%s)
X5T=$(openssl x509 -in certificate.pem -outform der | openssl dgst -sha256 -binary | base64url)
HEADER=$(printf '{"alg":"PS256","typ":"JWT","x5t#S256":"%s"}' "$X5T" | base64url)
# Lives ten minutes and is used once: make a new one for each request.
CLAIMS=$(printf '{"aud":"%s","iss":"%s","sub":"%s","jti":"%s","nbf":%d,"exp":%d}' \
  ${shell(tenantTokenEndpoint(v))} ${shell(v.clientId)} ${shell(v.clientId)} \
  "$(openssl rand -hex 16)" "$NOW" "$((NOW + 600))" | base64url)
SIGNATURE=$(printf %s "$HEADER.$CLAIMS" | openssl dgst -sha256 -sigopt rsa_padding_mode:pss \
  -sigopt rsa_pss_saltlen:-1 -sign private-key.pem | base64url)

curl --silent --show-error --fail-with-body ${shell(tenantTokenEndpoint(v))} \
  --data-urlencode grant_type=client_credentials \
  --data-urlencode client_id=${shell(v.clientId)} \
  --data-urlencode scope=${shell(v.appScope)} \
  --data-urlencode client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer \
  --data-urlencode "client_assertion=$HEADER.$CLAIMS.$SIGNATURE"`,
};
