import type { Store } from '../storage/store.ts';
import type { StoredCase } from '../storage/triage-store.ts';
import { caseObject } from '../triage/case-object.ts';
import { eachCase } from '../triage/each-case.ts';
import { PERIOD_FORMS, parsePeriod } from '../triage/period.ts';
import { parseArguments } from './arguments.ts';
import { CASE_COLUMNS, caseFields } from './cases/case-columns.ts';
import { caseOutput } from './cases/case-output.ts';
import { csvRecord } from './cases/csv.ts';
import { openDeskStore } from './cases/open-desk-store.ts';
import type { CliIo, ExitStatus } from './cli-io.ts';
import { serviceEnvironment } from './service-environment.ts';
import { UsageError } from './usage-error.ts';

const WIDEST = Math.max(...CASE_COLUMNS.map(({ name }) => name.length));

const CASES_USAGE = `Usage: why401 cases --csv | --json [--since PERIOD] [--desk DESK] [-o FILE] [--env FILE]

Writes the helpdesk's cases, oldest first, from the store that the settings name.

  --csv              a table (RFC 4180) with a line of column names
  --json             one JSON object a line: a case as a webhook gets it (docs/webhook.md), and its desk
  --since PERIOD     only what was reported so long ago at most: ${PERIOD_FORMS}; everything when left out
  --desk DESK        only one team channel: 19:…@thread.tacv2, or with its channel before it, msteams/19:…
  -o, --output FILE  into this file, which only you can read; standard output when left out
  --env FILE         settings in this file (.env unless said otherwise); the environment wins

A cell that a spreadsheet would take for a formula has an apostrophe before it. Columns:

${CASE_COLUMNS.map(({ name, what }) => `  ${name.padEnd(WIDEST)}  ${what}`).join('\n')}
`;

/** What a test replaces. */
export interface CasesOutside {
  readonly openStore?: typeof openDeskStore;
}

/**
 * `why401 cases`: what the store holds of cases, as a table or as lines of JSON.
 *
 * @throws UsageError for bad usage, and for a store or a file that cannot be opened
 */
export async function casesCommand(
  args: readonly string[],
  io: CliIo,
  { openStore = openDeskStore }: CasesOutside = {},
): Promise<ExitStatus> {
  const { options, positionals } = parseArguments('cases', args, {
    csv: { type: 'boolean' },
    json: { type: 'boolean' },
    since: { type: 'string' },
    desk: { type: 'string' },
    output: { type: 'string', short: 'o' },
    env: { type: 'string' },
  });
  if (options.has('help')) {
    await io.stdout.write(CASES_USAGE);
    return 0;
  }
  if (positionals.length > 0) throw new UsageError(`cases takes no name. ${SEE}`);
  if (options.has('csv') === options.has('json')) throw new UsageError(`Choose one of --csv and --json. ${SEE}`);
  const given = (name: string): string | undefined => {
    const value = options.get(name);
    return typeof value === 'string' ? value : undefined;
  };
  const now = io.now();
  const from = sinceWhen(given('since'), now);
  const desk = deskOf(given('desk'));
  const store = await openStore(await serviceEnvironment(given('env'), io));
  try {
    // The file comes last: nothing is overwritten where the store does not open.
    const output = await caseOutput(given('output'), io);
    try {
      await writeCases(eachDeskCase(store, desk, from, now), options.has('csv') ? AS_CSV : AS_JSON, output.write);
    } finally {
      await output.close();
    }
  } finally {
    await store.close();
  }
  return 0;
}

const SEE = 'See: why401 cases --help';

interface Form {
  readonly head: string;
  readonly line: (one: StoredCase) => string;
}

const AS_CSV: Form = {
  head: csvRecord(CASE_COLUMNS.map(({ name }) => name)),
  line: (one) => csvRecord(caseFields(one)),
};
const AS_JSON: Form = {
  head: '',
  line: (one) => `${JSON.stringify({ desk: one.desk, case: caseObject(one) })}\n`,
};

/** Pieces of so many characters: a write a case would take most of the time. */
const PIECE = 64 * 1024;

async function writeCases(
  cases: AsyncIterable<StoredCase>,
  { head, line }: Form,
  write: (text: string) => Promise<void>,
): Promise<void> {
  let piece = head;
  for await (const one of cases) {
    piece += line(one);
    if (piece.length < PIECE) continue;
    await write(piece);
    piece = '';
  }
  if (piece !== '') await write(piece);
}

/** A case that is reported while the export runs is not in it. */
function eachDeskCase({ triage }: Store, desk: string | null, from: number, now: number): AsyncIterable<StoredCase> {
  return eachCase(triage, desk, from, now + 1);
}

function sinceWhen(since: string | undefined, now: number): number {
  if (since === undefined) return 0;
  const period = parsePeriod(since);
  if (period === undefined) throw new UsageError(`--since takes a period as ${PERIOD_FORMS}. ${SEE}`);
  return now - period.ms;
}

/** Teams is the channel unless another one is named. */
function deskOf(desk: string | undefined): string | null {
  if (desk === undefined) return null;
  const [conversation] = (desk.includes('/') ? desk : `msteams/${desk}`).split(';messageid=');
  return conversation ?? null;
}
