import type { Facts } from '../facts/facts.ts';

/**
 * Services that say plainly what refuses, where the fix is none of a token, a permission or a sign-in: their words, lower
 * case, and what they mean.
 *
 * Sources: learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/conversation-messages (status codes),
 * learn.microsoft.com/graph/change-notifications-delivery-webhooks, learn.microsoft.com/graph/api/signin-list,
 * learn.microsoft.com/azure/api-management/api-management-subscriptions,
 * learn.microsoft.com/exchange/client-developer/web-service-reference/responsecode, learn.microsoft.com/graph/outlook-immutable-id.
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
    words: ['user blocked the conversation with the bot'],
    meaning: 'This person blocked the bot: only they can let it write again.',
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
