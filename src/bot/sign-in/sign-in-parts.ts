import type { Graph } from '../../graph/graph.ts';
import type { HealthReport } from '../../identity/health/health-report.ts';
import type { Person } from '../../identity/person.ts';
import type { SignIn } from '../../identity/sign-in.ts';
import type { TurnParts } from '../turn/turn-parts.ts';
import type { SignInFlow } from './dialog/sign-in-flow.ts';

/** The checks of identity/health, handed in so that tests may take their own. */
export type HealthChecks = (about: {
  readonly signIn: SignIn;
  readonly graph: Graph;
  readonly person: Person;
  readonly now: () => number;
  readonly onProgress?: (report: HealthReport) => void;
}) => Promise<HealthReport>;

/** What the turns around a sign-in work with. */
export interface SignInParts {
  readonly turn: TurnParts;
  readonly signIn: SignIn;
  readonly graph: Graph;
  readonly checks: HealthChecks;
}

/** The same with the dialog, which itself works with the parts above. */
export interface SignInTurnParts extends SignInParts {
  readonly flow: SignInFlow;
}
