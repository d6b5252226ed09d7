/**
 * Which permission contains which. Microsoft publishes no such order; what stands here follows from the descriptions
 * in its permissions reference, and only where the description of the wider one names what the narrower one allows.
 *
 * Within one family (`Mail`, `Calendars`, …):
 * - ReadBasic < Read < ReadWrite < Manage < FullControl, and Create, ReadWriteNonOwnerRole < ReadWrite
 * - own data < .Shared (its description: "that the user can access, including their own and shared")
 * - own data, .Selected, .AppFolder, .OwnedBy, .CreatedByApp, .WhereInstalled, .Chat, .Group, .User < .All
 *
 * Sending is not writing: Mail.ReadWrite does not contain Mail.Send.
 */
const ACTIONS: Readonly<Record<string, number>> = {
  readbasic: 1,
  read: 2,
  readwrite: 4,
  manage: 5,
  fullcontrol: 6,
};

/** Actions that a writing permission contains without being a step of the ladder. */
const WITHIN_WRITING: ReadonlySet<string> = new Set(['create', 'readwritenonownerrole']);

const WITHIN_ALL: ReadonlySet<string> = new Set([
  '',
  'selected',
  'appfolder',
  'ownedby',
  'createdbyapp',
  'whereinstalled',
  'chat',
  'group',
  'user',
]);

/** Across families, or against the ladder, lower case: the first contains the second. */
const CONTAINS: readonly (readonly [string, string])[] = [
  // As application permissions these reach every mailbox; only their basic forms carry `.All`.
  ['mail.read', 'mail.readbasic.all'],
  ['calendars.read', 'calendars.readbasic.all'],
  // "Read group properties and memberships, and the calendar and conversations …"
  ['group.read.all', 'groupmember.read.all'],
  ['group.readwrite.all', 'groupmember.readwrite.all'],
  ['teamsettings.read.all', 'team.readbasic.all'],
  ['channelsettings.read.all', 'channel.readbasic.all'],
];

interface Parts {
  readonly family: string;
  readonly action: string;
  readonly scope: string;
}

/**
 * Whether one granted permission is enough, where any of the needed ones would do.
 *
 * @param granted `scp` or `roles` of a token, or scopes of a request; a resource before the name is passed over
 * @param need alternatives, as in one list of a `PermissionNeed`
 */
export function covers(granted: readonly string[], need: readonly string[]): boolean {
  const wanted = need.map(bareName);
  return granted.some((one) => {
    const name = bareName(one);
    return wanted.includes(name) || containsAny(name, wanted);
  });
}

/** A permission without the resource before it and in lower case: `https://graph.microsoft.com/Mail.Read` → `mail.read`. */
export function bareName(permission: string): string {
  const name = permission.trim().toLowerCase();
  return name.slice(name.lastIndexOf('/') + 1);
}

function containsAny(granted: string, wanted: readonly string[]): boolean {
  const has = partsOf(granted);
  const across = ACROSS_FAMILIES.filter(([wide]) => within(has, wide));
  return wanted.some((each) => {
    const wants = partsOf(each);
    return within(has, wants) || across.some(([, narrow]) => within(narrow, wants));
  });
}

function within(has: Parts, wants: Parts): boolean {
  return has.family === wants.family && actionReaches(has.action, wants.action) && scopeReaches(has.scope, wants.scope);
}

function actionReaches(has: string, wants: string): boolean {
  if (has === wants) return true;
  const step = ACTIONS[has];
  if (step === undefined) return false;
  if (WITHIN_WRITING.has(wants)) return step >= 4;
  const wanted = ACTIONS[wants];
  return wanted !== undefined && step >= wanted;
}

function scopeReaches(has: string, wants: string): boolean {
  if (has === wants) return true;
  if (has === 'all') return WITHIN_ALL.has(wants);
  return has === 'shared' && wants === '';
}

function partsOf(name: string): Parts {
  const [family = '', action = '', ...rest] = name.split('.', 4);
  return { family, action, scope: rest.join('.') };
}

const ACROSS_FAMILIES = CONTAINS.map(([wide, narrow]): [Parts, Parts] => [partsOf(wide), partsOf(narrow)]);
