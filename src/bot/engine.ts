import type { DiagnoseOptions, FailedApp } from '../diagnosis/diagnose.ts';
import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import type { PermissionTable } from '../diagnosis/permissions/permission-table.ts';
import type { Remembered } from '../diagnosis/remember.ts';

export interface EngineOptions {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** What earlier messages of the same person in the same conversation gave, oldest first. */
  readonly earlier?: readonly Remembered[];
  /** Where the part of the paste begins that a machine read in a picture, with misread letters and digits; it goes to the end. */
  readonly pictureFrom?: number;
}

export interface EngineResult {
  readonly diagnosis: Diagnosis;
  /** What may be kept of this paste alone: evidence, never text. */
  readonly remembered: Remembered;
  /** False where the paste held no evidence at all: a greeting, the words beside a picture. */
  readonly readSomething: boolean;
  /** False where the paste only names a failure, and shows nothing of one; left out by engines that do not look. */
  readonly shown?: boolean;
  /** Which app failed, in which tenant; left out by engines that do not look. */
  readonly about?: FailedApp;
}

/** Paste to diagnosis. Pure; replaced in tests. */
export type Engine = (paste: string, options: EngineOptions) => EngineResult;

/** The engine with the operator's own table of Graph permissions, where there is one. */
export function builtInEngine(
  diagnose: (paste: string, options: DiagnoseOptions) => EngineResult,
  permissions: PermissionTable | undefined,
): Engine {
  if (permissions === undefined) return diagnose;
  return (paste, options) => diagnose(paste, { ...options, permissions });
}
