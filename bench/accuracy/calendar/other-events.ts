import { understand } from '../../../src/calendar/understand.ts';
import type { MessageLine } from './calendar-corpus.ts';
import { plain } from './score-message.ts';

/** So many events of one message are drafted. */
const MOST_EVENTS = 5;

/** Whether the further events of a message are read, each at its time and no other; null where none is labelled. */
export function areOthersRight({ text, reference, timeZone, expect }: MessageLine): boolean | null {
  const want = expect?.others;
  if (want === undefined) return null;
  const got: { readonly start: string | null; readonly title: string | null }[] = [];
  let left = text;
  for (let read = 0; read < MOST_EVENTS; read += 1) {
    const meant = understand(left, { reference, timeZone });
    if (meant.intent === 'not-create-event') break;
    got.push({ start: meant.event.start?.value ?? null, title: meant.event.title?.value ?? null });
    if (meant.more === undefined) break;
    left = `add ${meant.more.words}`;
  }
  const others = got.slice(1);
  return (
    others.length === want.length &&
    want.every(
      ({ start, titles }, at) =>
        others[at]!.start === start && (titles === undefined || titles.map(plain).includes(plain(others[at]!.title))),
    )
  );
}
