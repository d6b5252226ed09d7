import type { Answer } from '../answer.ts';
import { answerLines, type LineOptions } from './answer-lines.ts';
import { PLAIN } from './style.ts';

/** One distinct failure of a log, ready to be shown. */
export interface ListedFailure {
  readonly answer: Answer;
  readonly count: number;
  readonly firstLine: number;
  readonly lastLine: number;
}

/** Distinct failures of a log: a line of totals, then each with its count and place, shortened to what to do. */
export function failureLines(failures: readonly ListedFailure[], lines: number, options: LineOptions): string[] {
  const style = options.style ?? PLAIN;
  const total = failures.reduce((sum, failure) => sum + failure.count, 0);
  if (failures.length === 0) {
    return [
      style.strong(`No sign-in or Graph failure found in ${number(lines)} lines.`),
      'If something failed, the log may not show it: log the status, the WWW-Authenticate header and the body of the answer.',
    ];
  }
  return [
    style.strong(`${number(total)} failures of ${number(failures.length)} kinds in ${number(lines)} lines.`),
    ...failures.flatMap(({ answer, count, firstLine, lastLine }, index) => [
      '',
      style.faint('─'.repeat(Math.min(60, options.width ?? 60))),
      style.heading(`${index + 1}. ${count === 1 ? 'Once' : `${number(count)} times`}, ${place(firstLine, lastLine)}`),
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

function place(firstLine: number, lastLine: number): string {
  return firstLine === lastLine ? `line ${number(firstLine)}` : `lines ${number(firstLine)} to ${number(lastLine)}`;
}

function number(value: number): string {
  return value.toLocaleString('en');
}
