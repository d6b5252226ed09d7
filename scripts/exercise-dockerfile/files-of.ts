import { lstat, readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';

export interface FileSeen {
  readonly bytes: number;
  readonly changed: number;
}

/** Every file and folder below `root`, by its path in it. */
export async function filesOf(root: string): Promise<ReadonlyMap<string, FileSeen>> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const seen = await Promise.all(
    entries.map(async (entry) => {
      const path = join(entry.parentPath, entry.name);
      const { size, mtimeMs } = await lstat(path);
      return [relative(root, path), { bytes: entry.isFile() ? size : 0, changed: mtimeMs }] as const;
    }),
  );
  return new Map(seen);
}
