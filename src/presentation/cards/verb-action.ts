import type { CardAction } from './elements.ts';

/**
 * A button that comes back to the bot: Action.Execute, and Action.Submit with the same data where a client does not
 * know Universal Actions. The data stands under `why401`, since Teams adds fields of its own beside it.
 */
export function verbAction(
  title: string,
  data: { readonly verb: string } & Readonly<Record<string, unknown>>,
): CardAction {
  const value = { why401: data };
  return {
    type: 'Action.Execute',
    title,
    verb: data.verb,
    data: value,
    fallback: { type: 'Action.Submit', title, data: value },
  };
}
