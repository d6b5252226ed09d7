import { decoded, NotTextError, type TextEncoding, textEncoding } from '../log-survey/text-encoding.ts';
import { UsageError } from './usage-error.ts';

/**
 * The encoding of a file or of standard input.
 *
 * @throws UsageError where the bytes are not text
 */
export function textEncodingOf(head: Uint8Array, name: string): TextEncoding {
  try {
    return textEncoding(head);
  } catch (error) {
    throw notText(error, name);
  }
}

/**
 * Decodes a file or standard input piece by piece.
 *
 * @throws UsageError where the bytes are not text
 */
export async function* decodedText(bytes: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<string> {
  try {
    yield* decoded(bytes);
  } catch (error) {
    throw notText(error, name);
  }
}

function notText(error: unknown, name: string): unknown {
  if (!(error instanceof NotTextError)) return error;
  const words =
    error.what === 'binary'
      ? `${name} is not text (binary data). Paste or name a file with the error as text.`
      : `${name} is a ${error.what} file, not text. Unpack it first.`;
  return new UsageError(words);
}
