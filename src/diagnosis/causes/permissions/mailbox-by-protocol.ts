import type { FixStep } from '../../diagnosis.ts';
import type { Facts } from '../../facts/facts.ts';
import { MAIL_PROTOCOL_WORDS, MAIL_REFUSALS, mailRefusal } from '../audience/mail-protocol.ts';
import type { FactRule } from '../root-cause.ts';
import { mailScope } from './mail-scopes.ts';

/** The scope of the protocol, where the token holds it and is refused: what is left is the mailbox that it opens. */
function heldScope(facts: Facts): string | undefined {
  const asked = facts.of('aadsts').length > 0 ? undefined : mailScope(facts);
  return asked?.held === true ? asked.scope : undefined;
}

export function isRefusedByProtocol(facts: Facts): boolean {
  return heldScope(facts) !== undefined;
}

export const MAILBOX_OF_ANOTHER: FactRule = {
  kind: 'facts',
  phrases: [...MAIL_REFUSALS, ...MAIL_PROTOCOL_WORDS],
  onlyWith: { phrases: MAIL_REFUSALS },
  test: (facts) => {
    const scope = heldScope(facts);
    return scope === undefined
      ? undefined
      : {
          strength: 'fair',
          at: mailRefusal(facts)!,
          says: `The token holds ${scope}, and is refused: the mailbox (user= of XOAUTH2) must be the token’s person’s own, or one that they have full access to, with this protocol switched on`,
        };
  },
};

/** https://learn.microsoft.com/exchange/client-developer/legacy-protocols/how-to-authenticate-an-imap-pop-smtp-application-by-using-oauth */
export function protocolSteps(facts: Facts): FixStep[] {
  const person = facts.values.user ?? 'PERSON@contoso.com';
  const [protocol] = (heldScope(facts) ?? 'IMAP').split('.');
  return [
    {
      text: 'The name in the XOAUTH2 string is the mailbox that is opened. For the person’s own it is the name in the token (upn):',
      value: `user=${person}^Aauth=Bearer TOKEN^A^A`,
    },
    {
      text: 'For another mailbox an administrator gives them full access to it, in Exchange Online PowerShell:',
      value: `Add-MailboxPermission -Identity desk@contoso.com -User ${person} -AccessRights FullAccess${protocol === 'SMTP' ? `; Add-RecipientPermission desk@contoso.com -Trustee ${person} -AccessRights SendAs` : ''}`,
    },
    {
      text: 'See that the protocol is switched on for that mailbox:',
      value:
        protocol === 'SMTP'
          ? 'Set-CASMailbox -Identity desk@contoso.com -SmtpClientAuthenticationDisabled $false'
          : `Set-CASMailbox -Identity desk@contoso.com -${protocol === 'POP' ? 'Pop' : 'Imap'}Enabled $true`,
    },
  ];
}
