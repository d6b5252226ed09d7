import type { FixStep } from '../../diagnosis.ts';
import type { Api, Facts } from '../../facts/facts.ts';
import { MICROSOFT_APIS } from '../../facts/microsoft-apis.ts';

/** How code and people name a managed identity; a workload identity may be one of an app registration. */
const NAMED = /managed[ _-]?(?:service[ _-]?)?identit|-assigned[ ]|-identity$|verwaltete/i;

/** Whether the app that signs in is the managed identity of a resource of Azure, as its code or somebody says. */
export function isManagedIdentity(facts: Facts): boolean {
  return facts
    .of('setting')
    .some(
      ({ name, key, values }) =>
        (name === 'told-actor' && values[0] === 'app' && NAMED.test(key)) ||
        (name === 'grant' && values.some((value) => NAMED.test(value))),
    );
}

/** Application ids of the APIs that have application permissions, the same in every tenant. */
const API_IDS: Partial<Readonly<Record<Api, string>>> = {
  graph: '00000003-0000-0000-c000-000000000000',
  'exchange-ews': '00000002-0000-0ff1-ce00-000000000000',
  'exchange-imap-smtp': '00000002-0000-0ff1-ce00-000000000000',
  sharepoint: '00000003-0000-0ff1-ce00-000000000000',
  'office-management': 'c5393580-f805-4401-95e8-94b7a6ef2fc2',
};

function apiId({ api }: Facts): string | undefined {
  if (api === null) return API_IDS.graph;
  return API_IDS[api] ?? MICROSOFT_APIS.find((row) => row.api === api)?.ids[0];
}

/**
 * A managed identity has no app registration, so no page on which to add a permission: it is assigned to the service
 * principal. learn.microsoft.com/entra/identity/managed-identities-azure-resources/how-to-assign-app-role-managed-identity
 */
export function managedIdentityPermissionSteps(facts: Facts, permission: string | undefined): FixStep[] {
  const id = apiId(facts) ?? 'APP_ID_OF_THE_API';
  return [
    {
      text: 'A managed identity has no app registration and no page for permissions. As a Privileged Role Administrator, assign the permission to its service principal in PowerShell (OBJECT_ID stands on the page Identity of the resource):',
      value: `Connect-MgGraph -Scopes AppRoleAssignment.ReadWrite.All,Application.Read.All; $api = Get-MgServicePrincipal -Filter "appId eq '${id}'"; $role = $api.AppRoles | Where-Object Value -eq '${permission ?? 'THE_PERMISSION'}'; New-MgServicePrincipalAppRoleAssignment -ServicePrincipalId OBJECT_ID -PrincipalId OBJECT_ID -ResourceId $api.Id -AppRoleId $role.Id`,
    },
    {
      text: 'Enterprise applications, Application type «Managed identities», the identity, Permissions then lists it.',
    },
    {
      text: 'Azure keeps the token of a managed identity for up to a day, and no restart renews it: until then the old one is sent.',
    },
  ];
}
