import type { PatchValues } from '../patch-values.ts';
import { csharp, java, javascript, powershell, python, shell } from '../string-literal.ts';
import type { PatchSet } from './patch-set.ts';

const PERSONAL_DOMAINS = /@(?:outlook|hotmail|live|msn)\.[a-z.]{2,8}$/i;

/**
 * The authority that the patch sets. It is shown because the one in use is wrong: a personal account cannot sign in
 * through a tenant, and a single-tenant app cannot use `common`.
 */
function rightAuthority(v: PatchValues): string {
  return PERSONAL_DOMAINS.test(v.mailbox) ? `https://${v.loginHost}/common` : v.tenantAuthority;
}

/** The three others, as comments of the language. */
function alternatives(v: PatchValues, mark: string): string {
  return `${mark} The authority has to fit "Supported account types" of the app registration and who signs in:
${mark}   your organisation only             https://${v.loginHost}/<tenant id>
${mark}   any work or school account         https://${v.loginHost}/organizations
${mark}   work, school or personal account   https://${v.loginHost}/common
${mark}   personal accounts only             https://${v.loginHost}/consumers`;
}

/**
 * @param client - what it is called in languages in which patches stand beside each other
 * @param right - the authority that the patch sets
 */
function settingAuthority(client: string, right: (v: PatchValues) => string): PatchSet {
  return {
    title: 'Sign in through the authority that fits the account',

    python: (v) => `import os

import msal

${alternatives(v, '#')}
AUTHORITY = ${python(right(v))}

sign_in_client = msal.ConfidentialClientApplication(
    ${python(v.clientId)},
    authority=AUTHORITY,
    client_credential=os.environ["CLIENT_SECRET"],
)`,

    node: (v) => `import { ConfidentialClientApplication } from '@azure/msal-node';

export const ${client} = new ConfidentialClientApplication({
  auth: {
    clientId: ${javascript(v.clientId)},
    ${alternatives(v, '//').replaceAll('\n', '\n    ')}
    authority: ${javascript(right(v))},
    clientSecret: process.env.CLIENT_SECRET,
  },
});`,

    csharp: (v) => `using Microsoft.Identity.Client;

${alternatives(v, '//')}
var ${client} = ConfidentialClientApplicationBuilder
    .Create(${csharp(v.clientId)})
    .WithAuthority(${csharp(right(v))})
    .WithClientSecret(Environment.GetEnvironmentVariable("CLIENT_SECRET"))
    .Build();`,

    java: (v) => `import com.microsoft.aad.msal4j.*;

${alternatives(v, '//')}
var ${client} = ConfidentialClientApplication
    .builder(${java(v.clientId)},
        ClientCredentialFactory.createFromSecret(System.getenv("CLIENT_SECRET")))
    .authority(${java(`${right(v)}/`)})
    .build();`,

    powershell: (v) => `${alternatives(v, '#')}
Connect-MgGraph -ClientId ${powershell(v.clientId)} -TenantId ${powershell(right(v).split('/').at(-1) ?? v.tenant)}`,

    curl: (v) => `${alternatives(v, '#')}
AUTHORITY=${shell(right(v))}

# The tenant exists where this prints its issuer; a wrong one answers AADSTS90002.
curl --silent --show-error --fail-with-body "$AUTHORITY/v2.0/.well-known/openid-configuration"`,
  };
}

export const authority = settingAuthority('signInClient', rightAuthority);

/** Where the kind of the account was the fault, the cause says where the sign-in belongs, and the values hold it. */
export const accountAuthority = settingAuthority('accountClient', (v) => v.authority);

/** The same for programs on a person's machine, which hold no secret. */
export const publicAccountAuthority: PatchSet = {
  ...accountAuthority,

  python: (v) => `import msal

${alternatives(v, '#')}
AUTHORITY = ${python(v.authority)}

sign_in_client = msal.PublicClientApplication(${python(v.clientId)}, authority=AUTHORITY)`,

  node: (v) => `import { PublicClientApplication } from '@azure/msal-node';

export const desktopClient = new PublicClientApplication({
  auth: {
    clientId: ${javascript(v.clientId)},
    ${alternatives(v, '//').replaceAll('\n', '\n    ')}
    authority: ${javascript(v.authority)},
  },
});`,

  csharp: (v) => `using Microsoft.Identity.Client;

${alternatives(v, '//')}
var desktopClient = PublicClientApplicationBuilder
    .Create(${csharp(v.clientId)})
    .WithAuthority(${csharp(v.authority)})
    .WithDefaultRedirectUri()
    .Build();`,

  java: (v) => `import com.microsoft.aad.msal4j.*;

${alternatives(v, '//')}
var desktopClient = PublicClientApplication
    .builder(${java(v.clientId)})
    .authority(${java(`${v.authority}/`)})
    .build();`,
};
