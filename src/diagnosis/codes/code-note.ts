import type { CauseId, Owner } from '../cause-id.ts';
import type { CodeNote } from '../diagnosis.ts';
import { aadb2cEntry } from './aadb2c.ts';
import { type AadstsEntry, aadstsEntry } from './aadsts.ts';
import { CAUSE_PHRASE } from './cause-phrase.ts';
import { isUmbrella, modernCodes } from './superseded-codes.ts';

export type CodeFamily = 'AADSTS' | 'AADB2C';

const B2C_REFERENCE = 'https://learn.microsoft.com/azure/active-directory-b2c/error-codes';

const WHO: Readonly<Record<Owner, string>> = {
  'end-user': 'the person who signs in',
  'app-developer': 'the developer of the app',
  'tenant-admin': 'an administrator of the tenant',
  microsoft: 'Microsoft',
  'identity-provider': 'whoever runs the identity provider',
};

/**
 * What is known of a code, on one line, for every code there is: known, known but undecided, or unknown.
 *
 * @param code the number, matched whole
 * @param told the cause that its sentence tells, where that was read: the number alone may usually stand for another one
 */
export function codeNote(family: CodeFamily, code: number, told?: CauseId): CodeNote {
  return family === 'AADSTS' ? aadstsNote(code, told) : aadb2cNote(code);
}

function aadstsNote(code: number, told: CauseId | undefined): CodeNote {
  const entry = aadstsEntry(code);
  return {
    code: `AADSTS${code}`,
    name: entry?.name ?? null,
    note: entry === undefined ? UNKNOWN : knownNote(entry, told),
    link: `https://login.microsoftonline.com/error?code=${code}`,
  };
}

const UNKNOWN =
  "This table does not have the code. Open the link for Microsoft's own text, and paste the whole message: its words decide.";

function knownNote(entry: AadstsEntry, told: CauseId | undefined): string {
  const parts = [told === undefined || told === entry.cause ? sentence(entry) : inWords(told)];
  const modern = modernCodes(entry.code);
  if (modern.length > 0) parts.push(olderNumber(entry.code, modern));
  if (entry.transient) parts.push('It usually passes by itself: try again in a moment.');
  if (!entry.documented) parts.push('Microsoft does not document it; this reading comes from its one line of text.');
  return parts.join(' ');
}

function sentence(entry: AadstsEntry): string {
  if (entry.cause === 'not-enough-evidence') {
    return `The number alone does not decide the cause. Paste the whole message with its correlation id and time; ${WHO[entry.audience]} is likely the one to act.`;
  }
  if (entry.cause === 'service-outage' && !entry.transient && entry.audience !== 'microsoft') {
    return `A service in the sign-in is set up wrongly. This lasts until ${WHO[entry.audience]} changes it.`;
  }
  return inWords(entry.cause);
}

function inWords(cause: CauseId): string {
  const phrase = CAUSE_PHRASE[cause];
  return `${phrase.charAt(0).toUpperCase()}${phrase.slice(1)}.`;
}

function olderNumber(code: number, modern: readonly number[]): string {
  const list = modern.map((one) => `AADSTS${one}`).join(', ');
  return isUmbrella(code)
    ? `An older number; today it is one of ${list}.`
    : `Compare ${list}, which old texts did not tell apart.`;
}

function aadb2cNote(code: number): CodeNote {
  const entry = aadb2cEntry(code);
  const name = null;
  if (entry === undefined) {
    const note =
      "This table does not have the code. Look it up in Microsoft's list, and paste the whole message: its words decide.";
    return { code: `AADB2C${code}`, name, note, link: B2C_REFERENCE };
  }
  const note = `${entry.note.charAt(0).toUpperCase()}${entry.note.slice(1)}.${entry.transient ? ' It usually passes by itself: try again in a moment.' : ''}`;
  return { code: `AADB2C${code}`, name, note, link: B2C_REFERENCE };
}
