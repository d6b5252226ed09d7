import {
  HEALTH_CHECKS,
  type HealthReport,
  type HealthResult,
  type HealthState,
  type SignInNeeded,
} from './health-report.ts';

interface About extends Omit<HealthReport, 'results' | 'state' | 'at' | 'signInNeeded'> {
  readonly signInNeeded?: SignInNeeded | undefined;
}

/** Results in the order in which they are shown, with the worst state of all. */
export function reportOf(results: readonly HealthResult[], at: number, about: About): HealthReport {
  const { signInNeeded, ...rest } = about;
  return {
    ...rest,
    ...(signInNeeded === undefined ? {} : { signInNeeded }),
    results: [...results].sort((a, b) => HEALTH_CHECKS.indexOf(a.check) - HEALTH_CHECKS.indexOf(b.check)),
    state: worst(results),
    at,
  };
}

/** What was skipped says nothing, neither good nor bad; where nothing else was done, nothing is known. */
function worst(results: readonly HealthResult[]): HealthState {
  for (const state of ['fail', 'warn', 'pass'] as const)
    if (results.some((result) => result.state === state)) return state;
  return 'skipped';
}
