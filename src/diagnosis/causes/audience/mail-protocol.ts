import type { Facts } from '../../facts/facts.ts';
import type { Span } from '../../text/span.ts';

/** How IMAP, POP and SMTP of Exchange Online refuse a token, in the server's words or in those of MailKit, which hides them. */
export const MAIL_REFUSALS = [
  'authenticate failed',
  '535 5.7.3',
  // Python's smtplib, Rust's lettre and others write the two numbers apart.
  '5.7.3 authentication unsuccessful',
  '-err authentication failure',
  'mailkit.security.authenticationexception',
] as const;

/** Where a mail protocol refused. For rules that declare `MAIL_REFUSALS`. */
export function mailRefusal(facts: Facts): Span | undefined {
  return facts.anyPhrase(...MAIL_REFUSALS);
}

/** The permissions of an app that signs in as itself at a mail protocol; no other kind has such names. */
const MAIL_ROLE = /^(?:IMAP|POP|SMTP)\.(?:AccessAsApp|SendAsApp)$/i;

interface MailProtocol {
  /** What it takes of an app that signs in as itself. */
  readonly role: string;
  /** What it takes of a person. */
  readonly scope: string;
  /** Words that only its clients and its answers have. */
  readonly words: readonly string[];
}

/** learn.microsoft.com/exchange/client-developer/legacy-protocols/how-to-authenticate-an-imap-pop-smtp-application-by-using-oauth */
const PROTOCOLS: readonly MailProtocol[] = [
  {
    role: 'SMTP.SendAsApp',
    scope: 'SMTP.Send',
    words: ['535 5.7.3', '5.7.3 authentication unsuccessful', 'smtp.office365.com', 'smtpclient'],
  },
  {
    role: 'IMAP.AccessAsApp',
    scope: 'IMAP.AccessAsUser.All',
    words: ['authenticate failed', 'imapclient', 'imap4 service'],
  },
  {
    role: 'POP.AccessAsApp',
    scope: 'POP.AccessAsUser.All',
    words: ['-err authentication failure', 'pop3client', 'pop3 service'],
  },
];
/** For rules that ask for the role or the scope of the protocol. */
export const MAIL_PROTOCOL_WORDS = PROTOCOLS.flatMap(({ words }) => words);

/** The mail protocol that refused; `undefined` where nothing, or more than one, names it. */
function mailProtocol(facts: Facts): MailProtocol | undefined {
  const spoken = PROTOCOLS.filter(({ words }) => facts.anyPhrase(...words) !== undefined);
  return spoken.length === 1 ? spoken[0] : undefined;
}

/** The application permission that the protocol takes. */
export function roleOfProtocol(facts: Facts): string | undefined {
  return mailProtocol(facts)?.role;
}

/** The delegated permission that the protocol takes. */
export function scopeOfProtocol(facts: Facts): string | undefined {
  return mailProtocol(facts)?.scope;
}

/** Whether roles hold what the protocol takes; where the protocol is not known, any mail protocol's permission does. */
export function holdsMailRole(facts: Facts, roles: readonly string[]): boolean {
  const wanted = roleOfProtocol(facts)?.toLowerCase();
  return roles.some((role) => (wanted === undefined ? MAIL_ROLE.test(role) : role.toLowerCase() === wanted));
}
