/** What a message asks of the events that are there already. */
export type CalendarRequest =
  | { readonly kind: 'list'; readonly which: 'today' | 'tomorrow' | 'next' }
  | { readonly kind: 'cancel'; readonly target: ListedTarget }
  | { readonly kind: 'move'; readonly target: ListedTarget; readonly to: string };

export type ListedTarget =
  /** Its number in the last list. */
  | { readonly kind: 'number'; readonly number: number }
  /** By its start: minutes since midnight; without a half of the day both are meant. */
  | { readonly kind: 'time'; readonly minutes: number; readonly exact: boolean; readonly day: TargetDay }
  | { readonly kind: 'title'; readonly words: string; readonly day: TargetDay };

/** `null` where it was not said: then today, and for a title the days after it. */
export type TargetDay = 'today' | 'tomorrow' | null;

const LONGEST = 120;
const TODAY =
  /^(?:(?:show |list |what is |what's )?(?:me )?my (?:day|agenda|calendar|schedule|meetings|events)(?: (?:today|for today))?|(?:show |list )?(?:today|agenda|calendar|schedule)|what(?:'s| is| do i have) (?:on )?(?:today|on my (?:calendar|agenda|schedule)(?: today)?)|today'?s (?:meetings|events|agenda|calendar))$/;
const TOMORROW =
  /^(?:(?:show |list )?(?:me )?(?:my (?:day|agenda|calendar|schedule|meetings|events) )?(?:for )?tomorrow|what(?:'s| is| do i have) (?:on )?(?:my (?:calendar|agenda) )?tomorrow|tomorrow'?s (?:meetings|events|agenda|calendar))$/;
const NEXT =
  /^(?:what(?:'s| is)(?: up)?(?: my)? next(?: (?:meeting|event|up|on my calendar))?|next (?:meeting|event)|my next (?:meeting|event)|whats next|coming up|upcoming)$/;
const CANCEL = /^(?:please )?(?:cancel|delete|remove|drop) (?:(?:number|no\.?|nr\.?|#) ?)?(.{1,80})$/;
const MOVE =
  /^(?:please )?(?:move|reschedule|shift|push|postpone) (?:(?:number|no\.?|nr\.?|#) ?)?(.{1,60}?) (?:to|until|till) (.{1,60})$/;

/** «my day», «cancel 2», «move my 3pm to 4»; `null` for everything else. */
export function calendarRequest(text: string): CalendarRequest | null {
  if (text.length > LONGEST) return null;
  const plain = text
    .toLowerCase()
    .replace(/[’‘`´]/g, "'")
    .replace(/\s+/g, ' ')
    .replace(/[?.!]{1,3}$/, '')
    .trim();
  if (TODAY.test(plain)) return { kind: 'list', which: 'today' };
  if (TOMORROW.test(plain)) return { kind: 'list', which: 'tomorrow' };
  if (NEXT.test(plain)) return { kind: 'list', which: 'next' };
  const move = MOVE.exec(plain);
  if (move !== null) {
    const target = targetOf(move[1] ?? '');
    return target === null ? null : { kind: 'move', target, to: move[2] ?? '' };
  }
  const cancel = CANCEL.exec(plain);
  const target = cancel === null ? null : targetOf(cancel[1] ?? '');
  return target === null ? null : { kind: 'cancel', target };
}

const CLOCK = /^(\d{1,2})(?:[:.h](\d{2}))? ?(am|pm|a|p|o'clock)?$/;

function targetOf(text: string): ListedTarget | null {
  if (/^\d{1,2}$/.test(text)) return { kind: 'number', number: Number(text) };
  const [, body = text, dayNamed] = /^(.*?)(?: (today|tomorrow))?$/.exec(text) ?? [];
  const day = dayNamed === 'today' || dayNamed === 'tomorrow' ? dayNamed : null;
  const named = /^(?:my |the |our |that )(.+)$/.exec(body);
  const rest = (named?.[1] ?? body).trim();
  const timed = rest.replace(/^at /, '').replace(/ (?:meeting|event|appointment|call|one)$/, '');
  const minutes = clockMinutes(timed);
  if (minutes !== null && (named !== null || /[:.apm]/.test(timed))) return { kind: 'time', ...minutes, day };
  // A title has to be pointed at, and «cancel my subscription» is at worst a question back.
  if (named === null || /^(?:sign|log) ?-?in$|^(?:data|account|meeting|event|appointment)s?$/.test(rest)) return null;
  return { kind: 'title', words: rest.replace(/ (?:meeting|event|appointment)$/, ''), day };
}

/** «3pm», «15:30», «4»; `exact` where the half of the day was said. */
export function clockMinutes(text: string): { readonly minutes: number; readonly exact: boolean } | null {
  if (text === 'noon') return { minutes: 720, exact: true };
  const found = CLOCK.exec(text.trim());
  if (found === null) return null;
  const [hour, minute, half] = [Number(found[1]), Number(found[2] ?? 0), found[3]?.charAt(0)];
  if (minute > 59 || hour > 23) return null;
  if (half === 'a' || half === 'p') {
    if (hour < 1 || hour > 12) return null;
    return { minutes: ((hour % 12) + (half === 'p' ? 12 : 0)) * 60 + minute, exact: true };
  }
  return { minutes: hour * 60 + minute, exact: hour > 12 || hour === 0 };
}
