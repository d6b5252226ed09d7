/**
 * npm run accuracy: how often the diagnosis is right, on real pastes with answers by hand, and how often a message
 * for the calendar is understood.
 *
 *   npm run accuracy                     both parts, the misses printed
 *   npm run accuracy -- --part worked    only the part that rules were written with
 *   npm run accuracy -- --arrivals       also the pastes wrapped, escaped, quoted and cut as they arrive; half a minute more
 *   npm run accuracy -- --landing        for CI: a calendar figure may be a few messages below its target, so that a
 *                                        target not reached yet stops nobody's change, and one that is lost does
 */
import { existsSync } from 'node:fs';
import { diagnose } from '../src/diagnosis/diagnose.ts';
import { measureArrivals } from './accuracy/arrivals.ts';
import { measureCalendar } from './accuracy/calendar/measure-calendar.ts';
import { type CorpusLine, type CorpusPart, partOf, readDiagnosisCorpus } from './accuracy/diagnosis-corpus.ts';
import { type Answer, isRight, type Score, scoreOf, TARGETS } from './accuracy/score.ts';

const CORPUS_FOLDER = new URL('../test/corpus/', import.meta.url);
/** Expiry against the present must not change with the day on which the figures are made. */
const NOW = Date.UTC(2026, 10, 22);

/** Two of the 41 messages that are set aside. */
const LANDING_SLACK = 0.05;

/** The corpus that the targets are for, then pastes gathered later from public reports, for the record. */
const CORPORA = [
  { file: 'diagnosis.jsonl', title: 'Real pastes', judged: true },
  { file: 'field-api.jsonl', title: 'Field reports, calls to an API', judged: false },
  { file: 'field-api-2.jsonl', title: 'Field reports, calls to an API, second set', judged: false },
  { file: 'field-api-3.jsonl', title: 'Field reports, calls to an API, third set', judged: false },
  { file: 'field-api-4.jsonl', title: 'Field reports, calls to an API, fourth set', judged: false },
  { file: 'field-api-5.jsonl', title: 'Field reports, calls to an API, fifth set: mostly in words', judged: false },
  { file: 'field-api-6.jsonl', title: 'Field reports, calls to an API, sixth set', judged: false },
  { file: 'field-api-7.jsonl', title: 'Field reports, calls to an API, seventh set: many workloads', judged: false },
  { file: 'field-api-8.jsonl', title: 'Field reports, calls to an API, eighth set: Microsoft APIs', judged: false },
  {
    file: 'field-api-9.jsonl',
    title: 'Field reports, calls to an API, ninth set: half short, half mixed',
    judged: false,
  },
  {
    file: 'field-api-10.jsonl',
    title: 'Field reports, calls to an API, tenth set: what services themselves say',
    judged: false,
  },
  { file: 'field-sign-in.jsonl', title: 'Field reports, sign-in', judged: false },
  { file: 'field-sign-in-2.jsonl', title: 'Field reports, sign-in, second set', judged: false },
  { file: 'field-sign-in-3.jsonl', title: 'Field reports, sign-in, third set', judged: false },
  { file: 'field-sign-in-4.jsonl', title: 'Field reports, sign-in, fourth set', judged: false },
  { file: 'field-sign-in-5.jsonl', title: 'Field reports, sign-in, fifth set: mostly in words', judged: false },
  { file: 'field-sign-in-6.jsonl', title: 'Field reports, sign-in, sixth set: code, settings and logs', judged: false },
  { file: 'field-sign-in-7.jsonl', title: 'Field reports, sign-in, seventh set', judged: false },
  { file: 'field-sign-in-8.jsonl', title: 'Field reports, sign-in, eighth set', judged: false },
  { file: 'field-heart.jsonl', title: 'The well-known guide, its causes in other forms', judged: false },
  { file: 'field-heart-2.jsonl', title: 'The well-known guide and other sign-in, second set', judged: false },
  {
    file: 'field-heart-3.jsonl',
    title: 'The well-known guide, third set: stories of much evidence, and questions of almost none',
    judged: false,
  },
  { file: 'field-desk.jsonl', title: 'Messages of a helpdesk channel', judged: false },
  { file: 'field-tools.jsonl', title: 'What tools, portals and clients print', judged: false },
] as const;

