/**
 * Reads the words in a picture. The picture is never kept; what was read is a paste like any other, with the doubt that
 * it was read by a machine.
 */
export interface PictureReader {
  /**
   * @param bytes a PNG, JPEG, GIF, BMP or WebP; at most `LARGEST_PICTURE` bytes
   * @returns never throws for a picture that cannot be read; the reason is in `problem`
   */
  read(bytes: Uint8Array): Promise<PictureReading>;
  close(): Promise<void>;
}

const PICTURE_PROBLEMS = ['too-large', 'not-a-picture', 'too-many-pixels', 'took-too-long', 'no-words'] as const;
export type PictureProblem = (typeof PICTURE_PROBLEMS)[number];

export interface PictureReading {
  /** As it was read, line by line; empty where there is a problem. */
  readonly text: string;
  readonly problem: PictureProblem | null;
}

export const LARGEST_PICTURE = 10 * 1024 * 1024;
