import type { Graph } from '../graph/graph.ts';
import type { SignIn } from '../identity/sign-in.ts';
import { createZoneCache, type OnEvent, type Understand } from './events/event-parts.ts';
import { createEventTurns, type EventTurns } from './events/event-turns.ts';
import { afterSignIn } from './sign-in/after-sign-in.ts';
import { LinkPrompt } from './sign-in/dialog/link-prompt.ts';
import { SignInDialog } from './sign-in/dialog/sign-in-dialog.ts';
import { createSignInFlow } from './sign-in/dialog/sign-in-flow.ts';
import { TokenServicePrompt } from './sign-in/dialog/token-service-prompt.ts';
import type { HealthChecks, SignInParts } from './sign-in/sign-in-parts.ts';
import { createSignInTurns, type SignInTurns } from './sign-in/sign-in-turns.ts';
import type { TurnParts } from './turn/turn-parts.ts';

/** What is done for one person with their own grant. */
export interface PersonTurns {
  readonly signIn: SignInTurns;
  readonly events: EventTurns;
}

/** The turns of a sign-in and those of events, which need one, with the prompt that fits the way in which people sign in. */
export function createPersonTurns(
  turn: TurnParts,
  signIn: SignIn,
  graph: Graph,
  checks: HealthChecks,
  understand: Understand,
  onEvent?: OnEvent,
): PersonTurns {
  const parts: SignInParts = { turn, signIn, graph, checks };
  const prompting = { signIn, now: turn.now };
  const prompt =
    signIn.way === 'token-service'
      ? new TokenServicePrompt(prompting, signIn.connectionName ?? '')
      : new LinkPrompt(prompting);
  const flow = createSignInFlow(
    turn.store.state,
    new SignInDialog(
      prompt,
      // The events need the flow to ask for a sign-in, and the flow them to go on after it.
      afterSignIn(parts, (context, person, draft) => events.resume(context, person, draft)),
    ),
  );
  const events = createEventTurns({ ...parts, flow, understand, onEvent, zones: createZoneCache() });
  return { signIn: createSignInTurns({ ...parts, flow }), events };
}
