import { literalList } from '../text/literal-filter.ts';
import type { Views } from '../text/views.ts';
import { placesOf } from './occurrences.ts';

/** As the pages of the sign-in write it in English, German, French, Spanish, Italian, Dutch, Portuguese, Polish and Japanese. */
const MARKS = literalList([
  'correlation',
  'korrelations',
  'corrélation',
  'correlación',
  'correlazione',
  'correlatie',
  'correlação',
  'korelacji',
  '関連付け',
]);
/** Looked at in one paste: a log names thousands. */
const LIMIT = 20;
const ID =
  /(?:correlation[ _-]?id|korrelations-?id|corrélation|correlación|correlazione|correlatie-?id|correlação|korelacji|関連付け ?id)["'`]{0,2}\s{0,3}[:：=]?\s{0,3}["'`]{0,2}([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})/y;

/**
 * The correlation id under which the sign-in log keeps this sign-in. It is no secret.
 *
 * @returns `undefined` where the paste has none, or several: then it does not say which one is meant.
 */
export function correlationIdOf(views: Views): string | undefined {
  const { lower } = views.plain;
  let found: string | undefined;
  let looked = 0;
  for (let mark = views.plain.nextHeld(MARKS, 0); mark !== -1; mark = views.plain.nextHeld(MARKS, mark + 1)) {
    for (const at of placesOf(views.plain, MARKS.literals[mark]!)) {
      if (++looked > LIMIT) break;
      ID.lastIndex = at;
      const id = ID.exec(lower)?.[1];
      if (id === undefined) continue;
      if (found !== undefined && found !== id) return undefined;
      found = id;
    }
  }
  return found;
}
