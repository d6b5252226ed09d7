/** A message in fields: «Subject: …», «When: …», «Where: …», «Who: …». */
export interface StructuredFields {
  readonly title: string | null;
  /** The line above the fields, where none of them names the thing. */
  readonly heading: string | null;
  readonly time: string;
  readonly location: string | null;
  readonly people: readonly string[];
  readonly rest: string;
}

const FIELD =
  /^[*_\-•]{0,8}\s{0,8}(subject|title|what|event|name|topic|when|date|day|time|start|starts|end|ends|until|from|to|where|location|place|room|venue|who|with|attendees|invitees|participants|people|guests|required|duration|length|repeat|repeats|recurrence|reminder|notes|description|online|timezone|time zone)[*_]{0,8}\s{0,8}:\s*(.{1,500})$/i;
const KINDS: Readonly<Record<string, 'title' | 'time' | 'place' | 'people' | 'notes'>> = {
  subject: 'title',
  title: 'title',
  what: 'title',
  event: 'title',
  name: 'title',
  topic: 'title',
  where: 'place',
  location: 'place',
  place: 'place',
  room: 'place',
  venue: 'place',
  who: 'people',
  with: 'people',
  attendees: 'people',
  invitees: 'people',
  participants: 'people',
  people: 'people',
  guests: 'people',
  required: 'people',
  notes: 'notes',
  description: 'notes',
}; // prettier-ignore
/** What the field's name says of the time in it. */
const LEADS: Readonly<Record<string, string>> = {
  start: 'from',
  starts: 'from',
  from: 'from',
  end: 'until',
  ends: 'until',
  until: 'until',
  to: 'until',
  duration: 'for',
  length: 'for',
  reminder: 'reminder',
};

/** Reads a message that is written in fields, at least two of them; null for any other. */
export function structuredFields(message: string): StructuredFields | null {
  const lines = message.split(/\r?\n|;(?=\s*\w+\s*:)/, 60);
  const found = lines.map((line) => FIELD.exec(line.trim()));
  if (found.filter((it) => it !== null).length < 2) return null;
  let title: string | null = null;
  let location: string | null = null;
  const time: string[] = [];
  const people: string[] = [];
  const rest: string[] = [];
  for (const [index, field] of found.entries()) {
    if (field === null) {
      rest.push(lines[index]!);
      continue;
    }
    const name = field[1]!.toLowerCase();
    const value = field[2]!.trim();
    const kind = KINDS[name] ?? 'time';
    if (kind === 'title') title ??= value;
    else if (kind === 'place') location ??= value;
    else if (kind === 'people') people.push(...value.split(/\s*(?:[,;&]|\band\b)\s*/i).filter((it) => it !== ''));
    else if (kind === 'time') time.push(`${LEADS[name] ?? ''} ${value}`.trim());
  }
  return {
    title,
    heading: headingOf(
      lines.slice(
        0,
        found.findIndex((field) => field !== null),
      ),
    ),
    location,
    time: time.join(', '),
    people: people.map((it) => ADDRESS.exec(it)?.[1] ?? it.replace(/<\/?at>/g, '').trim()),
    rest: rest.join('\n'),
  };
}

/** «Ana <ana@contoso.com>», «Ana (ana@contoso.com)». */
const ADDRESS = /[<(]([^\s<>()@]{1,64}@[^\s<>()@]{1,200})[>)]/;
const LONGEST_HEADING = 90;
/** What only asks, or asks for something else. */
const ASKS =
  /[?:]$|^(?:please|pls|hi|hey|hello|can|could|would|will|why|what|when|who|where|how|is|are|was|were|do|does|did|cancel|delete|remove|move|reschedule|postpone|decline|accept|change|update|add|put|schedule|book|create)\b|\b(?:fail(?:s|ed|ing|ure)?|errors?|broken|crash(?:es|ed)?|down|issues?|problems?|report|incidents?|tickets?|bugs?|alerts?|outages?)\b/i;

function headingOf(above: readonly string[]): string | null {
  const line = above.map((it) => it.trim()).findLast((it) => it !== '');
  return line === undefined || line.length > LONGEST_HEADING || ASKS.test(line) ? null : line;
}
