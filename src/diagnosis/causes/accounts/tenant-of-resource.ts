import type { FixStep } from '../../diagnosis.ts';
import type { Facts } from '../../facts/facts.ts';
import { saidByServices } from '../permissions/role-in-message.ts';

/** A service that takes tokens of one tenant only: that of the resource which was called. */
interface OwnTenant {
  /** Its words for a token of another one, lower case. */
  readonly words: string;
  /** What belongs to the tenant. */
  readonly resource: string;
  /** Moved to another tenant it keeps the old one until it is told. */
  readonly keepsTenant?: string;
}

/**
 * Sources: learn.microsoft.com/azure/key-vault/general/move-subscription, learn.microsoft.com/rest/api/storageservices/
 * authorize-with-azure-active-directory, learn.microsoft.com/azure/azure-resource-manager/management/authenticate-multi-tenant,
 * learn.microsoft.com/office/office-365-management-api/office-365-management-activity-api-reference (AF20010).
 */
const OWN_TENANT: readonly OwnTenant[] = [
  {
    words: 'akv10032',
    resource: 'The key vault',
    keepsTenant: 'az keyvault update --name VAULT --set properties.tenantId=TENANT_OF_THE_SUBSCRIPTION',
  },
  { words: 'issuer validation failed. issuer did not match', resource: 'The storage account' },
  { words: 'access token is from the wrong issuer', resource: 'The subscription' },
  { words: 'does not match resource tenant', resource: 'The Azure AI resource' },
  { words: 'does not match the tenant id passed in the access token', resource: 'The address that was called' },
];

/** Asked for by `tenantOfResource`. */
export const OTHER_TENANT = OWN_TENANT.map(({ words }) => words);

const GUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
/** How the services name the tenant that they take, and the one that came. */
const TAKEN = [
  new RegExp(`expected one of https://sts\\.windows\\.net/(${GUID})`, 'i'),
  new RegExp(`must match (?:the tenant|one of the tenants) 'https://sts\\.windows\\.net/(${GUID})`, 'i'),
  new RegExp(`passed in the url \\((${GUID})`, 'i'),
];
const CAME = [
  new RegExp(`found:? https://sts\\.windows\\.net/(${GUID})`, 'i'),
  new RegExp(`wrong issuer 'https://sts\\.windows\\.net/(${GUID})`, 'i'),
  new RegExp(`token tenant (${GUID})`, 'i'),
  new RegExp(`in the access token \\((${GUID})`, 'i'),
];

export interface TenantOfResource extends OwnTenant {
  readonly takes: string | undefined;
  readonly came: string | undefined;
}

/** Which resource belongs to another tenant than the one that issued the token, as far as its service names them. */
export function tenantOfResource(facts: Facts): TenantOfResource | undefined {
  const found = OWN_TENANT.find(({ words }) => facts.phrase(words) !== undefined);
  if (found === undefined) return undefined;
  const said = saidByServices(facts);
  return {
    ...found,
    takes: named(TAKEN, said) ?? challenged(facts),
    came: named(CAME, said) ?? (facts.token === null ? undefined : facts.claims.tid),
  };
}

function named(patterns: readonly RegExp[], said: string): string | undefined {
  for (const pattern of patterns) {
    const tenant = pattern.exec(said)?.[1];
    if (tenant !== undefined) return tenant.toLowerCase();
  }
  return undefined;
}

/** Storage and others name their tenant in the challenge. */
function challenged(facts: Facts): string | undefined {
  for (const { parameters } of facts.of('challenge')) {
    const tenant = new RegExp(GUID, 'i').exec(parameters.authorization_uri ?? parameters.authorization ?? '')?.[0];
    if (tenant !== undefined) return tenant.toLowerCase();
  }
  return undefined;
}

export function otherTenantHeadline({ resource, takes, came }: TenantOfResource): string {
  const belongs = takes === undefined ? 'belongs to one tenant' : `belongs to the tenant ${takes}`;
  return `${resource} ${belongs}, and the token was issued by ${came === undefined ? 'another one' : `the tenant ${came}`}.`;
}

export function otherTenantSteps({ takes, keepsTenant }: TenantOfResource): FixStep[] {
  const tenant = takes ?? 'TENANT_OF_THE_RESOURCE';
  return [
    {
      text: 'Where a person signs in with a tool, sign in to that tenant (Azure PowerShell: Connect-AzAccount -Tenant; Terraform: tenant_id of the provider):',
      value: `az login --tenant ${tenant}`,
    },
    {
      text: 'In a program, name that tenant where it asks for the token (the authority, or tenantId of the credential), not common and not its own:',
      value: `https://login.microsoftonline.com/${tenant}`,
    },
    {
      text: 'The person must be a guest there, the app must have a service principal there, and either needs its role there, too. A managed identity gets tokens of its own tenant only.',
    },
    ...(keepsTenant === undefined
      ? []
      : [
          {
            text: 'Where the vault was moved with its subscription, it still expects the old tenant. As its owner (and then make its access policies anew):',
            value: keepsTenant,
          },
        ]),
  ];
}
