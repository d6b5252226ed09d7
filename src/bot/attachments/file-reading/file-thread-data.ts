import type { PermissionTable } from '../../../diagnosis/permissions/permission-table.ts';
import type { FileToRead } from './file-reader.ts';

/** What a thread that reads a file is started with. */
export interface FileThreadData {
  readonly permissions: PermissionTable | undefined;
  readonly file: FileToRead;
}
