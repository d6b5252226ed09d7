import type { FindableCauseId } from '../cause-id.ts';
import { ROOT_CAUSES } from '../causes/index.ts';
import { CAUSE_PHRASE } from '../codes/cause-phrase.ts';

/** Fewer words can be anybody's. */
const LEAST_WORDS = 4;

interface CauseWords {
  readonly byCause: ReadonlyMap<FindableCauseId, ReadonlySet<string>>;
  /** How much a word tells: the fewer causes speak of it, the more. */
  readonly weight: ReadonlyMap<string, number>;
}
let learned: CauseWords | undefined;

/**
 * Whether the sentence beside a code speaks of a cause: its telling words stand in what this project says of the cause
 * and in the messages that belong to it, more than in those of any other.
 */
export function soundsLike(sentence: string, cause: FindableCauseId): boolean {
  const { byCause, weight } = causeWords();
  const words = wordsOf(sentence);
  if (words.size < LEAST_WORDS) return false;
  let best: FindableCauseId | undefined;
  let most = 0;
  for (const [candidate, known] of byCause) {
    let score = 0;
    for (const word of words) if (known.has(word)) score += weight.get(word)!;
    if (score > most) {
      most = score;
      best = candidate;
    }
  }
  return best === cause;
}

function causeWords(): CauseWords {
  if (learned !== undefined) return learned;
  const byCause = new Map<FindableCauseId, ReadonlySet<string>>();
  const causes = new Map<string, number>();
  for (const { id, title, symptoms, explanation, hits } of Object.values(ROOT_CAUSES)) {
    const words = wordsOf(
      [CAUSE_PHRASE[id], title, explanation, ...symptoms, ...hits.map(({ paste }) => paste)].join('\n'),
    );
    byCause.set(id, words);
    for (const word of words) causes.set(word, (causes.get(word) ?? 0) + 1);
  }
  const weight = new Map([...causes].map(([word, count]) => [word, Math.log(byCause.size / count)]));
  learned = { byCause, weight };
  return learned;
}

/** Words without their endings. */
function wordsOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/[a-z]{4,20}/g) ?? [];
  return new Set(words.map((word) => word.replace(/(?:s|ed|ing)$/, '')));
}
