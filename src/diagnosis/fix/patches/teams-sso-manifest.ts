import type { PatchValues } from '../patch-values.ts';
import { PLACEHOLDER } from '../patch-values.ts';
import { javascript, json, powershell, python, shell } from '../string-literal.ts';
import { shellNeeds } from './clients.ts';
import type { PatchSet } from './patch-set.ts';
import { verbatim } from './verbatim.ts';

/** Teams on desktop and mobile, and on the web: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/authentication/bot-sso-register-aad */
const TEAMS_CLIENTS = ['1fec8e78-bce4-4aaf-ab1b-5451cc387264', '5e3ce6c0-2b1f-4285-8d4b-75ee78787346'] as const;

function appId(v: PatchValues): string {
  return v.botAppId === PLACEHOLDER.botAppId && v.clientId !== PLACEHOLDER.clientId ? v.clientId : v.botAppId;
}

/** Equal in three places: the registration, the manifest, the connection's token exchange URL. */
function identifierUri(v: PatchValues): string {
  return `api://botid-${appId(v)}`;
}

function applicationUrl(v: PatchValues): string {
  return `${v.graph}/v1.0/applications(appId='${appId(v)}')`;
}

export const teamsSsoManifest: PatchSet = {
  title: 'Make manifest, app registration and connection agree for Teams SSO',

  json: (v) => `{
  "webApplicationInfo": {
    "id": ${json(appId(v))},
    "resource": ${json(identifierUri(v))}
  },
  "validDomains": ["token.botframework.com"]
}`,

  python: (v) => `import os
import uuid

import requests

APPLICATION = ${python(applicationUrl(v))}
HEADERS = {"Authorization": "Bearer " + os.environ["ADMIN_ACCESS_TOKEN"]}  # with Application.ReadWrite.All


def patch(body):
    requests.patch(APPLICATION, json=body, headers=HEADERS, timeout=30).raise_for_status()


api = requests.get(APPLICATION, params={"$select": "api"}, headers=HEADERS, timeout=30).json()["api"]
scopes = api["oauth2PermissionScopes"]  # a PATCH replaces the list: keep what is there
if not any(scope["value"] == "access_as_user" for scope in scopes):
    text = "Teams may call this app as the signed-in person"
    scopes.append({"id": str(uuid.uuid4()), "value": "access_as_user", "type": "User", "isEnabled": True,
                   "adminConsentDisplayName": text, "adminConsentDescription": text,
                   "userConsentDisplayName": text, "userConsentDescription": text})
patch({"identifierUris": [${python(identifierUri(v))}],
       "api": {"oauth2PermissionScopes": scopes, "requestedAccessTokenVersion": 2}})
scope_id = next(scope["id"] for scope in scopes if scope["value"] == "access_as_user")
patch({"api": {"preAuthorizedApplications": [
    {"appId": client, "delegatedPermissionIds": [scope_id]}
    for client in (${TEAMS_CLIENTS.map(python).join(', ')})
]}})`,

  node: (v) => `// The card of a silent sign-in: its uri is the manifest's resource, to the letter.
export const tokenExchangeResource = { uri: ${javascript(identifierUri(v))} };

/** Answers signin/tokenExchange: 200 only after the exchange worked, 412 makes Teams show the sign-in button. */
export async function answerTokenExchange(request, exchange) {
  if (!request?.token || request.connectionName !== ${javascript(v.connectionName)}) return { status: 400 };
  try {
    await exchange(request.token);
    return { status: 200 };
  } catch (error) {
    const { id, connectionName } = request;
    return { status: 412, body: { id, connectionName, failureDetail: String(error) } };
  }
}`,

  powershell: (v) => `Connect-MgGraph -Scopes 'Application.ReadWrite.All'
$app = Get-MgApplication -Filter ${powershell(`appId eq '${appId(v)}'`)}
Update-MgApplication -ApplicationId $app.Id -IdentifierUris @(${powershell(identifierUri(v))})

# Expose an API > Add a scope: access_as_user. Then both Teams clients may use it without asking:
$scope = $app.Api.Oauth2PermissionScopes | Where-Object Value -eq 'access_as_user'
$clients = ${TEAMS_CLIENTS.map(powershell).join(', ')}
Update-MgApplication -ApplicationId $app.Id -Api @{
    RequestedAccessTokenVersion = 2
    PreAuthorizedApplications   = @($clients | ForEach-Object { @{ AppId = $_; DelegatedPermissionIds = @($scope.Id) } })
}`,

  curl: (v) => verbatim`${shellNeeds('ADMIN_ACCESS_TOKEN')} # with Application.Read.All

# What is registered. identifierUris must hold
#   ${identifierUri(v)}
# the scopes access_as_user, and both Teams clients must be pre-authorised:
#   ${TEAMS_CLIENTS.join('\n#   ')}
curl --silent --show-error --fail-with-body --get ${shell(applicationUrl(v))} \
  --data-urlencode '$select=identifierUris,api,web' \
  --header "Authorization: Bearer $ADMIN_ACCESS_TOKEN" |
  jq '{identifierUris, redirects: .web.redirectUris, version: .api.requestedAccessTokenVersion,
       scopes: [.api.oauth2PermissionScopes[].value], preAuthorized: [.api.preAuthorizedApplications[].appId]}'`,
};
