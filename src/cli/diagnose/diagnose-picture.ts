import { diagnose } from '../../diagnosis/diagnose.ts';
import { createPictureReader } from '../../pictures/create-picture-reader.ts';
import { LARGEST_PICTURE, type PictureProblem, type PictureReading } from '../../pictures/picture-reader.ts';
import { PICTURE_LEAD, pictureWords } from '../../presentation/cards/diagnosis/picture-quote.ts';
import { contractJson } from '../../presentation/contract-json.ts';
import { wrap } from '../../presentation/terminal/wrap.ts';
import { outputStyle, readableAnswer } from '../answer-output.ts';
import type { CliIo, ExitStatus } from '../cli-io.ts';
import { UsageError } from '../usage-error.ts';
import { engineOptions } from './engine-options.ts';
import type { FileRequest } from './file-request.ts';

/** A screenshot: the words in it are read on this machine, and what was read is shown below the answer. */
export async function diagnosePicture(
  bytes: AsyncIterable<Uint8Array>,
  { file, json, language }: FileRequest,
  io: CliIo,
): Promise<ExitStatus> {
  const { text, problem } = await readPicture(await collected(bytes), io);
  if (problem !== null) throw new UsageError(`${file}: ${PROBLEM_WORDS[problem]}`);
  const diagnosis = diagnose(text, { ...(await engineOptions(io, language)), pictureFrom: 0 });
  if (json) {
    const lines = text.split('\n').length;
    await io.stdout.write(
      `${JSON.stringify({ ...contractJson(diagnosis), count: 1, firstLine: 1, lastLine: lines })}\n`,
    );
    return 0;
  }
  const { width, style } = outputStyle(io);
  const quoted = pictureWords(text)
    .split('\n')
    .flatMap((line) => wrap(line, width - QUOTE.length))
    .map((line) => `${QUOTE}${style.faint(line)}`);
  await io.stdout.write(readableAnswer(diagnosis, io, language));
  await io.stdout.write(`${['', style.heading(PICTURE_LEAD), ...quoted].join('\n')}\n`);
  return 0;
}

const QUOTE = '  │ ';

const PROBLEM_WORDS: Readonly<Record<PictureProblem, string>> = {
  'too-large': 'the picture is larger than 10 MiB. Cut out the part with the error, or paste the error as text.',
  'too-many-pixels': 'the picture has too many pixels. Cut out the part with the error, or paste the error as text.',
  'not-a-picture': 'the picture could not be opened: PNG, JPEG, GIF, BMP and WebP are read. Take a new screenshot.',
  'took-too-long':
    'reading the words in the picture took too long. Cut out the part with the error, or paste the error as text.',
  'no-words': 'no words were found in the picture. Zoom in on the error before taking it, or paste the error as text.',
};

async function collected(bytes: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of bytes) {
    pieces.push(piece);
    length += piece.length;
    if (length > LARGEST_PICTURE) break;
  }
  return Buffer.concat(pieces);
}

async function readPicture(bytes: Uint8Array, io: CliIo): Promise<PictureReading> {
  const { isTTY } = io.stderr;
  const reader = createPictureReader();
  try {
    if (isTTY) await io.stderr.write('Reading the words in the picture…');
    return await reader.read(bytes);
  } finally {
    if (isTTY) await io.stderr.write('\r\u001b[2K');
    await reader.close();
  }
}
