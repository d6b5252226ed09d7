import type { Activity } from 'botbuilder';
import { type BotState, StoreConflictError } from '../../storage/store.ts';
import { conversationKey } from '../conversation-key.ts';
import { isObject } from '../is-object.ts';

/** Edits come soon after the message: so many of a person's last answers in a conversation can be updated. */
const KEPT_REPLIES = 30;
/** Each conflict means that another turn of the same person wrote: people send a handful of messages at once. */
const WRITE_ATTEMPTS = 20;
/** An eTag that nothing has: it creates the document, and conflicts with one that somebody else created meanwhile. */
const FIRST = 'first';

type Reply = readonly [activityId: string, replyId: string];

/** Which reply answered which message, so that an edited message updates its own card. */
export interface ReplyLedger {
  replyTo(activity: Activity): Promise<string | undefined>;
  record(activity: Activity, replyId: string): Promise<void>;
  drop(activity: Activity): Promise<void>;
}

/** A ledger in the bot's state: one small document for each person and conversation. */
export function createReplyLedger(state: BotState): ReplyLedger {
  return {
    async replyTo(activity) {
      const key = ledgerKey(activity);
      const replies = repliesOf((await state.read([key]))[key]);
      return replies.find(([id]) => id === activity.id)?.[1];
    },
    record(activity, replyId) {
      const id = activity.id;
      if (!id) return Promise.resolve();
      return change(state, ledgerKey(activity), (replies) => [
        ...replies.filter(([other]) => other !== id).slice(1 - KEPT_REPLIES),
        [id, replyId],
      ]);
    },
    drop(activity) {
      return change(state, ledgerKey(activity), (replies) => replies.filter(([id]) => id !== activity.id));
    },
  };
}

async function change(
  state: BotState,
  key: string,
  next: (replies: readonly Reply[]) => readonly Reply[],
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const found = (await state.read([key]))[key];
    const before = repliesOf(found);
    const replies = next(before);
    if (found !== undefined && replies.length === before.length && replies.every((reply, i) => reply === before[i]))
      return;
    try {
      await state.write({ [key]: { replies, eTag: found?.eTag ?? FIRST } });
      return;
    } catch (err) {
      // Another turn of the same person wrote meanwhile: read again, and do not lose its line.
      if (!(err instanceof StoreConflictError) || attempt === WRITE_ATTEMPTS) throw err;
    }
  }
}

function ledgerKey(activity: Activity): string {
  return `replies/${conversationKey(activity)}/${activity.from?.id ?? ''}`;
}

function repliesOf(document: unknown): readonly Reply[] {
  if (!isObject(document) || !Array.isArray(document.replies)) return [];
  return document.replies.filter(
    (reply): reply is Reply => Array.isArray(reply) && typeof reply[0] === 'string' && typeof reply[1] === 'string',
  );
}
