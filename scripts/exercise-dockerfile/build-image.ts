import { spawnSync } from 'node:child_process';
import { chmod, chown, copyFile, cp, link, mkdir, readdir, readFile, readlink, stat, symlink } from 'node:fs/promises';
import { basename, isAbsolute, join, relative, sep } from 'node:path';
import { isInContext } from './build-context.ts';
import type { Instruction, Stage } from './parse-dockerfile.ts';

/** The user that the base image brings: its name and its number. */
export const BASE_USER = { name: 'node', id: 1000 } as const;

export interface BuildOptions {
  /** The build context: a clean folder of the project. */
  readonly context: string;
  /** Where the stages are put, as folders. */
  readonly work: string;
  readonly print: (line: string) => void;
}

/** The last stage as a folder, and what it says of running it. */
export interface BuiltImage {
  readonly root: string;
  /** The folder with the base image's own `node`. */
  readonly base: string;
  readonly env: Readonly<Record<string, string>>;
  readonly workdir: string;
  readonly user: string | undefined;
  readonly ports: readonly number[];
  readonly volumes: readonly string[];
  readonly healthcheck: readonly string[] | undefined;
  readonly command: readonly string[];
}

export class BuildError extends Error {
  readonly code = 'IMAGE_NOT_BUILT';
  /** What the step printed; empty where it is no step that prints. */
  readonly output: string;
  constructor(problem: string, output = '') {
    super(problem);
    this.name = 'BuildError';
    this.output = output;
  }
}

interface Building {
  readonly root: string;
  workdir: string;
  readonly env: Record<string, string>;
  user: string | undefined;
  readonly ports: number[];
  readonly volumes: string[];
  healthcheck: readonly string[] | undefined;
  command: readonly string[];
}

/** How this machine reaches the registry. What else npm puts into the environment is about another folder. */
const WAY_OUT =
  /^(?:npm_config_(?:registry|cache|userconfig|cafile)|NODE_EXTRA_CA_CERTS|SSL_CERT_(?:FILE|DIR)|(?:https?|no)_proxy)$/i;
/** Longer than an install without a cache takes. */
const STEP_MS = 300_000;

/**
 * Carries out the steps of a Dockerfile in folders, with this machine's shell and npm and the runtime that runs this
 * script in the place of the base image.
 *
 * @throws BuildError for a step that fails, or that no folder can stand in for
 */
export async function buildImage(stages: readonly Stage[], options: BuildOptions): Promise<BuiltImage> {
  const base = join(options.work, 'base');
  await mkdir(join(base, 'bin'), { recursive: true });
  const node = join(base, 'bin', 'node');
  await link(process.execPath, node).catch(() => copyFile(process.execPath, node));
  await chmod(node, 0o755);
  const roots = new Map<string, string>();
  let built: Building | undefined;
  for (const [index, stage] of stages.entries()) {
    const root = join(options.work, stage.name ?? `stage-${index}`);
    await mkdir(root);
    if (roots.has(stage.base)) throw new BuildError(`A stage from a stage is not exercised: ${stage.base}`);
    built = {
      root,
      workdir: '/',
      env: {},
      user: undefined,
      ports: [],
      volumes: [],
      healthcheck: undefined,
      command: [],
    };
    for (const instruction of stage.instructions) await carryOut(instruction, built, roots, base, options);
    if (stage.name !== undefined) roots.set(stage.name, root);
  }
  if (built === undefined || built.command.length === 0) throw new BuildError('There is nothing to run');
  return { ...built, base };
}

async function carryOut(
  instruction: Instruction,
  building: Building,
  roots: ReadonlyMap<string, string>,
  base: string,
  options: BuildOptions,
): Promise<void> {
  switch (instruction.kind) {
    case 'WORKDIR':
      building.workdir = instruction.path;
      await mkdir(inImage(building, '.'), { recursive: true });
      return;
    case 'ENV':
      building.env[instruction.name] = instruction.value;
      return;
    case 'RUN':
      options.print(`RUN ${instruction.command}`);
      return run(instruction.command, building, base);
    case 'COPY':
      options.print(`COPY ${instruction.sources.join(' ')} ${instruction.target}`);
      return copy(instruction, building, roots, options.context);
    case 'USER':
      building.user = instruction.user;
      return;
    case 'EXPOSE':
      building.ports.push(instruction.port);
      return;
    case 'VOLUME':
      building.volumes.push(instruction.path);
      return;
    case 'HEALTHCHECK':
      building.healthcheck = instruction.command;
      return;
    case 'CMD':
      building.command = instruction.command;
      return;
  }
}

/** A path of the image as a path of this machine. */
function inImage({ root, workdir }: Pick<Building, 'root' | 'workdir'>, path: string): string {
  return join(root, isAbsolute(path) ? path : join(workdir, path));
}

function run(command: string, building: Building, base: string): void {
  if (/(?:^|[\s=])\/\w/.test(command))
    throw new BuildError(`A folder cannot stand in for an absolute path: ${command}`);
  const { PATH = '', HOME = '' } = process.env;
  const kept = Object.fromEntries(Object.entries(process.env).filter(([name]) => WAY_OUT.test(name)));
  const { status, stdout, stderr, error } = spawnSync('sh', ['-c', command], {
    cwd: inImage(building, '.'),
    env: {
      ...kept,
      ...building.env,
      PATH: `${join(base, 'bin')}:${PATH}`,
      HOME,
      CI: 'true',
      npm_config_prefer_offline: 'true',
    },
    encoding: 'utf8',
    timeout: STEP_MS,
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0) throw new BuildError(`RUN ${command} ended with ${status ?? error?.message}`, `${stdout}${stderr}`);
}

async function copy(
  { from, owner, sources, target }: Extract<Instruction, { kind: 'COPY' }>,
  building: Building,
  roots: ReadonlyMap<string, string>,
  context: string,
): Promise<void> {
  const stage = from === undefined ? undefined : roots.get(from);
  if (from !== undefined && stage === undefined) throw new BuildError(`There is no stage ${from} before`);
  const ignore = stage === undefined ? await readFile(join(context, '.dockerignore'), 'utf8') : '';
  const origin = stage ?? context;
  const within = (path: string): boolean =>
    stage !== undefined || path === origin || isInContext(relative(origin, path).split(sep).join('/'), ignore);
  for (const source of sources) {
    const path = join(origin, source);
    const found = await stat(path).catch(() => undefined);
    if (found === undefined || !within(path)) throw new BuildError(`COPY has no source ${source}`);
    // Of a folder its content is copied; a file keeps its name where the target is a folder.
    const into = inImage(building, target);
    const to = found.isFile() && /(?:^|\/)\.?$/.test(target) ? join(into, basename(source)) : into;
    if (stage !== undefined && found.isDirectory()) await linkTree(path, to);
    else await cp(path, to, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true, filter: within });
    if (owner !== undefined) await own(to, owner);
  }
}

/** Ten thousand files of a stage that is done: nobody writes to them any more, so one of each is enough. */
async function linkTree(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) await linkTree(source, target);
    else if (entry.isSymbolicLink()) await symlink(await readlink(source), target);
    else await link(source, target);
  }
}

/** Only root may give files away; for others the files are those of whoever runs them. */
async function own(path: string, owner: string): Promise<void> {
  if (owner !== `${BASE_USER.name}:${BASE_USER.name}`) throw new BuildError(`The base image has no user ${owner}`);
  if (process.getuid?.() !== 0) return;
  await chown(path, BASE_USER.id, BASE_USER.id);
  for (const entry of await readdir(path, { recursive: true }))
    await chown(join(path, entry), BASE_USER.id, BASE_USER.id);
}
