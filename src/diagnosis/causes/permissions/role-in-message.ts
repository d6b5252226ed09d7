import type { Facts } from '../../facts/facts.ts';

/** A role that a service of Azure wants, with what its refusal says of it. */
export interface NamedRole {
  readonly role: string;
  /** The command that gives it, as far as the message holds its values. */
  readonly command?: string;
}

const GUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const CALLER = new RegExp(`\\boid=(${GUID})`, 'i');
const OBJECT_ID = new RegExp(`object id '(${GUID})'`, 'i');
const PRINCIPAL = new RegExp(`principal \`?'?(${GUID})`, 'i');

/** All that services said in this paste; bounded, as each message is. */
function messages(facts: Facts): string {
  return [...facts.of('api-error'), ...facts.of('exception')].map(({ message }) => message).join('\n');
}

function assignment(objectId: string | undefined, role: string, scope: string | undefined): string | undefined {
  if (objectId === undefined) return undefined;
  return `az role assignment create --assignee-object-id ${objectId} --assignee-principal-type ServicePrincipal --role "${role}" --scope "${scope ?? 'RESOURCE_ID'}"`;
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
  const said = messages(facts);
  const action = /Action: '(Microsoft\.KeyVault\/[\w/]{5,100})'/i.exec(said)?.[1] ?? '';
  const vault = /Resource: '(\/subscriptions\/[\w./-]{10,200}\/vaults\/[\w-]{3,24})/i.exec(said)?.[1];
  const role = VAULT_ROLES.find(([pattern]) => pattern.test(action))?.[1] ?? 'Key Vault Secrets User';
  return withCommand(role, assignment(CALLER.exec(said)?.[1] ?? facts.claims.oid, role, vault));
}

/** The older list of a vault: access policies, by object id. */
export function vaultPolicy(facts: Facts): NamedRole {
  const said = messages(facts);
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
  return withCommand(
    named,
    objectId === undefined
      ? undefined
      : `az keyvault set-policy --name ${vault} --object-id ${objectId} --${kind.toLowerCase()}-permissions ${right.toLowerCase()}`,
  );
}

export function managementRole(facts: Facts): NamedRole {
  const said = messages(facts);
  const action = /perform action '([\w./*-]{5,150})'/i.exec(said)?.[1];
  const scope = /over scope '(\/[\w./() -]{1,300})'/i.exec(said)?.[1];
  if (action === undefined)
    return { role: 'the least role that has the action in the message, such as Reader or Contributor' };
  const role = /^Microsoft\.Authorization\/.*\/(?:write|delete)$/i.test(action)
    ? 'Role Based Access Control Administrator'
    : /\/read$/i.test(action)
      ? 'Reader'
      : 'Contributor';
  return withCommand(
    `${role}, or a smaller one that has ${action}`,
    assignment(OBJECT_ID.exec(said)?.[1], role, scope),
  );
}

export function aiRole(facts: Facts): NamedRole {
  const said = messages(facts);
  const role = /data action `?Microsoft\.CognitiveServices\/accounts\/(?!OpenAI\/)/i.test(said)
    ? 'Cognitive Services User'
    : 'Cognitive Services OpenAI User';
  return withCommand(role, assignment(PRINCIPAL.exec(said)?.[1], role, undefined));
}

/** Queues and topics, or event hubs: their entities have partitions and consumer groups. */
export function messagingRole(facts: Facts): NamedRole {
  const said = messages(facts);
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

export function dataverseRole(facts: Facts): NamedRole {
  const privilege = /missing (prv\w{3,100})/i.exec(messages(facts))?.[1];
  return {
    role:
      privilege === undefined
        ? 'one that has the privilege (prv…) in the message'
        : `one that has the privilege ${privilege}`,
  };
}

function withCommand(role: string, command: string | undefined): NamedRole {
  return command === undefined ? { role } : { role, command };
}
