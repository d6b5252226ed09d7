/** How services list the permissions of which any one would do. */
const LISTS: readonly RegExp[] = [
  /one of \(?'([^'\n]{1,600})'/i,
  /API required (?:roles|scopes): ([\w.,]{3,300})/i,
  /required MSGraph permissions ([\w.-]{3,100})/i,
  /required (?:application|delegated) permissions \(([^()\n]{3,600})\)/i,
  /must have one of the following scopes: ([^\n"\\]{3,600}?) - /i,
  /requires the following permissions?: ([^\n"]{3,300})/i,
  // Places.
  /([\w.]{5,80}) permission is required/i,
  // OneNote.
  /one or more of the following scopes: ([^\n"()]{3,600})/i,
  // Office 365 Management API.
  /expected permission ([\w.]{5,80})/i,
  // Privileged Identity Management.
  /missing permission scope ([\w.,]{5,600})/i,
];
/** Stands in each of them; most messages list nothing. */
const LISTING = /one (?:or more )?of |require|missing permission scope|expected permission/i;
const NAME = /^[A-Za-z][\w-]{0,60}(?:\.[A-Za-z][\w-]{0,60}){1,4}$/;
const WIDE = /write|manage|fullcontrol/i;

/** What the API itself lists as enough («API requires one of 'A, B'»), in its order; `undefined` where it names nothing. */
export function namedByApi(message = ''): readonly string[] | undefined {
  if (!LISTING.test(message)) return undefined;
  for (const pattern of LISTS) {
    const listed = pattern.exec(message)?.[1];
    if (listed === undefined) continue;
    const names = listed.split(/,\s*|\s+or\s+|\s+/).map((name) => name.replace(/\.$/, ''));
    const found = names.filter((name) => NAME.test(name));
    if (found.length > 0) return found;
  }
  return undefined;
}

/** Of several that are each enough, the one that allows the least. */
export function leastOf(names: readonly string[]): string | undefined {
  return names.find((name) => !WIDE.test(name)) ?? names[0];
}
