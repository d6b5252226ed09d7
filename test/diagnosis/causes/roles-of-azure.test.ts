import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../src/diagnosis/diagnose.ts';

const APP = '8c1f5b02-6f5c-4b15-9d0b-60c3a9d5b7e1';
const OBJECT = '207e277f-a838-4c61-940a-950b06cd1cc8';
const AZURE_CLI = '04b07795-8ddb-461a-bbee-02f9e1bf7b46';

function answered(paste: string) {
  const { cause, verdict, headline, fix, findings, next } = diagnose(paste, { now: Date.UTC(2026, 10, 22, 12) });
  const steps = fix?.steps ?? [];
  return {
    cause,
    verdict,
    headline,
    title: findings[0]?.title,
    steps: steps.map(({ text, value = '' }) => `${text} ${value}`).join('\n'),
    forward: fix?.forward ?? '',
    next,
  };
}

const vault = (appId: string, action: string) => `Caller is not authorized to perform action on resource.
If role assignments, deny assignments or role definitions were changed recently, please observe propagation time.
Caller: appid=${appId};oid=${OBJECT};iss=https://sts.windows.net/43dc75e3-499a-40cd-891a-ba9f8e445365/
Action: '${action}'
Resource: '/subscriptions/s1/resourcegroups/rg/providers/microsoft.keyvault/vaults/kv1/secrets/a'
Assignment: (not found)`;

describe('a key vault with Azure’s roles', () => {
  it('names action, role and object id of the caller, whoever that is', () => {
    const { cause, verdict, headline, title, steps, next } = answered(
      vault(APP, 'Microsoft.KeyVault/vaults/secrets/getSecret/action'),
    );
    expect([cause, verdict]).toEqual(['app-role-missing', 'certain']);
    expect(headline).toBe(
      `The caller behind the app ${APP} has no role in Azure Key Vault that allows Microsoft.KeyVault/vaults/secrets/getSecret/action.`,
    );
    expect(title).toBe('The caller has no role in Azure Key Vault that allows this');
    expect(steps).toContain(`--assignee ${OBJECT} --role "Key Vault Secrets User"`);
    expect(steps).not.toContain('ServicePrincipal');
    expect(next).toBeNull();
  });

  it('is answered as a person’s where one of Microsoft’s tools signed in, by the action on its own line', () => {
    const { cause, headline } = answered(vault(AZURE_CLI, 'Microsoft.KeyVault/vaults/keys/create/action'));
    expect(cause).toBe('not-enough-evidence');
    expect(headline).toContain('Key Vault Crypto Officer. To be its Owner or Contributor opens no data.');
  });

  it('is read behind what the program says of the call', () => {
    const { headline } = answered(
      `could not get secret data from provider: keyvault.BaseClient#GetSecret: Failure responding to request: StatusCode=403 -- Original Error: autorest/azure: Service returned an error. Status=403 Code="Forbidden" Message="${vault(APP, 'Microsoft.KeyVault/vaults/secrets/getSecret/action').replaceAll('\n', '\\r\\n')}" InnerError={"code":"ForbiddenByRbac"}`,
    );
    expect(headline).toContain('allows Microsoft.KeyVault/vaults/secrets/getSecret/action');
  });

  it.each([
    `The user, group or application 'appid=${APP};oid=${OBJECT};iss=https://sts.windows.net/t/' does not have secrets list permission on key vault 'kv1;location=norwayeast'.`,
    `Access denied. Caller was not found on any access policy.\nCaller: appid=${APP};oid=${OBJECT};iss=https://sts.windows.net/t/`,
  ])('is said of access policies, too: %s', (paste) => {
    expect(answered(paste)).toMatchObject({ cause: 'app-role-missing', verdict: 'certain' });
  });
});

