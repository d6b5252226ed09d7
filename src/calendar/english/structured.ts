/** A message in fields: «Subject: …», «When: …», «Where: …», «Who: …». */
export interface StructuredFields {
  readonly title: string | null;
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
    location,
    time: time.join(', '),
    people: people.map((it) => it.replace(/<\/?at>/g, '').trim()),
    rest: rest.join('\n'),
  };
}
