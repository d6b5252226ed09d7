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
 * grafana.com/docs/grafana/latest/setup-grafana/configure-access/configure-authentication/entraid,
 * supabase.com/docs/guides/auth/social-login/auth-azure.
 */
interface PlainRefusal {
  /** Any of these says it. */
  readonly words: readonly string[];
  readonly meaning: string;
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
export const PLAIN_REFUSALS = PLAIN.flatMap(({ words }) => words);

/** What the service itself says, as a sentence; `undefined` where it says nothing of that kind. */
export function plainRefusal(facts: Facts): string | undefined {
  const answered = facts.status !== null || facts.of('api-error').length > 0 || facts.of('challenge').length > 0;
  return PLAIN.find(({ words, unanswered }) => !(unanswered && answered) && facts.anyPhrase(...words) !== undefined)
    ?.meaning;
}
