import { readTime } from '../../src/calendar/read-time.ts';
import { understand } from '../../src/calendar/understand.ts';
import type { EventUnderstood, Understanding } from '../../src/calendar/understanding.ts';

/** A Tuesday morning. */
export const REFERENCE = '2026-04-14T10:20:00';

export function start(text: string, reference = REFERENCE): string | null {
  return readTime(text, reference).start;
}

export function span(text: string, reference = REFERENCE): readonly (string | null)[] {
  const { start: from, end } = readTime(text, reference);
  return [from, end];
}

export function ask(message: string, timeZone = 'Europe/Berlin', reference = REFERENCE): Understanding {
  return understand(message, { reference, timeZone });
}

export function eventOf(message: string, timeZone = 'Europe/Berlin', reference = REFERENCE): EventUnderstood {
  const understanding = ask(message, timeZone, reference);
  if (understanding.intent !== 'create-event') throw new Error(`«${message}» is ${understanding.intent}`);
  return understanding.event;
}
