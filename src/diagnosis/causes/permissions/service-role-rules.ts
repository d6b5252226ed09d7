import type { FixStep } from '../../diagnosis.ts';
import type { Facts } from '../../facts/facts.ts';
import type { Rule, Signal } from '../root-cause.ts';
import { sentence, theApp } from '../words/wording.ts';
import {
  APP_CLIENT,
  aiRole,
  dataverseRole,
  linkedRole,
  managementRole,
  messagingRole,
  type NamedRole,
  saidByServices,
  storageRole,
  vaultPolicy,
  vaultRole,
} from './role-in-message.ts';

/** A service that looks into a list of its own for what a caller may do: no permission of the registration counts there. */
interface OwnRoles {
  /** Its words, lower case, when the caller has no such role. */
  readonly words: string;
  /** As it is called in a sentence. */
  readonly service: string;
  /** Where the role is given. */
  readonly where: string;
  readonly role: string | ((facts: Facts) => NamedRole);
  /** A list of its own, outside Azure's roles. */
  readonly notOfAzure?: true;
  /** Roles to manage the resource count for nothing: its data is opened by roles for data. */
  readonly ofData?: true;
  /** Also said of a key or a shared access signature that lacks the right. */
  readonly ofKeysToo?: true;
  /** The words do not tell what has no role: what they name tells whether it is an app. */
  readonly namesCaller?: RegExp;
}

