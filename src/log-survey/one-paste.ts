import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import type { DistinctFailure, LogSurvey } from './log-survey.ts';

/**
 * A small file is often one paste: a request, its answer and a few settings, which only together name the cause.
 * Gives the failures to report: the whole text as one where its parts say no more than the whole.
 */
export function asPastes(survey: LogSurvey, diagnose: (text: string) => Diagnosis): readonly DistinctFailure[] {
  const { whole, failures, lines, isLog } = survey;
  if (whole === null) return failures;
  const [first] = failures;
  if (first === undefined) {
    return [{ diagnosis: diagnose(whole), count: 1, firstLine: 1, lastLine: Math.max(1, lines) }];
  }
  if (failures.length === 1) {
    // In a log the other lines are other people's requests: they are asked only where the failure alone decides nothing.
    if (isLog && first.diagnosis.verdict !== 'undecided') return failures;
    const together = diagnose(whole);
    // The whole holds all that the part does: what it leaves open, the part alone only seems to decide.
    const keepsPart = together.verdict === 'undecided' && first.diagnosis.verdict === 'certain';
    return keepsPart ? failures : [{ ...first, diagnosis: together }];
  }
  if (isLog || failures.every(({ diagnosis }) => isSure(diagnosis))) return failures;
  const together = diagnose(whole);
  if (!isSure(together)) return failures;
  // One part names a cause of its own that the whole does not: then they are two failures.
  const causes = new Set(together.findings.map((finding) => finding.cause as string));
  const strange = failures.some(({ diagnosis }) => isSure(diagnosis) && !causes.has(diagnosis.cause));
  if (strange) return failures;
  return [
    {
      diagnosis: together,
      count: 1,
      firstLine: Math.min(...failures.map((failure) => failure.firstLine)),
      lastLine: Math.max(...failures.map((failure) => failure.lastLine)),
    },
  ];
}

function isSure(diagnosis: Diagnosis): boolean {
  return diagnosis.verdict === 'certain' || diagnosis.verdict === 'likely';
}
