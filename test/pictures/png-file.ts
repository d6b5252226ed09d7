import { crc32, deflateSync } from 'node:zlib';

/** What a PNG says and what it holds, which need not agree. */
export interface PngFile {
  readonly width: number;
  readonly height: number;
  readonly interlaced?: boolean;
  /** Bytes before compression; a white picture of one grey byte a pixel where left out. */
  readonly data?: Buffer;
  readonly more?: readonly Buffer[];
}

export function pngFile({ width, height, interlaced = false, data, more = [] }: PngFile): Uint8Array {
  const rows =
    data ??
    Buffer.concat(Array.from({ length: height }, () => Buffer.concat([Buffer.of(0), Buffer.alloc(width, 255)])));
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    headerChunk(width, height, interlaced),
    ...more,
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

export function headerChunk(width: number, height: number, interlaced = false): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits, grey.
  header.set([8, 0, 0, 0, interlaced ? 1 : 0], 8);
  return chunk('IHDR', header);
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([frame.subarray(0, 4), named, frame.subarray(4)]);
}
