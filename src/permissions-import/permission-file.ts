import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import {
  type PermissionFile,
  PermissionFileError,
  type PermissionTable,
  parsePermissionFile,
} from '../diagnosis/permissions/permission-table.ts';
import { permissionFileFrom } from './published-permissions.ts';

const DEFAULT_FILE = 'data/graph-permissions.json';
/** Microsoft's file is 2.5 MB. */
const LARGEST = 64 * 1024 * 1024;

/** Where the imported table is kept: WHY401_PERMISSIONS_FILE, or data/graph-permissions.json in the working directory. */
export function permissionFilePath(env: Readonly<Record<string, string | undefined>>): string {
  const set = env.WHY401_PERMISSIONS_FILE?.trim();
  return set === undefined || set === '' ? DEFAULT_FILE : set;
}

/**
 * Loads an imported table, to be handed to `diagnose` as `permissions`.
 *
 * @throws {PermissionFileError} where the file cannot be read or is not one; the message begins with the file's name
 */
export async function loadPermissionTable(file: string): Promise<PermissionTable> {
  const data = await readJson(file);
  try {
    return parsePermissionFile(data);
  } catch (error) {
    throw error instanceof PermissionFileError ? new PermissionFileError(`${file}: ${error.message}`) : error;
  }
}

/**
 * The imported table where there is one: `undefined` where nothing was imported and none was asked for.
 *
 * @throws {PermissionFileError} where WHY401_PERMISSIONS_FILE names a file that cannot be used
 */
export async function importedPermissions(
  env: Readonly<Record<string, string | undefined>>,
): Promise<PermissionTable | undefined> {
  const file = permissionFilePath(env);
  const asked = file === env.WHY401_PERMISSIONS_FILE?.trim();
  if (!asked && !(await exists(file))) return undefined;
  return loadPermissionTable(file);
}

export interface ImportResult {
  readonly file: string;
  readonly operations: number;
  readonly permissions: number;
}

/**
 * Reads Microsoft's published permissions.json and keeps it as the project's table.
 * The file is replaced in one step, so that a service which reads it never sees half of one.
 *
 * @param now milliseconds since 1970
 * @throws {PermissionFileError} where the source cannot be read or is not that file, or the target cannot be written
 */
export async function importPermissions(source: string, target: string, now: number): Promise<ImportResult> {
  const document = await readJson(source);
  let table: PermissionFile;
  try {
    table = permissionFileFrom(document, {
      source: `Microsoft's ${basename(source)}`,
      imported: new Date(now).toISOString(),
    });
  } catch (error) {
    throw error instanceof PermissionFileError ? new PermissionFileError(`${source}: ${error.message}`) : error;
  }
  await replaceFile(target, `${JSON.stringify(table)}\n`);
  return { file: target, operations: Object.keys(table.operations).length, permissions: table.kinds.length };
}

async function readJson(file: string): Promise<unknown> {
  let text: string;
  try {
    const { size } = await stat(file);
    if (size > LARGEST) throw new PermissionFileError(`${file}: larger than 64 MiB, so it is not a permission table`);
    text = await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof PermissionFileError) throw error;
    throw new PermissionFileError(`${file}: ${reasonOf(error)}`);
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new PermissionFileError(`${file}: not JSON`);
  }
}

async function replaceFile(target: string, text: string): Promise<void> {
  const half = `${target}.${process.pid}.part`;
  try {
    await mkdir(dirname(target), { recursive: true });
    await writeFile(half, text, { mode: 0o644 });
    await rename(half, target);
  } catch (error) {
    // Nothing may be left of it, and nothing that goes wrong here hides why the write failed.
    await rm(half, { force: true }).catch(() => {});
    throw new PermissionFileError(`${target}: ${reasonOf(error)}`);
  }
}

async function exists(file: string): Promise<boolean> {
  try {
    await stat(file);
    return true;
  } catch {
    return false;
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'it may not be opened',
  EPERM: 'it may not be opened',
  EISDIR: 'it is a directory',
  ENOTDIR: 'a part of the path is not a directory',
  ENOSPC: 'the disk is full',
  EROFS: 'the disk is read-only',
};

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return REASONS[code] ?? 'it cannot be read or written';
}
