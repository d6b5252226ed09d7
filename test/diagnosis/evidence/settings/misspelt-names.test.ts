import { describe, expect, it } from 'vitest';
import { readSettings } from '../../../../src/diagnosis/evidence/setting.ts';
import { unwrap } from '../../../../src/diagnosis/text/unwrap.ts';

const misspelt = (paste: string) =>
  readSettings(unwrap(paste))
    .filter((item) => item.name === 'misspelt-name')
    .map((item) => [item.key, item.values[0]]);

const AZURE = 'EnvironmentCredential: Environment variables are not fully configured.\n';
const GO = 'EnvironmentCredential: missing environment variable AZURE_TENANT_ID\n';
const TERRAFORM = 'unable to build authorizer: could not configure AzureCli Authorizer: exec: "az"\n';
const LOGIN = "Not all values are present. Ensure 'client-id' and 'tenant-id' are supplied.\n";

describe('names that are nearly the documented ones', () => {
  it.each([
    [`${AZURE}AZURE_TENANTID=b1`, [['AZURE_TENANTID', 'AZURE_TENANT_ID']]],
    [`${AZURE}AZURE_CLEINT_ID=b1`, [['AZURE_CLEINT_ID', 'AZURE_CLIENT_ID']]],
    [`${AZURE}$env:AZURE_SECRET = "x"`, [['AZURE_SECRET', 'AZURE_CLIENT_SECRET']]],
    [`${GO}- name: AZURE_TENANT\n  value: b1`, [['AZURE_TENANT', 'AZURE_TENANT_ID']]],
    [`${TERRAFORM}ARM_CLIENTID, ARM_TENANT_ID`, [['ARM_CLIENTID', 'ARM_CLIENT_ID']]],
    [`${TERRAFORM}export AZURE_CLIENT_ID=b1`, [['AZURE_CLIENT_ID', 'ARM_CLIENT_ID']]],
    [
      `${LOGIN}with:\n  client_id: b1\n  tenant_id: b2`,
      [
        ['client_id', 'client-id'],
        ['tenant_id', 'tenant-id'],
      ],
    ],
  ])('reads %j', (paste, names) => {
    expect(misspelt(paste)).toEqual(names);
  });

  it.each([
    ['without the complaint of the library', 'AZURE_TENANTID=b1'],
    ['where the documented name is set as well', `${AZURE}AZURE_TENANTID=b1\nAZURE_TENANT_ID=b1`],
    [
      'where the library lists the documented name as set',
      `${AZURE}These variables are set: AZURE_TENANT_ID\nAZURE_TENANT=b1`,
    ],
    ['of a name that the program reads itself', `${AZURE}new ClientSecretCredential(process.env.AZURE_TENANT)`],
    ['of names of other things', `${AZURE}AZURE_OPENAI_ENDPOINT=x AZURE_SUBSCRIPTION_ID=y AZURE_AD_CLIENT_ID=z`],
    ['of a name that is only spoken of beside Terraform', `${TERRAFORM}client-id: \${{ secrets.AZURE_CLIENT_ID }}`],
    ['of the documented names', `${LOGIN}client-id: \ntenant-id: `],
  ])('reads none %s', (_, paste) => {
    expect(misspelt(paste)).toEqual([]);
  });
});
