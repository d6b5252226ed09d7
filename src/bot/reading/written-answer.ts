import { type Answer, showsCards } from '../answer.ts';
import { WrittenCard } from '../written-card.ts';
import type { MessageToRead, ReadMessage } from './message-reader.ts';

/** The form in which a client of this channel is answered. */
export function answerForm(channelId: string): 'card' | 'text' {
  return showsCards(channelId) ? 'card' : 'text';
}

/** What was read, as it is sent: the answer was written in the thread that read it. */
export function writtenAnswer(read: Pick<ReadMessage, 'answer' | 'headline'>, form: MessageToRead['form']): Answer {
  if (form === 'text') return { text: read.answer, summary: read.headline };
  return { text: read.headline, card: new WrittenCard(read.answer), summary: read.headline };
}
