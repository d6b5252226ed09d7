import type { Answer } from '../answer.ts';

/**
 * What a turn around an event leads to, in the place of the card or as a message; a card always stands for the whole of
 * its text.
 */
export interface EventReply extends Answer {
  readonly text: string;
  /** The draft that it is about, where it is about one. */
  readonly draft?: string;
  /** What an earlier card of that draft says then, in the same chat; the same as this one where left out. */
  readonly earlier?: Answer;
}
