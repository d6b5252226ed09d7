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

  it.each([
    // A list of users or apps.
    '{"userPrincipalName":"b.nyberg@granmark.example","displayName":"B. Nyberg"}',
    '{"appDisplayName":"planner"}',
    '{"errorCode":53003,"appliedConditionalAccessPolicies":[{"displayName":"CA01","result":"notApplied"}]}',
  ])('reads nothing of %s', (text) => expect(details(text)).toEqual([]));

  it.each([
    'errorcode userprincipalname":"',
    'errorcode appliedconditionalaccesspolicies {',
    'errorcode appdisplayname: ',
  ])('runs of %j take linear time', (unit) => expectLinearTime(unit, original, (text) => details(text.text)));
});
