import { type Figure, printFigures } from '../table.ts';
import { type ChildServer, startChildServer } from './child-server.ts';
import { type Load, load, oneTurn } from './load.ts';

const RATIO_TARGET = 0.5;
const MEBIBYTE = 1024 * 1024;

interface Contender {
  readonly name: string;
  readonly script: string;
  /** What its reply to the paste must hold. */
  readonly says: string;
}

const ECHO: Contender = { name: 'botbuilder echo on restify', script: './botbuilder-echo.ts', says: 'Echo: ' };
const WHY401: Contender = { name: 'why401, SQLite on', script: './why401-service.ts', says: 'wrong-audience' };
const AGENTS: Contender = { name: 'agents-hosting echo on express', script: './agents-echo.ts', says: 'Echo: ' };
const CONTENDERS = [ECHO, WHY401, AGENTS] as const;

interface Course {
  readonly server: ChildServer;
  readonly atRest: number;
  readonly rounds: Load[];
}

/** Prints turns a second, start-up time and memory. Returns how many promises were broken. */
export async function measureTurns(short: boolean): Promise<number> {
  const courses = new Map<Contender, Course>();
  try {
    for (const contender of CONTENDERS) courses.set(contender, await begin(contender));
    // In turn, so that whatever else the machine does meets all of them.
    for (let round = 0; round < (short ? 3 : 7); round += 1) {
      for (const { server, rounds } of courses.values()) rounds.push(await load(server.url, short ? 2 : 4));
    }
    return await report(courses, short);
  } finally {
    await Promise.all([...courses.values()].map(({ server }) => server.stop()));
  }
}

async function begin({ script, says }: Contender): Promise<Course> {
  const server = await startChildServer(script);
  try {
    const atRest = await server.memory();
    const reply = await oneTurn(server.url);
    if (!reply.includes(says)) throw new Error(`${script} answered without «${says}»: ${reply.slice(0, 200)}`);
    await warmUp(server.url);
    return { server, atRest, rounds: [] };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** A service runs for weeks: what V8 compiles in its first ten thousand turns counts for none of the three. */
const WARM_TURNS = 20_000;
const WARM_SECONDS = 2;
const MOST_WARM_ROUNDS = 12;

async function warmUp(url: string): Promise<void> {
  let turns = 0;
  for (let round = 0; turns < WARM_TURNS && round < MOST_WARM_ROUNDS; round += 1) {
    turns += (await load(url, WARM_SECONDS)).rate * WARM_SECONDS;
  }
}

async function report(courses: ReadonlyMap<Contender, Course>, short: boolean): Promise<number> {
  const rate = (contender: Contender): number => median(courses.get(contender)!.rounds.map((it) => it.rate));
  // Each round against the echo's of the same round.
  const echoes = courses.get(ECHO)!.rounds;
  const ratios = courses.get(WHY401)!.rounds.map((it, round) => it.rate / echoes[round]!.rate);
  const ratio = median(ratios);
  const turns: Figure[] = [...courses].map(([contender, { rounds }]) => ({
    name: contender.name,
    value: `${rate(contender).toFixed(0)} turns/s`,
    target: `p50 ${median(rounds.map((it) => it.p50))} ms, p99 ${median(rounds.map((it) => it.p99))} ms`,
  }));
  const missed = printFigures(
    'A turn with a paste of 1 KB, 20 connections, replies in the response',
    [
      ...turns,
      {
        name: 'why401 of the botbuilder echo',
        value: `${ratio.toFixed(2)} (${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)})`,
        target: `>= ${RATIO_TARGET}`,
        worse: RATIO_TARGET / ratio,
      },
    ],
    short,
  );
  const service: Figure[] = [];
  for (const [{ name }, { server, atRest }] of courses) {
    const loaded = await server.memory();
    service.push({
      name,
      value: `${server.startMs.toFixed(0)} ms`,
      target: `${(atRest / MEBIBYTE).toFixed(0)} MiB at rest, ${(loaded / MEBIBYTE).toFixed(0)} MiB after the load`,
    });
  }
  return missed + printFigures('From the start of the process to listening, and memory (RSS)', service, short);
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}
