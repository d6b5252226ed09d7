import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BuildError, buildImage } from './build-image.ts';
import { filesOf } from './files-of.ts';
import { parseDockerfile } from './parse-dockerfile.ts';
import { type ImageRun, makeWritable, runImage } from './run-image.ts';

export interface Exercised extends ImageRun {
  /** What the image holds on top of its base, by path. */
  readonly files: readonly string[];
  readonly megabytes: number;
  readonly seconds: { readonly build: number; readonly run: number };
}

/** What npm says where there is no way to its registry. */
const UNREACHABLE = /\b(?:ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH)\b/;

/** Whether a build failed because packages could not be fetched, which says nothing of the Dockerfile. */
export function isOffline(error: unknown): boolean {
  return error instanceof BuildError && UNREACHABLE.test(error.output);
}

/**
 * Builds the Dockerfile of a folder without an engine and runs what comes out.
 *
 * @throws DockerfileError, BuildError
 */
export async function exerciseDockerfile(context: string, print: (line: string) => void): Promise<Exercised> {
  const work = await mkdtemp(join(tmpdir(), 'why401-image-'));
  // The image's user has to get in.
  await chmod(work, 0o755);
  try {
    const begun = performance.now();
    const stages = parseDockerfile(await readFile(join(context, 'Dockerfile'), 'utf8'));
    const image = await buildImage(stages, { context, work, print });
    const files = await filesOf(image.root);
    const built = performance.now();
    print(`CMD ${image.command.join(' ')}`);
    const run = await runImage(image, work);
    const bytes = [...files.values()].reduce((sum, file) => sum + file.bytes, 0);
    return {
      ...run,
      files: [...files.keys()].toSorted(),
      megabytes: Math.round(bytes / 1_000_000),
      seconds: { build: seconds(begun, built), run: seconds(built, performance.now()) },
    };
  } finally {
    await makeWritable(work);
    await rm(work, { recursive: true, force: true });
  }
}

function seconds(from: number, to: number): number {
  return Math.round((to - from) / 100) / 10;
}
