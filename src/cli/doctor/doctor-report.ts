import type { FindableCauseId, Owner } from '../../diagnosis/cause-id.ts';
import type { Diagnosis, FixStep } from '../../diagnosis/diagnosis.ts';

/** The checks of an installation, in the order in which what they find is to be fixed: each stands on those before it. */
export const DOCTOR_CHECKS = [
  'settings',
  'clock',
  'tenant',
  'bot-app',
  'app-ids',
  'sign-in',
  'sign-in-app',
  'secret-expiry',
  'redirect-uri',
  'oauth-connection',
  'token-keys',
  'store',
  'deployment',
  'endpoint',
  'manifest',
  'sandbox',
] as const;
export type DoctorCheckId = (typeof DOCTOR_CHECKS)[number];

/** `skipped`: something before it failed, or it cannot be seen from here. */
export type DoctorState = 'pass' | 'warn' | 'fail' | 'skipped';

/** What one check found. No text of it ever holds a secret or a token. */
export interface DoctorFinding {
  readonly state: DoctorState;
  /** One or two sentences with the values that were seen. */
  readonly says: string;
  /** What to do, in order; for `fail` and `warn` always. */
  readonly steps?: readonly FixStep[];
  /** Absent where it is for whoever runs the service. */
  readonly owner?: Owner;
  readonly cause?: FindableCauseId;
  /** Where a service refused: the engine's diagnosis of it. */
  readonly diagnosis?: Diagnosis;
}

export interface DoctorResult extends DoctorFinding {
  readonly check: DoctorCheckId;
}

export interface DoctorReport {
  /** `local`: no credentials, so the sandbox stands in for Microsoft. */
  readonly mode: 'local' | 'connected';
  readonly results: readonly DoctorResult[];
  /** False where a check fails; warnings leave it true. */
  readonly ok: boolean;
  /** What fails, then what warns, each in the order in which to fix it. */
  readonly toFix: readonly DoctorResult[];
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Puts the results together: what fails is to be fixed before what only warns. */
export function doctorReport(mode: DoctorReport['mode'], results: readonly DoctorResult[], at: number): DoctorReport {
  const inState = (state: DoctorState): DoctorResult[] => results.filter((result) => result.state === state);
  const failed = inState('fail');
  return { mode, results, ok: failed.length === 0, toFix: [...failed, ...inState('warn')], at };
}
