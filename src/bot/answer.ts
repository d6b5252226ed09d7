import { type Activity, ActivityTypes, AttachmentLayoutTypes } from 'botbuilder';
import { inertInSlack } from './slack-text.ts';

/** What the bot says: always in words, and as a card where the client shows cards. */
export interface Answer {
  /** The whole answer as plain text; a function where making it costs something and a card goes out instead. */
  readonly text: string | (() => string);
  /** An Adaptive Card. */
  readonly card?: object | undefined;
  /** One line for notifications and lists of chats; the first line of the text where left out. */
  readonly summary?: string | undefined;
}

/** Clients that render Adaptive Cards. Others make a picture of them, or nothing: they get the text. */
const CARD_CHANNELS: ReadonlySet<string> = new Set(['msteams', 'webchat', 'directline', 'emulator']);

/** Whether a client of this channel shows Adaptive Cards. */
export function showsCards(channelId: string): boolean {
  return CARD_CHANNELS.has(channelId);
}

/**
 * The activity that carries an answer. The text of the card is not sent beside it, because Teams would show both;
 * the summary is what its notification says. Text goes out as `plain`, so that nothing pasted is read as markdown.
 */
export function answerActivity(answer: Answer, channelId: string): Partial<Activity> {
  if (answer.card === undefined || !showsCards(channelId)) {
    const text = saidIn(channelId, textOf(answer));
    const summary = answer.summary === undefined ? firstLine(text) : saidIn(channelId, answer.summary);
    return { type: ActivityTypes.Message, text, textFormat: 'plain', summary, attachments: [] };
  }
  const summary = answer.summary ?? firstLine(textOf(answer));
  return {
    type: ActivityTypes.Message,
    summary,
    attachmentLayout: AttachmentLayoutTypes.List,
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: answer.card }],
  };
}

/** Plain words as this channel shows them. */
export function saidIn(channelId: string, text: string): string {
  return channelId === 'slack' ? inertInSlack(text) : text;
}

function textOf({ text }: Answer): string {
  return typeof text === 'string' ? text : text();
}

function firstLine(text: string): string {
  const end = text.indexOf('\n');
  return (end === -1 ? text : text.slice(0, end)).slice(0, 240);
}
