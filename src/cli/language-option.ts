import { PATCH_LANGUAGES, type PatchLanguage } from '../diagnosis/diagnosis.ts';
import { nearest } from '../diagnosis/text/nearest.ts';
import { UsageError } from './usage-error.ts';

/** Other names that people type for a language. */
const ALIASES: ReadonlyMap<string, PatchLanguage> = new Map([
  ['py', 'python'],
  ['js', 'node'],
  ['javascript', 'node'],
  ['typescript', 'node'],
  ['ts', 'node'],
  ['nodejs', 'node'],
  ['c#', 'csharp'],
  ['cs', 'csharp'],
  ['dotnet', 'csharp'],
  ['pwsh', 'powershell'],
  ['ps1', 'powershell'],
  ['bash', 'curl'],
  ['http', 'curl'],
]);

/** The value of `--lang`; `null` where the option was left out. Throws UsageError for a language without patches. */
export function languageOption(value: string | true | undefined): PatchLanguage | null {
  if (value === undefined || value === true) return null;
  const name = value.toLowerCase();
  const language = PATCH_LANGUAGES.find((known) => known === name) ?? ALIASES.get(name);
  if (language !== undefined) return language;
  const [close] = nearest(name, PATCH_LANGUAGES, 1);
  const hint = close === undefined ? '' : ` Did you mean ${close}?`;
  throw new UsageError(
    `No code in the language ${JSON.stringify(value.slice(0, 40))}.${hint} Known: ${PATCH_LANGUAGES.join(', ')}`,
  );
}
