import { type Activity, ActivityTypes } from 'botbuilder';
import { type BotState, StoreConflictError } from '../../storage/store.ts';
import { conversationKey } from '../conversation-key.ts';
import { isObject } from '../is-object.ts';

/** Edits come soon after the message: so many of a person's last answers in a conversation can be updated. */
const KEPT_REPLIES = 30;
/** Each conflict means that another turn of the same person wrote: people send a handful of messages at once. */
const WRITE_ATTEMPTS = 20;
/** An eTag that nothing has: it creates the document, and conflicts with one that somebody else created meanwhile. */
const FIRST = 'first';

/** What is known of a message: its reply, empty while there is none, and the instant of its newest edition. */
type Reply = readonly [activityId: string, replyId: string, edited?: number, gone?: 'gone'];

/** What became of a message while its answer was made. */
export type Meanwhile = 'nothing' | 'edited' | 'gone';

/**
 * Which reply answered which message, so that an edited message updates its own card; and how far its editions have come,
 * since those may be delivered in any order and to any instance.
 */
export interface ReplyLedger {
  replyTo(activity: Activity): Promise<string | undefined>;
  /** @returns the reply that stood there before, where it was another one */
  record(activity: Activity, replyId: string): Promise<string | undefined>;
  /** The same for the first answer to a message: it counts only where no edition was answered and the message still stands. */
  recordFirst(activity: Activity, replyId: string): Promise<Meanwhile>;
  /** Notes that an edition has come. @returns false where a newer one came before, or a deletion */
  enter(edition: Activity): Promise<boolean>;
  /** Notes that a message was deleted. */
  drop(deletion: Activity): Promise<void>;
  /** Whether a newer edition of this message has come, or its deletion. */
  isOvertaken(activity: Activity): Promise<boolean>;
}

/** A ledger in the bot's state: one small document for each person and conversation. */
export function createReplyLedger(state: BotState): ReplyLedger {
  const entryOf = async (activity: Activity): Promise<Reply | undefined> => {
    const key = ledgerKey(activity);
    return repliesOf((await state.read([key]))[key]).find(([id]) => id === activity.id);
  };
  return {
    replyTo: async (activity) => (await entryOf(activity))?.[1] || undefined,
    async record(activity, replyId) {
      let other: string | undefined;
      await change(state, activity, (before) => {
        other = before?.[1] || undefined;
        return answeredBy(activity, replyId, before?.[2]);
      });
      return other === replyId ? undefined : other;
    },
    async recordFirst(activity, replyId) {
      let meanwhile: Meanwhile = 'nothing';
      await change(state, activity, (before) => {
        const edited = before?.[2];
        meanwhile = before?.[3] ?? (edited !== undefined && before?.[1] ? 'edited' : 'nothing');
        if (before !== undefined && meanwhile !== 'nothing') return before;
        return answeredBy(activity, replyId, edited);
      });
      return meanwhile;
    },
    async enter(edition) {
      const at = instantOf(edition);
      let isNewest = true;
      await change(state, edition, (before) => {
        const newest = before?.[2] ?? 0;
        isNewest = at === undefined || at >= newest;
        return isNewest ? [edition.id ?? '', before?.[1] ?? '', at ?? newest] : before;
      });
      return isNewest;
    },
    drop: (deletion) =>
      change(state, deletion, (before) => [
        deletion.id ?? '',
        '',
        Math.max(instantOf(deletion) ?? 0, before?.[2] ?? 0),
        'gone',
      ]),
    async isOvertaken(activity) {
      const newest = (await entryOf(activity))?.[2];
      if (newest === undefined || activity.type !== ActivityTypes.MessageUpdate) return newest !== undefined;
      return (instantOf(activity) ?? newest) < newest;
    },
  };
}

function answeredBy({ id = '' }: Activity, replyId: string, edited: number | undefined): Reply {
  return edited === undefined ? [id, replyId] : [id, replyId, edited];
}

/** When an edition was made, as its channel says; one that says nothing is taken for the newest. */
function instantOf({ timestamp }: Activity): number | undefined {
  const at = timestamp instanceof Date ? timestamp.getTime() : Number.NaN;
  return Number.isNaN(at) ? undefined : at;
}

/** Changes what is known of one message. */
async function change(
  state: BotState,
  activity: Activity,
  next: (before: Reply | undefined) => Reply | undefined,
): Promise<void> {
  if (!activity.id) return;
  const key = ledgerKey(activity);
  for (let attempt = 1; ; attempt += 1) {
    const found = (await state.read([key]))[key];
    const replies = repliesOf(found);
    const before = replies.find(([id]) => id === activity.id);
    const after = next(before);
    if (after === undefined || isSame(after, before)) return;
    const others = replies.filter((reply) => reply !== before);
    try {
      await state.write({ [key]: { replies: [...others.slice(1 - KEPT_REPLIES), after], eTag: found?.eTag ?? FIRST } });
      return;
    } catch (err) {
      // Another turn of the same person wrote meanwhile: read again, and do not lose its line.
      if (!(err instanceof StoreConflictError) || attempt === WRITE_ATTEMPTS) throw err;
    }
  }
}

function isSame(one: Reply, other: Reply | undefined): boolean {
  return other !== undefined && one.length === other.length && one.every((part, at) => part === other[at]);
}

function ledgerKey(activity: Activity): string {
  return `replies/${conversationKey(activity)}/${activity.from?.id ?? ''}`;
}

function repliesOf(document: unknown): readonly Reply[] {
  if (!isObject(document) || !Array.isArray(document.replies)) return [];
  return document.replies.filter(
    (reply): reply is Reply =>
      Array.isArray(reply) &&
      typeof reply[0] === 'string' &&
      typeof reply[1] === 'string' &&
      (reply[2] === undefined || typeof reply[2] === 'number') &&
      (reply[3] === undefined || reply[3] === 'gone'),
  );
}
