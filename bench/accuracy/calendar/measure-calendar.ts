import { existsSync } from 'node:fs';
import { understand } from '../../../src/calendar/understand.ts';
import { type ExpressionLine, type MessageLine, type Part, partOfId, readJsonLines } from './calendar-corpus.ts';
import { areOthersRight } from './other-events.ts';
import { type MessageScore, scoreMessage } from './score-message.ts';
import { isExpressionRight, isLengthOrSetRight, TIME_READERS } from './time-readers.ts';

/** The public test data lies beside the project and is never a part of it. */
const SHARED = new URL('../../../../shared/corpus/', import.meta.url);
const OWN_CORPUS = new URL('../../../test/corpus/', import.meta.url);

/** The later sets were labelled before their first run: for the record, but for the events that nobody asked for. */
const OWN_MESSAGES = [
  { file: 'calendar.jsonl', title: 'Calendar messages of our own', judged: true },
  { file: 'calendar-2.jsonl', title: 'Calendar messages of our own, second set', judged: false },
  { file: 'calendar-3.jsonl', title: 'Calendar messages of our own, third set', judged: false },
  { file: 'calendar-4.jsonl', title: 'Calendar messages of our own, fourth set', judged: false },
  { file: 'calendar-5.jsonl', title: 'Calendar messages of our own, fifth set: as people chat', judged: false },
] as const;

/** The third set and those after it were labelled before their first run. */
const OWN_EXPRESSIONS = [
  { file: 'time-expressions-2.jsonl', title: 'Time expressions of our own' },
  { file: 'time-expressions-3.jsonl', title: 'Time expressions of our own, third set' },
  { file: 'time-expressions-4.jsonl', title: 'Time expressions of our own, fourth set' },
  { file: 'time-expressions-5.jsonl', title: 'Time expressions of our own, fifth set' },
] as const;

const TARGETS = { intent: 0.95, startAndEnd: 0.92, recurrence: 0.9, title: 0.85, attendees: 0.9, expressions: 0.85 };

/**
 * Prints how often messages and time expressions are understood.
 *
 * @param slack by how much a figure may be below its target before it counts
 * @returns the number of targets missed by more than that
 */
export function measureCalendar(parts: readonly Part[], slack: number): number {
  allowed = slack;
  let missed = 0;
  const messages = new URL('calendar.jsonl', SHARED);
  if (existsSync(messages)) {
    const lines = readJsonLines<MessageLine>(messages);
    for (const part of parts) {
      missed += reportMessages(
        `Calendar messages, the part ${part}`,
        lines.filter(({ id }) => partOfId(id) === part),
      );
    }
  } else console.log('\nThe calendar messages of ../shared/corpus/calendar.jsonl are absent: not measured');
  for (const { file, title, judged } of OWN_MESSAGES) {
    const path = new URL(file, OWN_CORPUS);
    if (existsSync(path)) missed += reportMessages(title, readJsonLines<MessageLine>(path), judged);
  }
  const expressions = new URL('time-expressions.jsonl', SHARED);
  if (existsSync(expressions)) {
    const lines = readJsonLines<ExpressionLine>(expressions);
    for (const part of parts)
      missed += reportExpressions(
        `Time expressions, points and ranges, the part ${part}`,
        lines.filter(({ id }) => partOfId(id) === part),
      );
  } else console.log('\nThe time expressions of ../shared/corpus/time-expressions.jsonl are absent: not measured');
  for (const { file, title } of OWN_EXPRESSIONS) {
    const path = new URL(file, OWN_CORPUS);
    if (existsSync(path)) reportExpressions(title, readJsonLines<ExpressionLine>(path), true);
  }
  return missed;
}

let allowed = 0;

function share(values: readonly (boolean | null)[]): {
  readonly value: number;
  readonly right: number;
  readonly of: number;
} {
  const judged = values.filter((it) => it !== null);
  const right = judged.filter(Boolean).length;
  return { value: judged.length === 0 ? 1 : right / judged.length, right, of: judged.length };
}

