import type { Patch, PatchLanguage } from '../diagnosis.ts';
import { choosePatches } from './choose-patches.ts';
import { MOST_PATCHES, type PatchRecipe, soundValues } from './patch-recipe.ts';
import { PATCHES } from './patches/index.ts';
import type { PatchId } from './patches/patch-id.ts';

/** A recipe that came back from a card, which anybody may have written; `undefined` where it is none. */
export function parsePatchRecipe(data: unknown): PatchRecipe | undefined {
  if (typeof data !== 'object' || data === null || !('ids' in data) || !Array.isArray(data.ids)) return undefined;
  const ids = data.ids
    .slice(0, MOST_PATCHES)
    .filter((id): id is PatchId => typeof id === 'string' && Object.hasOwn(PATCHES, id));
  if (ids.length === 0) return undefined;
  const values = 'values' in data && typeof data.values === 'object' && data.values !== null ? data.values : {};
  return { ids, values: soundValues(values) };
}

/** The patch of a recipe in one language; `undefined` where there is none in it. */
export function patchIn({ ids, values }: PatchRecipe, language: PatchLanguage): Patch | undefined {
  return choosePatches(ids, values, language).find((patch) => patch.language === language);
}
