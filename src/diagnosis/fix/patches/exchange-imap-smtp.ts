import { authorizationRequest } from '../authorization-request.ts';
import { csharp, java, javascript, powershell, python, shell } from '../string-literal.ts';
import { shellNeeds } from './clients.ts';
import type { PatchSet } from './patch-set.ts';
import { verbatim } from './verbatim.ts';

/** Exchange's own resource: a Graph token is refused by IMAP and SMTP. */
const EXCHANGE_SCOPES = [
  'https://outlook.office.com/IMAP.AccessAsUser.All',
  'https://outlook.office.com/SMTP.Send',
] as const;
const [IMAP_SCOPE, SMTP_SCOPE] = EXCHANGE_SCOPES;

export const exchangeImapSmtp: PatchSet = {
  title: 'Sign in to IMAP and SMTP with OAuth (XOAUTH2)',

  python: (v) => `import imaplib
import smtplib

import msal

mail_client = msal.PublicClientApplication(${python(v.clientId)}, authority=${python(v.authority)})
# Exchange's own scopes: IMAP and SMTP refuse a token for Graph. Both are of one API and may stand together.
mail_flow = mail_client.initiate_device_flow(scopes=[
    ${python(IMAP_SCOPE)},
    ${python(SMTP_SCOPE)},
])
print(mail_flow["message"])
mail_result = mail_client.acquire_token_by_device_flow(mail_flow)
if "access_token" not in mail_result:
    raise RuntimeError(f"{mail_result.get('error')}: {mail_result.get('error_description')}")

mailbox = ${python(v.mailbox)}
# The byte 0x01 between the parts; both libraries encode the whole in base64.
xoauth2 = f"user={mailbox}\\x01auth=Bearer {mail_result['access_token']}\\x01\\x01"

imap = imaplib.IMAP4_SSL("outlook.office365.com")
imap.authenticate("XOAUTH2", lambda _: xoauth2.encode())

smtp = smtplib.SMTP("smtp.office365.com", 587)
smtp.starttls()
smtp.ehlo()
smtp.auth("XOAUTH2", lambda challenge=None: xoauth2)`,

  node: (
    v,
  ) => `// Exchange's own scopes: IMAP and SMTP refuse a token for Graph. Both are of one API and may stand together.
export const exchangeScopes = [
  ${javascript(IMAP_SCOPE)},
  ${javascript(SMTP_SCOPE)},
];

/** For AUTHENTICATE XOAUTH2 (IMAP) and AUTH XOAUTH2 (SMTP). */
export function xoauth2(accessToken, mailbox = ${javascript(v.mailbox)}) {
  return Buffer.from(\`user=\${mailbox}\\x01auth=Bearer \${accessToken}\\x01\\x01\`).toString('base64');
}

/** Nodemailer and ImapFlow build the same from their own settings: { user, accessToken }. */
export const hosts = {
  imap: { host: 'outlook.office365.com', port: 993, secure: true },
  smtp: { host: 'smtp.office365.com', port: 587, secure: false, requireTLS: true },
};`,

  csharp: (v) => `using MailKit.Net.Imap;
using MailKit.Security;

// Exchange's own scopes: IMAP and SMTP refuse a token for Graph.
string[] mailScopes = { ${EXCHANGE_SCOPES.map(csharp).join(', ')} };
using var imap = new ImapClient();
await imap.ConnectAsync("outlook.office365.com", 993, SecureSocketOptions.SslOnConnect);
await imap.AuthenticateAsync(new SaslMechanismOAuth2(${csharp(v.mailbox)}, accessToken));`,

  java: (v) => `import jakarta.mail.Session;
import java.util.Properties;

// Exchange's own scopes: IMAP and SMTP refuse a token for Graph.
// ${EXCHANGE_SCOPES.join(' ')}
var mail = new Properties();
mail.put("mail.imaps.auth.mechanisms", "XOAUTH2");
mail.put("mail.smtp.auth.mechanisms", "XOAUTH2");
mail.put("mail.smtp.starttls.enable", "true");
var store = Session.getInstance(mail).getStore("imaps");
store.connect("outlook.office365.com", 993, ${java(v.mailbox)}, accessToken); // the token in the password's place`,

  powershell: (v) => `Connect-ExchangeOnline

# Is the protocol allowed for this mailbox, and SMTP AUTH for the organisation?
Get-CASMailbox -Identity ${powershell(v.mailbox)} | Select-Object ImapEnabled, PopEnabled, SmtpClientAuthenticationDisabled
Get-TransportConfig | Select-Object SmtpClientAuthenticationDisabled

# Allow it for this mailbox only:
Set-CASMailbox -Identity ${powershell(v.mailbox)} -ImapEnabled $true -SmtpClientAuthenticationDisabled $false`,

  curl: (v) => verbatim`${shellNeeds('ACCESS_TOKEN')} # for Exchange, not for Graph: sign in here and redeem the code
# ${authorizationRequest(v, EXCHANGE_SCOPES)}

curl --silent --show-error --url 'imaps://outlook.office365.com:993/INBOX' --request 'STATUS INBOX (MESSAGES)' \
  --user ${shell(`${v.mailbox}:`)} --oauth2-bearer "$ACCESS_TOKEN" --login-options AUTH=XOAUTH2`,
};
