import { faultsCard, faultsText } from '../../presentation/cards/faults-card.ts';
import type { Answer } from '../answer.ts';
import type { SandboxControls, SandboxFault } from '../sandbox-controls.ts';

/** What is asked of the sandbox's switches. */
export type SandboxRequest =
  | { readonly kind: 'break'; readonly cause: string }
  | { readonly kind: 'repair'; readonly cause: string | null }
  | { readonly kind: 'faults' };

const BREAK = /^\/?break\s+([a-z][a-z\d _-]{1,60})$/i;
const REPAIR = /^\/?(?:repair|mend)(?:\s+([a-z][a-z\d _-]{1,60}))?$/i;
const FAULTS = /^\/?(?:break|(?:list |show )?(?:the )?faults|what can (?:i|you) break|what is broken)[?.!]{0,3}$/i;
const ALL: ReadonlySet<string> = new Set(['all', 'it', 'everything', 'that', 'it all']);

/** «break wrong-audience», «repair», «faults»; «break» alone asks what can be broken; `null` for everything else. */
export function sandboxRequest(text: string): SandboxRequest | null {
  const plain = text.trim();
  if (plain.length > 80) return null;
  if (FAULTS.test(plain)) return { kind: 'faults' };
  const broken = BREAK.exec(plain)?.[1];
  if (broken !== undefined) return { kind: 'break', cause: causeName(broken) };
  const repair = REPAIR.exec(plain);
  if (repair === null) return null;
  const named = repair[1]?.trim().toLowerCase();
  return { kind: 'repair', cause: named === undefined || ALL.has(named) ? null : causeName(named) };
}

/** Switches a fault on or off, or lists them. */
export function sandboxAnswer(controls: SandboxControls, request: SandboxRequest): Answer {
  switch (request.kind) {
    case 'break':
      return { text: controls.break(request.cause).says };
    case 'repair':
      return { text: repairText(controls, request.cause) };
    case 'faults':
      return faultsAnswer(controls.faults());
  }
}

function causeName(words: string): string {
  return words
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-');
}

function repairText(controls: SandboxControls, cause: string | null): string {
  const mended = cause === null ? controls.repair() : controls.repair(cause);
  if (mended.length > 0) return `Repaired: ${mended.map((fault) => fault.cause).join(', ')}.`;
  const on = controls.faults().filter((fault) => fault.on);
  if (on.length === 0) return 'Nothing is broken. Say “faults” to see what can be.';
  return `That is not broken. Broken now: ${on.map((fault) => fault.cause).join(', ')}. Say “repair” to mend all of it.`;
}

function faultsAnswer(faults: readonly SandboxFault[]): Answer {
  return { text: faultsText(faults), card: faultsCard(faults), summary: 'What the sandbox can break' };
}
