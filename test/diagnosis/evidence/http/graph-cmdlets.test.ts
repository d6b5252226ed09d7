import { describe, expect, it } from 'vitest';
import { readGraphCmdlets } from '../../../../src/diagnosis/evidence/http/graph-cmdlets.ts';
import { original } from '../../../../src/diagnosis/text/mapped-text.ts';

function calls(text: string): string[] {
  return readGraphCmdlets(original(text)).map(
    ({ method, path, failed }) => `${method} ${path}${failed ? ' failed' : ''}`,
  );
}

describe('cmdlets of Graph PowerShell', () => {
  it.each<[string, string[]]>([
    ['Get-MgUserEvent -UserId a@contoso.com', ['GET /users/a@contoso.com/events']],
    ['Get-MgUser -All', ['GET /users']],
    ['Get-MgBetaUserMessage -UserId $id', ['GET /users/{id}/messages']],
    ['Send-MgUserMail -UserId "a@contoso.com" -BodyParameter $p', ['POST /users/a@contoso.com/sendMail']],
    ['New-MgGroupEvent -GroupId 1', ['POST /groups/1/events']],
    [
      'Get-MgGroupEvent -GroupId 1\nGet-MgGroupEvent_List: Access is denied.',
      ['GET /groups/1/events', 'GET /groups/1/events failed'],
    ],
    ['Get-MgDeviceManagementManagedDevice -All', ['GET /deviceManagement/managedDevices']],
    ['Update-MgDeviceManagementManagedDevice -ManagedDeviceId 1', ['PATCH /deviceManagement/managedDevices/{id}']],
    ['Update-MgPolicyAuthorizationPolicy -X 1', ['PATCH /policies/authorizationPolicy']],
    ['Get-MgAuditLogSignIn -Top 5', ['GET /auditLogs/signIns']],
    ['Get-MgSecurityAlertV2', ['GET /security/alerts_v2']],
    ['Set-MgUserLicense -UserId a@contoso.com', ['POST /users/a@contoso.com/assignLicense']],
    ['New-MgGroupMember -GroupId 1 -DirectoryObjectId 2', ['POST /groups/1/members/$ref']],
    ['Remove-MgGroupMemberByRef -GroupId 1 -DirectoryObjectId 2', ['DELETE /groups/1/members/{id}/$ref']],
    ['Remove-MgGroupOwnerDirectoryObjectByRef -GroupId 1', ['DELETE /groups/1/owners/{id}/$ref']],
    ['Get-MgGroupMember -GroupId 1', ['GET /groups/1/members']],
    ['Get-MgUserCalendarView : Access is denied.', ['GET /users/{id}/calendarView failed']],
  ])('%s', (text, expected) => {
    expect(calls(text)).toEqual(expected);
  });

  it.each(['Connect-MgGraph -Scopes x', 'Get-MgContext', 'Get-MgUserSomethingElse', 'pre-mgmt', '--mg'])(
    'no call in «%s»',
    (text) => {
      expect(calls(text)).toEqual([]);
    },
  );
});
