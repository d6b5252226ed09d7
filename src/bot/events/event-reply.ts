import type { Answer } from '../answer.ts';

/**
 * What a turn around an event leads to, in the place of the card or as a message; a card always stands for the whole of
 * its text.
 */
export interface EventReply extends Answer {
  readonly text: string;
}