function row(name: string, values: readonly (boolean | null)[], target: number | null): number {
  const { value, right, of } = share(values);
  const met = target === null || value >= target;
  const goal = target === null ? '' : `>= ${target}`;
  console.log(
    `  ${name.padEnd(34)} ${value.toFixed(3)}  ${`${right} of ${of}`.padEnd(12)} ${goal.padEnd(8)} ${met ? '' : 'MISSED'}`,
  );
  return met || value >= target - allowed ? 0 : 1;
}

function reportMessages(title: string, lines: readonly MessageLine[], judged = true): number {
  const target = (name: keyof typeof TARGETS) => (judged ? TARGETS[name] : null);
  const scored = lines.map((line) => {
    const got = understand(line.text, { reference: line.reference, timeZone: line.timeZone });
    return { line, score: scoreMessage(line, got) };
  });
  console.log(`\n== ${title}: ${lines.length}`);
  const of = (name: keyof MessageScore) => scored.map(({ score }) => score[name]);
  let missed = row('intent', of('intent'), target('intent'));
  row('start', of('start'), null);
  missed += row('start and end', of('startAndEnd'), target('startAndEnd'));
  const repeated = scored.filter(({ line }) => line.expect?.recurrence != null).map(({ score }) => score.recurrence);
  missed += row('recurrence, where there is one', repeated, target('recurrence'));
  missed += row('recurrence, of all', of('recurrence'), target('recurrence'));
  missed += row('title', of('title'), target('title'));
  missed += row('attendees', of('attendees'), target('attendees'));
  reportWhereLabelled('place, where one is named', of('place'));
  reportWhereLabelled('time zone, where one is named', of('zone'));
  reportWhereLabelled(
    'the other events of the message',
    scored.map(({ line }) => areOthersRight(line)),
  );
  const invented = scored.filter(({ score }) => score.invented).length;
  console.log(`  ${'events out of messages without one'.padEnd(34)} ${invented}${invented > 0 ? '  MISSED' : ''}`);
  const wrong = scored.flatMap(({ line, score }) => {
    const names = Object.entries(score).filter(([name, value]) => (name === 'invented' ? value : value === false));
    if (areOthersRight(line) === false) names.push(['others', false]);
    return names.length === 0 ? [] : [`    ${line.id}  ${names.map(([name]) => name).join(', ')}`];
  });
  if (wrong.length > 0) console.log(`  misses:\n${wrong.join('\n')}`);
  return missed + (invented > 0 ? 1 : 0);
}

/** Labels that only some of the sets have: for the record. */
function reportWhereLabelled(name: string, values: readonly (boolean | null)[]): void {
  if (values.some((it) => it !== null)) row(name, values, null);
}

/** Our own are for the record: without a target, but with the lines that were read wrongly. */
function reportExpressions(title: string, lines: readonly ExpressionLine[], own = false): number {
  console.log(`\n== ${title}: ${lines.length} with lengths and repetitions`);
  let missed = 0;
  const wrong: ExpressionLine[] = [];
  for (const [name, reader] of Object.entries(TIME_READERS)) {
    const values = lines.map((line) =>
      isExpressionRight(
        line,
        safely(() => reader(line)),
      ),
    );
    missed += row(name, values, name === 'this reader' && !own ? TARGETS.expressions : null);
    if (name === 'this reader' && own) wrong.push(...lines.filter((_, at) => values[at] === false));
  }
  const others = lines.map(isLengthOrSetRight);
  row('this reader, lengths and repetitions', others, null);
  wrong.push(...(own ? lines.filter((_, at) => others[at] === false) : []));
  if (wrong.length > 0) console.log(`  misses:\n${wrong.map(({ id }) => `    ${id}`).join('\n')}`);
  return missed;
}

/** Another library's defect is a miss of that library. */
function safely<T>(read: () => readonly T[]): readonly T[] {
  try {
    return read();
  } catch {
    return [];
  }
}
