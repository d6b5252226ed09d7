import { type PatchValues, PLACEHOLDER } from '../patch-values.ts';
import { csharp, java, javascript, powershell, python } from '../string-literal.ts';

/**
 * The client objects that most patches begin with, as paragraphs that are the same to the letter wherever they stand:
 * a paragraph that several patches share is printed once (join-patches.ts).
 */

export function pythonList(texts: readonly string[]): string {
  return `[${texts.map(python).join(', ')}]`;
}

export function javascriptList(texts: readonly string[]): string {
  return `[${texts.map(javascript).join(', ')}]`;
}

export function csharpList(texts: readonly string[]): string {
  return `{ ${texts.map(csharp).join(', ')} }`;
}

export function javaList(texts: readonly string[]): string {
  return texts.map(java).join(', ');
}

export const PYTHON_IMPORTS = `import os

import msal`;

/** MSAL for Python, a web app that signs users in. */
export function pythonClient(v: PatchValues): string {
  return `cca = msal.ConfidentialClientApplication(
    ${python(v.clientId)},
    authority=${python(v.authority)},
    client_credential=os.environ["CLIENT_SECRET"],  # the secret's Value, not its ID
)`;
}

/** MSAL for Python, a service without a user. */
export function pythonDaemon(v: PatchValues): string {
  return `daemon = msal.ConfidentialClientApplication(
    ${python(v.clientId)},
    authority=${python(v.tenantAuthority)},  # the tenant itself: common has no app-only tokens
    client_credential=os.environ["CLIENT_SECRET"],
)`;
}

export const NODE_IMPORTS = `import { ConfidentialClientApplication } from '@azure/msal-node';`;

export function nodeClient(v: PatchValues): string {
  return `const cca = new ConfidentialClientApplication({
  auth: {
    clientId: ${javascript(v.clientId)},
    authority: ${javascript(v.authority)},
    clientSecret: process.env.CLIENT_SECRET, // the secret's Value, not its ID
  },
});`;
}

export function nodeDaemon(v: PatchValues): string {
  return `const daemon = new ConfidentialClientApplication({
  auth: {
    clientId: ${javascript(v.clientId)},
    authority: ${javascript(v.tenantAuthority)}, // the tenant itself: common has no app-only tokens
    clientSecret: process.env.CLIENT_SECRET,
  },
});`;
}

export function nodeScopes(v: PatchValues): string {
  return `const scopes = ${wrapped(v.scopes.map(javascript), '[', ']', '  ')};`;
}

/** What both requests of a sign-in share. */
export function nodeSignIn(v: PatchValues): string {
  return `${nodeScopes(v)}

const redirectUri = ${javascript(v.redirectUri)};`;
}

export function pythonScopes(v: PatchValues): string {
  return `SCOPES = ${wrapped(v.scopes.map(python), '[', ']', '    ')}`;
}

export function pythonSignIn(v: PatchValues): string {
  return `${pythonScopes(v)}

REDIRECT_URI = ${python(v.redirectUri)}`;
}

export function csharpScopes(v: PatchValues): string {
  return `string[] scopes = ${wrapped(v.scopes.map(csharp), '{', '}', '    ')};`;
}

export function javaScopes(v: PatchValues): string {
  return `Set<String> scopes = Set.of${wrapped(v.scopes.map(java), '(', ')', '    ')};`;
}

/** A list on one line, or one line each where it would be long. */
function wrapped(literals: readonly string[], open: string, close: string, indent: string): string {
  const line = literals.join(', ');
  if (line.length > 90) return `${open}\n${literals.map((literal) => indent + literal).join(',\n')}\n${close}`;
  return open === '{' ? `{ ${line} }` : open + line + close;
}

export const CSHARP_IMPORTS = 'using Microsoft.Identity.Client;';

export function csharpClient(v: PatchValues): string {
  return `var cca = ConfidentialClientApplicationBuilder
    .Create(${csharp(v.clientId)})
    .WithClientSecret(Environment.GetEnvironmentVariable("CLIENT_SECRET")) // the secret's Value, not its ID
    .WithAuthority(${csharp(v.authority)})
    .WithRedirectUri(${csharp(v.redirectUri)})
    .Build();`;
}

export function csharpDaemon(v: PatchValues): string {
  return `var daemon = ConfidentialClientApplicationBuilder
    .Create(${csharp(v.clientId)})
    .WithClientSecret(Environment.GetEnvironmentVariable("CLIENT_SECRET"))
    .WithAuthority(${csharp(v.tenantAuthority)}) // the tenant itself: common has no app-only tokens
    .Build();`;
}

export const JAVA_IMPORTS = 'import com.microsoft.aad.msal4j.*;';

export function javaClient(v: PatchValues): string {
  return `var cca = ConfidentialClientApplication
    .builder(${java(v.clientId)},
        ClientCredentialFactory.createFromSecret(System.getenv("CLIENT_SECRET"))) // the secret's Value, not its ID
    .authority(${java(`${v.authority}/`)})
    .build();`;
}

export function javaDaemon(v: PatchValues): string {
  return `var daemon = ConfidentialClientApplication
    .builder(${java(v.clientId)},
        ClientCredentialFactory.createFromSecret(System.getenv("CLIENT_SECRET")))
    .authority(${java(`${v.tenantAuthority}/`)}) // the tenant itself: common has no app-only tokens
    .build();`;
}

/** Interactive sign-in with the Graph module, which adds Graph's address to the names of the permissions. */
export function powershellConnect(v: PatchValues, options = ''): string {
  const names = v.scopes.map((scope) => powershell(scope.slice(scope.lastIndexOf('/') + 1)));
  // The module has an app of its own, for which people sign in where no other is named.
  if (v.clientId === PLACEHOLDER.clientId)
    return `# For an app registration of your own: -ClientId YOUR_CLIENT_ID -TenantId ${powershell(v.signInTenant)}
Connect-MgGraph -Scopes ${names.join(', ')}${options}`;
  return `$app = @{ ClientId = ${powershell(v.clientId)}; TenantId = ${powershell(v.signInTenant)} }
Connect-MgGraph @app -Scopes ${names.join(', ')}${options}`;
}

/** Stops a script where an environment variable that it reads is missing. */
export function shellNeeds(...names: readonly string[]): string {
  return names.map((name) => `: "\${${name}:?set ${name} first}"`).join('\n');
}
