import { crc32, inflateSync } from 'node:zlib';

/** What a PNG file says of itself (ISO/IEC 15948). */
export interface PngHeader {
  readonly width: number;
  readonly height: number;
  readonly bitDepth: number;
  readonly colorType: number;
  readonly interlaced: boolean;
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const HEADER_LENGTH = 13;

/** `null` where the bytes are no PNG. */
export function pngHeader(bytes: Uint8Array): PngHeader | null {
  const png = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!png.subarray(0, 8).equals(SIGNATURE)) return null;
  const data = chunksOf(png)[0];
  if (data?.type !== 'IHDR' || data.body.length !== HEADER_LENGTH) return null;
  const { body } = data;
  return {
    width: body.readUInt32BE(0),
    height: body.readUInt32BE(4),
    bitDepth: body[8]!,
    colorType: body[9]!,
    interlaced: body[12] !== 0,
  };
}

interface Chunk {
  readonly type: string;
  readonly body: Buffer;
}

/** The whole chunks up to the first that is cut off or damaged. */
function chunksOf(png: Buffer): readonly Chunk[] {
  const chunks: Chunk[] = [];
  for (let at = 8; at + 12 <= png.length; ) {
    const length = png.readUInt32BE(at);
    const end = at + 8 + length;
    if (end + 4 > png.length) break;
    if (crc32(png.subarray(at + 4, end)) !== png.readUInt32BE(end)) break;
    chunks.push({ type: png.toString('latin1', at + 4, at + 8), body: png.subarray(at + 8, end) });
    at = end + 4;
  }
  return chunks;
}

/** Larger pictures are not decoded: an icon has 32 or 192 pixels an edge. */
const LARGEST_EDGE = 256;
/** Bytes a pixel of eight bits a channel; greys, colours and palettes without alpha are never transparent by themselves. */
const BYTES_A_PIXEL: Readonly<Record<number, number>> = { 2: 3, 3: 1, 4: 2, 6: 4 };

/**
 * The pixels of a picture, four bytes each, row by row.
 *
 * @returns `null` for what is damaged, larger than an icon, interlaced, or has not eight bits a channel
 */
export function pngPixels(bytes: Uint8Array): Uint8Array | null {
  const header = pngHeader(bytes);
  if (header === null || header.bitDepth !== 8 || header.interlaced) return null;
  const { width, height, colorType } = header;
  const size = BYTES_A_PIXEL[colorType];
  if (size === undefined || width < 1 || height < 1 || Math.max(width, height) > LARGEST_EDGE) return null;
  const chunks = chunksOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const bodyOf = (type: string): Buffer | undefined => chunks.find((chunk) => chunk.type === type)?.body;
  const rows = inflated(chunks, height * (width * size + 1));
  if (rows === null) return null;
  const samples = unfiltered(rows, width * size, size);
  return samples === null ? null : rgbaOf(samples, colorType, bodyOf('PLTE'), bodyOf('tRNS'));
}

function inflated(chunks: readonly Chunk[], expected: number): Buffer | null {
  const data = Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ body }) => body));
  try {
    const rows = inflateSync(data, { maxOutputLength: expected });
    return rows.length === expected ? rows : null;
  } catch {
    return null;
  }
}

/** Undoes the filter of each row (section 9 of the standard). */
function unfiltered(rows: Buffer, rowLength: number, size: number): Uint8Array | null {
  const height = rows.length / (rowLength + 1);
  const out = new Uint8Array(height * rowLength);
  for (let row = 0; row < height; row += 1) {
    const filter = rows[row * (rowLength + 1)]!;
    if (filter > 4) return null;
    for (let column = 0; column < rowLength; column += 1) {
      const at = row * rowLength + column;
      const left = column < size ? 0 : out[at - size]!;
      const above = row === 0 ? 0 : out[at - rowLength]!;
      const aboveLeft = row === 0 || column < size ? 0 : out[at - rowLength - size]!;
      out[at] = rows[row * (rowLength + 1) + 1 + column]! + predicted(filter, left, above, aboveLeft);
    }
  }
  return out;
}

function predicted(filter: number, left: number, above: number, aboveLeft: number): number {
  if (filter === 0) return 0;
  if (filter === 1) return left;
  if (filter === 2) return above;
  if (filter === 3) return (left + above) >> 1;
  const estimate = left + above - aboveLeft;
  const [byLeft, byAbove, byBoth] = [left, above, aboveLeft].map((value) => Math.abs(estimate - value)) as [
    number,
    number,
    number,
  ];
  if (byLeft <= byAbove && byLeft <= byBoth) return left;
  return byAbove <= byBoth ? above : aboveLeft;
}

function rgbaOf(
  samples: Uint8Array,
  colorType: number,
  palette: Buffer | undefined,
  alphas: Buffer | undefined,
): Uint8Array | null {
  const size = BYTES_A_PIXEL[colorType] ?? 1;
  const rgba = new Uint8Array((samples.length / size) * 4);
  for (let pixel = 0; pixel * size < samples.length; pixel += 1) {
    const sample = samples.subarray(pixel * size, (pixel + 1) * size);
    const [first, second] = sample as unknown as readonly [number, number];
    if (colorType === 6) rgba.set(sample, pixel * 4);
    else if (colorType === 2) rgba.set([...sample, 255], pixel * 4);
    else if (colorType === 4) rgba.set([first, first, first, second], pixel * 4);
    else {
      const color = palette?.subarray(first * 3, first * 3 + 3);
      if (color?.length !== 3) return null;
      rgba.set([...color, alphas?.[first] ?? 255], pixel * 4);
    }
  }
  return rgba;
}
