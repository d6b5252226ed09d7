import type { PendingSignIn } from '../../../storage/store.ts';
import { UnsealError } from '../grants/seal.ts';
import type { MsalParts } from '../msal-parts.ts';
import { onlyValue } from './only-value.ts';
import { type PendingContent, parsePending } from './pending-content.ts';
import type { StopReason } from './sign-in-page.ts';
import type { SignInState, Step } from './signed-state.ts';

/** The sign-in that an address of ours belongs to: it is under way, and nobody has finished it. */
export interface OpenedLink {
  readonly state: SignInState;
  readonly pending: PendingSignIn;
  readonly content: PendingContent;
}

/** Reads the state of an address, and what waits for it. @returns why it cannot go on where it does not */
export async function openedLink(
  parts: MsalParts,
  step: Step,
  query: URLSearchParams,
  now: number,
): Promise<OpenedLink | StopReason> {
  const reading = await parts.states.read(step, onlyValue(query, 'state') ?? '', now);
  if (reading.kind !== 'valid') return `link-${reading.kind}`;
  const { state } = reading;
  const pending = await parts.store.signIns.find(state.id, now);
  if (pending === undefined) return 'link-expired';
  if (pending.sealedGrant !== null) return 'already-done';
  const content = parsePending(await openedPending(parts, state.id, pending.sealed));
  return content === undefined ? 'link-expired' : { state, pending, content };
}

/** What was sealed with a key that is gone cannot go on: the person starts again. */
async function openedPending(parts: MsalParts, id: string, sealed: string): Promise<unknown> {
  try {
    return await parts.seal.open('pending', id, sealed);
  } catch (error) {
    if (error instanceof UnsealError) return undefined;
    throw error;
  }
}
