import { basename } from 'node:path';
import { diagnose } from '../../diagnosis/diagnose.ts';
import { surveyHar } from '../../har/har-survey.ts';
import { type Har, readHar } from '../../har/read-har.ts';
import { callWords, RECORD_AGAIN, surveyWords } from '../../har/survey-words.ts';
import { answerOf, secretNotices } from '../../presentation/answer.ts';
import { contractJson } from '../../presentation/contract-json.ts';
import { failureLines } from '../../presentation/terminal/failure-lines.ts';
import { outputStyle } from '../answer-output.ts';
import type { CliIo, ExitStatus } from '../cli-io.ts';
import { diagnoseLog, type LogRequest } from './diagnose-log.ts';
import { engineOptions } from './engine-options.ts';
import type { FileRequest } from './file-request.ts';

/** JSON is read as a whole. Longer than this a recording is read as a log is: line by line, in little memory. */
const LONGEST_RECORDING = 256 * 1024 * 1024;

/** A recording of a browser's calls (HAR): each distinct failed call with its cause, the surest first. */
export async function diagnoseRecording(
  pieces: AsyncIterable<string>,
  request: LogRequest,
  io: CliIo,
): Promise<ExitStatus> {
  const read: string[] = [];
  let length = 0;
  const rest = pieces[Symbol.asyncIterator]();
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) {
    read.push(next.value);
    length += next.value.length;
    if (length > LONGEST_RECORDING) break;
    await request.progress.update(request.done(), 0);
  }
  const har = length > LONGEST_RECORDING ? null : readHar(read.join(''));
  // Cut off, or JSON of something else.
  if (har === null) return diagnoseLog(chained(read, rest), request, io);
  await request.progress.clear();
  return answerRecording(har, { ...request, file: basename(request.file) }, io);
}

/** The failed calls of a recording that was read already; `file` is what it is called in the answer. */
export async function answerRecording(har: Har, { file, json, language }: FileRequest, io: CliIo): Promise<ExitStatus> {
  const options = await engineOptions(io, language);
  const survey = surveyHar(har, (paste) => diagnose(paste, options));
  const { failures, secrets } = survey;
  if (json) {
    for (const { diagnosis, count, method, address, status } of failures) {
      const call = { method, address, status };
      await io.stdout.write(
        `${JSON.stringify({ ...contractJson(diagnosis), count, firstLine: null, lastLine: null, call })}\n`,
      );
    }
    if (failures.length === 0) await io.stderr.write(`${surveyWords(survey, file)}\n`);
    return 0;
  }
  const notices = secretNotices(secrets);
  const page = failureLines(
    {
      headline: surveyWords(survey, file),
      notes: [
        ...(survey.failed === 0 ? [RECORD_AGAIN] : []),
        ...(notices.length === 0
          ? []
          : [`Careful: ${file} holds credentials of whoever recorded it. Share it with nobody.`]),
        ...notices.map(({ what, until, revoke }) => `- ${what}. ${until} ${revoke}`.trim()),
      ],
      // The credentials are told once, above.
      failures: failures.map((call) => ({
        answer: { ...answerOf(call.diagnosis), secrets: [] },
        where: callWords(call),
      })),
    },
    outputStyle(io),
  );
  await io.stdout.write(`${page.join('\n')}\n`);
  return 0;
}

async function* chained(read: readonly string[], rest: AsyncIterator<string>): AsyncGenerator<string> {
  yield* read;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}
