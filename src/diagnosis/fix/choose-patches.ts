import type { Patch, PatchLanguage } from '../diagnosis.ts';
import type { Values } from '../facts/facts.ts';
import { joinPatches } from './join-patches.ts';
import { MadeWhenRead } from './made-when-read.ts';
import { type PatchValues, patchValues } from './patch-values.ts';
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
 * @param language The language of the paste: it comes first. Without one Python and then curl come first. What is done in
 *   one language only comes in that one first.
 * @returns At most one patch a language; JSON bodies and settings last, one patch each, as JSON cannot hold comments.
 */
export function choosePatches(ids: readonly PatchId[], values: Values, language: PatchLanguage | null): Patch[] {
  const unique = ids.length < 2 ? ids : [...new Set(ids)];
  // Most answers show one language or none: a diagnosis must not pay for writing all seven.
  const filled = once(() => patchValues(values));
  const code: Patch[] = [];
  for (const one of languageOrder(doneIn(unique) ?? language)) {
    const inLanguage = unique.filter((id) => PATCHES[id][one] !== undefined);
    if (inLanguage.length === 0) continue;
    const parts = () => inLanguage.map((id) => ({ title: PATCHES[id].title, code: write(id, one, filled()) }));
    code.push(new WrittenWhenRead(one, () => joinPatches(one, parts())));
  }
  const bodies: Patch[] = [];
  for (const id of unique) {
    if (PATCHES[id].json !== undefined) bodies.push(new WrittenWhenRead('json', () => write(id, 'json', filled())));
  }
  return language === 'json' ? [...bodies, ...code] : [...code, ...bodies];
}

function write(id: PatchId, language: PatchLanguage, values: PatchValues): string {
  return PATCHES[id][language]?.(values) ?? '';
}

/** A patch whose code is written when it is first asked for. */
class WrittenWhenRead extends MadeWhenRead<string> implements Patch {
  readonly language: PatchLanguage;
  declare readonly code: string;

  constructor(language: PatchLanguage, write: () => string) {
    super(write);
    this.language = language;
    this.whenRead('code');
  }
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function doneIn(ids: readonly PatchId[]): CodeLanguage | undefined {
  for (const id of ids) if (PATCHES[id].doneIn !== undefined) return PATCHES[id].doneIn;
  return undefined;
}

function languageOrder(language: PatchLanguage | null): readonly CodeLanguage[] {
  if (language === null || language === 'json') return UNKNOWN_LANGUAGE_ORDER;
  return [language, ...CODE_LANGUAGES.filter((other) => other !== language)];
}
