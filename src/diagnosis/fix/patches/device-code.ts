import { rawScopes, tokenEndpoint } from '../authorization-request.ts';
import { csharp, java, javascript, python, shell } from '../string-literal.ts';
import { csharpList, javaList, javascriptList, powershellConnect, pythonList } from './clients.ts';
import type { PatchSet } from './patch-set.ts';
import { verbatim } from './verbatim.ts';

export const deviceCode: PatchSet = {
  title: 'Sign in with a device code, as a public client without a secret',

  python: (v) => `import msal

# Authentication > Allow public client flows: Yes. A public client has no secret.
public_client = msal.PublicClientApplication(${python(v.clientId)}, authority=${python(v.authority)})

device_flow = public_client.initiate_device_flow(scopes=${pythonList(v.scopes)})
if "user_code" not in device_flow:
    raise RuntimeError(device_flow.get("error_description"))
print(device_flow["message"])
result = public_client.acquire_token_by_device_flow(device_flow)  # waits until the person has signed in
if "access_token" not in result:
    raise RuntimeError(f"{result.get('error')}: {result.get('error_description')}")`,

  node: (v) => `import { PublicClientApplication } from '@azure/msal-node';

// Authentication > Allow public client flows: Yes. A public client has no secret.
const publicClient = new PublicClientApplication({
  auth: { clientId: ${javascript(v.clientId)}, authority: ${javascript(v.authority)} },
});

export function signInWithDeviceCode() {
  return publicClient.acquireTokenByDeviceCode({
    scopes: ${javascriptList(v.scopes)},
    deviceCodeCallback: ({ message }) => console.log(message),
  });
}`,

  csharp: (v) => `using Microsoft.Identity.Client;

// Authentication > Allow public client flows: Yes. A public client has no secret.
var publicClient = PublicClientApplicationBuilder
    .Create(${csharp(v.clientId)})
    .WithAuthority(${csharp(v.authority)})
    .Build();
string[] deviceScopes = ${csharpList(v.scopes)};
var deviceResult = await publicClient.AcquireTokenWithDeviceCode(deviceScopes, code =>
{
    Console.WriteLine(code.Message);
    return Task.CompletedTask;
}).ExecuteAsync();`,

  java: (v) => `import com.microsoft.aad.msal4j.*;
import java.util.Set;

// Authentication > Allow public client flows: Yes. A public client has no secret.
var publicClient = PublicClientApplication.builder(${java(v.clientId)}).authority(${java(`${v.authority}/`)}).build();
var deviceResult = publicClient.acquireToken(DeviceCodeFlowParameters
    .builder(Set.of(${javaList(v.scopes)}), code -> System.out.println(code.message()))
    .build()).get();`,

  powershell: (v) => `# Authentication > Allow public client flows: Yes. A public client has no secret.
${powershellConnect(v, ' -UseDeviceCode')}`,

  curl: (v) => verbatim`# Authentication > Allow public client flows: Yes. A public client sends no client_secret.
ANSWER=$(curl --silent --show-error --fail-with-body ${shell(`${v.authority}/oauth2/v2.0/devicecode`)} \
  --data-urlencode client_id=${shell(v.clientId)} \
  --data-urlencode scope=${shell(rawScopes(v.scopes))}) ||
  { printf '%s\n' "$ANSWER" >&2; exit 1; }
printf %s "$ANSWER" | jq -r .message

while :; do
  sleep "$(printf %s "$ANSWER" | jq -r .interval)"
  TOKEN=$(curl --silent --show-error ${shell(tokenEndpoint(v))} \
    --data-urlencode grant_type=urn:ietf:params:oauth:grant-type:device_code \
    --data-urlencode client_id=${shell(v.clientId)} \
    --data-urlencode "device_code=$(printf %s "$ANSWER" | jq -r .device_code)")
  [ "$(printf %s "$TOKEN" | jq -r .error)" = authorization_pending ] || break
done
ACCESS_TOKEN=$(printf %s "$TOKEN" | jq -re .access_token) || printf %s "$TOKEN" | jq -r .error_description >&2`,
};
