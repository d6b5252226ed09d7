import type { Verdict } from '../../src/diagnosis/diagnosis.ts';
import type { CorpusLine } from './diagnosis-corpus.ts';

export interface Answer {
  readonly line: CorpusLine;
  readonly cause: string;
  readonly verdict: Verdict;
  readonly ranked: readonly string[];
}

export interface Score {
  readonly pastes: number;
  readonly right: number;
  readonly rightAmongThree: number;
  readonly certain: number;
  readonly certainAndWrong: number;
  readonly certainAndRight: number;
  readonly likely: number;
  readonly likelyAndRight: number;
  /** Pastes that have a cause. */
  readonly decidable: number;
  readonly decidableUndecided: number;
}

export function isRight(answer: Pick<Answer, 'line' | 'cause'>): boolean {
  return answer.cause === answer.line.cause || answer.line.also.includes(answer.cause);
}

export function scoreOf(answers: readonly Answer[]): Score {
  const count = (test: (answer: Answer) => boolean) => answers.filter(test).length;
  const decidable = answers.filter(({ line }) => line.cause !== 'not-enough-evidence');
  return {
    pastes: answers.length,
    right: count(isRight),
    rightAmongThree: count(
      (it) => isRight(it) || it.ranked.slice(0, 3).some((cause) => isRight({ line: it.line, cause })),
    ),
    certain: count((it) => it.verdict === 'certain'),
    certainAndWrong: count((it) => it.verdict === 'certain' && !isRight(it)),
    certainAndRight: count((it) => it.verdict === 'certain' && isRight(it)),
    likely: count((it) => it.verdict === 'likely'),
    likelyAndRight: count((it) => it.verdict === 'likely' && isRight(it)),
    decidable: decidable.length,
    decidableUndecided: decidable.filter((it) => it.verdict === 'undecided').length,
  };
}

/** What the project promises of itself; the command fails where one is missed. */
export const TARGETS = {
  top1: { 'worked with': 0.93, 'set aside': 0.85 },
  certainAndWrongAtMost: 0.02,
  certainShareOfRightAtLeast: 0.5,
  likelyRightAtLeast: 0.85,
  undecidedAtMost: 0.15,
} as const;
