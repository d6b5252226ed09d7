import type { GreyPicture } from './grey-picture.ts';

/** Longer than where the reader of words looks for a camera's note of the orientation, which shades could imitate. */
const COMMENT = `# ${' '.repeat(1000)}`;

/** The picture as a portable grey map (netpbm, P5): nothing to compress here, nothing to decompress there. */
export function greyMap({ data, width, height }: GreyPicture): Uint8Array {
  const header = Buffer.from(`P5\n${COMMENT}\n${width} ${height}\n255\n`, 'latin1');
  const bytes = new Uint8Array(header.length + data.length);
  bytes.set(header);
  bytes.set(data, header.length);
  return bytes;
}
