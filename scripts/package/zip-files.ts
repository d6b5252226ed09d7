import { zipSync } from 'fflate';

/**
 * One archive, the same to the byte for the same files: by name, with one instant for all. Archives hold local time
 * without a zone, and so this instant is the same on every machine.
 */
export function zipFiles(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const mtime = new Date(2026, 0, 1);
  const entries = [...files].toSorted(([one], [other]) => (one < other ? -1 : 1));
  return zipSync(Object.fromEntries(entries), { level: 9, mtime });
}
