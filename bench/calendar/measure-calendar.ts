import { understand } from '../../src/calendar/understand.ts';

const OPTIONS = { reference: '2026-04-14T10:20:00', timeZone: 'Europe/Berlin' };

/** Messages of our own wording, of the lengths that people type. */
const MESSAGES: readonly string[] = [
  'lunch with Sam tomorrow noon',
  '1-1 w/ adele thu 3-4pm on teams',
  'every other tuesday 9:30 standup until june',
  'please schedule a pricing review with ana@example.com and Bo on 5 May from 14:00 to 15:30 in room Elbe',
  'vacation from 3 to 14 August',
  "what's on my calendar tomorrow?",
  'cancel my 3pm',
  'standup every weekday at 9:15 on teams, remind me 10 minutes before',
  'why do I get 401 when I call /me/events?',
  'dinner with Ola and Kim next friday at 7 at Nonna, private',
];

/** Eight times the length may take twelve times the time: the rest is the machine's. */
const MOST_GROWTH = 12;
/** A short run fails for a defect, not for noise: what grows by the square takes sixty-four times. */
const MOST_GROWTH_OF_SHORT_RUN = 30;
/** Below this many milliseconds nothing is told from noise. */
const NOTHING = 20;

interface Growth {
  /** Milliseconds. */
  readonly small: number;
  readonly large: number;
}

function measureGrowth(small: string, large: string): Growth {
  return { small: best(small), large: best(large) };
}

function isLinear({ small, large }: Growth, most: number): boolean {
  return large < NOTHING || large / Math.max(small, 0.05) <= most;
}

/** The median time of a message, and whether time grows no faster than length; gives the number of figures missed. */
export function measureCalendar(short: boolean): number {
  const rounds = short ? 40 : 200;
  for (const message of MESSAGES) for (let round = 0; round < 20; round += 1) understand(message, OPTIONS);
  const times = MESSAGES.flatMap((message) => Array.from({ length: rounds }, () => timed(message))).sort(
    (a, b) => a - b,
  );
  const median = times[Math.floor(times.length / 2)]!;
  const high = times[Math.floor(times.length * 0.99)]!;
  console.log(`\n== Calendar: a message to an event`);
  console.log(`  median ${median.toFixed(3)} ms (<= 2)   99th of a hundred ${high.toFixed(3)} ms   of ${times.length}`);
  let missed = median <= 2 ? 0 : 1;
  for (const [name, piece] of Object.entries(PIECES)) {
    const [small, large] = [2_500, 20_000].map((length) =>
      piece.repeat(Math.ceil(length / piece.length)).slice(0, length),
    );
    let growth = measureGrowth(small!, large!);
    // Only what looks wrong is looked at again.
    for (let again = 0; again < 2 && !isLinear(growth, MOST_GROWTH); again += 1) growth = measureGrowth(small!, large!);
    const met = isLinear(growth, MOST_GROWTH);
    if (!isLinear(growth, short ? MOST_GROWTH_OF_SHORT_RUN : MOST_GROWTH)) missed += 1;
    console.log(
      `  ${name.padEnd(26)} 2,500: ${growth.small.toFixed(2)} ms   20,000: ${growth.large.toFixed(2)} ms   ${met ? '' : 'MISSED'}`,
    );
  }
  return missed;
}

/** Texts that lead a careless pattern astray. */
const PIECES: Readonly<Record<string, string>> = {
  'one word': 'a',
  digits: '1',
  'numbers and dashes': '1-',
  'at signs': 'a@',
  quotes: '"a ',
  'open mentions': '<at>',
  'dates without end': 'monday at 3 and ',
  'a list of names': 'with Ana, Bo and ',
  'a title without end': 'called called ',
  emoji: '😀',
  ratios: '1:1 ',
  'slashed words': 'a/b/',
  'empty lines': '   \n',
  'words and brackets': 'a(',
};

function timed(message: string): number {
  const start = performance.now();
  understand(message, OPTIONS);
  return performance.now() - start;
}

function best(message: string): number {
  return Math.min(...Array.from({ length: 4 }, () => timed(message)));
}
