import type { PatchLanguage } from '../../diagnosis.ts';
import type { PatchValues } from '../patch-values.ts';

/** Writes one patch in one language, with the paster's values in it. No final line break. */
export type PatchTemplate = (v: PatchValues) => string;

/**
 * One patch in every language in which it makes sense. Python and curl always: they are shown where the language of
 * the paste is unknown.
 */
export type PatchSet = { readonly title: string } & Readonly<Partial<Record<PatchLanguage, PatchTemplate>>> &
  Readonly<Record<'python' | 'curl', PatchTemplate>>;
