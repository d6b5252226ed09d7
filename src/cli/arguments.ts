import { parseArgs } from 'node:util';
import { UsageError } from './usage-error.ts';

type OptionKinds = Readonly<Record<string, { readonly type: 'boolean' | 'string'; readonly short?: string }>>;

export interface ParsedArguments {
  readonly options: ReadonlyMap<string, string | true>;
  readonly positionals: readonly string[];
}

/**
 * Reads the arguments of one command. `--help` and `-h` are always known.
 *
 * @throws UsageError with one line that names the argument and the command's help.
 */
export function parseArguments(command: string, args: readonly string[], kinds: OptionKinds): ParsedArguments {
  const options = new Map<string, string | true>();
  const positionals: string[] = [];
  const see = `See: why401 ${command} --help`;
  const known: OptionKinds = { ...kinds, help: { type: 'boolean', short: 'h' } };
  const { tokens } = parseArgs({
    args: [...args],
    options: { ...known },
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind === 'positional') {
      positionals.push(token.value);
      continue;
    }
    if (token.kind !== 'option') continue;
    const kind = known[token.name];
    if (kind === undefined) throw new UsageError(`Unknown option ${token.rawName}. ${see}`);
    if (kind.type === 'boolean') {
      if (token.value !== undefined) throw new UsageError(`Option ${token.rawName} takes no value. ${see}`);
      options.set(token.name, true);
    } else {
      // `--lang --json` is a forgotten value, not a language called --json.
      if (token.value === undefined || token.value === '' || (!token.inlineValue && token.value.startsWith('-'))) {
        throw new UsageError(`Option ${token.rawName} needs a value. ${see}`);
      }
      options.set(token.name, token.value);
    }
  }
  return { options, positionals };
}
