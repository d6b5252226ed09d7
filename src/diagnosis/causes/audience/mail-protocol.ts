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
export const MAIL_ROLE = /^(?:IMAP|POP|SMTP)\.(?:AccessAsApp|SendAsApp)$/i;
