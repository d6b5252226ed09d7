import type { FindableCauseId } from '../../diagnosis/cause-id.ts';
import type { World } from '../world/world.ts';

/** The step of the protocol that refuses while a fault is on. */
const SHOWN_BY = [
  /** The sign-in page of Entra ID, before or after the person typed something. */
  'sign-in',
  /** The token endpoint, when a code is redeemed. */
  'code-redemption',
  /** The token endpoint, when a token is renewed (and nearly always also when a code is redeemed). */
  'refresh',
  /** The token endpoint, for an app without a user. */
  'app-token',
  /** The token endpoint, on behalf of a person (Teams SSO). */
  'on-behalf-of',
  /** Microsoft Graph. */
  'graph-call',
  /** The Bot Framework token service. */
  'token-service',
] as const;
export type ShownBy = (typeof SHOWN_BY)[number];

/** Where a person who talks to the bot meets the fault. */
export type SeenIn =
  /** `check my sign-in` of a person who is signed in already says it. */
  | 'health-report'
  /** `check my sign-in` says it after the person signed in again: an earlier grant does not have the fault. */
  | 'health-report-after-sign-in'
  /** The sign-in works, and ends with its first token, an hour later. */
  | 'an-hour-later'
  /** Only the bot's answer to «sign in», the sign-in page or the page after it says it: sign out and in again. */
  | 'sign-in-page'
  /** Only an app without a user, or Teams' silent sign-in, meets it. */
  | 'other-flow';

/** How the faults are put together on the console and in lists; the headings of the list of root causes. */
const FAULT_GROUPS = ['token', 'getting-the-token', 'person-and-policy', 'bot', 'service'] as const;
export type FaultGroup = (typeof FAULT_GROUPS)[number];

/** One thing that can be broken: a change of the world, never a canned answer. */
export interface Fault {
  readonly cause: FindableCauseId;
  readonly group: FaultGroup;
  /** What it is called, a few words. */
  readonly title: string;
  /** What was broken, one sentence. */
  readonly says: string;
  readonly shownBy: ShownBy;
  readonly seenIn: SeenIn;
  /** @param now milliseconds since 1970 */
  apply(world: World, now: number): void;
}

/** A root cause that no change of the world produces, and why. */
export interface NoFault {
  readonly cause: FindableCauseId;
  readonly unavailable: string;
}

export function isFault(entry: Fault | NoFault): entry is Fault {
  return 'apply' in entry;
}
