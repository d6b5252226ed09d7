import { isSandboxAddress, readAddress, sandboxFilePath } from '../sandbox/control/address-file.ts';
import { parseArguments } from './arguments.ts';
import type { CliIo, ExitStatus } from './cli-io.ts';
import { type ControlClient, controlClient, type ListedFault } from './sandbox/control-client.ts';
import { faultList, stateText } from './sandbox/sandbox-text.ts';
import { UsageError } from './usage-error.ts';

const SANDBOX_HELP = `why401 sandbox [--port PORT]
why401 sandbox break CAUSE [CAUSE …]
why401 sandbox repair [CAUSE …]
why401 sandbox state | faults | reset

Entra ID, the Bot Framework token service and Microsoft Graph on this machine, to be broken on purpose.
Without an action a sandbox starts alone and prints its addresses; Ctrl-C ends it. npm start has one, too.

break   Switches a fault on: the real protocol then fails for that root cause.
repair  Mends one fault, or all.
state   What is broken, who is there, who consented to what, the last requests.
faults  All that can be broken.
reset   Back to the world of the start.

  --url URL    the sandbox to speak to, as http://localhost:4010; without it the running one is
               found by data/sandbox.json, or the file that WHY401_SANDBOX_FILE names
  --port PORT  where to listen; a busy port is stepped over
  --json       for state and faults: JSON
`;

const ACTIONS = ['break', 'repair', 'state', 'faults', 'reset'] as const;
type Action = (typeof ACTIONS)[number];

/**
 * `why401 sandbox …`.
 *
 * @throws {UsageError} with one line, for exit status 2
 */
export async function sandboxCommand(args: readonly string[], io: CliIo): Promise<ExitStatus> {
  const { options, positionals } = parseArguments('sandbox', args, {
    url: { type: 'string' },
    port: { type: 'string' },
    json: { type: 'boolean' },
  });
  if (options.has('help')) {
    await io.stdout.write(SANDBOX_HELP);
    return 0;
  }
  const [typed, ...names] = positionals;
  const json = options.has('json');
  if (typed === undefined) {
    if (options.has('url') || json) throw new UsageError('Say what to do: why401 sandbox state, or break CAUSE');
    const port = portIn(options.get('port'));
    const { runSandbox } = await import('./sandbox/run-sandbox.ts');
    return runSandbox(port, io);
  }
  const action = ACTIONS.find((name) => name === typed);
  if (action === undefined) {
    throw new UsageError(`Unknown action ${JSON.stringify(typed.slice(0, 40))}. See: why401 sandbox --help`);
  }
  if (options.has('port')) throw new UsageError('--port is for starting a sandbox; --url names a running one');
  const client = controlClient(await addressOf(options.get('url'), io));
  if (action === 'break') await breakAll(names, client, io);
  else await io.stdout.write(await run(action, names, client, json));
  return 0;
}

async function breakAll(names: readonly string[], client: ControlClient, io: CliIo): Promise<void> {
  if (names.length === 0) throw new UsageError('Name a root cause: why401 sandbox break client-secret-expired');
  // A line each as it happens: what was broken before one that is not known is said, too.
  for (const name of names) await io.stdout.write(`${await client.break(name)}\n`);
}

async function run(
  action: Exclude<Action, 'break'>,
  names: readonly string[],
  client: ControlClient,
  json: boolean,
): Promise<string> {
  if (action === 'repair') return mended(await repaired(names, client));
  if (names.length > 0) throw new UsageError(`${action} takes no name. See: why401 sandbox --help`);
  switch (action) {
    case 'reset':
      await client.reset();
      return 'The sandbox is as it was at its start.\n';
    case 'faults': {
      const faults = await client.faults();
      return json ? `${JSON.stringify(faults)}\n` : faultList(faults);
    }
    case 'state': {
      const state = await client.state();
      return json ? `${JSON.stringify(state)}\n` : stateText(state);
    }
  }
}

async function repaired(names: readonly string[], client: ControlClient): Promise<ListedFault[]> {
  if (names.length === 0) return [...(await client.repair())];
  const faults: ListedFault[] = [];
  for (const name of names) faults.push(...(await client.repair(name)));
  return faults;
}

function mended(faults: readonly ListedFault[]): string {
  return faults.length === 0 ? 'Nothing was broken.\n' : `Mended: ${faults.map(({ cause }) => cause).join(', ')}\n`;
}

async function addressOf(given: string | true | undefined, io: CliIo): Promise<string> {
  if (typeof given === 'string') {
    if (isSandboxAddress(given)) return given;
    throw new UsageError('--url is the address of a sandbox on this machine, as http://localhost:4010');
  }
  const found = await readAddress(sandboxFilePath(io.env));
  if (found !== null) return found;
  throw new UsageError('No sandbox runs here. Start one: why401 sandbox, or npm start; or name its address with --url');
}

function portIn(given: string | true | undefined): number | undefined {
  if (given === undefined) return undefined;
  const port = Number(given);
  if (!/^\d{1,5}$/.test(String(given)) || port > 65_535) throw new UsageError('--port is a number from 0 to 65535');
  return port;
}
