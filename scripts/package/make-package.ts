import type { AppPackage, PackageProblem } from '../../src/cli/doctor/app-package/app-package.ts';
import { packageProblems } from '../../src/cli/doctor/app-package/package-problems.ts';
import { readAppPackage } from '../../src/cli/doctor/app-package/read-app-package.ts';
import type { Environment } from '../../src/settings/environment.ts';
import { type AppVersion, readAppValues } from './app-values.ts';
import { fillManifest } from './fill-manifest.ts';
import { LISTEN_PERMISSIONS, type TeamPermission } from './listen-permissions.ts';
import { schemaProblems } from './schema-problems.ts';
import { zipFiles } from './zip-files.ts';

export type MadePackage =
  | {
      readonly kind: 'made';
      readonly zip: Uint8Array;
      readonly appPackage: AppPackage;
      readonly permissions: readonly TeamPermission[];
      readonly notes: readonly string[];
    }
  | { readonly kind: 'refused'; readonly problems: readonly PackageProblem[] };

/** `1.2.3`: Teams takes three numbers and nothing behind them. */
const VERSION = /^(?:0|[1-9]\d{0,8})(?:\.(?:0|[1-9]\d{0,8})){2}$/;

/**
 * The package of the app, or everything that is wrong with it at once.
 *
 * @param folder with the template of the manifest and the files that it names
 */
export async function makePackage(folder: string, env: Environment, asked: AppVersion): Promise<MadePackage> {
  const { values, problems, notes } = readAppValues(env, asked);
  const found = [...problems];
  if (!VERSION.test(asked.version)) {
    found.push({ name: '--version', problem: 'is no version', fix: 'Give three numbers, as 1.2.3' });
  }
  const template = await readAppPackage(folder);
  if (template === null || template === 'unreadable') {
    const problem = template === null ? 'is not there' : 'is no JSON object';
    return { kind: 'refused', problems: [...found, { name: `${folder}/manifest.json`, problem, fix: 'Mend it' }] };
  }
  const permissions = asked.listen ? LISTEN_PERMISSIONS : [];
  const manifest = fillManifest(template.manifest, values, permissions);
  const files = new Map(template.files).set('manifest.json', encoded(manifest));
  const appPackage: AppPackage = { file: template.file, kind: 'package', manifest, files };
  found.push(...packageProblems(appPackage));
  // What a missing value leaves out would be told of a second time by the schema.
  if (problems.length === 0) found.push(...(await schemaProblems(folder, manifest)));
  if (found.length > 0) return { kind: 'refused', problems: found };
  return { kind: 'made', zip: zipFiles(files), appPackage, permissions, notes };
}

function encoded(manifest: Readonly<Record<string, unknown>>): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`);
}
