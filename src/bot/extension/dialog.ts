import type { InvokeResponse } from 'botbuilder';

/** The answer to an invoke of a message extension that shows a card in a dialog. */
export function dialogResponse(card: unknown, size: 'large' | 'medium' | 'small' = 'large'): InvokeResponse {
  return {
    status: 200,
    body: {
      task: {
        type: 'continue',
        value: {
          title: 'Why this error?',
          height: size,
          width: size,
          card: { contentType: 'application/vnd.microsoft.card.adaptive', content: card },
        },
      },
    },
  };
}
