import type { PictureReader } from '../../pictures/picture-reader.ts';
import type { Background } from './background.ts';
import type { DownloadParts } from './download.ts';
import type { FileReader } from './file-reading/file-reader.ts';

/** What reading files and pictures takes. */
export interface AttachmentParts extends DownloadParts {
  readonly files: FileReader;
  /** Absent where this installation reads no pictures. */
  readonly pictures: PictureReader | undefined;
  /** A bot without credentials, on loopback. */
  readonly local: boolean;
  readonly background: Background;
}
