import { plainLine } from '../plain-data.ts';
import { type AdaptiveCard, adaptiveCard, type CardAction, type CardElement, dataText, ownText } from './elements.ts';
import { WHAT_TO_PASTE } from './what-to-paste-card.ts';

/** What comes back when the button below a diagnosis in a dialog is pressed. */
const POST_VERB = 'post-diagnosis';

/** Dialogs know Action.Submit only. */
function postAction(where: 'thread' | 'chat'): CardAction {
  return {
    type: 'Action.Submit',
    title: where === 'thread' ? 'Post to the thread' : 'Post to this chat',
    data: { why401: { verb: POST_VERB } },
  };
}

/** The card of a diagnosis with a button to post it. */
export function withPostAction(card: object, where: 'thread' | 'chat', notes: readonly string[]): object {
  const body: unknown = 'body' in card ? card.body : [];
  const elements = Array.isArray(body) ? (body as readonly CardElement[]) : [];
  return { ...card, body: [...elements, ...notes.map(subtle)], actions: [postAction(where)] };
}

/** Who asked, above a diagnosis that stands where others read it. */
export function withAsker(card: object, asker: string, author: string | null): object {
  const body: unknown = 'body' in card ? card.body : [];
  const about =
    author === null ? 'a message here' : author === asker ? 'this error' : `the message of ${plainLine(author, 80)}`;
  const line = dataText(`${plainLine(asker, 80)} asked me about ${about}.`, { isSubtle: true, size: 'Small' });
  return { ...card, body: [line, ...(Array.isArray(body) ? (body as readonly CardElement[]) : [])] };
}

/** A dialog that has only words. */
export function wordsCard(title: string, lines: readonly string[], actions: readonly CardAction[] = []): AdaptiveCard {
  return adaptiveCard(
    [title, ...lines].join('\n'),
    [dataText(title, { size: 'Large', weight: 'Bolder' }), ...lines.map((line) => dataText(line))],
    actions,
  );
}

/** For a message that holds no evidence: what would help instead. */
export function nothingInMessageCard(lines: readonly string[]): AdaptiveCard {
  const title = 'I found no sign-in or Graph error in this message';
  const help = WHAT_TO_PASTE.map(({ what, how }) => `•  ${what} ${how.replaceAll('`', '')}`);
  return adaptiveCard([title, ...lines].join('\n'), [
    dataText(title, { size: 'Large', weight: 'Bolder' }),
    ...lines.map((line) => dataText(line)),
    ownText('With one of these in a message I can name the cause:', { weight: 'Bolder' }),
    ...help.map((line) => dataText(line, {}, { spacing: 'Small' })),
  ]);
}

/**
 * Offers to add the app to a conversation where its bot is not: Teams installs it when this is submitted, and then sends
 * the submission to the bot.
 *
 * @see https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/action-commands/create-task-module
 */
export function addBotCard(where: 'thread' | 'chat'): AdaptiveCard {
  const place = where === 'thread' ? 'this team' : 'this chat';
  return wordsCard(
    `why401 is not in ${place} yet`,
    [
      `To post the diagnosis here, it has to be added to ${place}. It then hears only messages that mention it.`,
      'Where only owners or an administrator may add apps, Teams says so.',
    ],
    [
      {
        type: 'Action.Submit',
        title: 'Add why401 and post',
        data: { msteams: { justInTimeInstall: true }, why401: { verb: POST_VERB } },
      },
    ],
  );
}

function subtle(words: string): CardElement {
  return dataText(words, { isSubtle: true, size: 'Small' }, { spacing: 'Small' });
}
