import type { Patch, PatchLanguage } from '../diagnosis.ts';
import type { Values } from '../facts/facts.ts';
import { joinPatches } from './join-patches.ts';
import { patchValues } from './patch-values.ts';
import { PATCHES } from './patches/index.ts';
import type { PatchId } from './patches/patch-id.ts';

const CODE_LANGUAGES = ['python', 'node', 'csharp', 'java', 'powershell', 'curl'] as const;
type CodeLanguage = (typeof CODE_LANGUAGES)[number];

/** Where the paste has no language of its own: MSAL for Python, then what every machine has. */
const UNKNOWN_LANGUAGE_ORDER: readonly CodeLanguage[] = ['python', 'curl', 'node', 'csharp', 'java', 'powershell'];

/**
 * The patches of a fix, one a language, with the paster's own values.
 *
 * @param ids What to write, in this order; doubles are written once.
 * @param language The language of the paste: it comes first. Without one Python and then curl come first.
 * @returns At most one patch a language; JSON bodies and settings last, one patch each, as JSON cannot hold comments.
 */
export function choosePatches(ids: readonly PatchId[], values: Values, language: PatchLanguage | null): Patch[] {
  const filled = patchValues(values);
  const unique = [...new Set(ids)];
  const code = languageOrder(language).flatMap((one): Patch[] => {
    const parts = unique.flatMap((id) => {
      const write = PATCHES[id][one];
      return write === undefined ? [] : [{ title: PATCHES[id].title, code: write(filled) }];
    });
    return parts.length === 0 ? [] : [{ language: one, code: joinPatches(one, parts) }];
  });
  const bodies = unique.flatMap((id): Patch[] => {
    const write = PATCHES[id].json;
    return write === undefined ? [] : [{ language: 'json', code: write(filled) }];
  });
  return language === 'json' ? [...bodies, ...code] : [...code, ...bodies];
}

function languageOrder(language: PatchLanguage | null): readonly CodeLanguage[] {
  if (language === null || language === 'json') return UNKNOWN_LANGUAGE_ORDER;
  return [language, ...CODE_LANGUAGES.filter((other) => other !== language)];
}
