import { diagnose } from '../../diagnosis/diagnose.ts';
import type { Diagnosis } from '../../diagnosis/diagnosis.ts';
import { type DistinctFailure, type LogSurvey, LogSurveyor } from '../../log-survey/log-survey.ts';
import { asPastes } from '../../log-survey/one-paste.ts';
import { counted, linesWords } from '../../log-survey/survey-words.ts';
import { answerOf } from '../../presentation/answer.ts';
import { contractJson } from '../../presentation/contract-json.ts';
import { failureLines } from '../../presentation/terminal/failure-lines.ts';
import { outputStyle, readableAnswer } from '../answer-output.ts';
import type { CliIo, ExitStatus } from '../cli-io.ts';
import { engineOptions } from './engine-options.ts';
import type { FileRequest } from './file-request.ts';
import type { ProgressBar } from './progress-bar.ts';

export interface LogRequest extends FileRequest {
  readonly progress: ProgressBar;
  /** Bytes read so far. */
  readonly done: () => number;
}

/** A text of any length: each distinct failure with its count, first and last line; a single paste as itself. */
export async function diagnoseLog(
  pieces: AsyncIterable<string>,
  { json, language, progress, done }: LogRequest,
  io: CliIo,
): Promise<ExitStatus> {
  const options = await engineOptions(io, language);
  const read = (text: string): Diagnosis => diagnose(text, options);
  const survey = await surveyed(pieces, read, (distinct) => progress.update(done(), distinct));
  await progress.clear();
  const failures = asPastes(survey, read);

  if (json) {
    for (const { diagnosis, count, firstLine, lastLine } of failures) {
      await io.stdout.write(`${JSON.stringify({ ...contractJson(diagnosis), count, firstLine, lastLine })}\n`);
    }
  } else {
    await io.stdout.write(readable(survey, failures, language, io));
  }
  if (survey.unlisted > 0) {
    await io.stderr.write(
      `${counted(survey.unlisted)} more failures are of further kinds than the ${failures.length} listed.\n`,
    );
  }
  if (failures.length === 0 && json) {
    await io.stderr.write(`No sign-in or Graph failure in ${counted(survey.lines)} lines.\n`);
  }
  return 0;
}

/** One failure as its whole answer, several as a list of their first lines. */
function readable(
  survey: LogSurvey,
  failures: readonly DistinctFailure[],
  language: FileRequest['language'],
  io: CliIo,
): string {
  const [only, ...others] = failures;
  if (only !== undefined && others.length === 0) {
    const answer = readableAnswer(only.diagnosis, io, language);
    return survey.isLog ? `${answer}\n${whereWords(only)}\n` : answer;
  }
  const total = failures.reduce((sum, { count }) => sum + count, 0);
  const lines = failureLines(
    {
      headline:
        total === 0
          ? `No sign-in or Graph failure found in ${counted(survey.lines)} lines.`
          : `${counted(total)} failures of ${counted(failures.length)} kinds in ${counted(survey.lines)} lines.`,
      notes: total === 0 ? [NOTHING_LOGGED] : [],
      failures: failures.map((failure) => ({
        answer: answerOf(failure.diagnosis),
        where: `${failure.count === 1 ? 'Once' : `${counted(failure.count)} times`}, ${linesWords(failure)}`,
      })),
    },
    outputStyle(io),
  );
  return `${lines.join('\n')}\n`;
}

const NOTHING_LOGGED =
  'If something failed, the log may not show it: log the status, the WWW-Authenticate header and the body of the answer.';

async function surveyed(
  pieces: AsyncIterable<string>,
  read: (text: string) => Diagnosis,
  shown: (distinct: number) => Promise<void>,
): Promise<LogSurvey> {
  const surveyor = new LogSurveyor(read);
  for await (const piece of pieces) {
    surveyor.push(piece);
    await shown(surveyor.distinct);
  }
  return surveyor.end();
}

function whereWords(failure: DistinctFailure): string {
  const lines = `in ${linesWords(failure)}`;
  return failure.count === 1 ? `Seen once, ${lines}.` : `Seen ${counted(failure.count)} times, ${lines}.`;
}
