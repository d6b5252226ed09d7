import type { Facts } from '../facts/facts.ts';
import type { RootCause } from './root-cause.ts';
import { retold } from './words/told.ts';
import { signInReference, theTenant } from './words/wording.ts';

/** The codes of tenant restrictions, which a network or a device adds; the others come from settings between tenants. */
const BY_THE_NETWORK: ReadonlySet<number> = new Set([500021, 500022, 2000020]);

/** «Access to '…' tenant is denied», or the tenant as an id. */
function deniedTenant(facts: Facts): string | undefined {
  for (const { message } of facts.of('aadsts')) {
    const name = /\bAccess to '([^'\n]{1,80})' tenant\b/i.exec(message)?.[1];
    if (name !== undefined) return `the tenant «${name}»`;
  }
  return facts.values.tenant === undefined ? undefined : `the tenant ${facts.values.tenant}`;
}

export const tenantRestricted: RootCause = {
  id: 'tenant-restricted',
  title: 'Cross-tenant settings or tenant restrictions refuse the access',
  owner: 'tenant-admin',
  explanation:
    'Two fences stand between organisations. Tenant restrictions: a proxy or device of the own organisation marks requests, and Entra ID (or Exchange) refuses foreign tenants. Cross-tenant access settings: the home tenant’s outbound, or the other tenant’s inbound settings refuse the collaboration. Whose fence it is follows from the code.',
  symptoms: [
    'AADSTS500021, AADSTS500022 «Access to … tenant is denied»',
    'AADSTS500212 (outbound), AADSTS500213 (inbound)',
    'x-ms-diagnostics 2000020 with sec-Restrict-Tenant-Access-Policy',
    'AADSTS5000224, AADSTS5000225 (tenant blocked)',
  ],
  explains: ['guest-not-invited', 'conditional-access-blocked', 'cae-challenge', 'token-missing', 'token-malformed'],
  rules: [
    {
      kind: 'code',
      codes: [500021, 500022, 500023, 500024, 500025, 5000211, 500212, 500213, 1000104, 5000224, 5000225],
      strength: 'decisive',
      says: (_, code) => `AADSTS${code.code}: access between the tenants is refused`,
    },
    {
      kind: 'code',
      codes: [530004],
      strength: 'weak',
      says: 'The other tenant does not trust this tenant’s device claims',
    },
    {
      kind: 'facts',
      onlyWith: { evidence: ['diagnostics'] },
      test: (facts) => {
        const header = facts
          .of('diagnostics')
          .find((item) => item.code === '2000020' || /tenant[- ]restriction|xms_trpid/i.test(item.reason));
        return (
          header && {
            strength: 'decisive',
            at: header.span,
            says: `x-ms-diagnostics ${header.code}: tenant restrictions apply to this request`,
          }
        );
      },
    },
    {
      kind: 'phrase',
      phrases: [
        'access is blocked by your organization',
        'has restricted which organizations can be accessed',
        'tenant restrictions policy',
        'sec-restrict-tenant-access-policy',
        'restrict-access-to-tenants',
        'sec-tenant-restriction-access-policy',
        'restrict-access-confirm',
        'cross-tenant access polic',
        'tenant restrictions',
      ],
      strength: 'strong',
      when: (facts) => facts.of('aadsts').length === 0,
      says: 'The text names tenant restrictions or cross-tenant access',
    },
    retold(
      { 'partner-tenant-kept-out': 'The organisation is said to keep its network from signing in at another one' },
      { unnamed: 'weak' },
    ),
  ],
  headline: (facts) => {
    const codes = facts.of('aadsts').map((code) => code.code);
    if (codes.includes(5000225) || codes.includes(5000224))
      return `Microsoft has blocked ${theTenant(facts)} (for inactivity or another reason); only its administrators can have it revived.`;
    if (codes.includes(500212))
      return 'The home tenant’s outbound cross-tenant settings refuse access to the other organisation.';
    if (codes.includes(500213))
      return 'The inbound cross-tenant settings of the other organisation refuse this person.';
    return 'Tenant restrictions or cross-tenant access settings refuse this access.';
  },
  steps: (facts) => {
    const codes = facts.of('aadsts').map((code) => code.code);
    if (codes.includes(5000225) || codes.includes(5000224))
      return [
        {
          text: 'Have a global administrator of that tenant open a support request with Microsoft: a tenant blocked for inactivity can be revived for 20 days, after that it is deleted.',
        },
        { text: 'Meanwhile point the authority to a tenant that is alive.' },
      ];
    if (codes.some((code) => BY_THE_NETWORK.has(code)))
      return [
        {
          text: `The request went through a proxy, VPN or device policy of an organisation that adds tenant restriction headers (Restrict-Access-To-Tenants, or tenant restrictions v2): whoever runs that network adds ${deniedTenant(facts) ?? 'the other tenant'} there, where it is meant.`,
        },
        {
          text: 'Or sign in from a network and device without these restrictions, where your organisation allows that.',
        },
      ];
    return [
      {
        text: 'Entra admin centre, Entra ID, External Identities, Cross-tenant access settings: look at the organisation in question (or the defaults), inbound for the tenant that owns the resource, outbound for the tenant of the person.',
      },
      {
        text: 'For AADSTS500021 and 500022, and 2000020: the request went through a proxy, VPN or device policy of an organisation that adds tenant restriction headers; add the tenant there, or leave that network.',
      },
      { text: 'Allow the person or group and the app, as narrow as can be, and sign in again.' },
    ];
  },
  patches: [],
  check: () => ({ text: 'A fresh sign-in from the same network ends with a token.' }),
  forward: (facts) =>
    `Access from our organisation to ${deniedTenant(facts) ?? 'another tenant'} is refused by tenant restrictions or cross-tenant access settings${signInReference(facts)}. Please check the cross-tenant access settings (inbound and outbound) and the tenant restrictions for ${deniedTenant(facts) ?? 'that organisation'}.`,
  sources: [
    {
      title: 'Cross-tenant access settings',
      url: 'https://learn.microsoft.com/entra/external-id/cross-tenant-access-overview',
    },
    { title: 'Tenant restrictions v2', url: 'https://learn.microsoft.com/entra/external-id/tenant-restrictions-v2' },
  ],
  lastChecked: '2026-11-22',
  hits: [
    {
      paste:
        "From our network the sign-in to a customer's tenant in Entra ends with: access is blocked by your organization.",
    },
    {
      paste:
        "AADSTS500021: Access to 'contoso.com' tenant is denied. The admin for your tenant has restricted which tenants you can access.",
      verdict: 'certain',
    },
    {
      paste:
        "AADSTS500212: The user's administrator has set an outbound access policy that does not allow access to the resource tenant.",
      verdict: 'certain',
    },
    {
      paste:
        'HTTP/1.1 403 Forbidden\nx-ms-diagnostics: 2000020;reason="xms_trpid claim was not present but sec-tenant-restriction-access-policy header was in requres";error_category="insufficiant_claims"',
      verdict: 'certain',
    },
  ],
  nearMisses: [
    {
      paste:
        "AADSTS50020: User account 'amara@contoso.com' from identity provider 'https://sts.windows.net/2ed3f746-0ac6-44e9-9230-790ee40f1d45/' does not exist in tenant 'Fabrikam' and cannot access the application '08a8c52e-3764-4cc2-8e79-2647bd6bb3f5' in that tenant.",
      cause: 'guest-not-invited',
    },
  ],
};
