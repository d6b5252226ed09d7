import type { Verdict } from '../../diagnosis/diagnosis.ts';
import type { DoctorReport, DoctorResult } from './doctor-report.ts';

interface CheckJson {
  readonly check: string;
  readonly state: string;
  readonly says: string;
  readonly cause: string | null;
  readonly verdict: Verdict | null;
  readonly owner: string | null;
  readonly steps: readonly { readonly text: string; readonly value: string | null; readonly link: string | null }[];
}

/** What `doctor --json` prints. */
export interface DoctorJson {
  readonly ok: boolean;
  readonly mode: string;
  /** ISO 8601. */
  readonly at: string;
  readonly checks: readonly CheckJson[];
  /** Names of checks in the order in which to fix what they found. */
  readonly fixInOrder: readonly string[];
}

/** The report as `--json` writes it: instants in ISO 8601. */
export function doctorJson({ ok, mode, at, results, toFix }: DoctorReport): DoctorJson {
  return {
    ok,
    mode,
    at: new Date(at).toISOString(),
    checks: results.map(checkJson),
    fixInOrder: toFix.map(({ check }) => check),
  };
}

function checkJson({ check, state, says, cause, diagnosis, owner, steps }: DoctorResult): CheckJson {
  return {
    check,
    state,
    says,
    cause: cause ?? null,
    verdict: diagnosis?.verdict ?? null,
    owner: owner ?? null,
    steps: (steps ?? []).map(({ text, value, link }) => ({ text, value: value ?? null, link: link?.url ?? null })),
  };
}