const parts: readonly CorpusPart[] = process.argv.includes('worked') ? ['worked with'] : ['worked with', 'set aside'];
let missed = 0;
const all: Answer[] = [];

for (const { file, title, judged } of CORPORA) {
  const path = new URL(file, CORPUS_FOLDER);
  if (!existsSync(path)) {
    console.log(`test/corpus/${file} is not there: nothing to measure`);
    continue;
  }
  const lines = readDiagnosisCorpus(path);
  for (const part of parts) {
    const answers = lines.filter((line) => partOf(line.id) === part).map(answerTo);
    all.push(...answers);
    const score = scoreOf(answers);
    console.log(`\n== ${title}, the part ${part}: ${score.pastes} pastes`);
    const below = report(part, score);
    if (judged) missed += below;
    const wrong = answers.filter((it) => !isRight(it));
    if (wrong.length > 0) console.log('  misses:');
    for (const it of wrong) {
      console.log(
        `    ${it.line.id}  wants ${it.line.cause}, got ${it.cause} (${it.verdict})  [${it.ranked.slice(0, 3).join(', ')}]`,
      );
    }
  }
}
perCause(all);
if (process.argv.includes('--arrivals'))
  measureArrivals(
    all.map(({ line }) => line).filter(({ id }) => partOf(id) === 'worked with'),
    NOW,
  );
const landing = process.argv.includes('--landing');
missed += measureCalendar(parts, landing ? LANDING_SLACK : 0);
const goal = landing ? 'what a landing needs' : 'its target';
console.log(missed === 0 ? `\nEvery figure reaches ${goal}.` : `\n${missed} figures do not reach ${goal}.`);
process.exitCode = missed === 0 ? 0 : 1;

function answerTo(line: CorpusLine): Answer {
  const diagnosis = diagnose(line.paste, { now: NOW });
  return { line, cause: diagnosis.cause, verdict: diagnosis.verdict, ranked: diagnosis.findings.map((it) => it.cause) };
}

function report(part: CorpusPart, score: Score): number {
  const share = (count: number, of: number) => (of === 0 ? 1 : count / of);
  const rows: readonly (readonly [string, number, boolean, string])[] = [
    [
      'top-1 right',
      share(score.right, score.pastes),
      share(score.right, score.pastes) >= TARGETS.top1[part],
      `>= ${TARGETS.top1[part]}`,
    ],
    ['right among the first three', share(score.rightAmongThree, score.pastes), true, ''],
    [
      'wrong though certain',
      share(score.certainAndWrong, score.pastes),
      share(score.certainAndWrong, score.pastes) <= TARGETS.certainAndWrongAtMost,
      `<= ${TARGETS.certainAndWrongAtMost}`,
    ],
    [
      'certain, of the right answers',
      share(score.certainAndRight, score.right),
      share(score.certainAndRight, score.right) >= TARGETS.certainShareOfRightAtLeast,
      `>= ${TARGETS.certainShareOfRightAtLeast}`,
    ],
    [
      'likely and right',
      share(score.likelyAndRight, score.likely),
      share(score.likelyAndRight, score.likely) >= TARGETS.likelyRightAtLeast,
      `>= ${TARGETS.likelyRightAtLeast}`,
    ],
    [
      'undecided, of those with a cause',
      share(score.decidableUndecided, score.decidable),
      share(score.decidableUndecided, score.decidable) <= TARGETS.undecidedAtMost,
      `<= ${TARGETS.undecidedAtMost}`,
    ],
  ];
  for (const [name, value, met, target] of rows) {
    console.log(`  ${name.padEnd(34)} ${value.toFixed(3)}  ${target.padEnd(8)} ${met ? '' : 'MISSED'}`);
  }
  return rows.filter(([, , met]) => !met).length;
}

function perCause(answers: readonly Answer[]): void {
  console.log('\n== By root cause: right of all (certain / likely / possible / undecided)');
  const causes = [...new Set(answers.map(({ line }) => line.cause))].sort();
  for (const cause of causes) {
    const of = answers.filter(({ line }) => line.cause === cause);
    const verdicts = (['certain', 'likely', 'possible', 'undecided'] as const).map(
      (v) => of.filter((it) => it.verdict === v).length,
    );
    console.log(`  ${cause.padEnd(30)} ${of.filter(isRight).length} of ${of.length}  (${verdicts.join(' / ')})`);
  }
}
