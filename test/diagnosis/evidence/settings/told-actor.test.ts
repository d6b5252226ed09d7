import { describe, expect, it } from 'vitest';
import { toldActor } from '../../../../src/diagnosis/evidence/settings/told-actor.ts';
import { original } from '../../../../src/diagnosis/text/mapped-text.ts';

function told(text: string): string[] {
  const found: string[] = [];
  toldActor(original(`Graph. ${text}`), (_name, _key, values) => void found.push(values.join()));
  return found;
}

describe('who signs in, told in words', () => {
  it.each([
    'We use the client credentials flow',
    'grant_type=client_credentials',
    'The nightly job logs in with client id + secret',
    'Dienst mit Client-ID und Secret',
    'an app-only token',
    'The daemon gets 403',
    'signs in as our service principal',
    'az login --service-principal -u $ID -p $PW',
    'Connect-MgGraph -ClientId x -CertificateThumbprint 0A1B',
    'azcopy login --identity',
    'use_oidc = true',
    'ARM_USE_MSI: "true"',
    'ARM_CLIENT_ID and ARM_TENANT_ID are set',
    'Connect-MgGraph -ClientId x -CertificateName CN=job',
    'Connect-MgGraph -TenantId x -ClientSecretCredential $c',
    '- uses: azure/login@v2',
    '- task: AzureCLI@2',
    '"type": "ManagedServiceIdentity"',
    'a system-assigned identity of the function',
    'AKS with workload identity',
    'a background service without a signed-in user',
    'a cron job on the server',
    '403 from Graph (app-only, roles are granted)',
    'POST /sites/x (app-only): 403',
  ])('an app: %s', (text) => {
    expect(told(text)).toEqual(['app']);
  });

  it.each([
    'The signed-in user gets 403',
    'The user signs in with MSAL',
    'In Graph Explorer it fails',
    'a delegated token',
    'Connect-MgGraph -Scopes "User.Read"',
    'the auth code flow',
    'on-behalf-of in the middle tier',
  ])('a person: %s', (text) => {
    expect(told(text)).toEqual(['user']);
  });

  it('counts where Microsoft is named only', () => {
    const found: string[] = [];
    toldActor(original('The nightly job of our CRM gets 403'), (_name, _key, values) => void found.push(values.join()));
    expect(found).toEqual([]);
  });

  it('counts beside Azure’s variables of Terraform', () => {
    const found: string[] = [];
    toldActor(original('ARM_USE_OIDC=true ARM_CLIENT_ID=1'), (_name, _key, values) => void found.push(values.join()));
    expect(found).toEqual(['app']);
  });

  it('says both where both are told', () => {
    expect(told('The user signs in, and a daemon does the rest').sort()).toEqual(['app', 'user']);
  });

  it.each([
    'This is not client credentials',
    'I thought this was the client credentials flow',
    'The same works with a managed identity',
    'instead of a daemon',
    'ConfidentialClientApplication(id, client_credential=secret)',
    'the Docker daemon error',
    'the app-only page of the docs',
    'this works app-only as well',
    'service principal named x was not found',
    'no words of it',
  ])('says nothing of «%s»', (text) => {
    expect(told(text)).toEqual([]);
  });
});
