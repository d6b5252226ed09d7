import { readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { isObject, objectsIn } from '../../json-parts.ts';
import { type AppPackage, isPlaceholder } from './app-package.ts';

/** `unreadable`: it is there, and Teams could not read it either. `null`: there is nothing. */
export type ReadPackage = AppPackage | 'unreadable' | null;

/** Teams takes packages of a few hundred kilobytes; more than this is something else. */
const LARGEST_PACKAGE = 8 * 1024 * 1024;
const LARGEST_FILE = 2 * 1024 * 1024;
const MOST_FILES = 50;
const MANIFEST = 'manifest.json';

/**
 * Reads a package as Teams gets it (`.zip`), a folder with a manifest, or the manifest itself with the files beside it.
 *
 * @param path of a file or a folder
 */
export async function readAppPackage(path: string): Promise<ReadPackage> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) return await readFolder(path, join(path, MANIFEST));
    if (found.size > LARGEST_PACKAGE) return 'unreadable';
    const bytes = await readFile(path);
    // «PK», as every archive begins.
    return bytes[0] === 0x50 && bytes[1] === 0x4b
      ? readArchive(path, bytes)
      : await readFolder(dirname(path), path, bytes);
  } catch {
    return null;
  }
}

function readArchive(file: string, bytes: Uint8Array): ReadPackage {
  let files: ReadonlyMap<string, Uint8Array>;
  try {
    let left = MOST_FILES;
    files = new Map(
      Object.entries(
        unzipSync(bytes, {
          filter: ({ originalSize }) => {
            left -= 1;
            return left >= 0 && originalSize <= LARGEST_FILE;
          },
        }),
      ),
    );
  } catch {
    return 'unreadable';
  }
  const manifest = objectOf(files.get(MANIFEST));
  return manifest === null ? 'unreadable' : { file, kind: 'package', manifest, files };
}

async function readFolder(folder: string, manifestFile: string, bytes?: Uint8Array): Promise<ReadPackage> {
  const source = bytes ?? (await readFile(manifestFile));
  const manifest = objectOf(source);
  if (manifest === null) return 'unreadable';
  const files = new Map<string, Uint8Array>([[MANIFEST, source]]);
  for (const name of namedFiles(manifest)) {
    // A path that leads out of the folder is no file of the package.
    if (/^[/\\]|(?:^|[/\\])\.\.(?:[/\\]|$)|:/.test(name)) continue;
    const file = await readFile(join(folder, name)).catch(() => null);
    if (file !== null && file.length <= LARGEST_FILE) files.set(name, file);
  }
  const open =
    Object.values(manifest).some(isPlaceholder) || objectsIn(manifest.bots).some((bot) => isPlaceholder(bot.botId));
  return { file: manifestFile, kind: open ? 'template' : 'package', manifest, files };
}

/** The files that a manifest names: its icons and its languages. */
function namedFiles(manifest: Readonly<Record<string, unknown>>): readonly string[] {
  const icons = isObject(manifest.icons) ? Object.values(manifest.icons) : [];
  const info = isObject(manifest.localizationInfo) ? manifest.localizationInfo : {};
  const languages = objectsIn(info.additionalLanguages).map(({ file }) => file);
  const named = [...icons, info.defaultLanguageFile, ...languages];
  return named.filter((name): name is string => typeof name === 'string').slice(0, MOST_FILES);
}

/** The JSON object in a file; `null` where there is no file or no object in it. */
export function objectOf(bytes: Uint8Array | undefined): Readonly<Record<string, unknown>> | null {
  if (bytes === undefined) return null;
  try {
    const value: unknown = JSON.parse(
      Buffer.from(bytes)
        .toString('utf8')
        .replace(/^\uFEFF/, ''),
    );
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}
