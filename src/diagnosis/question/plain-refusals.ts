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
 * learn.microsoft.com/azure/azure-resource-manager/troubleshooting/common-deployment-errors.
 */
const PLAIN: readonly (readonly [words: string, meaning: string])[] = [
  [
    "tenant doesn't have premium license",
    'The tenant has no licence of Entra ID P1 or P2, which this operation takes: the token and its permissions are not what refuses.',
  ],
  [
    'bot is not part of the conversation roster',
    'The bot is not installed in this chat or team, or was removed: its app must be installed there before it may write.',
  ],
  [
    'the tenant admin disabled this bot',
    'An administrator of Teams blocks this bot’s app: it must be allowed in the app policies, and its credentials are in order.',
  ],
  ['user blocked the conversation with the bot', 'This person blocked the bot: only they can let it write again.'],
  ['conversationblockedbyuser', 'This person blocked the bot: only they can let it write again.'],
  [
    'messagewritesblocked',
    'Teams lets the bot write no more in this chat: it was blocked, muted or removed there. Its credentials are in order.',
  ],
  [
    'aclcheckfailed',
    'Teams says that the caller is no member of this chat or team: add that person (or install the app there). The permission of the token alone does not open it.',
  ],
  [
    'the requested web method is unavailable to this caller or application',
    'An add-in (makeEwsRequestAsync, or its callback token) may call a short list of EWS operations only, with ReadWriteMailbox in the manifest, and this one is outside of it: use Microsoft Graph. Consent does not open it.',
  ],
  [
    'client address is not authorized and caller is not a trusted service',
    'The firewall of the key vault refuses the address that the call comes from, before any role counts: let it in under Networking, or call from a network that is allowed.',
  ],
  [
    'public network access is disabled and request is not from a trusted service nor via an approved private link',
    'The key vault is closed to the internet: call through its private endpoint, or open Networking. The token is not what refuses.',
  ],
  [
    'key based authentication is not permitted on this storage account',
    'The storage account takes no account keys (allowSharedKeyAccess is false), nor signatures made with them: sign in with Entra ID and a data role (Terraform: storage_use_azuread = true), or allow keys again.',
  ],
  [
    'signature not valid in the specified time frame',
    'The shared access signature (SAS) is outside its time: compare Start, Expiry and Current in the answer, and make a new one. It is no token of Entra ID.',
  ],
  [
    'signature did not match. string to sign used was',
    'The signature of the account key or of the SAS does not fit what was sent: a wrong or rotated key, or an address that was changed after it was signed. It is no token of Entra ID.',
  ],
  [
    'the directory object quota limit for the',
    'A quota of the directory is used up (a person without an administrator’s role may own 250 objects): delete some, or let an administrator create it. The token is not what refuses.',
  ],
  [
    'quotalimitreached',
    'The OneDrive or the site is full: empty it (the recycle bin, too), or raise its quota. The token and its permissions are not what refuses.',
  ],
  [
    'account is not provisioned',
    'Defender is not set up in this tenant, or has no licence there: open security.microsoft.com once as an administrator, and wait until it is ready.',
  ],
  [
    'failed to get license information for the user',
    'The person has no licence with Teams: give one in the Microsoft 365 admin centre. The token and its permissions are not what refuses.',
  ],
  [
    'your tenant is not licensed for this feature',
    'The tenant has no licence for this feature: the token and its permissions are not what refuses.',
  ],
  [
    'access to this site has been blocked',
    'An administrator has locked this site (SharePoint admin center, or Get-SPOSite: LockState): it must be unlocked there.',
  ],
  [
    'the security validation for this page is invalid',
    'SharePoint wants a fresh form digest with what writes: POST _api/contextinfo, and send FormDigestValue as X-RequestDigest (with a Bearer token none is needed).',
  ],
  [
    'the message exceeds the maximum supported size',
    'The message is larger than the mailbox allows to send, or than one request may be: use an upload session, or a link. The token is not what refuses.',
  ],
  [
    'parsing odata select and expand failed',
    'The query is at fault, $select or $expand: it names what this type does not have. The token is not what refuses.',
  ],
  [
    'proxy authentication required',
    'A proxy on the way asks for a sign-in of its own: the call has not reached Microsoft, and its token is not what refuses.',
  ],
  [
    'certificate verify failed: self signed certificate in certificate chain',
    'A proxy or a virus scanner puts its own certificate before Microsoft’s: let the program trust that root certificate (REQUESTS_CA_BUNDLE, NODE_EXTRA_CA_CERTS). No token was sent.',
  ],
  [
    'self-signed certificate in certificate chain',
    'A proxy or a virus scanner puts its own certificate before Microsoft’s: let the program trust that root certificate (REQUESTS_CA_BUNDLE, NODE_EXTRA_CA_CERTS). No token was sent.',
  ],
  [
    'tf400813',
    'Azure DevOps does not know for whom the token speaks, or the organisation does not let them in: the token must be for 499b84ac-1321-427f-aa17-267ca6975798, and the person or service principal needs a place under Organization settings, Users.',
  ],
  [
    'was disallowed by policy',
    'An Azure Policy of the subscription forbids this resource as it is asked for: the answer names the policy. No role changes that.',
  ],
  [
    'is not registered to use namespace',
    'The resource provider is not registered in the subscription: az provider register --namespace (the one in the answer).',
  ],
  [
    'subscription validation request failed',
    'Graph could not validate the notification address: within ten seconds it must answer 200 with the validationToken as plain text. The token is not what refuses.',
  ],
  [
    'access denied due to missing subscription key',
    'API Management asks for a subscription key (Ocp-Apim-Subscription-Key) beside any token, and none was sent.',
  ],
];

/** Asked for where nothing was decided. */
export const PLAIN_REFUSALS = PLAIN.map(([words]) => words);

/** What the service itself says, as a sentence; `undefined` where it says nothing of that kind. */
export function plainRefusal(facts: Facts): string | undefined {
  return PLAIN.find(([words]) => facts.phrase(words) !== undefined)?.[1];
}
