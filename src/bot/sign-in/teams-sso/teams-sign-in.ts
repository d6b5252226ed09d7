import type { InvokeResponse, TurnContext } from 'botbuilder';
import type { SignInTurnParts } from '../sign-in-parts.ts';
import { signInFailure } from './sign-in-failure.ts';
import { tokenExchange } from './token-exchange.ts';
import { verifyState } from './verify-state.ts';

const NAMES = ['signin/tokenExchange', 'signin/verifyState', 'signin/failure'] as const;
type TeamsSignInName = (typeof NAMES)[number];

/** Whether an invoke belongs to the sign-in of Teams. */
export function isTeamsSignIn(name: string | undefined): name is TeamsSignInName {
  return NAMES.some((known) => known === name);
}

/** The invokes of Teams' sign-in, each with its own answer. */
export function teamsSignIn(
  parts: SignInTurnParts,
): Readonly<Record<TeamsSignInName, (context: TurnContext) => Promise<InvokeResponse>>> {
  return {
    'signin/tokenExchange': tokenExchange(parts),
    'signin/verifyState': verifyState(parts),
    'signin/failure': signInFailure(parts),
  };
}
