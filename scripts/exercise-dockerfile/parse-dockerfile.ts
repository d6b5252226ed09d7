/** One instruction of a Dockerfile, of the kinds that ours has. */
export type Instruction =
  | { readonly kind: 'WORKDIR'; readonly path: string }
  | { readonly kind: 'ENV'; readonly name: string; readonly value: string }
  | { readonly kind: 'RUN'; readonly command: string }
  | {
      readonly kind: 'COPY';
      /** A stage before; the build context where it is left out. */
      readonly from: string | undefined;
      readonly owner: string | undefined;
      readonly sources: readonly string[];
      readonly target: string;
    }
  | { readonly kind: 'USER'; readonly user: string }
  | { readonly kind: 'EXPOSE'; readonly port: number }
  | { readonly kind: 'VOLUME'; readonly path: string }
  | { readonly kind: 'HEALTHCHECK'; readonly command: readonly string[] }
  | { readonly kind: 'CMD'; readonly command: readonly string[] };

export interface Stage {
  readonly name: string | undefined;
  readonly base: string;
  readonly instructions: readonly Instruction[];
}

export class DockerfileError extends Error {
  readonly code = 'DOCKERFILE_UNREADABLE';
  constructor(line: string, problem: string) {
    super(`${problem}: ${line}`);
    this.name = 'DockerfileError';
  }
}

/**
 * The stages of a Dockerfile.
 *
 * @throws DockerfileError for anything that cannot be exercised, so that no new line goes by unnoticed
 */
export function parseDockerfile(text: string): readonly Stage[] {
  const stages: { name: string | undefined; base: string; instructions: Instruction[] }[] = [];
  for (const line of linesOf(text)) {
    const [, word = '', rest = ''] = /^([A-Z]+)\s+(.+)$/.exec(line) ?? [];
    if (word === 'FROM') {
      const [, base = '', name] = /^(\S+)(?:\s+AS\s+(\S+))?$/.exec(rest) ?? [];
      if (base === '') throw new DockerfileError(line, 'Not a base and a name');
      stages.push({ name, base, instructions: [] });
      continue;
    }
    const stage = stages.at(-1);
    if (stage === undefined) throw new DockerfileError(line, 'Before the first FROM');
    stage.instructions.push(instructionOf(word, rest, line));
  }
  return stages;
}

/** Without comments, each instruction on one line. */
function linesOf(text: string): readonly string[] {
  return text
    .split(/\r?\n/)
    .filter((line) => !/^\s*#/.test(line))
    .join('\n')
    .replace(/\\\n\s*/g, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function instructionOf(word: string, rest: string, line: string): Instruction {
  switch (word) {
    case 'WORKDIR':
      return { kind: word, path: rest };
    case 'ENV': {
      const [, name = '', value = ''] = /^([A-Za-z_]\w*)=(\S+)$/.exec(rest) ?? [];
      if (name === '') throw new DockerfileError(line, 'Not one NAME=value');
      return { kind: word, name, value };
    }
    case 'RUN':
      return { kind: word, command: rest };
    case 'COPY':
      return copyOf(rest, line);
    case 'USER':
      return { kind: word, user: rest };
    case 'EXPOSE':
      return { kind: word, port: Number(rest) };
    case 'VOLUME':
      return { kind: word, path: rest };
    case 'HEALTHCHECK':
      return { kind: word, command: execForm(rest.replace(/^(?:--\S+\s+)*CMD\s+/, ''), line) };
    case 'CMD':
      return { kind: word, command: execForm(rest, line) };
    default:
      throw new DockerfileError(line, 'Not an instruction that is exercised');
  }
}

function copyOf(rest: string, line: string): Instruction {
  const words = rest.split(/\s+/);
  const options = words.filter((word) => word.startsWith('--'));
  const paths = words.filter((word) => !word.startsWith('--'));
  const option = (name: string): string | undefined =>
    options.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3);
  const known = options.every((word) => /^--(?:from|chown)=\S+$/.test(word));
  const target = paths.at(-1);
  if (!known || target === undefined || paths.length < 2) throw new DockerfileError(line, 'Not sources and a target');
  return { kind: 'COPY', from: option('from'), owner: option('chown'), sources: paths.slice(0, -1), target };
}

/** The other form runs a shell, which passes no signal on and needs one in the image. */
function execForm(json: string, line: string): readonly string[] {
  try {
    const words: unknown = JSON.parse(json);
    if (Array.isArray(words) && words.length > 0 && words.every((word) => typeof word === 'string')) return words;
  } catch {
    // Said below.
  }
  throw new DockerfileError(line, 'Not a list of words in JSON');
}
