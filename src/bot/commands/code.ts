import { PATCH_LANGUAGES, type PatchLanguage } from '../../diagnosis/diagnosis.ts';
import type { PatchRecipe } from '../../diagnosis/fix/patch-recipe.ts';
import { parsePatchRecipe, patchIn } from '../../diagnosis/fix/read-recipe.ts';
import { codeCard, codeText } from '../../presentation/cards/diagnosis/code-card.ts';
import { LANGUAGE_INPUT } from '../../presentation/cards/diagnosis/panels.ts';
import type { Answer } from '../answer.ts';
import { isObject } from '../is-object.ts';

export interface CodePress {
  readonly recipe: PatchRecipe;
  readonly language: PatchLanguage;
}

/**
 * Reads a press of «Show it» below the code of a diagnosis card; the language is the choice made in the card.
 *
 * @param data `{ why401: { verb: 'code', recipe }, language }`; cards cannot be trusted
 */
export function readCodePress(data: unknown): CodePress | null {
  if (!isObject(data) || !isObject(data.why401) || data.why401.verb !== 'code') return null;
  const recipe = parsePatchRecipe(data.why401.recipe);
  const language = PATCH_LANGUAGES.find((known) => known === data[LANGUAGE_INPUT]);
  return recipe === undefined || language === undefined ? null : { recipe, language };
}

/** The code in the language asked for; `null` where there is none in it. */
export function codeAnswer({ recipe, language }: CodePress): Answer | null {
  const patch = patchIn(recipe, language);
  if (patch === undefined) return null;
  return { text: codeText(patch), card: codeCard(patch) };
}
