import { diagnose } from '../../diagnosis/diagnose.ts';
import type { Diagnosis } from '../../diagnosis/diagnosis.ts';
import { type LogSurvey, LogSurveyor } from '../../log-survey/log-survey.ts';
import { asPastes } from '../../log-survey/one-paste.ts';
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
    const [only] = failures;
    if (failures.length === 1 && only !== undefined) {
      await io.stdout.write(readableAnswer(only.diagnosis, io, language));
      if (survey.isLog) await io.stdout.write(`\n${whereWords(only.count, only.firstLine, only.lastLine)}\n`);
    } else {
      const total = failures.reduce((sum, { count }) => sum + count, 0);
      const page = failureLines(
        {
          headline:
            total === 0
              ? `No sign-in or Graph failure found in ${number(survey.lines)} lines.`
              : `${number(total)} failures of ${number(failures.length)} kinds in ${number(survey.lines)} lines.`,
          notes: total === 0 ? [NOTHING_LOGGED] : [],
          failures: failures.map(({ diagnosis, count, firstLine, lastLine }) => ({
            answer: answerOf(diagnosis),
            where: `${count === 1 ? 'Once' : `${number(count)} times`}, ${linesWords(firstLine, lastLine)}`,
          })),
        },
        outputStyle(io),
      );
      await io.stdout.write(`${page.join('\n')}\n`);
    }
  }
  if (survey.unlisted > 0) {
    await io.stderr.write(
      `${number(survey.unlisted)} more failures are of further kinds than the ${failures.length} listed.\n`,
    );
  }
  if (failures.length === 0 && json) {
    await io.stderr.write(`No sign-in or Graph failure in ${number(survey.lines)} lines.\n`);
  }
  return 0;
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

function whereWords(count: number, firstLine: number, lastLine: number): string {
  const lines = `in ${linesWords(firstLine, lastLine)}`;
  return count === 1 ? `Seen once, ${lines}.` : `Seen ${number(count)} times, ${lines}.`;
}

function linesWords(firstLine: number, lastLine: number): string {
  return firstLine === lastLine ? `line ${number(firstLine)}` : `lines ${number(firstLine)} to ${number(lastLine)}`;
}

function number(value: number): string {
  return value.toLocaleString('en');
}
