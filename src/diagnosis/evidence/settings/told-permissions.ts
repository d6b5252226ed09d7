import { literalList } from '../../text/literal-filter.ts';
import { LiteralPlaces, mayHoldOneOf } from '../../text/literal-places.ts';
import type { MappedText } from '../../text/mapped-text.ts';
import type { AddSetting } from './add-setting.ts';

/** Names as Graph, Exchange and SharePoint give them to permissions: `Mail.Read`, `User.ReadBasic.All`, `full_access_as_app`. */
const NAME =
  '(?:[A-Z][A-Za-z]{1,40}(?:\\.[A-Z][A-Za-z]{1,40}){0,2}\\.(?:Read|Write|Send|Manage|Access|All|Selected|FullControl|Create|Use|Invite|Owned|Shared|Delete)[A-Za-z]{0,30}|full_access_as_app|user_impersonation)(?![\\w.]*\\w)';
const LIST = `["'\`]?(${NAME}(?:["'\`]?(?:,? and |,? und |, ?| \\+ | & )["'\`]?${NAME}){0,12})["'\`]?`;

/** «User.Read.All | Application |», «Mail.Send   Application», «Calendars.Read (Delegated)», «Calendars.Read, type Delegated» */
const LISTED_BEFORE = new RegExp(
  `(?<![\\w./])${LIST}[ \\t]{0,16}(?:[|,;:([/–—-][ \\t]{0,16})?(?:(?:with|of|as|is|are|an?|type|kind|the|granted|added|consented|configured|assigned|both|only)[ :=]{1,3}){0,4}["'\`]?$`,
);
/** «application permissions: A, B», «delegated permission A», «app permissions are A and B» */
const LISTED_BEHIND = new RegExp(
  `(?:application|app|delegated|delegierte|anwendungs)[ -]?(?:permissions?|berechtigung(?:en)?|roles?|scopes?)(?: (?:are|is|like|such as|named|called|granted|added|for|we have|i have|have)){0,3}[ :=]{1,3}${LIST}`,
  'iy',
);
/** Names that only application permissions have, with their consent told behind them: «IMAP.AccessAsApp is granted». */
const OF_APPS =
  /(?<![\w./-])((?:IMAP|POP|SMTP)\.(?:AccessAsApp|SendAsApp)|full_access_as_app|Exchange\.ManageAsApp)["'`)]{0,2}(?: (?:is|was|are|were|has been|have been|already|also|ist|wurde|permission|role|,)){0,4} (?:granted|consented|approved|erteilt|gewährt)/g;
const OF_APPS_MARKS = literalList(['asapp', '_as_app']);
const MARKS = literalList([
  'application',
  'delegated',
  'app permission',
  'app role',
  'delegiert',
  'anwendungsberechtigung',
]);
/** One of them stands in nearly every name of a permission. */
const NAME_MARKS = literalList(['.read', '.all', '.send', '.selected', '.write', '.manage', '.access', '_as_app']);
/** `application/json` is no type of a permission. */
const SLASH = 0x2f;
/** How far a row of the list of permissions goes on behind its type. */
const ROW = 160;
const BEFORE = 160;
const NEAR = 64;
const MOST = 60;

/** The status of a row in the Entra admin center, and how people say it. */
const UNGRANTED =
  /(?:\bnot (?:yet )?(?:been )?(?:granted|consented|approved)|\bno (?:admin )?consent|\bungranted|\bconsent (?:is )?(?:missing|pending)|\bwaiting for (?:admin|consent)|nicht (?:gewährt|erteilt|genehmigt|zugestimmt))/;
/** The headings of the registration's list of API permissions, and people's copies of them: «Microsoft Graph (3)», «SharePoint:». */
const HEADING =
  /(?:^|\n)[ \t>*#-]{0,12}(Microsoft Graph|SharePoint|Office 365 SharePoint Online|Office 365 Exchange Online)[ \t]{0,8}(?:\(\d{1,3}\))?[ \t]{0,8}(?=:|\r?\n|$)/gi;
const HEADING_MARKS = literalList(['microsoft graph', 'sharepoint', 'office 365 exchange']);
const MOST_HEADINGS = 12;

/** «needs the application permission …», «is there an application permission»: not what the registration holds. */
const WANTED =
  /\b(?:needs?|needed|requires?|required|missing|lacks?|without|should|must|add|want(?:s|ed)?|ask(?:s|ed)? for|no|not|neither|instead of|one of|which)\b[^.\n|]{0,24}$/i;

/**
 * Permissions with their type, as the registration's list of API permissions shows them and as people tell it: application
 * permissions, delegated ones, and those that nobody consented to. They show what was configured, not what a token holds.
 */
export function toldPermissions(text: MappedText, add: AddSetting): void {
  if (!mayHoldOneOf(text, NAME_MARKS)) return;
  if (mayHoldOneOf(text, OF_APPS_MARKS)) {
    for (const match of text.text.matchAll(OF_APPS))
      add('application-permissions', match[1]!, [match[1]!], match.index, match.index + match[0].length);
  }
  const places = new LiteralPlaces(text, MARKS);
  let seen = 0;
  let seenRows = 0;
  for (let at = places.next(0); at !== -1 && seen < MOST; at = places.next(at + 3)) {
    seen += 1;
    if (isLetter(text.codes[at - 1]) || text.codes[at + 11] === SLASH) continue;
    const found = listedBefore(text, at) ?? listedBehind(text, at);
    if (found === null) continue;
    const { list, start, end } = found;
    const name = text.lower.startsWith('del', at) ? 'delegated-permissions' : 'application-permissions';
    add(name, text.text.slice(at, at + 11), list, start, end);
    if (isUngranted(text, end)) add('ungranted-permissions', 'not granted', list, start, end);
    if (seenRows === 0) headings(text, add);
    seenRows += 1;
  }
}

function headings(text: MappedText, add: AddSetting): void {
  if (!mayHoldOneOf(text, HEADING_MARKS)) return;
  let seen = 0;
  for (const match of text.text.matchAll(HEADING)) {
    if (seen >= MOST_HEADINGS) return;
    seen += 1;
    const name = match[1]!.toLowerCase();
    const api = name.includes('exchange') ? 'exchange' : name.includes('sharepoint') ? 'sharepoint' : 'graph';
    add('permission-api', match[1]!, [api], match.index, match.index + match[0].length);
  }
}

interface Listed {
  readonly list: string[];
  readonly start: number;
  readonly end: number;
}

function listedBefore(text: MappedText, at: number): Listed | null {
  // A name of a permission ends right before: all other places are told by their dots.
  const near = text.text.slice(Math.max(0, at - NEAR), at);
  const last = near.charCodeAt(near.lastIndexOf('.') + 1);
  if (!(last >= 0x41 && last <= 0x5a) || !near.includes('.')) return null;
  const from = Math.max(0, at - BEFORE, text.text.lastIndexOf('\n', at) + 1);
  const match = LISTED_BEFORE.exec(text.text.slice(from, at));
  if (match === null || WANTED.test(text.text.slice(Math.max(0, from + match.index - 40), from + match.index)))
    return null;
  return { list: names(match[1]!), start: from + match.index, end: at + 9 };
}

function listedBehind(text: MappedText, at: number): Listed | null {
  LISTED_BEHIND.lastIndex = at;
  const match = LISTED_BEHIND.exec(text.text);
  if (match === null || WANTED.test(text.text.slice(Math.max(0, at - 40), at))) return null;
  return { list: names(match[1]!), start: at, end: LISTED_BEHIND.lastIndex };
}

function isUngranted(text: MappedText, end: number): boolean {
  const newline = text.text.indexOf('\n', end);
  const row = text.lower.slice(end, Math.min(end + ROW, newline === -1 ? text.lower.length : newline));
  return UNGRANTED.test(row);
}

function names(list: string): string[] {
  return list.split(/["'`]?(?:,? and |,? und |, ?| \+ | & )["'`]?/).filter((name) => name !== '');
}

function isLetter(code: number | undefined): boolean {
  return code !== undefined && code >= 0x61 && code <= 0x7a;
}
