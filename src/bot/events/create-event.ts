import type { TurnContext } from 'botbuilder';
import { parseCalendarEntry } from '../../calendar/event/calendar-entry.ts';
import type { ReadyDraft } from '../../calendar/event/draft.ts';
import { eventBody } from '../../calendar/event/event-body.ts';
import { transactionIdOf } from '../../calendar/event/transaction-id.ts';
import { instantOf } from '../../calendar/event/zone-clock.ts';
import type { GraphAnswer } from '../../graph/graph.ts';
import type { Person } from '../../identity/person.ts';
import type { StoredDraft } from '../../storage/store.ts';
import { readCalendar } from './calendar-reads.ts';
import type { EventParts } from './event-parts.ts';
import type { EventReply } from './event-reply.ts';
import { madeReply } from './made-reply.ts';
import { type MetRefusal, metRefusal } from './met-refusal.ts';
import { DRAFT_KEPT_MS, type MadeEvent, madeEventJson } from './stored-event.ts';

/** Tries of one creation together: an invoke has to be answered before the client gives up. */
const CREATE_WITHIN_MS = 9_000;
/** Longer than all tries of a creation: by then whoever held the claim is dead. */
export const CLAIM_MS = 20_000;

export type Created =
  | { readonly kind: 'created'; readonly reply: EventReply }
  /** Somebody else does it, or did it, at this moment. */
  | { readonly kind: 'elsewhere' }
  | { readonly kind: 'refused'; readonly met: MetRefusal; readonly mayBeMade: boolean };

/**
 * Makes the event of a draft, exactly once: one claim over all instances, and one transactionId for all tries of all of
 * them. One write, and no read.
 */
export async function createEvent(
  parts: EventParts,
  context: TurnContext,
  person: Person,
  stored: StoredDraft,
  draft: ReadyDraft,
  request: { readonly accessToken: string; readonly mayAsk: boolean },
): Promise<Created> {
  const { drafts } = parts.turn.store;
  const at = parts.turn.now();
  const until = at + CLAIM_MS;
  if (!(await drafts.claim(stored.id, stored.version, at, until))) return { kind: 'elsewhere' };
  let settled = false;
  try {
    const { answer, accessToken } = await posted(parts, person, stored.id, draft, request.accessToken);
    const made = await madeBy(parts, answer, accessToken, stored.id, draft);
    if (made !== null) {
      const now = parts.turn.now();
      const first = await drafts.created(stored.id, madeEventJson(made), now, now + DRAFT_KEPT_MS);
      settled = true;
      if (!first) return { kind: 'elsewhere' };
      parts.turn.logger.info({ way: parts.signIn.way }, 'event created');
      parts.onEvent?.('created', null);
      const done = { ...stored, state: 'created' as const, made: now };
      return { kind: 'created', reply: madeReply(parts, done, draft, made, 'In your calendar.') };
    }
    // A 4xx says that nothing was done; after anything else the event may be there, and only a repetition tells.
    const { status } = answer;
    const mayBeMade = answer.kind === 'ok' || status === null || status >= 500;
    await drafts.release(stored.id, until, mayBeMade ? 'unknown' : 'nothing-made');
    settled = true;
    const refusal = answer.kind === 'refused' ? answer : null;
    const met = await metRefusal(parts, context, person, refusal, { draft: stored.id, mayAsk: request.mayAsk });
    parts.onEvent?.(mayBeMade ? 'unknown' : 'refused', met.cause);
    return { kind: 'refused', met, mayBeMade };
  } finally {
    // Something of ours failed: nobody knows, and whoever presses next repeats the very same request.
    if (!settled) await drafts.release(stored.id, until, 'unknown').catch(() => undefined);
  }
}

interface Posted {
  readonly answer: GraphAnswer;
  readonly accessToken: string;
}

/** A claims challenge that a fresh token meets without the person costs one repetition. */
async function posted(
  parts: EventParts,
  person: Person,
  id: string,
  draft: ReadyDraft,
  accessToken: string,
): Promise<Posted> {
  const post = (token: string) =>
    parts.graph.send(token, {
      method: 'POST',
      path: '/me/events',
      body: eventBody(draft, id),
      repeatable: true,
      withinMs: CREATE_WITHIN_MS,
    });
  const answer = await post(accessToken);
  if (answer.kind === 'ok' || answer.claims === null || parts.signIn.way === 'token-service')
    return { answer, accessToken };
  const fresh = await parts.signIn.token(person, { claims: answer.claims });
  if (fresh.kind !== 'token') return { answer, accessToken };
  return { answer: await post(fresh.token.accessToken), accessToken: fresh.token.accessToken };
}

async function madeBy(
  parts: EventParts,
  answer: GraphAnswer,
  accessToken: string,
  id: string,
  draft: ReadyDraft,
): Promise<MadeEvent | null> {
  if (answer.kind === 'ok') return parseCalendarEntry(answer.body);
  if (answer.status !== 409 || !answer.refusal.response?.body.includes('ErrorDuplicateTransactionId')) return null;
  // An earlier try made it, in words that were changed since: it is found by the id that it carries.
  const { timeZone } = draft;
  const from = instantOf(draft.start.value, timeZone) - MONTH_MS;
  const read = await readCalendar(parts.graph, accessToken, { from, until: from + 2 * MONTH_MS, timeZone });
  const wanted = transactionIdOf(id);
  return (read.kind === 'entries' && read.entries.find(({ transactionId }) => transactionId === wanted)) || null;
}

const MONTH_MS = 31 * 24 * 60 * 60_000;
