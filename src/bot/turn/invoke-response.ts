import type { AdaptiveCardInvokeResponse, InvokeResponse } from 'botbuilder';

/**
 * The answer to an `adaptiveCard/action` in words: Teams shows it below the card and leaves the card as it is.
 * The status is 200 even for bad news, because clients show nothing for any other.
 */
export function cardMessage(text: string): AdaptiveCardInvokeResponse {
  return {
    statusCode: 200,
    type: 'application/vnd.microsoft.activity.message',
    value: text as unknown as Record<string, unknown>,
  };
}

/** The answer to an `adaptiveCard/action` that puts another card into the place of the pressed one. */
export function cardResponse(card: object): AdaptiveCardInvokeResponse {
  return {
    statusCode: 200,
    type: 'application/vnd.microsoft.card.adaptive',
    value: card as Record<string, unknown>,
  };
}

/** Words as the whole HTTP answer of an invoke. */
export function messageResponse(text: string): InvokeResponse {
  return { status: 200, body: cardMessage(text) };
}
