import type { CauseId } from '../../../src/diagnosis/cause-id.ts';
import type { Verdict } from '../../../src/diagnosis/diagnosis.ts';

/** What an expert would answer to a paste, said before the engine was asked. */
export interface RightAnswer {
  /** All that an expert would accept; left out where only `never` is sure. */
  readonly causes?: readonly CauseId[];
  /** Causes that the paste speaks against: none of them may be the answer. */
  readonly never?: readonly CauseId[];
  /** The least verdict; `possible` where left out and the answer is a cause. */
  readonly atLeast?: Verdict;
  readonly atMost?: Verdict;
  /** What the headline must name: the missing permission, the address, the app. */
  readonly names?: string;
}

export interface Told {
  readonly paste: string;
  readonly right: RightAnswer;
}

/** Two pastes that differ in one piece of evidence. */
export interface Counterfactual {
  /** What was changed from the first paste to the second. */
  readonly changed: string;
  /** The fact about the platform, or about how people tell things, that the two answers rest on. */
  readonly why: string;
  readonly one: Told;
  readonly other: Told;
}

/** A verdict of `likely` or more for any of the causes. */
export function is(...causes: readonly CauseId[]): RightAnswer {
  return { causes, atLeast: 'likely' };
}

export function certainly(...causes: readonly CauseId[]): RightAnswer {
  return { causes, atLeast: 'certain' };
}

/** The cause stands, and something in the paste speaks against it or another could be it. */
export function notCertainly(...causes: readonly CauseId[]): RightAnswer {
  return { causes, atMost: 'likely' };
}

/** Nothing in the paste decides; these in particular are ruled out. A weak guess at another cause does no harm. */
export function open(...never: readonly CauseId[]): RightAnswer {
  return { never, atMost: 'possible' };
}

/** The headline must name this too. */
export function naming(names: string, right: RightAnswer): RightAnswer {
  return { ...right, names };
}
