import { type CauseId, isCauseId, type Owner } from '../cause-id.ts';

/** What a line of a code table says beside its number, name and note. */
export interface CodeJudgement {
  readonly cause: CauseId;
  /** Who fixes it. */
  readonly audience: Owner;
  /** It passes by itself. */
  readonly transient: boolean;
  /** False: Microsoft's reference does not have it. */
  readonly documented: boolean;
}

const AUDIENCE: Readonly<Record<string, Owner>> = {
  e: 'end-user',
  d: 'app-developer',
  t: 'tenant-admin',
  m: 'microsoft',
  i: 'identity-provider',
};

/** Reads the columns cause and marks: the audience's letter, then `t` for transient and `u` for undocumented. */
export function codeJudgement(cause: string, marks: string): CodeJudgement {
  return {
    cause: isCauseId(cause) ? cause : 'not-enough-evidence',
    audience: AUDIENCE[marks[0] ?? ''] ?? 'app-developer',
    transient: marks.includes('t', 1),
    documented: !marks.includes('u', 1),
  };
}
