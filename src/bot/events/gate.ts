import type { TurnContext } from 'botbuilder';
import type { Person } from '../../identity/person.ts';
import type { TokenAnswer, TokenRequest } from '../../identity/sign-in.ts';
import { signInHelps } from '../../presentation/health-next-step.ts';
import { NEVER_SIGNED_IN, optionsFor } from '../sign-in/begin-check.ts';
import { checkSignIn } from '../sign-in/check-sign-in.ts';
import type { SignInOptions } from '../sign-in/dialog/sign-in-options.ts';
import { inPrivate } from '../sign-in/in-private.ts';
import type { EventParts } from './event-parts.ts';
import { mayCreateEvents } from './granted-scopes.ts';

export type Passed =
  | { readonly kind: 'token'; readonly accessToken: string }
  /** The person was told why, and how it goes on. */
  | { readonly kind: 'stopped'; readonly note: string };

/** What is asked of the gate. */
export interface GateRequest {
  /** The draft that goes on by itself after a sign-in. */
  readonly draft: string;
  /** False after a sign-in: a second one would lead round in a circle. */
  readonly mayAsk: boolean;
}

/**
 * Lets through who has a sign-in with which an event can be made. Everybody else reads the failing check with its fix,
 * and is asked to sign in where that helps.
 */
export async function passGate(
  parts: EventParts,
  context: TurnContext,
  person: Person,
  request: GateRequest,
): Promise<Passed> {
  const answer = await parts.signIn.token(person);
  if (answer.kind === 'token' && mayCreateEvents(answer.token.accessToken))
    return { kind: 'token', accessToken: answer.token.accessToken };
  const next = { next: 'draft', draft: request.draft } as const;
  if (request.mayAsk && isNew(answer)) {
    await askToSignIn(parts, context, { reason: answer.reason, ...next });
    return { kind: 'stopped', note: SIGN_IN_FIRST };
  }
  let asked = false;
  await inPrivate(parts.turn, context, async (where) => {
    const helps = (report: Parameters<typeof signInHelps>[0]): boolean => request.mayAsk && signInHelps(report);
    const report = await checkSignIn(parts, where, person, { answer, signInFollows: helps });
    if (report.signInNeeded === undefined || !helps(report)) return;
    asked = true;
    await parts.flow.begin(where, optionsFor(report.signInNeeded, next));
  });
  return { kind: 'stopped', note: asked ? SIGN_IN_FIRST : REPAIR_FIRST };
}

export const SIGN_IN_FIRST = 'Nothing is made yet: sign in with my other message, and this goes on by itself.';
const REPAIR_FIRST =
  'Nothing is made yet: your sign-in does not work, and my other message says why. This draft stays; press Create again once it is repaired.';

function isNew(answer: TokenAnswer): answer is Extract<TokenAnswer, { kind: 'sign-in-needed' }> {
  return answer.kind === 'sign-in-needed' && answer.refusal === undefined && NEVER_SIGNED_IN.has(answer.reason);
}

/** Begins a sign-in where nobody reads along, after which the draft goes on. */
export async function askToSignIn(parts: EventParts, context: TurnContext, options: SignInOptions): Promise<void> {
  await inPrivate(parts.turn, context, (where) => parts.flow.begin(where, options));
}

/** A sign-in for further permissions or for the claims of a challenge. */
export function signInFor(
  draft: string,
  reason: SignInOptions['reason'],
  request: Pick<TokenRequest, 'claims' | 'extraScopes'>,
): SignInOptions {
  return { reason, next: 'draft', draft, request };
}
