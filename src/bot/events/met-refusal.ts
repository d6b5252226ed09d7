import type { TurnContext } from 'botbuilder';
import type { CauseId } from '../../diagnosis/cause-id.ts';
import type { GraphAnswer } from '../../graph/graph.ts';
import type { Person } from '../../identity/person.ts';
import { refusalPaste } from '../../refusals/refusal-paste.ts';
import { say } from '../say.ts';
import { endedSession } from '../sign-in/ended-session.ts';
import { explained } from '../sign-in/refusal-answer.ts';
import type { EventParts } from './event-parts.ts';
import { askToSignIn, type GateRequest, signInFor } from './gate.ts';

/** How a refusal was told. */
export interface MetRefusal {
  /** The person is asked to sign in, after which it goes on by itself. */
  readonly signInAsked: boolean;
  /** The first line of the diagnosis. */
  readonly headline: string;
  /** Its root cause; `null` where Graph refused nothing. */
  readonly cause: CauseId | null;
}

/**
 * A refusal of Graph goes to the engine like a paste: cause, fix and owner come as a message in the same thread. Where
 * Graph ended the session, one sign-in follows.
 *
 * @param answer `null` where Graph answered with something that is no event
 */
export async function metRefusal(
  parts: EventParts,
  context: TurnContext,
  person: Person,
  answer: Extract<GraphAnswer, { kind: 'refused' }> | null,
  request: GateRequest,
): Promise<MetRefusal> {
  if (answer === null) return { signInAsked: false, headline: 'Graph’s answer holds no event.', cause: null };
  const { refusal, claims } = answer;
  const { answer: diagnosis, read } = await explained(parts.turn, refusalPaste(refusal), context.activity.channelId);
  await say(context, diagnosis);
  const { headline, cause } = read;
  if (!request.mayAsk) return { signInAsked: false, headline, cause };
  if (claims !== null) {
    const challenged = await parts.signIn.token(person, { claims });
    if (challenged.kind === 'sign-in-needed') {
      const carried = parts.signIn.way === 'token-service' ? {} : { claims };
      await askToSignIn(parts, context, signInFor(request.draft, 'claims-challenge', carried));
      return { signInAsked: true, headline, cause };
    }
  } else if (answer.status === 401) {
    const reason = await endedSession(parts, person, [read.cause], refusal.claims);
    if (reason !== undefined) {
      await askToSignIn(parts, context, { reason, next: 'draft', draft: request.draft, again: true });
      return { signInAsked: true, headline, cause };
    }
  }
  return { signInAsked: false, headline, cause };
}
