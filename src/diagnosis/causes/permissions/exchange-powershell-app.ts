import type { FixStep } from '../../diagnosis.ts';
import type { Facts } from '../../facts/facts.ts';
import { theApp } from '../words/wording.ts';

/** Exchange Online PowerShell, of an app that signs in as itself (declared by exchange-role-rules.ts). */
const REFUSALS = [
  'for exo app-only authentication',
  'correct directory roles to azure ad application',
  'assigning directory roles to azure ad application',
] as const;

/** The module's name, and its commands of signing in: to Exchange, and to Purview's compliance part of it. */
export const EXCHANGE_MODULE = ['exchangeonlinemanagement', 'connect-exchangeonline', 'connect-ippssession'] as const;

/** Whether Exchange Online PowerShell refuses an app: no permission of Graph helps there. */
export function inExchangePowershell(facts: Facts): boolean {
  return (
    facts.anyPhrase(...REFUSALS) !== undefined ||
    (facts.phrase('fullyqualifiederrorid : unauthorized') !== undefined &&
      facts.anyPhrase(...EXCHANGE_MODULE) !== undefined) ||
    (facts.phrase('connect-exchangeonline') !== undefined && facts.status === 401)
  );
}

/** The two things that an app needs there: a permission of Exchange, and a directory role (app-only authentication, Exchange documentation). */
export function exchangePowershellSteps(facts: Facts): FixStep[] {
  return [
    {
      text: 'Entra ID, Roles & admins, the role, Add assignments: give it to the enterprise application itself (search by its name), and wait up to half an hour.',
      value: 'Exchange Administrator, or a smaller one such as Exchange Recipient Administrator or Global Reader',
    },
    {
      text: `App registrations, ${theApp(facts)}, API permissions, Add a permission, APIs my organization uses, Office 365 Exchange Online, Application permissions: add, and «Grant admin consent for …»`,
      value: 'Exchange.ManageAsApp',
    },
    {
      text: 'Connect with the certificate (a client secret is not taken; a managed identity is), and with the tenant’s .onmicrosoft.com name as the organization:',
      value: `Connect-ExchangeOnline -AppId ${facts.values.clientId ?? 'YOUR_CLIENT_ID'} -CertificateThumbprint THUMBPRINT -Organization contoso.onmicrosoft.com`,
    },
  ];
}
