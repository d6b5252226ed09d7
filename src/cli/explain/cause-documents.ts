import type { FindableCauseId } from '../../diagnosis/cause-id.ts';
import { ROOT_CAUSES } from '../../diagnosis/causes/index.ts';
import { causeIndex } from '../../presentation/cause-page.ts';
import { OWNER_WORDS } from '../../presentation/words.ts';
import { causePageOf, pagedCauses } from './cause-page-of.ts';

/** The first id of each part of the index; the ids stand in this order. */
const PARTS: ReadonlyMap<FindableCauseId, string> = new Map([
  ['token-missing', 'The token as the API sees it'],
  ['redirect-uri-mismatch', 'Getting the token'],
  ['user-not-found', 'The person and the tenant’s policy'],
  ['bot-credentials', 'The bot and its channel'],
  ['throttled', 'Not the sign-in'],
]);

/** File names in docs/causes with their text. */
export function causeDocuments(): ReadonlyMap<string, string> {
  const documents = new Map<string, string>();
  const groups: { title: string; causes: { id: FindableCauseId; title: string; owner: string }[] }[] = [];
  for (const id of pagedCauses()) {
    const { title, owner } = ROOT_CAUSES[id];
    const part = PARTS.get(id);
    if (part !== undefined || groups.length === 0) groups.push({ title: part ?? 'Root causes', causes: [] });
    groups.at(-1)?.causes.push({ id, title, owner: OWNER_WORDS[owner].label });
    documents.set(`${id}.md`, causePageOf(id, null));
  }
  documents.set('README.md', causeIndex(groups));
  return documents;
}
