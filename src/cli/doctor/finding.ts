import { diagnoseRefusal } from '../../refusals/diagnose-refusal.ts';
import type { Refusal } from '../../refusals/refusal.ts';
import type { DoctorFinding, DoctorState } from './doctor-report.ts';

/** Nothing to do, and what was seen. */
export function pass(says: string): DoctorFinding {
  return { state: 'pass', says };
}

/** Not looked at, and why. */
export function skipped(says: string): DoctorFinding {
  return { state: 'skipped', says };
}

/** What a service refused, told by the engine that reads people's pastes: cause, fix and owner. */
export function refused(what: string, refusal: Refusal, now: number): DoctorFinding {
  const diagnosis = diagnoseRefusal(refusal, { now });
  const { fix, findings, next } = diagnosis;
  const first = diagnosis.verdict === 'undecided' ? undefined : findings[0];
  return {
    state: 'fail',
    says: `${what} ${diagnosis.headline}`,
    diagnosis,
    steps: fix?.steps ?? [{ text: next?.ask ?? 'Look at the answer of the service in its own sign-in log.' }],
    ...(first === undefined ? {} : { cause: first.cause, owner: fix?.owner ?? first.owner }),
  };
}

const WORST: readonly DoctorState[] = ['fail', 'warn', 'pass', 'skipped'];

/** Several findings of one check as one: the worst state, every sentence, the steps of those that need something. */
export function together(findings: readonly DoctorFinding[]): DoctorFinding {
  const [only, ...more] = findings;
  if (only !== undefined && more.length === 0) return only;
  const state = WORST.find((candidate) => findings.some((finding) => finding.state === candidate)) ?? 'skipped';
  const first = findings.find((finding) => finding.state === state);
  return {
    ...first,
    state,
    says: findings.map(({ says }) => says).join(' '),
    steps: findings.flatMap(({ steps }) => steps ?? []),
  };
}
