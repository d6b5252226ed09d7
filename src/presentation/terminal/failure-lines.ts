import type { Answer } from '../answer.ts';
import { answerLines, type LineOptions } from './answer-lines.ts';
import { PLAIN } from './style.ts';
import { wrap } from './wrap.ts';

/** One distinct failure of a log or a recording, ready to be shown. */
export interface ListedFailure {
  readonly answer: Answer;
  /** How often and where: the lines, or the call. */
  readonly where: string;
}

/** What holds the failures. */
export interface FailureList {
  /** One sentence: how many, in what. */
  readonly headline: string;
  /** What is to be known beside it; below the headline. */
  readonly notes: readonly string[];
  readonly failures: readonly ListedFailure[];
}

/** Distinct failures: a line of totals, then each with its place, shortened to what to do. */
export function failureLines({ headline, notes, failures }: FailureList, options: LineOptions): string[] {
  const style = options.style ?? PLAIN;
  const width = options.width ?? Number.POSITIVE_INFINITY;
  const head = [
    ...wrap(headline, width).map((line) => style.strong(line)),
    ...notes.flatMap((note) => wrap(note, width)),
  ];
  if (failures.length === 0) return head;
  return [
    ...head,
    ...failures.flatMap(({ answer, where }, index) => [
      '',
      style.faint('─'.repeat(Math.min(60, width))),
      style.heading(`${index + 1}. ${where}`),
      ...answerLines(shortened(answer), { ...options, brief: true }),
    ]),
    '',
    style.faint('More on each: why401 explain <cause>'),
  ];
}

function shortened(answer: Answer): Answer {
  return {
    ...answer,
    because: answer.because.slice(0, 2),
    patches: [],
    forward: null,
    others: answer.verdict === 'certain' ? [] : answer.others.slice(0, 2),
    next: answer.verdict === 'undecided' ? answer.next : null,
  };
}