/** Key Vault names the app by which the caller signed in, and the caller by its object id. */
const CALLER_APP = /\bappid=[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i;
const SECURITY_ROLE =
  'Power Platform admin centre, the environment, Settings, Users + permissions, Application users (a person: Users): give the caller a security role';
const POLICIES =
  'In the portal, the vault, Access policies (or, with Azure RBAC, Access control (IAM)): add the app or managed identity by the object id in the message';
const IAM = 'Access control (IAM), Add role assignment, choose who was refused (app, managed identity or person)';

/**
 * Azure RBAC for data, and the lists of Cosmos DB, Dataverse and Power Platform. Sources: learn.microsoft.com/azure/key-vault/
 * general/rbac-guide, .../storage/blobs/assign-azure-role-data-access, .../cosmos-db/nosql/how-to-grant-data-plane-access,
 * .../service-bus-messaging/service-bus-managed-service-identity, .../ai-services/openai/how-to/role-based-access-control,
 * .../role-based-access-control/troubleshooting, learn.microsoft.com/power-platform/admin/powershell-create-service-principal.
 */
const OWN_ROLES: readonly OwnRoles[] = [
  {
    words: 'authorizationpermissionmismatch',
    ofKeysToo: true,
    ofData: true,
    service: 'Azure Storage',
    where: `In the portal, the storage account, ${IAM}`,
    role: storageRole,
  },
  {
    // The Azure CLI says so in place of the code.
    words: 'you may need to be assigned one of the following roles',
    ofData: true,
    service: 'Azure Storage',
    where: `In the portal, the storage account, ${IAM}`,
    role: storageRole,
  },
  {
    words: 'caller is not authorized to perform action on resource',
    namesCaller: CALLER_APP,
    ofData: true,
    service: 'Azure Key Vault',
    where: `In the portal, the vault, ${IAM}`,
    role: vaultRole,
  },
  {
    // The older list of a vault: access policies, by object id.
    words: 'permission on key vault',
    namesCaller: CALLER_APP,
    ofData: true,
    service: 'Azure Key Vault',
    where: POLICIES,
    role: vaultPolicy,
  },
  {
    words: 'caller was not found on any access policy',
    namesCaller: CALLER_APP,
    ofData: true,
    service: 'Azure Key Vault',
    where: POLICIES,
    role: vaultPolicy,
  },
  {
    words: 'does not have required rbac permissions to perform action',
    notOfAzure: true,
    service: 'Azure Cosmos DB',
    where: 'Cosmos DB has roles of its own, which the portal’s IAM page does not give',
    role: 'az cosmosdb sql role assignment create --account-name ACCOUNT -g GROUP --scope "/" --principal-id OBJECT_ID --role-definition-id 00000000-0000-0000-0000-000000000002',
  },
  {
    words: 'claim(s) are required to perform this operation',
    ofKeysToo: true,
    ofData: true,
    service: 'Azure Service Bus or Event Hubs',
    where: `In the portal, the namespace, ${IAM}`,
    role: messagingRole,
  },
  {
    words: 'lacks the required data action',
    ofData: true,
    service: 'Azure AI services',
    where: `In the portal, the resource, ${IAM}`,
    role: aiRole,
  },
  {
    words: 'have insufficient access to perform the requested operation',
    service: 'Azure Monitor Logs',
    where: `In the portal, the Log Analytics workspace (or the Application Insights resource), ${IAM}`,
    role: 'Log Analytics Reader',
  },
  {
    // The resource itself may be written; what it is tied to (a subnet, an identity) may not be used.
    words: 'on the linked scope',
    namesCaller: APP_CLIENT,
    service: 'Azure Resource Manager',
    where: `In the portal, the linked resource that the message names last, ${IAM}`,
    role: linkedRole,
  },
  {
    words: 'does not have authorization to perform action',
    namesCaller: APP_CLIENT,
    service: 'Azure Resource Manager',
    where: `In the portal, the subscription or resource group that the message names, ${IAM}`,
    role: managementRole,
  },
  {
    words: 'is not authorized to access database',
    notOfAzure: true,
    service: 'Azure Data Explorer',
    where: 'Data Explorer keeps a list of its own in each database: run there',
    role: ".add database DATABASE viewers ('aadapp=CLIENT_ID;TENANT_ID')",
  },
  {
    words: 'does not have permission to access the path',
    notOfAzure: true,
    service: 'the administration of Power Platform',
    where: 'As an administrator of Power Platform, register the app once',
    role: 'New-PowerAppManagementApp -ApplicationId CLIENT_ID',
  },
  {
    // 0x80072560: nobody made an application user of it in this environment.
    words: 'the user is not a member of the organization',
    notOfAzure: true,
    service: 'Dataverse',
    where:
      'Power Platform admin centre, the environment, Settings, Application users: add the app as an application user, and give it a security role',
    role: 'one that may do what the call does, such as Basic User or one of your own',
  },
  {
    // Its older sentence, and the one about a single row.
    words: 'seclib::checkprivilege failed',
    notOfAzure: true,
    service: 'Dataverse',
    where: SECURITY_ROLE,
    role: dataverseRole,
  },
  {
    words: 'right(s) for record with id',
    notOfAzure: true,
    service: 'Dataverse',
    where: SECURITY_ROLE,
    role: 'one whose access level for this table reaches the row (business unit or organization in place of user), or share the row',
  },
  {
    words: 'is missing prv',
    // learn.microsoft.com/power-apps/developer/data-platform/reference/entities/systemuser: 4 is «Non-interactive».
    namesCaller: /\baccessMode=4\b/,
    notOfAzure: true,
    service: 'Dataverse',
    where: SECURITY_ROLE,
    role: dataverseRole,
  },
];

const WORDS = OWN_ROLES.map(({ words }) => words);

/** An account with an address is a person, wherever the message puts it. */
const PERSON = /(?:client|user|principal)\s{1,3}'[^'\n]{1,100}@[^'\n]{1,100}'/i;

/** The service whose own list of roles refused. */
export function ownRoles(facts: Facts): OwnRoles | undefined {
  const stands = OWN_ROLES.find(({ words }) => facts.phrase(words) !== undefined);
  if (stands === undefined || facts.of('vendor').length > 0) return undefined;
  return stands;
}

/** Microsoft's own tools, in which a person signs in: the Azure CLI, Azure PowerShell, Visual Studio and VS Code. */
const TOOLS_OF_PEOPLE: ReadonlySet<string> = new Set([
  '04b07795-8ddb-461a-bbee-02f9e1bf7b46',
  '1950a258-227b-4e31-a9cf-717495945fc2',
  '872cd9fa-d31f-45e0-9eab-6e460a02d1f1',
  'aebc6443-996d-45c2-90f0-388ff96faa56',
]);

function ofPerson(facts: Facts): boolean {
  if (facts.actor === 'user') return true;
  if (TOOLS_OF_PEOPLE.has(facts.values.clientId?.toLowerCase() ?? '')) return true;
  return PERSON.test(saidByServices(facts));
}

/** What is signed with a key has no role: the key, or what was signed, lacks the right. */
const KEYS = ['sharedaccess', 'accountkey', 'sas_token', 'sastoken', 'sas token'] as const;

/** An app that is shown to sign in as itself, and words with one meaning: nothing else is left than the role. */
function strengthOf(facts: Facts, { ofKeysToo, namesCaller }: OwnRoles): Signal['strength'] {
  if (ofKeysToo && facts.anyPhrase(...KEYS) !== undefined) return 'weak';
  if (namesCaller?.test(saidByServices(facts))) return 'decisive';
  if (facts.actor !== 'app') return 'fair';
  return facts.actorIsTold && ofKeysToo ? 'strong' : 'decisive';
}

export const SERVICE_ROLE_RULES: readonly Rule[] = [
  {
    kind: 'facts',
    phrases: [...WORDS, ...KEYS],
    onlyWith: { phrases: WORDS },
    test: (facts) => {
      const found = ownRoles(facts);
      if (found === undefined || ofPerson(facts)) return undefined;
      return {
        strength: strengthOf(facts, found),
        at: facts.phrase(found.words),
        says: `The token was taken, and ${found.service} finds no role of its own for the caller`,
      };
    },
  },
];

/** What is said where nothing decides, since a person and not an app was refused: the fix is the same. */
export function ownRolesOfPerson(facts: Facts): string | undefined {
  const own = ownRoles(facts);
  if (own === undefined || !ofPerson(facts)) return undefined;
  const { role, action } = wantedRole(facts, own);
  const allows = action === undefined ? '' : ` that allows ${action}`;
  const owner = own.ofData ? ' To be its Owner or Contributor opens no data.' : '';
  return `${own.service} took the token, and finds no role of its own for the person who is signed in${allows}. ${own.where}: ${role}.${owner}`;
}

/** In a vault's answer an app is named with a person's token, too. */
function theCaller(facts: Facts): string {
  if (facts.actor === 'app' || APP_CLIENT.test(saidByServices(facts))) return sentence(theApp(facts));
  return facts.values.clientId === undefined ? 'The caller' : `The caller behind ${theApp(facts)}`;
}

export function ownRolesHeadline(facts: Facts, own: OwnRoles): string {
  return `${theCaller(facts)} has no role in ${own.service} that allows ${wantedRole(facts, own).action ?? 'this'}.`;
}

/** The role by name, with the values of the message where they stand there. */
export function wantedRole(facts: Facts, { role }: OwnRoles): NamedRole {
  return typeof role === 'string' ? { role } : role(facts);
}

export function ownRolesSteps(facts: Facts, own: OwnRoles): readonly FixStep[] {
  const { service, where, notOfAzure, ofData } = own;
  const { role, command, note } = wantedRole(facts, own);
  return [
    { text: `${where}:`, value: role },
    ...(command === undefined
      ? []
      : [{ text: 'Or with the Azure CLI, for the caller that the message names by its object id:', value: command }]),
    {
      text: `API permissions of the app registration count for nothing in ${service}${ofData ? ', and Owner or Contributor of a resource open no data' : ''}.`,
    },
    ...(note === undefined ? [] : [{ text: note }]),
    ...(notOfAzure ? [] : [{ text: 'A new role takes up to ten minutes. Then ask for a new token and call again.' }]),
  ];
}
