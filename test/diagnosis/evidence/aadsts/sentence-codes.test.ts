import { describe, expect, it } from 'vitest';
import { readAadstsCodes } from '../../../../src/diagnosis/evidence/aadsts.ts';
import { unwrap } from '../../../../src/diagnosis/text/unwrap.ts';
import { expectWithin } from '../../../processor-time.ts';

const read = (paste: string) => [...readAadstsCodes(unwrap(paste))];
const codes = (paste: string) => read(paste).map((item) => item.code);

describe('sentences without their code', () => {
  it.each([
    ['{"error":"invalid_client","error_description":"Invalid client secret provided. Ensure that …"}', 7000215],
    ["The request body must contain the following parameter: 'grant_type'.", 900144],
    ["The request body must contain the following parameter: 'client_assertion' or 'client_secret'.", 7000218],
    ['ERROR: Client assertion is not within its valid time range. Current time: 2026-01-01T00:00:00Z', 700024],
    ["Application 'ca38209a-35c2-49f1-a139-bfed361c066c'(rota) is disabled.", 7000112],
    ['error_description=The+endpoint+only+accepts+POST+requests.+Received+a+GET+request.', 900561],
    ["The provided client secret keys for app 'ca38209a-35c2-49f1-a139-bfed361c066c' are expired.", 7000222],
    ["The service principal for resource '47ee738b-3f1a-4fc7-ab11-37e4822b007e' is disabled.", 500014],
    ["The account type can't be used for the resource you're trying to access.", 500207],
    ['Failure reason: The signed in user is not assigned to a role for the signed in application.', 50105],
    [
      "Application 'ca38209a-35c2-49f1-a139-bfed361c066c'(sync) is not assigned to a role for the application 'x'(api).",
      501051,
    ],
    [
      "Tenant 'x' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud.",
      90002,
    ],
    [
      "The reply address 'https://a.example/cb?x=1' does not match the reply address 'https://a.example/cb' provided when requesting Authorization code.",
      500112,
    ],
    ['Sign-in was blocked because it came from an IP address with malicious activity.', 50053],
    [
      "User account 'a@b.example' from identity provider 'https://sts.windows.net/x/' does not exist in tenant 'Contoso' and cannot access the application 'y'(CLI) in that tenant.",
      50020,
    ],
    [
      "Error: The provided value for the input parameter 'device_code' is not valid. This device code has expired.",
      70020,
    ],
  ])('reads %s', (paste, code) => {
    const [item] = read(paste);
    expect(item).toMatchObject({ kind: 'aadsts', family: 'AADSTS', code, where: 'words', repaired: true });
    expect(item!.message).not.toBe('');
  });

  it('reads sentences of Azure AD B2C', () => {
    expect(read('The provided grant has not been issued for this endpoint. Actual Value : B2C_1_a')[0]).toMatchObject({
      family: 'AADB2C',
      code: 90088,
    });
  });

  it.each([
    [
      "The scope 'openid profile' provided in request must specify a resource, such as 'https://example.com/read'.",
      90055,
    ],
    ['Scope parameter (https://a.example/read) must be formatted like https://<application-uri>/.default', 99068],
    ['error_description=The+user+has+cancelled+entering+self-asserted+information.', 90091],
    ['The specified client_secret does not match the expected value for this client. Please correct it.', 90081],
  ])('reads %s', (paste, code) => {
    expect(read(paste)[0]).toMatchObject({ family: 'AADB2C', code });
  });

  it('keeps the words from the beginning of the sentence', () => {
    expect(read("x: y\nApplication 'ca38209a-35c2-49f1-a139-bfed361c066c'(rota) is disabled.")[0]!.message).toBe(
      "Application 'ca38209a-35c2-49f1-a139-bfed361c066c'(rota) is disabled.",
    );
  });

  it.each([
    'The feature (beta) is disabled.',
    'A scope that doesn’t exist was asked for',
    'invalid_client: Invalid client credentials',
    'The redirect URI is not registered for the client id',
    'What do we show when the user has forgotten their password?',
    'The device code has expired.',
    'The role editor is not assigned to a role for the application group',
    'The image was not found in the tenant named contoso',
    'The app has no registered redirect URIs',
  ])('leaves %s alone', (paste) => {
    expect(codes(paste)).toEqual([]);
  });

  it('gives way to a code that stands there', () => {
    expect(codes('AADSTS70002: Error validating credentials. Invalid client secret is provided.')).toEqual([70002]);
  });
});

describe('sign-in logs as tables and panels', () => {
  it('reads the column of an export', () => {
    const csv =
      'TimeGenerated,UserPrincipalName,ResultType,ResultDescription\n2026-01-14T08:11:45Z,kim@contoso.com,50126,"Invalid username, or password"\n2026-01-14T08:12:45Z,kim@contoso.com,0,';
    expect(read(csv)).toMatchObject([{ code: 50126, where: 'log', message: 'Invalid username, or password' }]);
    expect(codes('Date (UTC);User;Sign-in error code;Failure reason\n2026-01-14;kim;50074;Strong auth')).toEqual([
      50074,
    ]);
    expect(codes('a,b,ResultType\n1,2,12345\n')).toEqual([]);
  });

  it('reads a panel with values below their labels', () => {
    expect(read('Sign-in error code\n90094\nFailure reason\nAn administrator has set a policy.')).toMatchObject([
      { code: 90094, where: 'log', message: 'An administrator has set a policy.' },
    ]);
    expect(codes('Error code\n90094\n')).toEqual([]);
  });

  it('reads the page that explains a code', () => {
    expect(codes('Error Code | 50058\n-- | --\nMessage | …\nRemediation | The user is not signed in.')).toEqual([
      50058,
    ]);
  });

  it('stays fast on long lines', () => {
    expectWithin(4000, () => {
      read(`${'resulttype,'.repeat(50_000)}\n${'1,'.repeat(200_000)}`);
      read(`asked for scope '${'a'.repeat(500_000)}that doesn't exist`);
    });
  });
});
