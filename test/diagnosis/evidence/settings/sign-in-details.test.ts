import { describe, expect, it } from 'vitest';
import { signInDetails } from '../../../../src/diagnosis/evidence/settings/sign-in-details.ts';
import { original } from '../../../../src/diagnosis/text/mapped-text.ts';
import { expectLinearTime } from '../../../processor-time.ts';

const details = (text: string): string[] => {
  const found: string[] = [];
  signInDetails(original(text), (name, _, values) => void found.push(`${name}: ${values.join()}`));
  return found;
};

describe('details of a sign-in', () => {
  it('reads an entry of the sign-in log, and the policy that failed', () => {
    const entry = `{"userPrincipalName":"b.nyberg@granmark.example","appDisplayName":"calsync","status":{"errorCode":53003},
      "appliedConditionalAccessPolicies":[{"displayName":"CA01 MFA","result":"success"},{"displayName":"CA07 Places","result":"failure"}]}`;
    expect(details(entry)).toEqual([
      'person: b.nyberg@granmark.example',
      'app-name: calsync',
      'failed-policy: CA07 Places',
    ]);
  });

  it('reads the panel of the portal', () => {
    const panel =
      'Sign-in error code\t50105\nUser\tInes\nUsername\tines@kivi.example\nApplication\tTravel Portal\nApplication ID\t8f6d2b0f-2a3b-4e9e-8a0b-0b8f6c5ad3c1\nResource\tMicrosoft Graph';
    expect(details(panel)).toEqual([
      'person: ines@kivi.example',
      'app-name: Travel Portal',
      'client-id: 8f6d2b0f-2a3b-4e9e-8a0b-0b8f6c5ad3c1',
    ]);
  });

  it('reads the first entry of a table', () => {
    const table =
      'User,Username,Application,Application ID,Sign-in error code\nInes,ines@kivi.example,Travel Portal,8f6d2b0f-2a3b-4e9e-8a0b-0b8f6c5ad3c1,50105\nUno,uno@kivi.example,Wiki,8f6d2b0f-2a3b-4e9e-8a0b-0b8f6c5ad3c2,50105';
    expect(details(table)).toEqual([
      'person: ines@kivi.example',
      'app-name: Travel Portal',
      'client-id: 8f6d2b0f-2a3b-4e9e-8a0b-0b8f6c5ad3c1',
    ]);
  });

  it('reads the policies that failed from the tab «Conditional Access»', () => {
    const tab =
      'Conditional Access\nPolicy Name\tGrant Controls\tSession Controls\tResult\nCA001 Block\tBlock\t\tFailure\nCA014 MFA\tRequire MFA\t\tNot Applied';
    expect(details(tab)).toEqual(['failed-policy: CA001 Block']);
  });

  it('reads the app of the page that asks for an administrator', () => {
    const page =
      'Need admin approval\nMail Client\nMail Client needs permission to access resources in your organization that only an admin can grant.';
    expect(details(page)).toEqual(['app-name: Mail Client']);
    expect(details('This app needs permission to access resources in your organization.')).toEqual([]);
    expect(details('{name of app} needs permission to access resources in your organization.')).toEqual([]);
  });

  it.each([
    // A list of users or apps.
    '{"userPrincipalName":"b.nyberg@granmark.example","displayName":"B. Nyberg"}',
    '{"appDisplayName":"planner"}',
    '{"errorCode":53003,"appliedConditionalAccessPolicies":[{"displayName":"CA01","result":"notApplied"}]}',
  ])('reads nothing of %s', (text) => expect(details(text)).toEqual([]));

  it.each([
    'errorcode userprincipalname":"',
    'needs permission to access resources in your organization ',
    'conditional access\tgrant controls\tresult\n',
    'sign-in error code\nusername\t',
    'errorcode appliedconditionalaccesspolicies {',
    'errorcode appdisplayname: ',
  ])('runs of %j take linear time', (unit) => expectLinearTime(unit, original, (text) => details(text.text)));
});
