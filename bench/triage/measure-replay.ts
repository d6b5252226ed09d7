import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openSqliteStore } from '../../src/storage/sqlite/sqlite-store.ts';
import { type Figure, printFigures } from '../table.ts';
import { type GeneratedDay, generateDay } from './generated-day.ts';
import { startReplayChannel } from './replay-channel.ts';
import { type ReplayChild, startReplayChild } from './replay-child.ts';
import { replay } from './replay-day.ts';
import { type ReplayScore, type ScoredReport, scoreReplay } from './score-replay.ts';

const FULL = { messages: 10_000, reports: 1_200 } as const;
const SHORT = { messages: 2_000, reports: 240 } as const;
const TARGETS = { answered: 0.75, right: 0.95, rss: 1.3, heap: 1.1 } as const;
/** Of the deliveries: by then everything is compiled, every table has its pages, and the threads have grown their heaps. */
const WARM_UP = 0.5;
const MOST_MISSES = 40;
const MIB = 1_048_576;

interface Memory {
  readonly warm: { readonly rss: number; readonly heap: number };
  readonly end: { readonly rss: number; readonly heap: number };
}

/** Replays a day of a busy helpdesk through the service. Prints the figures and what was missed; returns how many promises were broken. */
export async function measureReplay(short: boolean): Promise<number> {
  const day = generateDay(short ? SHORT : FULL);
  const folder = mkdtempSync(join(tmpdir(), 'why401-replay-'));
  const file = join(folder, 'why401.db');
  const channel = await startReplayChannel();
  let child: ReplayChild | undefined;
  try {
    child = await startReplayChild({ store: { sqlite: file } });
    const warmUp = Math.floor(day.deliveries.length * WARM_UP);
    await replay(day.deliveries.slice(0, warmUp), child.url, channel.serviceUrl);
    const warm = await child.memory();
    const rest = await replay(day.deliveries.slice(warmUp), child.url, channel.serviceUrl);
    await child.settle();
    const end = await child.memory();
    await child.stop();
    const store = openSqliteStore(file);
    try {
      const score = await scoreReplay(day, channel, store);
      const figures = [...figuresOf(day, score, warnedIn(file)), ...memoryFigures({ warm, end })];
      const rate = (1_000 * rest.turns) / rest.tookMs;
      const title = `A helpdesk’s day: ${day.reports.length + day.talk.length} messages, ${day.deliveries.length} deliveries`;
      const missed = printFigures(
        title,
        [
          ...figures,
          exactly(
            'turns that failed',
            [...rest.refused.values()].reduce((a, b) => a + b, 0),
            0,
          ),
          told('deliveries a second', Math.round(rate)),
        ],
        short,
      );
      printMisses(score);
      return missed;
    } finally {
      await store.close();
    }
  } finally {
    await child?.stop();
    await channel.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The messages whose posters were warned of a live credential, by their ids: they are claimed in the store. */
function warnedIn(file: string): ReadonlySet<string> {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    const rows = database.prepare("SELECT key FROM seen_activity WHERE key LIKE 'warned/%'").all();
    return new Set(rows.map(({ key }) => String(key).split('/').at(-2) ?? ''));
  } finally {
    database.close();
  }
}

function figuresOf({ talk }: GeneratedDay, score: ReplayScore, warned: ReadonlySet<string>): readonly Figure[] {
  const { scored, expected } = score;
  const decidable = scored.filter(({ planned }) => planned.decidable);
  const heard = decidable.filter(({ planned }) => !planned.mentioned);
  const answers = decidable.filter(({ answered }) => answered);
  const undecidable = scored.filter(({ planned }) => !planned.decidable && !planned.mentioned);
  const grouped = scored.filter(({ planned }) => planned.incident !== null);
  const spoken = undecidable.filter(({ answered }) => answered);
  return [
    exactly(`false interruptions, of ${talk.length} other messages`, score.interruptions.length, 0),
    exactly('cases made of other messages', score.casesOfTalk, 0),
    exactly('private warnings for other messages', talk.filter(({ id }) => warned.has(id)).length, 0),
    told('private warnings for reports that hold a live credential', warned.size),
    atLeast(
      `reports answered, of ${decidable.length} that can be decided`,
      share(answers.length, decidable.length),
      TARGETS.answered,
    ),
    atLeast(
      `the same, of ${heard.length} that do not name the bot`,
      share(heard.filter(({ answered }) => answered).length, heard.length),
      TARGETS.answered,
    ),
    atLeast(
      'answers that are right',
      share(answers.filter(({ right }) => right).length, answers.length),
      TARGETS.right,
    ),
    exactly(
      `undecidable and answered with what nobody accepts, of ${undecidable.length}`,
      spoken.filter(({ right }) => !right).length,
      0,
    ),
    told('undecidable and answered with what an expert accepts too', spoken.filter(({ right }) => right).length),
    exactly(`incidents as expected, of ${expected.incidents.length}`, score.exact, expected.incidents.length),
    exactly('incidents that nobody expects, or expected ones that differ', score.otherwise.length, 0),
    told(`reports of planned incidents that are in one, of ${grouped.length}`, grouped.filter(isInIncident).length),
    told(`planned incidents with every one of their reports, of ${score.planned}`, score.plannedWhole),
    exactly('probable outages called out', score.calledOut, expected.outages.length),
    exactly('reports taken back that are kept', score.withdrawnAndKept.length, 0),
    exactly('answered twice', score.answeredTwice.length, 0),
  ];
}

function isInIncident({ kept }: ScoredReport): boolean {
  return kept !== undefined && kept.incident !== null;
}

function memoryFigures({ warm, end }: Memory): readonly Figure[] {
  const grown = (name: string, before: number, after: number, most: number): Figure => ({
    name: `${name}, after ${WARM_UP * 100} % of the day and at its end`,
    value: `${(before / MIB).toFixed(0)} → ${(after / MIB).toFixed(0)} MiB`,
    target: `<= × ${most}`,
    worse: after / before / most,
  });
  return [
    grown('heap after a collection', warm.heap, end.heap, TARGETS.heap),
    grown('resident memory, threads included', warm.rss, end.rss, TARGETS.rss),
  ];
}

function printMisses({ interruptions, scored, otherwise, answeredTwice }: ReplayScore): void {
  list(
    'interrupted',
    interruptions.map(({ id, kind }) => `${id} ${kind}`),
  );
  list('answered wrong', scored.filter(({ answered, right }) => answered && !right).map(missOf));
  list(
    'decidable and not answered',
    scored.filter(({ planned, answered }) => planned.decidable && !answered).map(missOf),
  );
  list('incidents', otherwise);
  list('answered twice', answeredTwice);
}

function missOf({ planned: { line, cause }, kept }: ScoredReport): string {
  return `${line} wants ${cause}, got ${kept?.cause ?? 'nothing'}${kept === undefined ? '' : ` (${kept.verdict})`}`;
}

function list(title: string, lines: readonly string[]): void {
  if (lines.length === 0) return;
  console.log(`  ${title}: ${lines.length}`);
  for (const line of lines.slice(0, MOST_MISSES)) console.log(`    ${line}`);
  if (lines.length > MOST_MISSES) console.log(`    and ${lines.length - MOST_MISSES} more`);
}

function share(part: number, of: number): number {
  return of === 0 ? 1 : part / of;
}

function atLeast(name: string, value: number, target: number): Figure {
  return { name, value: value.toFixed(3), target: `>= ${target}`, worse: value >= target ? 1 : Infinity };
}

function exactly(name: string, value: number, target: number): Figure {
  return { name, value: String(value), target: String(target), worse: value === target ? 1 : Infinity };
}

function told(name: string, value: number): Figure {
  return { name, value: String(value) };
}
