import type { FixStep } from '../../diagnosis.ts';
import type { Facts } from '../../facts/facts.ts';
import { ourApp, ourTenant, sentence, theApp } from '../words/wording.ts';

/** EWS, where the caller may not act for the mailbox that ExchangeImpersonation names. */
export const IMPERSONATION_DENIED = [
  'errorimpersonateuserdenied',
  'errorimpersonationdenied',
  'the account does not have permission to impersonate the requested user',
] as const;

export function isImpersonationDenied(facts: Facts): boolean {
  return facts.anyPhrase(...IMPERSONATION_DENIED) !== undefined;
}

export function impersonationHeadline(facts: Facts): string {
  const who =
    facts.actor === 'app'
      ? sentence(theApp(facts))
      : facts.actor === 'user'
        ? 'The account that signs in'
        : 'The caller';
  return `${who} may not impersonate ${facts.values.mailbox ?? 'this mailbox'} in Exchange Web Services.`;
}

/**
 * Exchange Online has removed the role ApplicationImpersonation, which accounts were given.
 * techcommunity.microsoft.com: Retirement of RBAC Application Impersonation in Exchange Online
 */
export function stepsToImpersonate(facts: Facts): readonly FixStep[] {
  const mailbox = facts.values.mailbox ?? 'desk@contoso.com';
  return [
    {
      text: 'In Exchange Online only an app that signs in as itself impersonates: the role ApplicationImpersonation, which accounts had, was removed in 2025. Give the app the application permission, with admin consent (APIs my organization uses, Office 365 Exchange Online, Application permissions):',
      value: 'full_access_as_app',
    },
    {
      text: 'Or limit it to some mailboxes with RBAC for Applications, and leave full_access_as_app away:',
      value:
        'New-ManagementRoleAssignment -App YOUR_CLIENT_ID -Role "Application EWS.AccessAsApp" -CustomResourceScope "YOUR_SCOPE"',
    },
    {
      text: 'Where an account signs in all the same: leave ExchangeImpersonation out (exchangelib: access_type=DELEGATE), and give the account the right in the mailbox:',
      value: `Add-MailboxPermission -Identity ${mailbox} -User ${facts.values.user ?? 'person@contoso.com'} -AccessRights FullAccess`,
    },
    {
      text: 'On an Exchange Server of one’s own the role is still there:',
      value: `New-ManagementRoleAssignment -Name Impersonation -Role ApplicationImpersonation -User ${facts.values.user ?? 'person@contoso.com'}`,
    },
  ];
}

export function impersonationForward(facts: Facts): string {
  return `${sentence(ourApp(facts))} opens mailboxes of ${ourTenant(facts)} with Exchange Web Services and is not allowed to impersonate ${facts.values.mailbox ?? '(mailbox)'}. If you agree, please give it the application permission full_access_as_app of Office 365 Exchange Online with admin consent, or the role «Application EWS.AccessAsApp» for the mailboxes it needs (RBAC for Applications).`;
}
