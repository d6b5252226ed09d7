import type { Facts } from '../facts/facts.ts';

/**
 * Services that say plainly what refuses, where the fix is none of a token, a permission or a sign-in: their words, lower
 * case, and what they mean.
 *
 * Sources: learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/conversation-messages (status codes),
 * learn.microsoft.com/graph/change-notifications-delivery-webhooks, learn.microsoft.com/graph/api/signin-list,
 * learn.microsoft.com/azure/api-management/api-management-subscriptions.
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
