import { TextDecoder } from 'node:util';

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** What bytes are that are no text: a known way of packing, or just binary data. */
export type NotText = 'gzip' | 'zip' | 'zstd' | 'binary';

export class NotTextError extends Error {
  readonly code = 'WHY401_NOT_TEXT';
  readonly what: NotText;
  constructor(what: NotText) {
    super(what === 'binary' ? 'Binary data is no text' : `A ${what} file is no text`);
    this.name = 'NotTextError';
    this.what = what;
  }
}

/**
 * The encoding of a text by its first bytes: a byte order mark, or the zeros of UTF-16 that Windows PowerShell's `>`
 * writes. UTF-8 otherwise.
 *
 * @throws NotTextError
 */
export function textEncoding(head: Uint8Array): TextEncoding {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  for (const [what, magic] of PACKED) {
    if (magic.every((byte, index) => head[index] === byte)) throw new NotTextError(what);
  }
  const sample = head.subarray(0, 8192);
  let zerosEven = 0;
  let zerosOdd = 0;
  sample.forEach((byte, index) => {
    if (byte !== 0) return;
    if (index % 2 === 0) zerosEven += 1;
    else zerosOdd += 1;
  });
  if (zerosEven + zerosOdd === 0) return 'utf-8';
  const half = sample.length / 2;
  if (zerosOdd > half * 0.6 && zerosEven < half * 0.1) return 'utf-16le';
  if (zerosEven > half * 0.6 && zerosOdd < half * 0.1) return 'utf-16be';
  throw new NotTextError('binary');
}

const PACKED: readonly (readonly [NotText, readonly number[]])[] = [
  ['gzip', [0x1f, 0x8b]],
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zstd', [0x28, 0xb5, 0x2f, 0xfd]],
];

/**
 * Decodes a stream of bytes piece by piece; a broken character becomes U+FFFD, a byte order mark is dropped.
 *
 * @throws NotTextError
 */
export async function* decoded(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: TextDecoder | null = null;
  for await (const piece of bytes) {
    decoder ??= new TextDecoder(textEncoding(piece));
    yield decoder.decode(piece, { stream: true });
  }
  const rest = decoder?.decode() ?? '';
  if (rest !== '') yield rest;
}
