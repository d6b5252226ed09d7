import { CAUSE_IDS, type FindableCauseId, type Owner } from '../../diagnosis/cause-id.ts';
import { ROOT_CAUSES } from '../../diagnosis/causes/index.ts';
import { CAUSE_PHRASES } from '../../diagnosis/causes/phrases.ts';
import type { Hit } from '../../diagnosis/causes/root-cause.ts';
import { aadstsCodes, aadstsEntry } from '../../diagnosis/codes/aadsts.ts';
import type { PatchLanguage } from '../../diagnosis/diagnosis.ts';
import { readEvidence } from '../../diagnosis/evidence/read-evidence.ts';
import { buildFacts } from '../../diagnosis/facts/build-facts.ts';
import { buildFix } from '../../diagnosis/fix/build-fix.ts';
import { maskSecrets } from '../../diagnosis/secrets/mask-secrets.ts';
import { unwrap } from '../../diagnosis/text/unwrap.ts';
import { causePage } from '../../presentation/cause-page.ts';

/** A table of codes longer than this is no help to a reader. */
const CODES_SHOWN = 30;
const EXAMPLE_CHARS = 1500;

/** The code that a page is asked for by, and who acts on it as the table says. */
export interface AskedCode {
  readonly text: string;
  readonly owner: Owner;
}

/**
 * The page of one cause as Markdown.
 *
 * @param language one language of the code; `null` for all
 * @param asked the code that led here: the steps are then those for this code
 */
export function causePageOf(id: FindableCauseId, language: PatchLanguage | null, asked?: AskedCode): string {
  const cause = ROOT_CAUSES[id];
  // A paste that says nothing but its code: every step then shows its placeholders.
  const evidence = asked === undefined ? [] : readEvidence(unwrap(asked.text), CAUSE_PHRASES);
  const facts = buildFacts({ evidence, phrases: CAUSE_PHRASES, language, now: 0 });
  const built = buildFix(cause, facts);
  const fix = asked === undefined ? built : { ...built, patches: built.patches, owner: asked.owner };
  return causePage({
    cause: asked === undefined ? cause : { ...cause, owner: asked.owner },
    fix,
    patches: language === null ? fix.patches : chosen(fix.patches, language),
    codes: codesOf(id),
    example: exampleOf(cause.hits),
  });
}

function chosen<P extends { readonly language: PatchLanguage }>(patches: readonly P[], language: PatchLanguage): P[] {
  const wanted = patches.filter((patch) => patch.language === language);
  return wanted.length > 0 ? wanted : patches.slice(0, 1);
}

function codesOf(id: FindableCauseId): { code: number; name: string | null }[] {
  return aadstsCodes()
    .flatMap((code) => aadstsEntry(code) ?? [])
    .filter((entry) => entry.cause === id)
    .sort((a, b) => Number(b.documented) - Number(a.documented) || a.code - b.code)
    .slice(0, CODES_SHOWN)
    .map(({ code, name }) => ({ code, name }));
}

/** The shortest of the surest examples that a page has room for. */
function exampleOf(hits: readonly Hit[]): string | null {
  const ranked = [...hits]
    .filter((hit) => hit.paste.length <= EXAMPLE_CHARS)
    .sort((a, b) => rank(a) - rank(b) || a.paste.length - b.paste.length);
  const [best] = ranked;
  return best === undefined ? null : maskSecrets(best.paste);
}

function rank(hit: Hit): number {
  return hit.verdict === 'certain' ? 0 : hit.verdict === 'possible' ? 2 : 1;
}

/** Every cause that has a page, in the order of the ids. */
export function pagedCauses(): FindableCauseId[] {
  return CAUSE_IDS.filter((id): id is FindableCauseId => Object.hasOwn(ROOT_CAUSES, id));
}
