import type { CauseId } from '../../diagnosis/cause-id.ts';
import type { Diagnosis } from '../../diagnosis/diagnosis.ts';
import { type DistinctFailure, LogSurveyor } from '../../log-survey/log-survey.ts';
import { counted, linesWords } from '../../log-survey/survey-words.ts';

/** A shorter message is one exchange with what stands around it. */
const SHORTEST_LOG = 1500;
const MOST_NAMED = 3;

/** Another failure of a log, with its lines and its headline as one sentence. */
export interface OtherFailure {
  readonly cause: CauseId;
  readonly words: string;
}

/**
 * What else failed in a message that is a log: its answer is about one failure. The most frequent ones of which the cause
 * is sure.
 *
 * @param told - the answer to the whole message; what it is about is not named again
 */
export function otherFailures(paste: string, told: Diagnosis, diagnose: (text: string) => Diagnosis): OtherFailure[] {
  if (paste.length < SHORTEST_LOG) return [];
  const surveyor = new LogSurveyor(diagnose);
  surveyor.push(paste);
  const { failures, isLog } = surveyor.end();
  if (!isLog) return [];
  const named = new Set<string>([told.cause]);
  const others: OtherFailure[] = [];
  for (const failure of failures.filter(isSure).sort(byCount)) {
    const { cause, headline } = failure.diagnosis;
    if (named.has(cause)) continue;
    named.add(cause);
    others.push({ cause, words: `Another failure in this log, ${placesWords(failure)}: ${headline}` });
  }
  return others.slice(0, MOST_NAMED);
}

function isSure({ diagnosis: { verdict } }: DistinctFailure): boolean {
  return verdict === 'certain' || verdict === 'likely';
}

function byCount(one: DistinctFailure, other: DistinctFailure): number {
  return other.count - one.count || one.firstLine - other.firstLine;
}

function placesWords(failure: DistinctFailure): string {
  const lines = linesWords(failure);
  return failure.count === 1 ? lines : `${counted(failure.count)} times in ${lines}`;
}
