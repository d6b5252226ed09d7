// Runs a script of the project on a runtime that can: node scripts/run.mjs SCRIPT [ARGUMENT...]
//
// It guards what npm scripts start, so it must itself parse and run on runtimes that are too old for the rest
// (Node.js 16 and newer). It needs no packages and reads nothing but package.json.
import { existsSync, readFileSync } from 'node:fs';
import * as nodeModule from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The first release that runs TypeScript by type stripping without a flag. */
const NEEDED = [22, 18];
const root = dirname(dirname(fileURLToPath(import.meta.url)));

const complaint = wrongRuntime() || missingPackages() || wrongUsage();
if (complaint) {
  process.stderr.write(`${complaint}\n`);
  process.exitCode = complaint.startsWith('Usage') ? 2 : 1;
} else {
  start();
}

function start() {
  hideExperimentalWarnings();
  // Halves the time to start. Not in the shared temporary folder, where anybody could put code for us to run.
  nodeModule.enableCompileCache(join(root, 'node_modules', '.cache', 'compiled'));
  const script = resolve(process.argv[2]);
  process.argv.splice(1, 2, script);
  // Not awaited: a failure becomes an unhandled rejection, which prints its stack and exits with 1 as `node SCRIPT` does.
  import(pathToFileURL(script).href);
}

function wrongRuntime() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1])) return undefined;
  return `why401 needs Node.js ${NEEDED.join('.')} or newer, this is ${process.version}: ${runtimeFix()}`;
}

/** The package `node` puts a runtime into node_modules by an install script; without that script only its shell is there. */
function runtimeFix() {
  const shell = join(root, 'node_modules', 'node');
  const brought = ['node', 'node.exe'].some((name) => existsSync(join(shell, 'bin', name)));
  if (brought)
    return 'start it through npm ("npm start", "npm test", "npm run why401"), which takes the Node.js in node_modules';
  if (existsSync(shell))
    return 'run "npm rebuild node" ("npm ci --ignore-scripts" leaves it out) or install Node.js 24';
  return 'run "npm ci" or install Node.js 24';
}

function missingPackages() {
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const missing = Object.keys(dependencies).filter(
    (name) => !existsSync(join(root, 'node_modules', name, 'package.json')),
  );
  if (missing.length === 0) return undefined;
  return `why401's packages are not installed (${missing.slice(0, 3).join(', ')}${missing.length > 3 ? ', …' : ''}): run "npm ci"`;
}

function wrongUsage() {
  return process.argv.length < 3 ? 'Usage: node scripts/run.mjs SCRIPT [ARGUMENT...]' : undefined;
}

/** Type stripping and node:sqlite announce themselves as experimental on Node.js 22; every other warning stays. */
function hideExperimentalWarnings() {
  const emitWarning = process.emitWarning;
  process.emitWarning = (warning, ...rest) => {
    const type = typeof rest[0] === 'object' && rest[0] !== null ? rest[0].type : rest[0];
    const text = warning instanceof Error ? warning.message : String(warning);
    if (type === 'ExperimentalWarning' && /^(?:SQLite|Type Stripping) /.test(text)) return;
    emitWarning.call(process, warning, ...rest);
  };
}
