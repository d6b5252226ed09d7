import { crc32 } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** A chunk by its type of four letters, such as `IHDR`. */
export type Chunk = readonly [type: string, data: Buffer];

/** A picture of these chunks; the last one is added (PNG, third edition, section 5). */
export function pngFile(chunks: readonly Chunk[]): Buffer {
  return Buffer.concat([SIGNATURE, ...chunks.map(written), written(['IEND', Buffer.alloc(0)])]);
}

/** Its length, its type and data, and a check of both. */
function written([type, data]: Chunk): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
