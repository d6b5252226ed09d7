import { describe, expect, test } from 'vitest';
import type { SettingName } from '../../../../src/diagnosis/evidence/evidence.ts';
import { readSettings } from '../../../../src/diagnosis/evidence/setting.ts';
import { unwrap } from '../../../../src/diagnosis/text/unwrap.ts';

const ID = '5b0e7a52-4a1f-4b7e-9d0d-3c2f4f9b8a10';
const LOGIN = `https://login.microsoftonline.com/${ID}/v2.0`;
const CALLBACK = 'https://app.contoso.example/cb';

function read(line: string): [SettingName, string][] {
  return readSettings(unwrap(line)).map(({ name, values }) => [name, values.join(' ')]);
}

describe('keys with a prefix', () => {
  test.each<[string, string, SettingName]>([
    ['OAUTH2_PROXY_CLIENT_ID', ID, 'client-id'],
    ['NEXT_PUBLIC_AZURE_AD_CLIENT_ID', ID, 'client-id'],
    ['GRAPH_APP_ID', ID, 'client-id'],
    ['--oidc-client-id', ID, 'client-id'],
    ['AUTH_MICROSOFT_ENTRA_ID_ID', ID, 'client-id'],
    ['ARM_TENANT_ID', ID, 'tenant'],
    ['OUTLOOK_TENANT_ID', 'contoso.onmicrosoft.com', 'tenant'],
    ['GF_AUTH_AZUREAD_AUTH_URL', LOGIN, 'authority'],
    ['discovery_url', LOGIN, 'authority'],
    ['OAUTH2_PROXY_REDIRECT_URL', CALLBACK, 'redirect-uri'],
    ['MICROSOFT_CALLBACK_URL', CALLBACK, 'redirect-uri'],
    ['VITE_SCOPES', 'User.Read', 'scopes'],
    ['MY_AUDIENCE', `api://${ID}`, 'audience'],
    ['ENTRA_CLIENT_SECRET', ID, 'client-secret'],
  ])('%s=%s', (key, value, name) => {
    const kept = name === 'client-secret' ? '(guid)' : value;
    expect(read(`${key}=${value}`)).toContainEqual([name, kept]);
  });

  test.each([
    // Of another vendor, or of another app than the one that signs in.
    `GOOGLE_CLIENT_ID=${ID}`,
    `GITHUB_CALLBACK_URL=${CALLBACK}`,
    `RESOURCE_TENANT_ID=${ID}`,
    `DOWNSTREAM_API_CLIENT_ID=${ID}`,
    // Not of the form that the setting has with Entra ID.
    'MY_CLIENT_ID=1234567890.apps.example',
    'SHOP_TENANT_ID=42',
    'MY_AUTH_URL=https://auth.example/token',
    `APP_REDIRECT_URL=${LOGIN}`,
    // No end of a word, no value behind it.
    `clientidentity=${ID}`,
    `the OIDC_CLIENT_ID and ${ID}`,
  ])('no setting: %s', (line) => {
    expect(read(line).filter(([name]) => name !== 'told-client-id')).toEqual([]);
  });
});
