import type { DistinctFailure } from './log-survey.ts';

/** Where in a log a failure stands: «line 12», «lines 12 to 1,340». */
export function linesWords({ firstLine, lastLine }: Pick<DistinctFailure, 'firstLine' | 'lastLine'>): string {
  return firstLine === lastLine ? `line ${counted(firstLine)}` : `lines ${counted(firstLine)} to ${counted(lastLine)}`;
}

/** A number with commas between its thousands. */
export function counted(value: number): string {
  return value.toLocaleString('en');
}
