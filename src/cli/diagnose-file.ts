import { diagnose } from '../diagnosis/diagnose.ts';
import type { Diagnosis, PatchLanguage } from '../diagnosis/diagnosis.ts';
import { type LogSurvey, LogSurveyor } from '../log-survey/log-survey.ts';
import { asPastes } from '../log-survey/one-paste.ts';
import { answerOf } from '../presentation/answer.ts';
import { contractJson } from '../presentation/contract-json.ts';
import { failureLines } from '../presentation/terminal/failure-lines.ts';
import { outputStyle, readableAnswer } from './answer-output.ts';
import type { CliIo, ExitStatus } from './cli-io.ts';
import { decodedText } from './decoded-text.ts';
import { engineOptions } from './engine-options.ts';
import { openFile } from './open-file.ts';
import { ProgressBar } from './progress-bar.ts';
import { unreadable } from './unreadable.ts';

export interface FileRequest {
  readonly file: string;
  readonly json: boolean;
  readonly language: PatchLanguage | null;
}

/** `why401 diagnose FILE`: reads it as a stream and reports each distinct failure. */
export async function diagnoseFile({ file, json, language }: FileRequest, io: CliIo): Promise<ExitStatus> {
  const options = await engineOptions(io, language);
  const read = (text: string): Diagnosis => diagnose(text, options);
  const survey = await surveyFile(file, read, io);
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
      const listed = failures.map(({ diagnosis, ...where }) => ({ answer: answerOf(diagnosis), ...where }));
      await io.stdout.write(`${failureLines(listed, survey.lines, outputStyle(io)).join('\n')}\n`);
    }
  }
  if (survey.unlisted > 0) {
    await io.stderr.write(
      `${survey.unlisted.toLocaleString('en')} more failures are of further kinds than the ${failures.length} listed.\n`,
    );
  }
  if (failures.length === 0 && json) {
    await io.stderr.write(`No sign-in or Graph failure in ${survey.lines.toLocaleString('en')} lines.\n`);
  }
  return 0;
}

async function surveyFile(file: string, read: (text: string) => Diagnosis, io: CliIo): Promise<LogSurvey> {
  const surveyor = new LogSurveyor(read);
  const { size, bytes } = await openFile(file);
  const progress = new ProgressBar(io.stderr, io.now, size);
  let done = 0;
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const piece of bytes) {
      done += piece.length;
      yield piece;
    }
  }
  try {
    for await (const piece of decodedText(counted(), file)) {
      surveyor.push(piece);
      await progress.update(done, surveyor.distinct);
    }
    return surveyor.end();
  } catch (error) {
    throw isReadError(error) ? unreadable(file, error) : error;
  } finally {
    await progress.clear();
  }
}

function isReadError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}

function whereWords(count: number, firstLine: number, lastLine: number): string {
  const lines = firstLine === lastLine ? `in line ${firstLine}` : `in lines ${firstLine} to ${lastLine}`;
  return count === 1 ? `Seen once, ${lines}.` : `Seen ${count.toLocaleString('en')} times, ${lines}.`;
}
