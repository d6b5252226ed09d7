import type { Patch, PatchLanguage } from '../diagnosis.ts';
import type { Values } from '../facts/facts.ts';
import { choosePatches } from './choose-patches.ts';
import { PATCHES } from './patches/index.ts';
import type { PatchId } from './patches/patch-id.ts';

/** What a patch can be written from again, in any language: which ones, and the paster's own values. Holds no secret. */
export interface PatchRecipe {
  readonly ids: readonly PatchId[];
  readonly values: PatchRecipeValues;
}

/** The values that patches use; `patchValues` checks each of them again wherever a recipe comes from. */
export type PatchRecipeValues = Pick<Values, (typeof TEXTS)[number] | 'scopes'>;

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
] as const satisfies readonly (keyof Values)[];

const LONGEST_TEXT = 500;
const MOST_SCOPES = 40;
const MOST_PATCHES = 12;

/** What a card carries so that its patches can be written again. */
export function patchRecipe(ids: readonly PatchId[], values: Values): PatchRecipe {
  return { ids: [...new Set(ids)].slice(0, MOST_PATCHES), values: soundValues(values) };
}

/** A recipe that came back from a card, which anybody may have written; `undefined` where it is none. */
export function parsePatchRecipe(data: unknown): PatchRecipe | undefined {
  if (typeof data !== 'object' || data === null || !('ids' in data) || !Array.isArray(data.ids)) return undefined;
  const ids = data.ids
    .slice(0, MOST_PATCHES)
    .filter((id): id is PatchId => typeof id === 'string' && Object.hasOwn(PATCHES, id));
  if (ids.length === 0) return undefined;
  const values = 'values' in data && typeof data.values === 'object' && data.values !== null ? data.values : {};
  return { ids, values: soundValues(values as Record<string, unknown>) };
}

/** The patch of a recipe in one language; `undefined` where there is none in it. */
export function patchIn({ ids, values }: PatchRecipe, language: PatchLanguage): Patch | undefined {
  return choosePatches(ids, values, language).find((patch) => patch.language === language);
}

function soundValues(values: Readonly<Record<string, unknown>> | Values): PatchRecipeValues {
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
