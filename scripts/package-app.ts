/** Makes the Teams app from the settings: `npm run package [-- --listen]`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageCommand } from './package/package-command.ts';

const root = join(import.meta.dirname, '..');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };

process.exitCode = await packageCommand(process.argv.slice(2), {
  env: process.env,
  folder: join(root, 'manifest'),
  version,
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
});
