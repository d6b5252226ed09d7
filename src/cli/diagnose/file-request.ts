import type { PatchLanguage } from '../../diagnosis/diagnosis.ts';

/** What is to be read, and how it is to be answered. */
export interface FileRequest {
  /** As it was named on the command line. */
  readonly file: string;
  readonly json: boolean;
  readonly language: PatchLanguage | null;
}
