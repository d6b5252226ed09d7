import type { CauseId, Owner } from '../diagnosis/cause-id.ts';
import type { Diagnosis, SecretKind, Verdict } from '../diagnosis/diagnosis.ts';

/** What `diagnose --json` prints: a contract with other programs. Names may be added; none changes its meaning. */
export interface ContractJson {
  readonly cause: CauseId;
  readonly verdict: Verdict;
  readonly findings: readonly {
    readonly cause: CauseId;
    readonly weight: number;
    readonly owner: Owner;
    readonly because: readonly { readonly quote: string; readonly says: string }[];
  }[];
  /** The one thing to paste next, one line; `null` where nothing more is needed. */
  readonly next: string | null;
  readonly secrets: readonly { readonly kind: SecretKind; readonly expires: string | null }[];
}

/** The contract's object for a diagnosis, with exactly the contract's names. */
export function contractJson(diagnosis: Diagnosis): ContractJson {
  return {
    cause: diagnosis.verdict === 'undecided' ? 'not-enough-evidence' : diagnosis.cause,
    verdict: diagnosis.verdict,
    findings: diagnosis.findings.map((finding) => ({
      cause: finding.cause,
      weight: finding.weight,
      owner: finding.owner,
      because: finding.because.map(({ quote, says }) => ({ quote, says })),
    })),
    next: diagnosis.next === null ? null : diagnosis.next.ask,
    secrets: diagnosis.secrets.map(({ kind, expires }) => ({ kind, expires })),
  };
}
