import type { Facts } from '../../facts/facts.ts';
import { madeOnce } from '../../made-once.ts';
import { leastOf, namedByApi } from '../../permissions/named-by-api.ts';

/** Microsoft.Identity.Web: permissions of one's own API, which need no dot. */
const OWN = /claim does not contain (?:scopes|roles) '([A-Za-z][\w.-]{1,100})/i;

/** Words for the steps, the check and the patch all ask for it. */
const NAMED = madeOnce((facts: Facts) => ({ permission: read(facts) }));

/** The permission that the API's own words ask for: of several the least, as each of them is enough. */
export function namedPermission(facts: Facts): string | undefined {
  return facts.once(NAMED).permission;
}

function read(facts: Facts): string | undefined {
  const messages = [
    facts.call?.error?.message,
    ...facts.of('exception').map(({ message }) => message),
    ...facts.of('setting').flatMap(({ name, values }) => (name === 'wanted-permissions' ? values : [])),
  ];
  for (const message of messages) {
    if (message === undefined || message === '') continue;
    const own = OWN.exec(message)?.[1];
    if (own !== undefined) return own;
    const named = namedByApi(message);
    if (named !== undefined) return leastOf(named);
  }
  return undefined;
}
