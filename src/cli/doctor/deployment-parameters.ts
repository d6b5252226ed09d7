import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isObject } from '../json-parts.ts';

/** One parameters file of an Azure Resource Manager deployment. */
export interface DeploymentParameters {
  readonly file: string;
  /** The values that stand in it; references to a key vault have none. */
  readonly values: ReadonlyMap<string, unknown>;
  /** What its template takes where the file says nothing. */
  readonly defaults: ReadonlyMap<string, unknown>;
}

const MOST_FILES = 20;

/**
 * The parameters files of a folder, or the one that is named.
 *
 * @returns empty where there are none that can be read
 */
export async function deploymentParameters(path: string): Promise<readonly DeploymentParameters[]> {
  const folder = await stat(path).then(
    (found) => found.isDirectory(),
    () => null,
  );
  if (folder === null) return [];
  const files = folder ? await filesIn(path) : [path];
  return (await Promise.all(files.map(parametersIn))).filter((found) => found !== null);
}

async function filesIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder);
  return names
    .filter((name) => /\.parameters\b.*\.json$/i.test(name))
    .toSorted()
    .slice(0, MOST_FILES)
    .map((name) => join(folder, name));
}

async function parametersIn(file: string): Promise<DeploymentParameters | null> {
  const values = await fieldOfParameters(file, 'value');
  if (values === null) return null;
  // `azuredeploy.parameters.small.json` belongs to `azuredeploy.json` beside it.
  const template = file.replace(/\.parameters\b[^/\\]*\.json$/i, '.json');
  const defaults = template === file ? null : await fieldOfParameters(template, 'defaultValue');
  return { file, values, defaults: defaults ?? new Map() };
}

/** One field of every parameter that has it; `null` where the file cannot be read as parameters. */
async function fieldOfParameters(
  file: string,
  field: 'value' | 'defaultValue',
): Promise<ReadonlyMap<string, unknown> | null> {
  try {
    const document: unknown = JSON.parse(await readFile(file, 'utf8'));
    if (!isObject(document) || !isObject(document.parameters)) return null;
    return new Map(
      Object.entries(document.parameters).flatMap(([name, parameter]) =>
        isObject(parameter) && Object.hasOwn(parameter, field) ? [[name, parameter[field]] as const] : [],
      ),
    );
  } catch {
    return null;
  }
}
