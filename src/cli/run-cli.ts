import type { CliIo, ExitStatus } from './cli-io.ts';
import { UsageError } from './usage-error.ts';

type Command = (args: readonly string[], io: CliIo) => Promise<number>;

interface CommandEntry {
  readonly summary: string;
  readonly load: () => Promise<Command>;
}

/** Each command is loaded only when it is called: the engine's tables are not needed for `--help`. */
const COMMANDS: Readonly<Record<string, CommandEntry>> = {
  diagnose: {
    summary: 'what is wrong, why, and what to change, from a paste or a log',
    load: async () => (await import('./diagnose-command.ts')).diagnoseCommand,
  },
  explain: {
    summary: 'the whole page for a root cause or an AADSTS code',
    load: async () => (await import('./explain-command.ts')).explainCommand,
  },
  event: {
    summary: 'which event a message asks for, in words or as JSON',
    load: async () => (await import('./event-command.ts')).eventCommand,
  },
  doctor: {
    summary: 'check this installation, and say what to fix first',
    load: async () => (await import('./doctor-command.ts')).doctorCommand,
  },
  permissions: {
    summary: 'import the whole table of Microsoft Graph permissions',
    load: async () => (await import('./permissions-command.ts')).permissionsCommand,
  },
  cases: {
    summary: "the helpdesk's cases, as a table or as lines of JSON",
    load: async () => (await import('./cases-command.ts')).casesCommand,
  },
  sandbox: {
    summary: 'Entra ID and Microsoft Graph on this machine, to be broken on purpose',
    load: async () => (await import('./sandbox-command.ts')).sandboxCommand,
  },
};

const USAGE = `Usage: why401 COMMAND [OPTIONS]

Paste a 401 from Microsoft Graph, Outlook or Entra ID, get the root cause and the fix.

${Object.entries(COMMANDS)
  .map(([name, { summary }]) => `  ${name.padEnd(12)} ${summary}`)
  .join('\n')}

why401 COMMAND --help tells more.
`;

/** Runs one command line; gives the exit status: 0 answered, 1 a check failed, 2 bad usage or unreadable input. */
export async function runCli(args: readonly string[], io: CliIo): Promise<number> {
  try {
    return await dispatch(args, io);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    await io.stderr.write(`why401: ${error.message}\n`);
    return 2;
  }
}

/** A code or a file where a command belongs. */
function meant(name: string): string | undefined {
  const shown = name.length <= 60 && /^[\w./\\: -]+$/.test(name) ? name : undefined;
  if (shown === undefined || name.startsWith('-')) return undefined;
  if (/^(?:aadsts|aadb2c)? ?\d{4,7}$/i.test(shown)) return `explain ${shown}`;
  return /[./\\]/.test(shown) ? `diagnose ${shown}` : undefined;
}

async function dispatch(args: readonly string[], io: CliIo): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined) {
    await io.stderr.write(USAGE);
    return 2 satisfies ExitStatus;
  }
  if (name === '--help' || name === '-h' || (name === 'help' && rest.length === 0)) {
    await io.stdout.write(USAGE);
    return 0;
  }
  if (name === '--version' || name === '-V') {
    const { default: about } = await import('../../package.json', { with: { type: 'json' } });
    await io.stdout.write(`${about.version}\n`);
    return 0;
  }
  if (name === 'help') return dispatch([rest[0] as string, '--help'], io);
  const entry = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (entry === undefined) {
    const { nearest } = await import('../diagnosis/text/nearest.ts');
    const close = meant(name) ?? nearest(name, Object.keys(COMMANDS), 1)[0];
    const shown = JSON.stringify(name.slice(0, 40));
    const kind = name.startsWith('-') ? 'option' : 'command';
    throw new UsageError(
      `Unknown ${kind} ${shown}. ${close === undefined ? 'See: why401 --help' : `Did you mean: why401 ${close}`}`,
    );
  }
  const command = await entry.load();
  return command(rest, io);
}
