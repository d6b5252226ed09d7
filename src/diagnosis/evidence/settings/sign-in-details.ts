import { literals } from '../../text/literal-filter.ts';
import type { MappedText } from '../../text/mapped-text.ts';
import { occurrences } from '../occurrences.ts';
import { cellOf, type SignInTable, signInTable, tableAt } from '../sign-in-table.ts';
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
const OF_A_SIGN_IN = literals('errorcode', 'error code', 'resulttype', 'conditionalaccess', 'conditional access');
const POLICIES = literals('appliedconditionalaccesspolicies')[0]!;
const POLICY = /\{[^{}]{0,600}\}/g;
const FAILED = /"result"\s{0,4}:\s{0,4}"failure"/i;
const NAME = /"displayName"\s{0,4}:\s{0,4}"([^"\n]{1,120})"/i;
const MOST_PLACES = 4;
const LONGEST_LIST = 12_000;

/** Who signed in, to which app, and which policies refused it. */
export function signInDetails(text: MappedText, add: AddSetting): void {
  if (text.mayHold(ASKS_ADMIN)) appThatAsks(text, add);
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
  if (text.mayHold(GRANT_CONTROLS)) failedOfTab(text, add);
  const table = signInTable(text);
  if (table !== undefined) ofTable(table, add);
  else if (text.mayHold(PANEL)) ofPanel(text, add);
}

/** The page «Need admin approval» has the name of the app twice: alone, and in this sentence. */
const ASKS_ADMIN = literals('needs permission to access resources in your organi')[0]!;
const NAME_BEFORE = /(?:^|\n)[ \t]{0,8}([^\n]{2,80}?) $/;

function appThatAsks(text: MappedText, add: AddSetting): void {
  const at = text.lower.indexOf(ASKS_ADMIN.text);
  if (at === -1) return;
  const name = NAME_BEFORE.exec(text.text.slice(Math.max(0, at - 90), at))?.[1];
  if (name !== undefined && NAME_OF_APP.test(name))
    add('app-name', 'Need admin approval', [name], at - name.length - 1, at);
}

const NAME_OF_APP = /^(?!(?:this|the|your|an?|my|our) (?:app|application)$)[^"'`\n@.:{}<>]{2,80}$/i;

const CELLS: readonly (readonly [Detail | 'client-id', RegExp, RegExp])[] = [
  ['person', /^(?:userprincipalname|user ?name|benutzername|upn)$/, /^[\w.+'-]{1,64}@[\w.-]{3,120}$/],
  [
    'app-name',
    /^(?:appdisplayname|application|app|serviceprincipalname|anwendung|aplicación)$/,
    /^(?!\{)[^"'`\n@]{2,80}$/,
  ],
  ['client-id', /^(?:appid|application id|anwendungs-id)$/, /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i],
];

/** Of the first entry: it is the code of that one that the answer is about. */
function ofTable(table: SignInTable, add: AddSetting): void {
  const row = table.rows.find((cells) => /^\d{5,8}$/.test(cells[table.keyAt]?.text ?? ''));
  if (row === undefined) return;
  for (const [name, column, shape] of CELLS) {
    const value = cellOf(table, row, column);
    if (value !== undefined && shape.test(value)) add(name, column.source, [value], row[0]!.start, row.at(-1)!.end);
  }
}

/** The portal’s panel «Basic info»: a name, a tab or the next line, and its value. */
const PANEL = literals('sign-in error code')[0]!;
const OF_PANEL = /^(username|application|application id)[ ]?(?:\t|\r?\n)[ \t]{0,4}([^\t\r\n]{2,120})/gim;

function ofPanel(text: MappedText, add: AddSetting): void {
  for (const match of text.text.matchAll(OF_PANEL)) {
    const [name, , shape] = CELLS.find(([, column]) => column.test(match[1]!.toLowerCase())) ?? [];
    const value = match[2]!.trim();
    if (name !== undefined && shape!.test(value))
      add(name, match[1]!, [value], match.index, match.index + match[0].length);
  }
}

/** The tab «Conditional Access» of an entry: «Policy Name, Grant Controls, Session Controls, Result». */
const GRANT_CONTROLS = literals('grant controls')[0]!;

function failedOfTab(text: MappedText, add: AddSetting): void {
  for (const at of occurrences(text.lower, GRANT_CONTROLS.text, MOST_PLACES)) {
    const table = tableAt(text.text, text.lower, at, /^result$/);
    for (const row of table?.rows ?? []) {
      const name = cellOf(table!, row, /^policy(?: name)?$/);
      if (name !== undefined && /^failure$/i.test(row[table!.keyAt]?.text ?? ''))
        add('failed-policy', 'Policy Name', [name], row[0]!.start, row.at(-1)!.end);
    }
  }
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
