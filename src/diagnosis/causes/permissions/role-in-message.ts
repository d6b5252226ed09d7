import type { Facts } from '../../facts/facts.ts';
import { madeOnce } from '../../made-once.ts';

/** A role that a service of Azure wants, with what its refusal says of it. */
export interface NamedRole {
  readonly role: string;
  /** The command that gives it, as far as the message holds its values. */
  readonly command?: string;
  /** What the caller may not do, as the message names it. */
  readonly action?: string;
  /** What else the same words are said of. */
  readonly note?: string;
}

const GUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const CALLER = new RegExp(`\\boid=(${GUID})`, 'i');
const OBJECT_ID = new RegExp(`object id '(${GUID})'`, 'i');
/** Resource Manager names a person by the address and an app by an id. */
export const APP_CLIENT = new RegExp(`\\bclient '${GUID}'`, 'i');
const PRINCIPAL = new RegExp(`principal \`?'?(${GUID})`, 'i');

/** Asked for by several words of one answer. */
const SAID = madeOnce((facts: Facts) => ({
  text: [...facts.of('api-error'), ...facts.of('exception')].map(({ message }) => message).join('\n'),
}));

/** All that services said in this paste; bounded, as each message is. */
export function saidByServices(facts: Facts): string {
  return facts.once(SAID).text;
}

/** The type of an app's principal spares a look into the directory, which the app may not have; a person has another one. */
function assignment(
  facts: Facts,
  objectId: string | undefined,
  role: string,
  scope: string | undefined,
): string | undefined {
  if (objectId === undefined) return undefined;
  const app = facts.actor === 'app' || APP_CLIENT.test(saidByServices(facts));
  const assignee = app
    ? `--assignee-object-id ${objectId} --assignee-principal-type ServicePrincipal`
    : `--assignee ${objectId}`;
  return `az role assignment create ${assignee} --role "${role}" --scope "${scope ?? 'RESOURCE_ID'}"`;
}

/** Source: learn.microsoft.com/azure/key-vault/general/rbac-guide, built-in roles for data plane operations */
const VAULT_ROLES: readonly (readonly [action: RegExp, role: string])[] = [
  [/vaults\/secrets\/(?:getSecret|readMetadata|read)\b/i, 'Key Vault Secrets User'],
  [/vaults\/secrets\//i, 'Key Vault Secrets Officer'],
  [/vaults\/keys\/(?:read|encrypt|decrypt|wrap|unwrap|sign|verify|update\/action)\b/i, 'Key Vault Crypto User'],
  [/vaults\/keys/i, 'Key Vault Crypto Officer'],
  [/vaults\/certificates\/read\b/i, 'Key Vault Certificate User'],
  [/vaults\/certificat/i, 'Key Vault Certificates Officer'],
];

export function vaultRole(facts: Facts): NamedRole {
  const said = saidByServices(facts);
  const action = /Action: '(Microsoft\.KeyVault\/[\w/]{5,100})'/i.exec(said)?.[1] ?? '';
  const vault = /Resource: '(\/subscriptions\/[\w./-]{10,200}\/vaults\/[\w-]{3,24})/i.exec(said)?.[1];
  const role = VAULT_ROLES.find(([pattern]) => pattern.test(action))?.[1] ?? 'Key Vault Secrets User';
  return {
    ...withCommand(role, assignment(facts, CALLER.exec(said)?.[1] ?? facts.claims.oid, role, vault)),
    ...withAction(action),
  };
}

/** The older list of a vault: access policies, by object id. */
export function vaultPolicy(facts: Facts): NamedRole {
  const said = saidByServices(facts);
  const lacking = /does not have (secret|key|certificate)s (\w{3,20}) permission on key vault '([\w-]{3,24})/i.exec(
    said,
  );
  const objectId = CALLER.exec(said)?.[1] ?? facts.claims.oid;
  if (lacking === null)
    return {
      role: 'the permission that the message names, such as Secret: Get (with Azure RBAC: Key Vault Secrets User)',
    };
  const [, kind = '', right = '', vault = ''] = lacking;
  const named = `${kind[0]?.toUpperCase()}${kind.slice(1)} permissions: ${right[0]?.toUpperCase()}${right.slice(1)}`;
  return {
    ...withCommand(
      named,
      objectId === undefined
        ? undefined
        : `az keyvault set-policy --name ${vault} --object-id ${objectId} --${kind.toLowerCase()}-permissions ${right.toLowerCase()}`,
    ),
    action: `${right.toLowerCase()} on ${kind.toLowerCase()}s`,
  };
}

