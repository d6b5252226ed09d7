import { powershell, python, shell } from '../string-literal.ts';
import { PYTHON_IMPORTS, pythonDaemon, shellNeeds } from './clients.ts';
import type { PatchSet } from './patch-set.ts';
import { verbatim } from './verbatim.ts';

export const mailboxPolicy: PatchSet = {
  title: 'Let the app into the mailbox, and into no other',
  doneIn: 'powershell',

  powershell: (v) => `# Exchange Online PowerShell, as an Exchange administrator.
Connect-ExchangeOnline
$appId = ${powershell(v.clientId)}
$mailbox = ${powershell(v.mailbox)}

# What decides today:
Test-ApplicationAccessPolicy -AppId $appId -Identity $mailbox
Get-ApplicationAccessPolicy | Where-Object AppId -eq $appId

# Where a policy restricts the app to a group, adding the mailbox to that group is enough (up to an hour):
# Add-DistributionGroupMember -Identity 'the group of the policy' -Member $mailbox

# New apps: RBAC for Applications. -ObjectId: of the enterprise application, not of the app registration.
New-ServicePrincipal -AppId $appId -ObjectId 'ENTERPRISE_APP_OBJECT_ID' -DisplayName 'Calendar app'
$group = Get-DistributionGroup -Identity 'Calendar app mailboxes'
New-ManagementScope -Name 'Calendar app mailboxes' \`
    -RecipientRestrictionFilter "MemberOfGroup -eq '$($group.DistinguishedName)'"
New-ManagementRoleAssignment -App $appId -Role 'Application Calendars.ReadWrite' \`
    -CustomResourceScope 'Calendar app mailboxes'
Test-ServicePrincipalAuthorization -Identity $appId -Resource $mailbox
# Remove the permission of the same name in Entra ID: consent there opens every mailbox.`,

  python: (v) => `${PYTHON_IMPORTS}
import requests

${pythonDaemon(v)}

# Run it after the administrator changed the policy: it can take an hour to work everywhere.
check = daemon.acquire_token_for_client([${python(v.appScope)}])
if "access_token" not in check:
    raise RuntimeError(f"{check.get('error')}: {check.get('error_description')}")
answer = requests.get(
    ${python(`${v.graph}/v1.0/users/${v.mailbox}/calendar`)},
    headers={"Authorization": "Bearer " + check["access_token"]},
    timeout=30,
)
print(answer.status_code, "the app is let in" if answer.ok else answer.text)`,

  curl: (v) => verbatim`${shellNeeds('ACCESS_TOKEN')} # app-only

# Run it after the administrator changed the policy: it can take an hour to work everywhere. 200: the app is let in.
curl --silent --show-error --include ${shell(`${v.graph}/v1.0/users/${v.mailbox}/calendar`)} \
  --header "Authorization: Bearer $ACCESS_TOKEN"`,
};
