import type { TrialSandbox } from './trial-sandbox.ts';

/** What a request of a real client library gave. */
export type Outcome =
  | { readonly kind: 'worked' }
  /** As it came: the library's error, or the raw HTTP answer with its request. */
  | { readonly kind: 'refused'; readonly text: string };

/** A request that a fault makes fail, with its preparation done. May be made more than once. */
export type Attempt = () => Promise<Outcome>;

/** Prepares a request while all is well: signing in, getting a token. */
export type Trial = (sandbox: TrialSandbox) => Promise<Attempt>;

export const WORKED: Outcome = { kind: 'worked' };

export function refused(text: string): Outcome {
  return { kind: 'refused', text };
}
