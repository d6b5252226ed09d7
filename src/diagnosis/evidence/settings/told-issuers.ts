import { literal, literalList } from '../../text/literal-filter.ts';
import { mayHoldOneOf } from '../../text/literal-places.ts';
import type { MappedText } from '../../text/mapped-text.ts';
import { withoutTrailing } from '../../text/without-trailing.ts';
import { placesOf } from '../occurrences.ts';
import type { AddSetting } from './add-setting.ts';

const ISSUER = literal('issuer');
const ENTRA = literalList(['sts.windows.net/', 'login.microsoftonline.com/']);
/** `issuer-uri: https://…`, `"issuer": "https://…"`, `ValidIssuers = ["https://…"]`, «expects the issuer https://…» */
const STATED = new RegExp(
  'issuers?(?:[ _-]?(?:ur[il]|url|claim))?["\'`\\])]{0,3}(?:\\s{0,4}(?:[:=]|=>|=)|,| (?:is|are|to|set to|to be|in the metadata is))?\\s{0,4}["\'`[({]{0,3}' +
    '(https://(?:sts\\.windows\\.net|login\\.microsoftonline\\.com)/[^\\s"\'`,;<>()[\\]{}|]{3,80})',
  'y',
);
/** What somebody says of the token is no setting of the program that checks it. */
const OF_THE_TOKEN = /\b(?:token(?:'s)?|actual|found|got|received|has|came with)[ _-]{0,2}["'`]?$/;
const MOST = 20;

/** The issuers that a program is set to take, where they are Entra ID's: from configuration, metadata and sentences. */
export function toldIssuers(text: MappedText, add: AddSetting): void {
  if (!mayHoldOneOf(text, ENTRA)) return;
  let seen = 0;
  for (const at of placesOf(text, ISSUER)) {
    STATED.lastIndex = at;
    const issuer = STATED.exec(text.lower)?.[1];
    if (issuer === undefined || OF_THE_TOKEN.test(text.lower.slice(Math.max(0, at - 24), at))) continue;
    const end = STATED.lastIndex;
    add('issuer', text.text.slice(at, at + ISSUER.text.length), [withoutTrailing(issuer, '.:')], at, end);
    seen += 1;
    if (seen === MOST) return;
  }
}
