import { describe, expect, it } from 'vitest';
import { positionalValues } from '../../../src/diagnosis/sdk-calls/positional-values.ts';
import { original } from '../../../src/diagnosis/text/mapped-text.ts';
import { expectLinearTime } from '../../processor-time.ts';

const APP = '5b0e7a52-4a1f-4b7e-9d0d-3c2f4f9b8a10';
const TENANT = '7f2b1c64-90aa-4a53-8d1c-22f0b6b9d3e1';
const SECRET = 'kT9vQz2mLw7Xc4Rb';

function read(text: string): Record<string, string> {
  return Object.fromEntries(positionalValues(original(text)).map(({ kind, value }) => [kind, value]));
}

describe('positionalValues', () => {
  it.each([
    [
      'MSAL Python',
      `msal.ConfidentialClientApplication("${APP}", "${SECRET}", "https://login.microsoftonline.com/${TENANT}")`,
    ],
    ['O365', `Account(('${APP}', '${SECRET}'), auth_flow_type='credentials')`],
    ['O365, a tuple', `credentials = ('${APP}', '${SECRET}')`],
    ['SharePoint for Python', `ctx.with_client_credentials('${APP}', '${SECRET}')`],
    ['ADAL', `ctx.acquire_token_with_client_credentials("https://graph.microsoft.com", "${APP}", "${SECRET}")`],
  ])('%s: app and secret', (_, text) => {
    expect(read(text)).toMatchObject({ 'client-id': APP, 'client-secret': SECRET });
  });

  it.each([
    ['.NET and JavaScript', `new ClientSecretCredential(\n  "${TENANT}",\n  "${APP}",\n  "${SECRET}")`],
    ['Go', `azidentity.NewClientSecretCredential("${TENANT}", "${APP}", "${SECRET}", nil)`],
    [
      'Go, on behalf of',
      `azidentity.NewOnBehalfOfCredentialWithSecret("${TENANT}", "${APP}", assertion, "${SECRET}", nil)`,
    ],
    ['PHP', `new ClientCredentialContext('${TENANT}', '${APP}', '${SECRET}')`],
  ])('%s: tenant, app and secret', (_, text) => {
    expect(read(text)).toEqual({ tenant: TENANT, 'client-id': APP, 'client-secret': SECRET });
  });

  it('tells the languages of one name apart by what fits', () => {
    const person = { username: 'svc@contoso.example', password: SECRET, 'client-id': APP };
    expect(read(`new UsernamePasswordCredential("${person.username}", "${SECRET}", "${TENANT}", "${APP}")`)).toEqual({
      ...person,
      tenant: TENANT,
    });
    expect(read(`new UsernamePasswordCredential("${TENANT}", "${APP}", "${person.username}", "${SECRET}")`)).toEqual({
      ...person,
      tenant: TENANT,
    });
    expect(read(`UsernamePasswordCredential("${APP}", "${person.username}", "${SECRET}")`)).toEqual(person);
    expect(
      read(`new ConfidentialClientApplication("${APP}", "https://localhost/cb", new ClientCredential(s), null)`),
    ).toEqual({
      'client-id': APP,
      'redirect-uri': 'https://localhost/cb',
    });
    expect(read(`.WithAuthority(AzureCloudInstance.AzurePublic, "${TENANT}")`)).toEqual({ tenant: TENANT });
  });

  it('reads the builders of MSAL.NET and Java, also where the chain breaks before its point', () => {
    expect(read(`ConfidentialClientApplicationBuilder.Create("${APP}").Build()`)).toEqual({ 'client-id': APP });
    expect(read(`PublicClientApplicationBuilder\n        .Create("${APP}")`)).toEqual({ 'client-id': APP });
    expect(read(`ConfidentialClientApplication.builder("${APP}", credential)`)).toEqual({ 'client-id': APP });
    expect(read(`axios.create("${APP}")`)).toEqual({});
    expect(read('ConfidentialClientApplicationBuilder.Create(clientId)')).toEqual({});
  });

  it('is not kept from a call by others that end like it', () => {
    expect(read(`${'axios.create("x");\n'.repeat(50)}new ClientSecretCredential("${TENANT}", "${APP}", s)`)).toEqual({
      tenant: TENANT,
      'client-id': APP,
    });
  });

  it.each(['.create(', 'credential(', 'a.create  ', 'credentials = ((', '\n.create('])(
    'runs of %j take linear time',
    (unit) => expectLinearTime(unit, original, (text) => positionalValues(text).length),
  );

  it('takes variables for what they are', () => {
    expect(read(`ClientSecretCredential(tenant, "${APP}", secret)`)).toEqual({ 'client-id': APP });
    expect(read('ClientSecretCredential(tenant, client, secret)')).toEqual({});
  });

  it('reads nothing where no app and no tenant is known by its shape', () => {
    expect(read('Account(("name", "word"))')).toEqual({});
    expect(read('new ClientCredential("alice", "wonder")')).toEqual({});
    expect(read('credentials = ("alice", "wonder")')).toEqual({});
    expect(read(`storageCredential("${TENANT}", "${APP}")`)).toEqual({});
  });
});
