import type { PatchId } from './patches/patch-id.ts';

/** What a patch can be written from again, in any language: which ones, and the paster's own values. Holds no secret. */
export interface PatchRecipe {
  readonly ids: readonly PatchId[];
  readonly values: PatchRecipeValues;
}

/** The values that patches use; `patchValues` checks each of them again wherever a recipe comes from. */
export type PatchRecipeValues = Readonly<Partial<Record<(typeof TEXTS)[number], string>>> & {
  readonly scopes?: readonly string[];
};

const TEXTS = [
  'clientId',
  'tenant',
  'authorityTenant',
  'loginHost',
  'redirectUri',
  'resource',
  'host',
  'method',
  'path',
  'user',
  'mailbox',
  'connectionName',
  'botAppId',
] as const;

const LONGEST_TEXT = 500;
const MOST_SCOPES = 40;
export const MOST_PATCHES = 12;

/** What a card carries so that its patches can be written again. */
export function patchRecipe(ids: readonly PatchId[], values: PatchRecipeValues): PatchRecipe {
  return { ids: [...new Set(ids)].slice(0, MOST_PATCHES), values: soundValues(values) };
}

/** Of values that anybody may have written those that can be some, and no longer than one is. */
export function soundValues(values: object): PatchRecipeValues {
  const given = values as Readonly<Record<string, unknown>>;
  const sound: Record<string, unknown> = {};
  for (const name of TEXTS) {
    const value = given[name];
    if (typeof value === 'string' && value.length <= LONGEST_TEXT) sound[name] = value;
  }
  if (Array.isArray(given.scopes)) {
    const scopes = given.scopes
      .filter((it) => typeof it === 'string' && it.length <= LONGEST_TEXT)
      .slice(0, MOST_SCOPES);
    if (scopes.length > 0) sound.scopes = scopes;
  }
  return sound;
}