describe('Azure Resource Manager', () => {
  const refused = (client: string) =>
    `The client '${client}' with object id '${OBJECT}' does not have authorization to perform action 'Microsoft.Web/sites/config/list/action' over scope '/subscriptions/s1/resourceGroups/rg-web/providers/Microsoft.Web/sites/w/config/appsettings' or the scope is invalid.`;

  it('names an app by an id: the role is missing, on a group that exists', () => {
    const { cause, verdict, headline, steps } = answered(refused(APP));
    expect([cause, verdict]).toEqual(['app-role-missing', 'certain']);
    expect(headline).toContain('allows Microsoft.Web/sites/config/list/action');
    expect(steps).toContain('--scope "/subscriptions/s1/resourceGroups/rg-web"');
    expect(steps).toContain('a scope that does not exist');
    expect(steps).not.toContain('open no data');
  });

  it('names a person by the address', () => {
    expect(answered(refused('ines@contoso.example')).cause).toBe('not-enough-evidence');
  });

  it('wants a role on what a resource is tied to', () => {
    const { verdict, steps } = answered(
      `{"error":{"code":"LinkedAuthorizationFailed","message":"The client '${APP}' with object id '${OBJECT}' has permission to perform action 'Microsoft.Compute/virtualMachines/write' on scope '/subscriptions/s1/resourceGroups/rg'; however, it does not have permission to perform action(s) 'Microsoft.ManagedIdentity/userAssignedIdentities/assign/action' on the linked scope(s) '/subscriptions/s1/resourceGroups/rg-id/providers/Microsoft.ManagedIdentity/userAssignedIdentities/pay' (respectively) or the linked scope(s) are invalid."}}`,
    );
    expect(verdict).toBe('certain');
    expect(steps).toContain('--role "Managed Identity Operator" --scope "/subscriptions/s1/resourceGroups/rg-id/');
  });

  it('belongs to one tenant, and no setting of an own API changes that', () => {
    const { cause, headline, steps } = answered(
      "InvalidAuthenticationTokenTenant: The access token is from the wrong issuer 'https://sts.windows.net/0c7d3a51-91b2-4c0e-a1d8-6f2e4b5c7d80/'. It must match the tenant 'https://sts.windows.net/43dc75e3-499a-40cd-891a-ba9f8e445365/' associated with this subscription.",
    );
    expect(cause).toBe('issuer-mismatch');
    expect(headline).toBe(
      'The subscription belongs to the tenant 43dc75e3-499a-40cd-891a-ba9f8e445365, and the token was issued by the tenant 0c7d3a51-91b2-4c0e-a1d8-6f2e4b5c7d80.',
    );
    expect(steps).toContain('az login --tenant 43dc75e3-499a-40cd-891a-ba9f8e445365');
    expect(steps).not.toContain('requestedAccessTokenVersion');
  });
});

describe('a token of another service than the one that is called', () => {
  it.each([
    `token=$(az account get-access-token --resource https://graph.microsoft.com --query accessToken -o tsv)
curl -i -H "Authorization: Bearer $token" https://dev.azure.com/a/_apis/projects
HTTP/2 203
content-type: text/html`,
    `token = DefaultAzureCredential().get_token("https://management.azure.com/.default").token
The requested resource requires user authentication: https://dev.azure.com/a/_apis`,
    `token = DefaultAzureCredential().get_token("https://management.azure.com/.default").token
GET https://kv1.vault.azure.net/secrets 401`,
  ])('is certain where the code shows the way: %s', (paste) => {
    expect(answered(paste)).toMatchObject({ cause: 'wrong-audience', verdict: 'certain' });
  });
});

describe('data that a key or a signature opens as well', () => {
  const REFUSED = "Unauthorized access. 'Send' claim(s) are required to perform this operation.";

  it('has a role for an app that the code shows', () => {
    expect(answered(`new ManagedIdentityCredential()\n${REFUSED}`)).toMatchObject({
      cause: 'app-role-missing',
      verdict: 'certain',
    });
  });

  it('has none for a shared access signature', () => {
    expect(answered(`Endpoint=sb://a.servicebus.windows.net/;SharedAccessKeyName=listen\n${REFUSED}`).verdict).toBe(
      'possible',
    );
  });
});

describe('the permission of a managed identity', () => {
  const PASTE =
    'new ManagedIdentityCredential()\nGET https://graph.microsoft.com/v1.0/users/5d1f1e7a-2b3c-4d5e-8f90-a1b2c3d4e5f6\n403 Authorization_RequestDenied Insufficient privileges to complete the operation.';

  it('is assigned to its service principal, as there is no page for it', () => {
    const { verdict, headline, steps, forward } = answered(PASTE);
    expect(verdict).toBe('certain');
    expect(headline).toContain('The managed identity lacks the application permission User.');
    expect(steps).toContain('New-MgServicePrincipalAppRoleAssignment');
    expect(steps + forward).not.toContain('API permissions');
  });

  it('is one of a registration where a secret signs in', () => {
    expect(answered(PASTE.replace('ManagedIdentityCredential', 'ClientSecretCredential')).steps).toContain(
      'API permissions',
    );
  });
});

describe('Terraform’s provider for Entra ID', () => {
  const FAILED =
    'ApplicationsClient.BaseClient.Post(): unexpected status 403 with OData error: Authorization_RequestDenied: Insufficient privileges to complete the operation.';

  it('signs in as the app whose secret it has, and names the permission of what it makes', () => {
    const { cause, verdict, headline } = answered(
      `provider "azuread" {\n  client_id     = "${APP}"\n  client_secret = var.secret\n}\n${FAILED}`,
    );
    expect([cause, verdict]).toEqual(['app-role-missing', 'certain']);
    expect(headline).toContain('Application.ReadWrite.OwnedBy for POST /applications');
  });

  it('may sign in as a person without one', () => {
    expect(answered(`provider "azuread" {}\n${FAILED}`).verdict).not.toBe('certain');
  });
});
