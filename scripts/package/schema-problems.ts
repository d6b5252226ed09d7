import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import type { PackageProblem } from '../../src/cli/doctor/app-package/app-package.ts';

/**
 * What Microsoft's schema of its version says against a manifest.
 *
 * @param folder the one of the manifest, with the schemas below it
 */
export async function schemaProblems(
  folder: string,
  manifest: Readonly<Record<string, unknown>>,
): Promise<PackageProblem[]> {
  const version = String(manifest.manifestVersion);
  const file = join('schema', `MicrosoftTeams.v${version}.schema.json`);
  const source = /^\d{1,2}\.\d{1,3}$/.test(version)
    ? await readFile(join(folder, file), 'utf8').catch(() => null)
    : null;
  if (source === null) {
    return [
      {
        name: `manifest.json: manifestVersion`,
        problem: `is ${version.slice(0, 20)}, and there is no ${file} to validate it by`,
        fix: 'Set it to the version of a schema that is there, or put that schema there',
      },
    ];
  }
  // Draft 4, which ajv does not name; the words it uses mean the same in later drafts.
  const { $schema: _draft, ...schema } = JSON.parse(source) as Record<string, unknown>;
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats.default(ajv);
  const validate = ajv.compile(schema);
  validate(manifest);
  return (validate.errors ?? []).map(({ instancePath, message, params }) => ({
    name: `manifest.json: ${instancePath.slice(1).replaceAll('/', '.') || 'as a whole'}`,
    problem: `${message ?? 'is not as the schema has it'}${detailOf(params)}`,
    fix: `Correct it as ${file} has it`,
  }));
}

function detailOf(params: Readonly<Record<string, unknown>>): string {
  const detail = params.additionalProperty ?? params.allowedValues ?? params.missingProperty;
  return detail === undefined ? '' : ` (${String(detail).slice(0, 80)})`;
}
