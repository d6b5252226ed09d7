import { UsageError } from './usage-error.ts';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'you may not read it',
  EPERM: 'you may not read it',
  EISDIR: 'it is a folder, not a file',
  ENOTDIR: 'a part of its path is not a folder',
  ENAMETOOLONG: 'the name is too long',
  EMFILE: 'too many files are open',
  EIO: 'the disk could not be read',
};

/** The one line for a file that can not be read. */
export function unreadable(file: string, error: unknown): UsageError {
  if (error instanceof UsageError) return error;
  if (/^https?:\/\//i.test(file))
    return new UsageError(
      `Cannot read ${plain(file)}: files of this machine are read, and no address is opened. Save it first, or paste it.`,
    );
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  return new UsageError(`Cannot read ${plain(file)}: ${REASONS[code] ?? code}.`);
}

function plain(file: string): string {
  return file.replace(/[\u0000-\u001f\u007f]/g, '?');
}
