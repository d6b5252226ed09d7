import { type LiteralList, literal, literalList } from '../text/literal-filter.ts';
import { mayHoldOneOf } from '../text/literal-places.ts';
import type { Reader } from '../text/views.ts';
import type { ToldEvidence } from './evidence.ts';
import { occurrences } from './occurrences.ts';
import { CIRCUMSTANCE_WORDS, type CircumstanceWords } from './told/circumstances.ts';

interface Telling extends CircumstanceWords {
  readonly others: readonly (readonly string[])[];
}

/** The first words of all tellings, and the telling of each beside it: two flat lists, as most of them are in no paste. */
interface Tellings {
  readonly first: LiteralList;
  readonly tellings: readonly Telling[];
}

function listed(all: readonly CircumstanceWords[]): Tellings {
  const words: string[] = [];
  const tellings: Telling[] = [];
  for (const each of all) {
    const [first, ...others] = each.words.split(' + ').map((group) => group.split('|'));
    const telling = { ...each, others };
    for (const word of first!) {
      words.push(word);
      tellings.push(telling);
    }
  }
  return { first: literalList(words), tellings };
}

const ALL = listed(CIRCUMSTANCE_WORDS);
const ALONE = listed(CIRCUMSTANCE_WORDS.filter(({ alone }) => alone));
/** With a code of Entra ID no telling is asked for any more. */
const CODE = literal('aadsts');
const ERRORS = literalList([
  'invalid_grant',
  'invalid_client',
  'invalid_request',
  'unauthorized_client',
  'access_denied',
  'interaction_required',
]);

/** People tell in a few lines; what is longer is a log. */
const LOOKED_AT = 12_000;
const MOST_PLACES = 4;
const AROUND = 90;

/**
 * Circumstances as people tell them beside a refusal: «the password was reset this morning», «the same code goes out
 * twice». They prove nothing of themselves: rules read them together with what was refused.
 */
export const readTold: Reader<ToldEvidence> = ({ text }) => {
  const found: ToldEvidence[] = [];
  if (text.text.length > LOOKED_AT || (text.mayHold(CODE) && text.lower.includes(CODE.text))) return found;
  const { first, tellings } = mayHoldOneOf(text, ERRORS) ? ALL : ALONE;
  for (let index = text.nextHeld(first, 0); index !== -1; index = text.nextHeld(first, index + 1)) {
    const word = first.literals[index]!;
    const telling = tellings[index]!;
    if (found.some(({ circumstance }) => circumstance === telling.circumstance)) continue;
    const start = placeOf(text.lower, word.text, telling);
    if (start === undefined) continue;
    found.push({
      kind: 'told',
      circumstance: telling.circumstance,
      span: text.spanOf(start, start + word.text.length),
    });
  }
  return found;
};

function placeOf(lower: string, word: string, { others, unless, within = AROUND }: Telling): number | undefined {
  for (const start of occurrences(lower, word, MOST_PLACES)) {
    const around = lower.slice(Math.max(0, start - within), start + word.length + within);
    if (others.every((group) => group.some((other) => around.includes(other))) && !unless?.test(around)) return start;
  }
  return undefined;
}
