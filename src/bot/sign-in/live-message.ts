import type { TurnContext } from 'botbuilder';
import type { BotLogger } from '../adapter/bot-logger.ts';
import { type Answer, answerActivity } from '../answer.ts';
import { updatedInPlace } from '../turn/updated-in-place.ts';
import { updatesMessages } from '../updates-messages.ts';

/** Teams takes seven messages a second of a bot in one conversation; others of ours need room too. */
const BETWEEN_UPDATES_MS = 250;

/** A message that changes while its content is made. */
export interface LiveMessage {
  /** Shows an intermediate state, now or a little later; a newer one replaces one that still waits. */
  show(answer: Answer): void;
  /** Shows the last state and waits until it stands. */
  finish(answer: Answer): Promise<void>;
}

/** One message, sent at once and then updated in place; where the client cannot update, one message at the end. */
export function liveMessage(context: TurnContext, logger: BotLogger): LiveMessage {
  const { activity } = context;
  const live = updatesMessages(activity);
  /** Sends and updates follow one another; the id of the message comes out of it, where there is one. */
  let chain: Promise<string | undefined> | undefined;
  let waiting: Answer | undefined;
  let timer: NodeJS.Timeout | undefined;
  let broken = false;

  const send = async (answer: Answer): Promise<string | undefined> => {
    const sent = await context.sendActivity(answerActivity(answer, activity.channelId));
    return sent?.id || undefined;
  };
  const update = async (id: string, answer: Answer): Promise<boolean> => {
    const updated = await updatedInPlace({ logger }, context, id, answerActivity(answer, activity.channelId));
    if (!updated) broken = true;
    return updated;
  };
  const next = (): void => {
    timer = undefined;
    const answer = waiting;
    waiting = undefined;
    if (answer === undefined || broken || chain === undefined) return;
    chain = chain.then(async (id) => {
      if (id !== undefined && !broken) await update(id, answer);
      return id;
    });
    metAtTheEnd(chain);
    timer = setTimeout(next, BETWEEN_UPDATES_MS);
  };

  return {
    show(answer) {
      if (!live || broken) return;
      if (chain === undefined) {
        chain = send(answer);
        metAtTheEnd(chain);
        timer = setTimeout(next, BETWEEN_UPDATES_MS);
        return;
      }
      waiting = answer;
      timer ??= setTimeout(next, 0);
    },
    async finish(answer) {
      clearTimeout(timer);
      waiting = undefined;
      const id = await chain;
      if (id === undefined || broken || !(await update(id, answer))) await send(answer);
    },
  };
}

/** What went wrong is met again, and thrown, by the one who finishes; until then nobody waits for it. */
function metAtTheEnd(chain: Promise<unknown>): void {
  chain.catch(() => undefined);
}
