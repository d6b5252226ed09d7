import { literal, literals } from '../../text/literal-filter.ts';
import type { MappedText } from '../../text/mapped-text.ts';
import { placesOf } from '../occurrences.ts';
import { GRAPH } from './graph-names.ts';
import type { SeenRequest } from './seen-request.ts';

/** What the directory says to a tool that lacks the right: only then is the command that ran the call that failed. */
const REFUSED = literals('insufficient privileges', 'authorization_requestdenied');
const MOST = 10;

const TERRAFORM = literal('client.baseclient.');
const TERRAFORM_CALL = /([a-z]{4,40})client\.baseclient\.(get|post|put|patch|delete)\(/y;
/** Clients of the SDK that Terraform's provider for Entra ID is built on (manicminer/hamilton), by the paths they call. */
const CLIENTS: ReadonlyMap<string, string> = new Map([
  ['users', '/users'],
  ['groups', '/groups'],
  ['applications', '/applications'],
  ['serviceprincipals', '/servicePrincipals'],
  ['approleassignedto', '/servicePrincipals/{id}/appRoleAssignedTo'],
  ['administrativeunits', '/directory/administrativeUnits'],
  ['conditionalaccesspolicies', '/identity/conditionalAccess/policies'],
  ['namedlocations', '/identity/conditionalAccess/namedLocations'],
  ['directoryroles', '/directoryRoles'],
  ['roleassignments', '/roleManagement/directory/roleAssignments'],
  ['roledefinitions', '/roleManagement/directory/roleDefinitions'],
  ['delegatedpermissiongrants', '/oauth2PermissionGrants'],
  ['domains', '/domains'],
  ['invitations', '/invitations'],
]);
/** These act on one item of the collection. */
const ON_ITEM: ReadonlySet<string> = new Set(['PATCH', 'PUT', 'DELETE']);

const CLI = literal('az ad ');
const CLI_CALL = /az ad (user|group|app|sp)(?: (member|owner))? (list|show|create|add|update|delete|remove)\b/y;
const COLLECTIONS: Readonly<Record<string, string>> = {
  user: '/users',
  group: '/groups',
  app: '/applications',
  sp: '/servicePrincipals',
};
const CLI_METHODS: Readonly<Record<string, string>> = {
  list: 'GET',
  show: 'GET',
  create: 'POST',
  add: 'POST',
  update: 'PATCH',
  delete: 'DELETE',
  remove: 'DELETE',
};

/** Calls to Graph that Terraform's provider for Entra ID and the Azure CLI name by a client or a command, not by an address. */
export function readDirectoryTools(source: MappedText): SeenRequest[] {
  if (!source.mayHold(TERRAFORM) && !source.mayHold(CLI)) return [];
  if (!REFUSED.some((words) => source.mayHold(words) && source.lower.includes(words.text))) return [];
  const found: SeenRequest[] = [];
  for (const at of placesOf(source, TERRAFORM)) {
    if (found.length >= MOST) break;
    const start = nameBefore(source.lower, at);
    TERRAFORM_CALL.lastIndex = start;
    const match = TERRAFORM_CALL.exec(source.lower);
    const path = CLIENTS.get(match?.[1] ?? '');
    if (match === null || path === undefined) continue;
    const method = match[2]!.toUpperCase();
    found.push(seen(start, TERRAFORM_CALL.lastIndex, method, ON_ITEM.has(method) ? `${path}/{id}` : path));
  }
  for (const at of placesOf(source, CLI)) {
    if (found.length >= MOST) break;
    CLI_CALL.lastIndex = at;
    const match = CLI_CALL.exec(source.lower);
    if (match === null) continue;
    const [, noun = '', part, verb = ''] = match;
    found.push(seen(at, CLI_CALL.lastIndex, CLI_METHODS[verb]!, pathOf(COLLECTIONS[noun]!, part, verb)));
  }
  return found;
}

function nameBefore(lower: string, at: number): number {
  let start = at;
  while (start > 0 && at - start < 40 && /[a-z]/.test(lower[start - 1]!)) start -= 1;
  return start;
}

function pathOf(collection: string, part: string | undefined, verb: string): string {
  if (part === undefined) return verb === 'list' || verb === 'create' ? collection : `${collection}/{id}`;
  if (verb === 'add') return `${collection}/{id}/${part}s/$ref`;
  return `${collection}/{id}/${part}s${verb === 'remove' ? '/{id}/$ref' : ''}`;
}

function seen(start: number, end: number, method: string, path: string): SeenRequest {
  return { start, end, method, host: GRAPH, path, query: [], form: 'code', versioned: false, ignored: false };
}