export function managementRole(facts: Facts): NamedRole {
  const said = saidByServices(facts);
  const action = /perform action '([\w./*-]{5,150})'/i.exec(said)?.[1];
  const scope = /over scope '(\/[\w./() -]{1,300})'/i.exec(said)?.[1];
  if (action === undefined)
    return { role: 'the least role that has the action in the message, such as Reader or Contributor' };
  const role = /^Microsoft\.Authorization\/.*\/(?:write|delete)$/i.test(action)
    ? 'Role Based Access Control Administrator'
    : /\/read$/i.test(action)
      ? 'Reader'
      : 'Contributor';
  return {
    ...withCommand(
      `${role}, or a smaller one that has ${action}`,
      assignment(facts, OBJECT_ID.exec(said)?.[1], role, scope === undefined ? undefined : grantScope(scope)),
    ),
    ...withAction(action),
    note: `Where the role is there already: the same is said of a scope that does not exist, so compare its names and the subscription${scope === undefined ? '' : ` (${scope})`}; and a program that was signed in before the role was given signs in again.`,
  };
}

/** A resource that is about to be made, or a part of one, has no page on which to give a role: its group has one. */
function grantScope(scope: string): string {
  return /^\/subscriptions\/[\w-]{1,60}(?:\/resourceGroups\/[\w.()-]{1,90})?/i.exec(scope)?.[0] ?? scope;
}

/**
 * What an action on a linked resource takes: an identity is assigned, a network, a load balancer and the like are joined.
 * learn.microsoft.com/azure/role-based-access-control/built-in-roles
 */
export function linkedRole(facts: Facts): NamedRole {
  // The message is long, and evidence keeps its beginning: the linked resource may be cut off.
  const said = saidByServices(facts);
  const linked = /permission to perform action(?:\(s\))? '([\w./*,-]{5,300})' on the linked/i.exec(said);
  if (linked === null) return { role: 'one that has the action on the linked resource' };
  const action = linked[1]!;
  const scope = /on the linked scope(?:\(s\))? '(\/[\w./() -]{1,400})[',]/i.exec(said)?.[1];
  const role = /userAssignedIdentities\/assign/i.test(action)
    ? 'Managed Identity Operator'
    : /^Microsoft\.Network\//i.test(action)
      ? 'Network Contributor'
      : 'Contributor';
  return {
    ...withCommand(
      `${role}, or a smaller one that has ${action}`,
      assignment(facts, OBJECT_ID.exec(said)?.[1], role, scope),
    ),
    ...withAction(action),
  };
}

export function aiRole(facts: Facts): NamedRole {
  const said = saidByServices(facts);
  const role = /data action `?Microsoft\.CognitiveServices\/accounts\/(?!OpenAI\/)/i.test(said)
    ? 'Cognitive Services User'
    : 'Cognitive Services OpenAI User';
  const action = /data action `?(Microsoft\.CognitiveServices\/[\w/]{5,150})/i.exec(said)?.[1] ?? '';
  return { ...withCommand(role, assignment(facts, PRINCIPAL.exec(said)?.[1], role, undefined)), ...withAction(action) };
}

/** Queues and topics, or event hubs: their entities have partitions and consumer groups. */
export function messagingRole(facts: Facts): NamedRole {
  const said = saidByServices(facts);
  const claim = /'(Listen|Send|Manage)\b[^'\n]{0,60}' claim/i.exec(said)?.[1]?.toLowerCase();
  const service = /consumergroups?\/|\/partitions\//i.test(said) ? 'Azure Event Hubs' : 'Azure Service Bus';
  const right =
    claim === 'listen' ? 'Receiver' : claim === 'send' ? 'Sender' : claim === 'manage' ? 'Owner' : undefined;
  return { role: right === undefined ? `${service} Data Sender (or Receiver, Owner)` : `${service} Data ${right}` };
}

export function storageRole({ values: { host, method } }: Facts): NamedRole {
  const kind = /\.(queue|table)\./.exec(host ?? '')?.[1];
  if (kind !== undefined) return { role: `Storage ${kind === 'queue' ? 'Queue' : 'Table'} Data Contributor` };
  if (method === undefined) return { role: 'Storage Blob Data Reader (to write: Storage Blob Data Contributor)' };
  return { role: /^(?:GET|HEAD)$/.test(method) ? 'Storage Blob Data Reader' : 'Storage Blob Data Contributor' };
}

/** `prvReadInvoice` is «Read» in the row «Invoice» of a security role. */
export function dataverseRole(facts: Facts): NamedRole {
  const said = saidByServices(facts);
  const privilege = /(?:missing|PrivilegeName:) (prv\w{3,100})/i.exec(said)?.[1];
  if (privilege === undefined) return { role: 'one that has the privilege (prv…) in the message' };
  const [, right, table] =
    /^prv(Create|Read|Write|Delete|AppendTo|Append|Assign|Share)(\w{2,90})$/.exec(privilege) ?? [];
  const name = /LocalizedName='([^'\n]{1,60})'/.exec(said)?.[1] ?? table;
  return {
    role: `one that has the privilege ${privilege}${right === undefined ? '' : ` («${right}» of the table ${name})`}`,
    ...withAction(privilege),
  };
}

function withAction(action: string): Pick<NamedRole, 'action'> {
  return action === '' ? {} : { action };
}

function withCommand(role: string, command: string | undefined): NamedRole {
  return command === undefined ? { role } : { role, command };
}
