import { literals } from '../../text/literal-filter.ts';
import type { MappedText } from '../../text/mapped-text.ts';
import { occurrences } from '../occurrences.ts';
import type { AddSetting } from './add-setting.ts';

const NAMED = '[A-Z][A-Za-z]{1,40}(?:\\.[A-Z][A-Za-z]{1,40}){1,3}';
const ADDRESSED = '(?:https?://|api://)[^\\s"\'`<>{}|,;()]{3,200}/[\\w.-]{2,80}';
const SCOPE = `(?:${ADDRESSED}|${NAMED}|openid|profile|email|offline_access)(?![\\w/]|\\.\\w)`;
const LIST = `\\[?["'\`]?(${SCOPE}["'\`]?(?:(?:,? and |, ?| {1,2}|\\+)["'\`]?${SCOPE}["'\`]?){0,60})`;

const WHERE =
  '(?: (?:in|of|on|from|for) (?:(?:my|our|the|this|token|authorize|azure|app|api) ){0,3}(?:request|app|code|config|portal|registration|application))?';
const WHAT =
  '(?: (?:requested|granted|configured|asked for|used|added|we use|i use|i request|we request|i have|we have))?';
const IS = '(?: (?:is|are|was|were|only|just|like|includes?|contains?|being)){0,2}(?:[:=] ?(?!\\[)| ?)';

/** Each is looked for behind the word it begins with. */
const TOLD: readonly { readonly mark: string; readonly pattern: RegExp }[] = [
  // «the scopes in my app are Calendars.Read», «with scope api://…/access_as_user»
  { mark: 'scope', pattern: new RegExp(`[Ss]copes?${WHERE}${WHAT}${IS}${LIST}`, 'y') },
  // «the permissions granted are User.Read and Mail.Read»
  { mark: 'permission', pattern: new RegExp(`[Pp]ermissions?${WHERE}${WHAT}${IS}${LIST}`, 'y') },
  // «I granted only User.Read», «it just has Mail.Read»
  {
    mark: 'only',
    pattern: new RegExp(`only (?:has |have |had |granted |requested |request |added |got |asked for )?${LIST}`, 'y'),
  },
];
const MARKS = literals(...TOLD.map(({ mark }) => mark));
/** What is missing, wanted or ruled out is not what the program asks for; application permissions are no scopes. */
const NOT_ASKED_FOR =
  /\b(?:not|n't|no|missing|need(?:s|ed)?|requires?|required|lacks?|without|should|must|add|application|app-only|available|one of)\b[^.\n]{0,30}$/;
/** The permissions of an app that signs in as itself are no scopes. */
const OF_APP = /\b(?:app|application|anwendungs)[ -]$/;
const MOST = 20;

/** Scopes as people tell them in a sentence. They are asked for or granted: told apart only by the token itself. */
export function toldScopes(text: MappedText, add: AddSetting): void {
  let found = 0;
  for (const [index, { mark, pattern }] of TOLD.entries()) {
    if (!text.mayHold(MARKS[index]!)) continue;
    for (const start of occurrences(text.lower, mark)) {
      if (found >= MOST) return;
      if (/[\w"'`.?&-]/.test(text.text.charAt(start - 1))) continue;
      pattern.lastIndex = start;
      const list = pattern.exec(text.text)?.[1];
      if (list === undefined || NOT_ASKED_FOR.test(text.lower.slice(Math.max(0, start - 48), start))) continue;
      if (mark === 'permission' && OF_APP.test(text.lower.slice(Math.max(0, start - 16), start))) continue;
      const end = pattern.lastIndex;
      add('scopes', text.text.slice(start, start + mark.length), listed(list), start, end);
      found += 1;
    }
  }
}

function listed(list: string): string[] {
  return list.split(/,? and |[,\s"'`+]+/).filter((word) => word !== '');
}

const QUOTED = `["'\`«]?(${SCOPE})["'\`»]?`;
const LACKS =
  "(?:(?:do(?:es)? not|do(?:es)?n['’]t|did(?: not|n['’]t)) (?:include|contain|have|hold|list|show)|has no|lacks|is missing|misses|is without|never (?:includes|contains|has)|enthält (?:kein|nicht)|ne contient pas|no (?:contiene|incluye)|não (?:contém|inclui))";
const ABSENT = new RegExp(
  `scp["'\`]?(?: (?:claim|value|field))?(?: (?:in|of) (?:[a-z]{2,8} ){0,3}token)? ${LACKS} ${QUOTED}`,
  'y',
);
const ABSENT_IN_TOKEN = new RegExp(`token (?:${LACKS}) (?:the (?:scope|permission) )?${QUOTED}`, 'y');
const ABSENT_MARKS = literals('scp', 'token ');

/** Permissions that somebody looked for in the token and did not find. */
export function absentScopes(text: MappedText, add: AddSetting): void {
  let end = 0;
  for (const [index, pattern] of [ABSENT, ABSENT_IN_TOKEN].entries()) {
    const mark = ABSENT_MARKS[index]!;
    if (!text.mayHold(mark)) continue;
    for (const start of occurrences(text.lower, mark.text, MOST)) {
      if (start < end || /\w/.test(text.text.charAt(start - 1))) continue;
      pattern.lastIndex = start;
      const name = pattern.exec(text.text)?.[1];
      if (name === undefined) continue;
      end = pattern.lastIndex;
      add('absent-scopes', 'scp', [name], start, end);
    }
  }
}
