import { describe, expect, it } from 'vitest';
import { apiOfHost, apiOfResource } from '../../../src/diagnosis/facts/api.ts';
import type { Api } from '../../../src/diagnosis/facts/facts.ts';

/** A host that is called, and what tokens for it are made for. */
const FIT: readonly (readonly [host: string, resources: readonly string[], api: Api])[] = [
  ['kv-one.vault.azure.net', ['https://vault.azure.net', 'cfa8b339-82a2-471a-a3c9-0fc0be7a4093'], 'key-vault'],
  ['kv-one.vault.usgovcloudapi.net', ['https://vault.usgovcloudapi.net'], 'key-vault'],
  [
    'api.powerbi.com',
    [
      'https://analysis.windows.net/powerbi/api',
      'https://analysis.windows.net/powerbi/api/',
      '00000009-0000-0000-c000-000000000000',
    ],
    'power-bi',
  ],
  ['api.fabric.microsoft.com', ['https://api.fabric.microsoft.com'], 'power-bi'],
  [
    'org1.crm4.dynamics.com',
    ['https://org1.crm4.dynamics.com/', '00000007-0000-0000-c000-000000000000'],
    'power-platform',
  ],
  ['api.bap.microsoft.com', ['https://service.powerapps.com/'], 'power-platform'],
  ['api.powerplatform.com', ['https://api.powerplatform.com'], 'power-platform'],
  ['one.openai.azure.com', ['https://cognitiveservices.azure.com', 'https://ai.azure.com'], 'azure-ai'],
  ['sql-one.database.windows.net', ['https://database.windows.net/'], 'azure-database'],
  ['pg-one.postgres.database.azure.com', ['https://ossrdbms-aad.database.windows.net'], 'azure-database'],
  ['one.documents.azure.com', ['https://cosmos.azure.com'], 'cosmos-db'],
  ['one.servicebus.windows.net', ['https://servicebus.azure.net', 'https://eventhubs.azure.net'], 'azure-messaging'],
  ['api.loganalytics.io', ['https://api.loganalytics.io', 'https://api.loganalytics.azure.com'], 'azure-logs'],
  ['adb-1.2.azuredatabricks.net', ['2ff814a6-3304-4ab8-85cb-cd0e6f879c1d'], 'databricks'],
  [
    'api.securitycenter.microsoft.com',
    ['https://api.securitycenter.microsoft.com', 'https://securitycenter.onmicrosoft.com/windowsatpservice'],
    'defender',
  ],
  ['www.yammer.com', ['https://api.yammer.com', '00000005-0000-0ff1-ce00-000000000000'], 'viva-engage'],
  ['one.blob.core.windows.net', ['https://storage.azure.com', 'https://one.blob.core.windows.net'], 'azure-storage'],
];

describe('hosts and audiences of Microsoft’s APIs', () => {
  it.each(FIT)('%s is called with tokens for %s', (host, resources, api) => {
    expect(apiOfHost(host)).toBe(api);
    for (const resource of resources) expect(apiOfResource(resource)).toBe(api);
  });

  it('keeps other hosts for what they are', () => {
    for (const host of ['orders.contoso.example', 'vault.contoso.net', 'notyammer.com', 'contoso.azurewebsites.net'])
      expect(apiOfHost(host)).toBe('own-api');
  });

  it('does not call an id of Microsoft’s form somebody’s own API', () => {
    expect(apiOfResource('00000012-0000-0000-c000-000000000000')).toBeNull();
    expect(apiOfResource('7c1f20d3-701e-4051-ab9a-1d5a6c0f3b77')).toBe('own-api');
  });
});
