import { ENGLISH_TIME } from './english/english-time.ts';
import { localTime, parseMoment } from './local/moment.ts';
import { tokenize } from './text/tokenize.ts';
import { type Gathered, gather } from './time/gather.ts';
import { scanPhrases } from './time/scan.ts';
import { workOutTime } from './time/work-out-time.ts';
import type { LocalTime, Recurrence } from './understanding.ts';

/** What a text says of time alone, whether or not it asks for an event. */
export interface TimeRead {
  readonly start: LocalTime | null;
  /** Exclusive. */
  readonly end: LocalTime | null;
  readonly allDay: boolean;
  readonly durationMinutes: number | null;
  readonly recurrence: Recurrence | null;
}

/**
 * Reads the time words of a text against a reference wall clock.
 *
 * @example readTime('friday next week 3-4pm', '2026-03-10T09:15:00').start // 2026-03-20T15:00:00
 */
export function readTime(text: string, reference: LocalTime): TimeRead {
  const now = parseMoment(reference);
  if (now === null) throw new RangeError('The reference is no local time such as 2026-03-10T09:15:00');
  const tokens = tokenize(text);
  const said = withOnlyDate(gather(tokens, scanPhrases(tokens, ENGLISH_TIME)));
  const worked = workOutTime(said, { reference: now, today: now.day, dayFirst: false, meal: null, usualHour: null });
  return {
    start: worked.start === null ? null : localTime(worked.start),
    end: worked.end === null ? null : localTime(worked.end),
    allDay: worked.allDay,
    durationMinutes: worked.durationMinutes ?? (said.allDay ? 1440 : null),
    recurrence: worked.recurrence,
  };
}

/** «two weeks ago», «it ends friday»: a day where the text has no other. */
function withOnlyDate(said: Gathered): Gathered {
  const other = said.date !== null || said.range !== null || said.offset !== null || said.repeat !== null;
  if (other) return said;
  return said.until !== null && said.clock === null
    ? { ...said, date: said.until.date, until: null }
    : { ...said, date: said.pastDate, offset: said.pastDate === null ? said.pastOffset : null };
}
