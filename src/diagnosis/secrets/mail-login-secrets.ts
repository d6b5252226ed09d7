import { literal, literalList } from '../text/literal-filter.ts';
import { mayHoldOneOf } from '../text/literal-places.ts';
import type { MappedText } from '../text/mapped-text.ts';
import { decodeText } from './compact-jwt.ts';
import { isPlaceholder } from './placeholder.ts';
import type { SecretHit } from './secret-hit.ts';

/** The server's «Password:» in base64 (the mechanism LOGIN of SASL); the client answers on the next line. */
const ASKED = literal('ugfzc3dvcmq6');
const ANSWERED = /UGFzc3dvcmQ6[^\n]{0,20}\r?\n(?:[^\n]{0,80}?[\s>:])?([A-Za-z0-9+/]{4,400}={0,2})[ \t\r]*(?=\n|$)/g;
/** RFC 4616: authorization identity, user and password with zeros between them, in base64. */
const PLAIN = literalList(['auth plain', 'auth=plain', 'authenticate plain', 'authenticate=plain']);
const PLAIN_LOGIN = /\bAUTH(?:ENTICATE)?[ =]PLAIN[ \t]{1,4}([A-Za-z0-9+/]{8,800}={0,2})/gi;
/** RFC 9051 section 6.2.3. */
const LOGIN = literal(' login ');
const IMAP_LOGIN =
  /(?:^|[\s>:])[A-Za-z]{0,8}\d{1,6} LOGIN (?:"[^"\n]{3,120}"|[^\s"]{3,120}) (?:"([^"\n]{3,200})"|([^\s"]{3,200}))/g;

export const MAIL_LOGIN_MARKS: readonly string[] = [
  'ugfzc3dvcmq6',
  ...PLAIN.literals.map(({ text }) => text),
  ' login ',
];

/** Passwords in the sessions of SMTP, IMAP and POP with a mail server. */
export function mailLoginSecrets(source: MappedText, hits: SecretHit[]): void {
  const { text } = source;
  if (source.mayHold(ASKED))
    for (const match of text.matchAll(ANSWERED)) if (isWritten(decodeText(match[1]!))) add(hits, match, match[1]!);
  if (mayHoldOneOf(source, PLAIN))
    for (const match of text.matchAll(PLAIN_LOGIN))
      if (decodeText(match[1]!).includes('\0')) add(hits, match, match[1]!);
  if (source.mayHold(LOGIN) && text.includes(' LOGIN '))
    for (const match of text.matchAll(IMAP_LOGIN)) {
      const value = match[1] ?? match[2]!;
      if (!isPlaceholder(value)) add(hits, match, value, match[1] === undefined ? 0 : 1);
    }
}

/** What a person typed, not the word of a server that was taken for base64. */
function isWritten(text: string): boolean {
  return /^[^\u0000-\u001f\u007f\ufffd]{3,}$/.test(text);
}

/** The value ends the match, but for so many characters. */
function add(hits: SecretHit[], match: RegExpExecArray, value: string, behind = 0): void {
  const found = match[0].lastIndexOf(value, match[0].length - behind);
  const start = match.index + found;
  hits.push({ start, end: start + value.length, kind: 'password', live: true, expires: null, rank: 2 });
}
