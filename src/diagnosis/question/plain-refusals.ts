import type { Facts } from '../facts/facts.ts';

/**
 * Services that say plainly what refuses, where the fix is none of a token, a permission or a sign-in: their words, lower
 * case, and what they mean.
 *
 * Sources: learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/conversation-messages (status codes),
 * learn.microsoft.com/graph/change-notifications-delivery-webhooks, learn.microsoft.com/graph/api/signin-list,
 * learn.microsoft.com/azure/api-management/api-management-subscriptions, learn.microsoft.com/azure/key-vault/general/
 * network-security, learn.microsoft.com/rest/api/storageservices/common-rest-api-error-codes, learn.microsoft.com/azure/storage/
 * common/shared-key-authorization-prevent, learn.microsoft.com/entra/identity/users/directory-service-limits-restrictions,
 * learn.microsoft.com/sharepoint/dev/sp-add-ins/complete-basic-operations-using-sharepoint-rest-endpoints,
 * learn.microsoft.com/azure/azure-resource-manager/troubleshooting/common-deployment-errors,
 * learn.microsoft.com/exchange/client-developer/web-service-reference/responsecode, learn.microsoft.com/graph/outlook-immutable-id,
 * learn.microsoft.com/graph/api/resources/planner-overview, learn.microsoft.com/graph/api/onlinemeeting-get,
 * learn.microsoft.com/fabric/admin/service-admin-portal-developer, learn.microsoft.com/intune/intune-service/fundamentals/
 * role-based-access-control, learn.microsoft.com/azure/role-based-access-control/deny-assignments, learn.microsoft.com/azure/
 * devops/integrate/get-started/authentication/service-principal-managed-identity,
 * grafana.com/docs/grafana/latest/setup-grafana/configure-access/configure-authentication/entraid,
 * supabase.com/docs/guides/auth/social-login/auth-azure.
 */
interface PlainRefusal {
  /** Any of these says it. */
  readonly words: readonly string[];
  readonly meaning: string;
  /** Other programs have these words, too: one of these stands beside them. */
  readonly beside?: readonly string[];
  /** Said by the program itself, as nothing was answered: beside an answer it is about another call. */
  readonly unanswered?: true;
}

