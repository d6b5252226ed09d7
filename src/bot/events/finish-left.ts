import type { CloudAdapter, TurnContext } from 'botbuilder';
import { personKey } from '../../identity/person.ts';
import { titleWords } from '../../presentation/cards/events/event-lines.ts';
import type { StoredDraft } from '../../storage/store.ts';
import { personOf } from '../person-of.ts';
import { say } from '../say.ts';
import { inConversation } from '../turn/in-conversation.ts';
import { CLAIM_MS } from './create-event.ts';
import type { EventParts } from './event-parts.ts';
import type { EventReply } from './event-reply.ts';
import { shownCard, updateCard } from './shown-card.ts';
import { contentOf } from './stored-event.ts';

/** At a time, so that a restart after an outage does not send hundreds of requests at once. */
const MOST_AT_ONCE = 20;

/** Does what the person asked for once more: the very same request, so that the event is made once. */
export type GoOn = (context: TurnContext, stored: StoredDraft) => Promise<EventReply>;

/**
 * Finishes what was begun and never ended, because the process that did it died: whoever pressed Create expects an
 * event. Each is taken by one instance, once; what cannot be finished waits for the person's own next press.
 *
 * @returns how many were finished
 */
export async function finishLeft(parts: EventParts, adapter: CloudAdapter, goOn: GoOn): Promise<number> {
  const { store, logger, now } = parts.turn;
  let finished = 0;
  for (const stored of await store.drafts.left(now(), MOST_AT_ONCE)) {
    try {
      if ((await isOurs(parts, stored)) && (await finish(parts, adapter, stored, goOn))) finished += 1;
    } catch (err) {
      logger.error({ err }, 'a creation that was left in the middle could not be finished');
    }
  }
  if (finished > 0) logger.info({ finished }, 'creations that were left in the middle are finished');
  return finished;
}

/** Takes the dead one's claim and gives it back as one that nobody holds: no other instance finds it after that. */
async function isOurs({ turn }: EventParts, { id, version }: StoredDraft): Promise<boolean> {
  const { drafts } = turn.store;
  const until = turn.now() + CLAIM_MS;
  if (!(await drafts.claim(id, version, turn.now(), until))) return false;
  await drafts.release(id, until, 'unknown');
  return true;
}

async function finish(parts: EventParts, adapter: CloudAdapter, stored: StoredDraft, goOn: GoOn): Promise<boolean> {
  const shown = await shownCard(parts, stored.id, stored.person);
  if (shown === null) return false;
  let finished = false;
  await inConversation(adapter, parts.turn.appId, shown.reference, async (context) => {
    const person = personOf(context.activity);
    if (person === undefined || personKey(person) !== stored.person) return;
    // Nobody is asked to sign in by a bot that speaks first.
    if ((await parts.signIn.token(person)).kind !== 'token') return;
    const reply = await goOn(context, stored);
    await updateCard(context, shown.message, reply).catch((err: unknown) =>
      parts.turn.logger.info({ err }, 'a card could not be updated in place'),
    );
    const now = await parts.turn.store.drafts.read(stored.id, parts.turn.now());
    finished = now?.state === 'created';
    await say(context, finished ? finishedWords(stored) : reply);
  });
  return finished;
}

function finishedWords(stored: StoredDraft): string {
  const content = contentOf(stored);
  if (content?.kind === 'change')
    return `I was interrupted, and have done it now: ${titleWords(content.change.title)}.`;
  return `I was interrupted while I made “${titleWords(content?.draft.title?.value)}”. It is in your calendar now, once.`;
}
