import type { Party, Status, StatusChange, WaitingFor } from '../storage/triage-store.ts';

/** What an agent or a reporter does with a case or an incident. */
export type TriageAction =
  | { readonly kind: 'take' }
  | { readonly kind: 'assign'; readonly to: Party }
  /** «Needs more»: it waits for somebody. */
  | { readonly kind: 'wait'; readonly for: WaitingFor }
  | { readonly kind: 'resolve' }
  | { readonly kind: 'reopen' }
  /** «Wrong diagnosis». */
  | { readonly kind: 'wrong' };

/** Who acts: agents are named by the installer or by another agent; a reporter acts on their own case only. */
export interface Actor extends Party {
  readonly agent: boolean;
}

/** Why an action is not done, for the words to the person. */
export type TriageRefusal =
  | 'agents-only'
  | 'not-your-case'
  | 'already-resolved'
  | 'already-yours'
  | 'nothing-changes'
  | 'not-resolved';

/** What an action makes of a status. Pure. */
export type Transition = (
  subject: {
    readonly what: 'case' | 'incident';
    readonly status: Status;
    readonly reporter: string | null;
    /** Whether somebody called the diagnosis wrong already: that stays, and saying it again changes nothing. */
    readonly wrong?: boolean;
  },
  action: TriageAction,
  by: Actor,
  at: number,
) => StatusChange | { readonly refused: TriageRefusal };