const PLAIN: readonly PlainRefusal[] = [
  {
    words: [
      'certificate_verify_failed',
      'certificate verify failed',
      'self-signed certificate in certificate chain',
      'self signed certificate in certificate chain',
      'self_signed_cert_in_chain',
      'unable to get local issuer certificate',
      'unable to verify the first certificate',
      'pkix path building failed',
      'the remote certificate is invalid',
      'certificate signed by unknown authority',
    ],
    meaning:
      'The connection was given up before anything was sent: the certificate that it was shown is not trusted here, as where a proxy of the network opens TLS. Give the program the root certificate of that proxy (REQUESTS_CA_BUNDLE, NODE_EXTRA_CA_CERTS, or the store of the system or of Java); no token or permission is at fault.',
    unanswered: true,
  },
  {
    words: [
      'getaddrinfo enotfound',
      'getaddrinfo eai_again',
      'name or service not known',
      'temporary failure in name resolution',
      'no such host is known',
      'nodename nor servname provided',
      'connect econnrefused',
      'connect etimedout',
      'connection refused',
      'failed to establish a new connection',
    ],
    meaning:
      'Nothing answered: the host was not found or not reached (DNS, a firewall, a proxy that the program does not know of). No token or permission is at fault.',
    unanswered: true,
  },
  {
    words: ['erroritemnotfound', 'the specified object was not found in the store'],
    meaning:
      'The item that was asked for is not in this mailbox: deleted, or moved, which gives it another id (Prefer: IdType="ImmutableId" keeps it). The token was accepted.',
  },
  {
    words: ["tenant doesn't have premium license"],
    meaning:
      'The tenant has no licence of Entra ID P1 or P2, which this operation takes: the token and its permissions are not what refuses.',
  },
  {
    words: ['bot is not part of the conversation roster'],
    meaning:
      'The bot is not installed in this chat or team, or was removed: its app must be installed there before it may write.',
  },
  {
    words: ['the tenant admin disabled this bot'],
    meaning:
      'An administrator of Teams blocks this bot’s app: it must be allowed in the app policies, and its credentials are in order.',
  },
  {
    words: ['user blocked the conversation with the bot', 'conversationblockedbyuser'],
    meaning: 'This person blocked the bot: only they can let it write again.',
  },
  {
    words: ['messagewritesblocked'],
    meaning:
      'Teams lets the bot write no more in this chat: it was blocked, muted or removed there. Its credentials are in order.',
  },
  {
    words: ['aclcheckfailed'],
    meaning:
      'Teams says that the caller is no member of this chat or team: add that person (or install the app there). The permission of the token alone does not open it.',
  },
  {
    words: ['the requested web method is unavailable to this caller or application'],
    meaning:
      'An add-in (makeEwsRequestAsync, or its callback token) may call a short list of EWS operations only, with ReadWriteMailbox in the manifest, and this one is outside of it: use Microsoft Graph. Consent does not open it.',
  },
  {
    words: ['client address is not authorized and caller is not a trusted service'],
    meaning:
      'The firewall of the key vault refuses the address that the call comes from, before any role counts: let it in under Networking, or call from a network that is allowed.',
  },
  {
    words: [
      'public network access is disabled and request is not from a trusted service nor via an approved private link',
    ],
    meaning:
      'The key vault is closed to the internet: call through its private endpoint, or open Networking. The token is not what refuses.',
  },
  {
    words: ['key based authentication is not permitted on this storage account'],
    meaning:
      'The storage account takes no account keys (allowSharedKeyAccess is false), nor signatures made with them: sign in with Entra ID and a data role (Terraform: storage_use_azuread = true), or allow keys again.',
  },
  {
    words: ['signature not valid in the specified time frame'],
    meaning:
      'The shared access signature (SAS) is outside its time: compare Start, Expiry and Current in the answer, and make a new one. It is no token of Entra ID.',
  },
  {
    words: ['signature did not match. string to sign used was'],
    meaning:
      'The signature of the account key or of the SAS does not fit what was sent: a wrong or rotated key, or an address that was changed after it was signed. It is no token of Entra ID.',
  },
  {
    words: ['the directory object quota limit for the'],
    meaning:
      'A quota of the directory is used up (a person without an administrator’s role may own 250 objects): delete some, or let an administrator create it. The token is not what refuses.',
  },
  {
    words: ['quotalimitreached'],
    meaning:
      'The OneDrive or the site is full: empty it (the recycle bin, too), or raise its quota. The token and its permissions are not what refuses.',
  },
  {
    words: ['account is not provisioned'],
    meaning:
      'Defender is not set up in this tenant, or has no licence there: open security.microsoft.com once as an administrator, and wait until it is ready.',
  },
  {
    words: ['failed to get license information for the user'],
    meaning:
      'The person has no licence with Teams: give one in the Microsoft 365 admin centre. The token and its permissions are not what refuses.',
  },
  {
    words: ['your tenant is not licensed for this feature'],
    meaning: 'The tenant has no licence for this feature: the token and its permissions are not what refuses.',
  },
  {
    words: ['access to this site has been blocked'],
    meaning:
      'An administrator has locked this site (SharePoint admin center, or Get-SPOSite: LockState): it must be unlocked there.',
  },
  {
    words: ['the security validation for this page is invalid'],
    meaning:
      'SharePoint wants a fresh form digest with what writes: POST _api/contextinfo, and send FormDigestValue as X-RequestDigest (with a Bearer token none is needed).',
  },
  {
    words: ['the message exceeds the maximum supported size'],
    meaning:
      'The message is larger than the mailbox allows to send, or than one request may be: use an upload session, or a link. The token is not what refuses.',
  },
  {
    words: ['parsing odata select and expand failed'],
    meaning:
      'The query is at fault, $select or $expand: it names what this type does not have. The token is not what refuses.',
  },
  {
    words: ['dlpruntimepolicyviolation', 'violating data loss prevention policy'],
    meaning:
      'A data policy of the organisation (Power Platform admin centre, Policies, Data policies) forbids this connector, or this one beside another: its administrator allows it, or the flow does without. No sign-in is at fault.',
  },
  {
    words: ["due to 'keep me signed in' interrupt"],
    meaning:
      'This entry of the log is no failure: the sign-in came to the page «Stay signed in?», which is a step of it (AADSTS50140). The entry of the same correlation id after it tells how it ended.',
  },
  {
    words: [
      'user not a member of one of the required groups',
      'user not a member of one of the required organizations',
    ],
    meaning:
      'The sign-in came through, and Grafana itself turns the person away: none of the groups in allowed_groups stands in their token. The registration must send groups (Token configuration, Add groups claim), by object id; beyond 200 groups Entra ID sends a link in their place, which Grafana follows with GroupMember.Read.All only.',
  },
  {
    words: ['error getting user email from external provider', 'unable to find email with azure provider'],
    meaning:
      'Entra ID signed the person in, and Supabase found no address of theirs in the answer: ask for the scope email (signInWithOAuth, options: scopes: "email"), and see that the account has one in the directory (Users, the person, Email). No secret or redirect is at fault.',
  },
  {
    words: ['proxy authentication required'],
    meaning:
      'A proxy on the way asks for a sign-in of its own: the call has not reached Microsoft, and its token is not what refuses.',
  },
  {
    words: ['tf400813'],
    meaning:
      'Azure DevOps does not know for whom the token speaks, or the organisation does not let them in: the token must be for 499b84ac-1321-427f-aa17-267ca6975798, and the person or service principal needs a place under Organization settings, Users.',
  },
  {
    words: ['has not been materialized', 'tf401444'],
    meaning:
      'Azure DevOps does not know this person or service principal yet: add it under Organization settings, Users (a person then signs in once at https://dev.azure.com).',
  },
  {
    words: ['tf401027', 'tf401019', 'vs800075'],
    meaning:
      'Azure DevOps took the token, and the identity in the message lacks the right to this repository or project, or the name is wrong: Project settings, Repositories, Security. The build service of a pipeline must also be allowed to reach repositories of other projects (Settings, Limit job authorization scope).',
  },
  {
    words: ['lacks permission to complete this action. you need to have'],
    meaning:
      'Azure Artifacts took the token, and the identity in the message has no role in the feed that allows this: Artifacts, the feed, Settings, Permissions (to push: Feed Publisher; a pipeline’s identity is the build service of its project).',
  },
  {
    words: ['powerbinotauthorizedexception'],
    meaning:
      'Power BI took the token and does not let the caller at this. Give the person, or the service principal of the app, a role in the workspace (Manage access). For an app a Fabric administrator must also allow service principals (Admin portal, Tenant settings, Developer settings), and it needs no application permission; a person’s token needs the scope of the operation as well, such as Report.Read.All.',
  },
  {
    words: ['user is not authorized to perform this operation'],
    beside: ['devicemanagement', 'deviceappmanagement', 'manage.microsoft.com'],
    meaning:
      'Intune took the token, and the person has no role in Intune that allows this: Intune admin center, Tenant administration, Roles (for policies: Policy and Profile manager), with the scope tags of what is changed. Consent to a permission gives no role.',
  },
  {
    words: ['user is not authorized to perform the operation'],
    beside: ['identitygovernance'],
    meaning:
      'Identity Governance took the token, and the person has no role there: Identity Governance Administrator in Entra ID, or owner of the catalog or access package (Catalogs, Roles and administrators). Consent to a permission gives no role.',
  },
  {
    words: ['has not been assigned any license'],
    meaning:
      'Dataverse took the token, and the person has no licence for it: give one in the Microsoft 365 admin centre. An app needs none, as an application user.',
  },
  {
    words: ['(subscriptionnotfound)', '"subscriptionnotfound"', 'code: subscriptionnotfound', "doesn't exist in cloud"],
    meaning:
      'Azure knows no such subscription for this caller: it belongs to another tenant (az login --tenant), the id is mistyped, or the caller has no role in it at all. az account list --all --refresh lists those it sees.',
  },
  {
    words: ['does not have sufficient permissions to access the requested resource'],
    beside: ['fabric.microsoft.com', 'api.powerbi.com', 'insufficientprivileges'],
    meaning:
      'Fabric took the token, and the caller has no role in the workspace, or no right to the item, that allows this (Manage access, or Share): scopes and application permissions do not give it.',
  },
  {
    words: ['request not applicable to target tenant'],
    meaning:
      'Intune is not set up in this tenant, or has no licence there: the token and its permissions are not what refuses.',
  },
  {
    words: ['no subscription found for the specified content type', 'af20022'],
    meaning:
      'Nobody started the feed of this content type for the tenant: POST …/activity/feed/subscriptions/start?contentType=… once, with the same token. It is no matter of permissions.',
  },
  {
    words: ['failed to fetch anonymous token'],
    beside: ['azurecr.io'],
    meaning:
      'The image was pulled without any sign-in, and the registry lets nobody in so: let the cluster’s kubelet identity pull (az aks update --attach-acr, or the role AcrPull on the registry), or name a pull secret.',
  },
  {
    words: ['attempted to perform an unauthorized operation'],
    beside: ['pnponline', 'connect-sposervice', 'sharepoint.com'],
    meaning:
      'SharePoint took the token and does not allow this. Cmdlets for the tenant (Get-PnPTenantSite) take a SharePoint Administrator and the delegated permission AllSites.FullControl; for an app that signs in as itself they take Sites.FullControl.All of SharePoint (not of Microsoft Graph) and a certificate. Others need a right on that site, which even administrators do not have by their role.',
  },
  {
    words: [
      'errorcode:authorizationfailure',
      'errorcode: authorizationfailure',
      '<code>authorizationfailure</code>',
      '"code":"authorizationfailure"',
    ],
    meaning:
      'The network rules of the storage account refuse where the call comes from (Networking: selected networks, or public access off), or a shared access signature does not cover this operation. A missing role would be AuthorizationPermissionMismatch: let the network in, or use a private endpoint.',
  },
  {
    words: ['you do not have the required permissions to access this item'],
    meaning:
      'Planner opens a plan to members of its Microsoft 365 group only, and tasks of others to nobody, whatever role an administrator has: add the person to the group. The token needs Tasks.Read as well (to change: Tasks.ReadWrite).',
  },
  {
    words: ['user does not have access to lookup meeting'],
    meaning:
      'The meeting is not one of this person: /users/{id}/onlineMeetings (and /me) takes only meetings that they organised or, to read, were invited to. Call it with the organiser’s id.',
  },
  {
    words: ['is not authorized to access linked subscription'],
    meaning:
      'The request reaches into a subscription of another tenant: it takes a second token, of that tenant, in the header x-ms-authorization-auxiliary, and the caller must be known and have a role there.',
  },
  {
    words: ['because of the deny assignment'],
    meaning:
      'A deny assignment forbids this, whatever roles the caller has: it belongs to a managed application, a deployment stack or a blueprint, and is changed there only.',
  },
  {
    words: ['scopelocked'],
    meaning:
      'A lock on the resource or its group forbids this: its owner removes it (Settings, Locks). No role changes that.',
  },
  {
    words: ['was disallowed by policy'],
    meaning:
      'An Azure Policy of the subscription forbids this resource as it is asked for: the answer names the policy. No role changes that.',
  },
  {
    words: ['is not registered to use namespace'],
    meaning:
      'The resource provider is not registered in the subscription: az provider register --namespace (the one in the answer).',
  },
  {
    words: ['subscription validation request failed'],
    meaning:
      'Graph could not validate the notification address: within ten seconds it must answer 200 with the validationToken as plain text. The token is not what refuses.',
  },
  {
    words: ['access denied due to missing subscription key'],
    meaning:
      'API Management asks for a subscription key (Ocp-Apim-Subscription-Key) beside any token, and none was sent.',
  },
];

/** Asked for where nothing was decided. */
export const PLAIN_REFUSALS = PLAIN.flatMap(({ words, beside = [] }) => [...words, ...beside]);

/** What the service itself says, as a sentence; `undefined` where it says nothing of that kind. */
export function plainRefusal(facts: Facts): string | undefined {
  const answered = facts.status !== null || facts.of('api-error').length > 0 || facts.of('challenge').length > 0;
  return PLAIN.find(
    ({ words, beside, unanswered }) =>
      !(unanswered && answered) &&
      facts.anyPhrase(...words) !== undefined &&
      (beside === undefined || facts.anyPhrase(...beside) !== undefined),
  )?.meaning;
}
