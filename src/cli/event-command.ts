import type { Understanding } from '../calendar/understanding.ts';
import { parseArguments } from './arguments.ts';
import type { CliIo, ExitStatus } from './cli-io.ts';
import { UsageError } from './usage-error.ts';

const EVENT_USAGE = `Usage: why401 event [TEXT] [--json | --jsonl] [--reference ISO] [--zone IANA]

Reads a message and says which event it asks for. Nothing is created.

  TEXT             the message; standard input when left out
  --json           one JSON object
  --jsonl          reads lines {"id", "text", "reference", "timeZone"}, prints the object for each with its id
  --reference ISO  the wall clock when the message came, without offset; now when left out
  --zone IANA      the person's time zone; this machine's when left out

Examples:
  why401 event "lunch with Sam tomorrow noon"
  why401 event "every other tuesday 9:30 standup until june" --json
  why401 event "call at half 3" --reference 2026-03-10T09:15:00 --zone Europe/London
`;

/** `why401 event`: a message, or lines of messages, to the event that is understood. */
export async function eventCommand(args: readonly string[], io: CliIo): Promise<ExitStatus> {
  const { options, positionals } = parseArguments('event', args, {
    json: { type: 'boolean' },
    jsonl: { type: 'boolean' },
    reference: { type: 'string' },
    zone: { type: 'string' },
  });
  if (options.has('help')) {
    await io.stdout.write(EVENT_USAGE);
    return 0;
  }
  if (options.has('json') && options.has('jsonl')) {
    throw new UsageError('Choose one of --json and --jsonl. See: why401 event --help');
  }
  const given = (name: string): string | undefined => {
    const value = options.get(name);
    return typeof value === 'string' ? value : undefined;
  };
  const timeZone = given('zone') ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const reference = given('reference') ?? wallClock(io.now(), timeZone);
  if (options.has('jsonl')) {
    const { eventLines } = await import('./event/event-lines.ts');
    return eventLines({ file: positionals[0], reference, timeZone }, io);
  }
  const text = positionals.length > 0 ? positionals.join(' ') : await readInput(io);
  const understanding = await understood(text, reference, timeZone);
  const { eventJson } = await import('../calendar/event-json.ts');
  const { eventAnswer } = await import('./event/event-answer.ts');
  await io.stdout.write(
    options.has('json') ? `${JSON.stringify(eventJson(understanding))}\n` : eventAnswer(understanding, { timeZone }),
  );
  return 0;
}

async function understood(text: string, reference: string, timeZone: string): Promise<Understanding> {
  const { understand, UnderstandOptionsError } = await import('../calendar/understand.ts');
  try {
    return understand(text, { reference, timeZone });
  } catch (error) {
    if (error instanceof UnderstandOptionsError) throw new UsageError(`${error.message}. See: why401 event --help`);
    throw error;
  }
}

async function readInput(io: CliIo): Promise<string> {
  if (io.stdin.isTTY === true) {
    await io.stderr.write('Type the message, then press Enter and Ctrl-D (on Windows Ctrl-Z and Enter).\n\n');
  }
  const { readPaste } = await import('./read-paste.ts');
  return readPaste(io.stdin);
}

/** The instant as a wall clock of the zone; the machine's own where the zone is none, which is refused later. */
function wallClock(now: number, timeZone: string): string {
  const zone = isKnown(timeZone) ? timeZone : 'UTC';
  const parts = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' }).format(
    now,
  );
  return parts.replace(' ', 'T');
}

function isKnown(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return true;
  } catch {
    return false;
  }
}
