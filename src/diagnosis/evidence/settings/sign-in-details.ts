import { literals } from '../../text/literal-filter.ts';
import type { MappedText } from '../../text/mapped-text.ts';
import { occurrences } from '../occurrences.ts';
import type { AddSetting } from './add-setting.ts';

type Detail = 'person' | 'app-name';

/** Fields of an entry of the sign-in log (Graph's resource signIn). */
const DETAILS: readonly { readonly name: Detail; readonly mark: string; readonly pattern: RegExp }[] = [
  {
    name: 'person',
    mark: 'userprincipalname',
    pattern: /userprincipalname["'`]?[ \t]{0,4}[:=][ \t]{0,4}["'`]?([\w.+'-]{1,64}@[\w.-]{3,120})/iy,
  },
  {
    name: 'app-name',
    mark: 'appdisplayname',
    pattern: /appdisplayname["'`]?[ \t]{0,4}[:=][ \t]{0,4}["'`]([^"'`\n]{1,80})["'`]/iy,
  },
];
const MARKS = literals(...DETAILS.map(({ mark }) => mark));
/** Without one of these it is another list: of users, of apps. */
const OF_A_SIGN_IN = literals('errorcode', 'error code', 'conditionalaccess');
const POLICIES = literals('appliedconditionalaccesspolicies')[0]!;
const POLICY = /\{[^{}]{0,600}\}/g;
const FAILED = /"result"\s{0,4}:\s{0,4}"failure"/i;
const NAME = /"displayName"\s{0,4}:\s{0,4}"([^"\n]{1,120})"/i;
const MOST_PLACES = 4;
const LONGEST_LIST = 12_000;

/** Who signed in, to which app, and which policies refused it. */
export function signInDetails(text: MappedText, add: AddSetting): void {
  if (!OF_A_SIGN_IN.some((mark) => text.mayHold(mark) && text.lower.includes(mark.text))) return;
  for (const [index, { name, mark, pattern }] of DETAILS.entries()) {
    if (!text.mayHold(MARKS[index]!)) continue;
    for (const start of occurrences(text.lower, mark, MOST_PLACES)) {
      if (/\w/.test(text.text.charAt(start - 1))) continue;
      pattern.lastIndex = start;
      const value = pattern.exec(text.text)?.[1];
      if (value !== undefined) add(name, mark, [value], start, pattern.lastIndex);
    }
  }
  if (text.mayHold(POLICIES)) failedPolicies(text, add);
}

function failedPolicies(text: MappedText, add: AddSetting): void {
  for (const start of occurrences(text.lower, POLICIES.text, MOST_PLACES)) {
    for (const match of text.text.slice(start, start + LONGEST_LIST).matchAll(POLICY)) {
      const name = FAILED.test(match[0]) ? NAME.exec(match[0])?.[1] : undefined;
      const at = start + match.index;
      if (name !== undefined) add('failed-policy', 'displayName', [name], at, at + match[0].length);
    }
  }
}
