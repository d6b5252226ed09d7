import type { PatchLanguage } from '../../diagnosis.ts';
import type { PatchValues } from '../patch-values.ts';

/** Writes one patch in one language, with the paster's values in it. No final line break. */
export type PatchTemplate = (v: PatchValues) => string;

/**
 * One patch in every language in which it makes sense. Python and curl always, unless it is done in one language only:
 * they are shown where the language of the paste is unknown.
 */
export type PatchSet = {
  readonly title: string;
  /** The one language in which the thing is done, whatever the app is written in: the others only look at it. */
  readonly doneIn?: 'powershell' | 'node';
} & Readonly<Partial<Record<PatchLanguage, PatchTemplate>>>;
