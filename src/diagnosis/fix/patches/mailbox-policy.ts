import type { PatchValues } from '../patch-values.ts';
import { powershell, python, shell } from '../string-literal.ts';
import { PYTHON_IMPORTS, pythonDaemon, shellNeeds } from './clients.ts';
import type { PatchSet } from './patch-set.ts';
import { verbatim } from './verbatim.ts';

/** Roles of RBAC for Applications that are named as the permission of Graph is (Exchange Online documentation). */
const ROLES: ReadonlySet<string> = new Set([
  'Mail.Read',
  'Mail.ReadBasic',
  'Mail.ReadWrite',
  'Mail.Send',
  'MailboxSettings.Read',
  'MailboxSettings.ReadWrite',
  'Calendars.Read',
  'Calendars.ReadWrite',
  'Contacts.Read',
  'Contacts.ReadWrite',
]);

/** The permission of the app for which Exchange has a role. */
function role(v: PatchValues): string {
  return (
    v.scopes.map((scope) => scope.slice(scope.lastIndexOf('/') + 1)).find((it) => ROLES.has(it)) ??
    'Calendars.ReadWrite'
  );
}

/** What the role lets the app read; an app that may only send has nothing to read. */
function readable(v: PatchValues): string {
  const name = role(v);
  if (name === 'Mail.Send' || name.startsWith('Calendars')) return 'calendar';
  if (name.startsWith('MailboxSettings')) return 'mailboxSettings';
  return name.startsWith('Contacts') ? 'contacts' : 'messages';
}

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
New-ServicePrincipal -AppId $appId -ObjectId 'ENTERPRISE_APP_OBJECT_ID' -DisplayName 'The app'
$group = Get-DistributionGroup -Identity 'Mailboxes of the app'
New-ManagementScope -Name 'Mailboxes of the app' \`
    -RecipientRestrictionFilter "MemberOfGroup -eq '$($group.DistinguishedName)'"
New-ManagementRoleAssignment -App $appId -Role ${powershell(`Application ${role(v)}`)} \`
    -CustomResourceScope 'Mailboxes of the app'
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
    ${python(`${v.graph}/v1.0/users/${v.mailbox}/${readable(v)}`)},
    headers={"Authorization": "Bearer " + check["access_token"]},
    timeout=30,
)
print(answer.status_code, "the app is let in" if answer.ok else answer.text)`,

  curl: (v) => verbatim`${shellNeeds('ACCESS_TOKEN')} # app-only

# Run it after the administrator changed the policy: it can take an hour to work everywhere. 200: the app is let in.
curl --silent --show-error --include ${shell(`${v.graph}/v1.0/users/${v.mailbox}/${readable(v)}`)} \
  --header "Authorization: Bearer $ACCESS_TOKEN"`,
};
