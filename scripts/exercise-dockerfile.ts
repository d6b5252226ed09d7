import { join } from 'node:path';
import { BuildError } from './exercise-dockerfile/build-image.ts';
import { exerciseDockerfile } from './exercise-dockerfile/exercise.ts';

/** Builds and runs the image without a container engine: node scripts/run.mjs scripts/exercise-dockerfile.ts */
const print = (line: string): void => void process.stdout.write(`${line}\n`);
try {
  const { files, megabytes, seconds, status, healthcheck, ended, written, kept } = await exerciseDockerfile(
    join(import.meta.dirname, '..'),
    print,
  );
  print(`built in ${seconds.build} s: ${files.length} files, ${megabytes} MB on top of the base image`);
  for (const [path, code] of Object.entries(status)) print(`${path}: ${code}`);
  print(`health check: ${healthcheck.running} while it ran, ${healthcheck.stopped} after it`);
  print(`ended with ${ended}, ${seconds.run} s; wrote ${kept.join(', ')} and else ${written.join(', ') || 'nothing'}`);
} catch (error) {
  if (!(error instanceof BuildError)) throw error;
  process.stderr.write(`${error.output}\n${error.message}\n`);
  process.exitCode = 1;
}
