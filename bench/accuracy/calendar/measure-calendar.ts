import { existsSync } from 'node:fs';
import { understand } from '../../../src/calendar/understand.ts';
import { type ExpressionLine, type MessageLine, type Part, partOfId, readJsonLines } from './calendar-corpus.ts';
import { type MessageScore, scoreMessage } from './score-message.ts';
import { isExpressionRight, isLengthOrSetRight, TIME_READERS } from './time-readers.ts';

/** The public test data lies beside the project and is never a part of it. */
const SHARED = new URL('../../../../shared/corpus/', import.meta.url);
const OWN = new URL('../../../test/corpus/calendar.jsonl', import.meta.url);

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
  if (existsSync(OWN)) missed += reportMessages('Calendar messages of our own', readJsonLines<MessageLine>(OWN));
  const expressions = new URL('time-expressions.jsonl', SHARED);
  if (existsSync(expressions)) {
    const lines = readJsonLines<ExpressionLine>(expressions);
    for (const part of parts)
      missed += reportExpressions(
        part,
        lines.filter(({ id }) => partOfId(id) === part),
      );
  } else console.log('\nThe time expressions of ../shared/corpus/time-expressions.jsonl are absent: not measured');
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

function reportMessages(title: string, lines: readonly MessageLine[]): number {
  const scored = lines.map((line) => {
    const got = understand(line.text, { reference: line.reference, timeZone: line.timeZone });
    return { line, score: scoreMessage(line, got) };
  });
  console.log(`\n== ${title}: ${lines.length}`);
  const of = (name: keyof MessageScore) => scored.map(({ score }) => score[name]);
  let missed = row('intent', of('intent'), TARGETS.intent);
  row('start', of('start'), null);
  missed += row('start and end', of('startAndEnd'), TARGETS.startAndEnd);
  const repeated = scored.filter(({ line }) => line.expect?.recurrence != null).map(({ score }) => score.recurrence);
  missed += row('recurrence, where there is one', repeated, TARGETS.recurrence);
  missed += row('recurrence, of all', of('recurrence'), TARGETS.recurrence);
  missed += row('title', of('title'), TARGETS.title);
  missed += row('attendees', of('attendees'), TARGETS.attendees);
  const invented = scored.filter(({ score }) => score.invented).length;
  console.log(`  ${'events out of messages without one'.padEnd(34)} ${invented}${invented > 0 ? '  MISSED' : ''}`);
  const wrong = scored.flatMap(({ line, score }) => {
    const names = Object.entries(score).filter(([name, value]) => (name === 'invented' ? value : value === false));
    return names.length === 0 ? [] : [`    ${line.id}  ${names.map(([name]) => name).join(', ')}`];
  });
  if (wrong.length > 0) console.log(`  misses:\n${wrong.join('\n')}`);
  return missed + (invented > 0 ? 1 : 0);
}

function reportExpressions(part: Part, lines: readonly ExpressionLine[]): number {
  console.log(
    `\n== Time expressions, points and ranges, the part ${part}: ${lines.length} with lengths and repetitions`,
  );
  let missed = 0;
  for (const [name, reader] of Object.entries(TIME_READERS)) {
    const values = lines.map((line) =>
      isExpressionRight(
        line,
        safely(() => reader(line)),
      ),
    );
    missed += row(name, values, name === 'this reader' ? TARGETS.expressions : null);
  }
  row('this reader, lengths and repetitions', lines.map(isLengthOrSetRight), null);
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
