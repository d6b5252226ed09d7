import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type DeploymentTemplate, newResourceGroup } from './deployment/new-resource-group.ts';

/** Writes deploymentTemplates/new-resource-group.json from azuredeploy.json: node scripts/run.mjs scripts/write-new-resource-group.ts */
const folder = join(import.meta.dirname, '..', 'deploymentTemplates');
const inner = JSON.parse(await readFile(join(folder, 'azuredeploy.json'), 'utf8')) as DeploymentTemplate;
const target = join(folder, 'new-resource-group.json');
await writeFile(target, `${JSON.stringify(newResourceGroup(inner), null, 2)}\n`);
process.stdout.write(`${target}\n`);
