import { type EventDraft, minutesBetween } from '../../calendar/event/draft.ts';
import { DRAFT_INPUTS } from '../../calendar/event/draft-inputs.ts';
import type { LocalTime, UnderstandOptions } from '../../calendar/understanding.ts';
import type { Understand } from './event-parts.ts';
import { clockMinutes } from './listed/calendar-request.ts';
import { moveTarget } from './listed/move-target.ts';

const LONGEST = 80;
/** What people say before the right time: «no, make it 4», «sorry, I meant friday». */
const LEAD =
  /^(?:(?:no|nope|sorry|actually|wait|oops|hmm|oh|or rather|rather|i mean|i meant|scratch that|(?:let's |lets |please )?make (?:it|that)|(?:please )?(?:change|move|push|shift|switch|set) (?:it|that) to|let's say|better|better at)[,.!: -]{1,3}){1,4}/;
const TAIL = / instead$/;
const WITH_LENGTH = /^(?<time>.{1,60}?) (?<length>for [\w., ]{1,30})$/;
const LENGTH =
  /^(?:for |only |just )?(?:\d{1,3}(?:[.,]\d)? ?(?:minutes?|mins?|m|hours?|hrs?|h)|half an hour|an hour(?: and a half)?|(?:a|one|two|three) hours?|(?:three )?quarters? of an hour)$/;

/**
 * The time in words that correct what was just said; `null` where nothing is corrected.
 *
 * @param plain the words of a message, in lower case
 */
export function correctionWords(plain: string): string | null {
  if (plain.length > LONGEST) return null;
  const lead = LEAD.exec(plain)?.[0] ?? '';
  const rest = plain.slice(lead.length);
  const words = rest.replace(TAIL, '').trim();
  return (lead === '' && words === rest.trim()) || words === '' ? null : words;
}

/**
 * The inputs of a draft's card with the time that was corrected; `null` where the words say no time.
 *
 * @param about.now the wall clock in the draft's zone
 */
export function correctedInputs(
  words: string,
  draft: EventDraft,
  about: { readonly understand: Understand; readonly now: LocalTime },
): Readonly<Record<string, string>> | null {
  if (draft.start === null) return null;
  const options = { reference: about.now, timeZone: draft.timeZone };
  if (LENGTH.test(words)) {
    const meant = about.understand(
      `meeting tomorrow at 9 ${words.startsWith('for ') ? words : `for ${words}`}`,
      options,
    );
    const minutes = meant.intent === 'not-create-event' ? null : (meant.event.durationMinutes ?? null);
    return minutes === null || draft.allDay ? null : { [DRAFT_INPUTS.length]: String(minutes) };
  }
  // «4 for 90 minutes»: each half by itself.
  const { time, length } = WITH_LENGTH.exec(words)?.groups ?? {};
  if (time !== undefined && length !== undefined && LENGTH.test(length)) {
    const [at, lasting] = [correctedInputs(time, draft, about), correctedInputs(length, draft, about)];
    return at === null || lasting === null ? null : { ...at, ...lasting };
  }
  const ranged = /(?: to | till | until |\d ?[-–] ?\d)/.test(words)
    ? about.understand(`meeting ${words} on ${draft.start.value.slice(0, 10)}`, options)
    : null;
  if (ranged?.intent === 'create-event' && !ranged.event.allDay && ranged.event.end?.certainty === 'said') {
    const { start, end } = ranged.event;
    return start === null ? null : inputs(start.value, minutesBetween(start.value, end.value));
  }
  if (!isTimeOnly(words, about.understand, options)) return null;
  const start = moveTarget(words, draft.start.value, { ...about, timeZone: draft.timeZone });
  if (start === null) return null;
  return draft.allDay ? { [DRAFT_INPUTS.date]: start.slice(0, 10) } : inputs(start, null);
}

/** «sorry, I can't sign in since 9» is about something else. */
function isTimeOnly(words: string, understand: Understand, options: UnderstandOptions): boolean {
  if (clockMinutes(words.replace(/^at /, '')) !== null) return true;
  const meant = understand(`meeting ${words}`, options);
  if (meant.intent === 'not-create-event') return false;
  const { title, attendees, location } = meant.event;
  return title?.value.toLowerCase() === 'meeting' && attendees.length === 0 && location === null;
}

function inputs(start: LocalTime, minutes: number | null): Readonly<Record<string, string>> {
  return {
    [DRAFT_INPUTS.date]: start.slice(0, 10),
    [DRAFT_INPUTS.time]: start.slice(11, 16),
    ...(minutes === null ? {} : { [DRAFT_INPUTS.length]: String(minutes) }),
  };
}
