/** Fields that have a place of their own in the line. */
const PLACED = new Set(['time', 'level', 'msg', 'err']);

/**
 * One JSON log line as one line for a person: `10:32:07 WARN  activity refused channel=msteams`.
 * An error gives its message and the first place in its stack. A line that is not JSON stays as it is.
 */
export function toReadableLine(json: string): string {
  const entry = parse(json);
  if (entry === undefined) return json.endsWith('\n') ? json : `${json}\n`;
  const parts = [
    timeOfDay(entry.time),
    plain(entry.level ?? '')
      .toUpperCase()
      .padEnd(5),
  ];
  if (entry.msg !== undefined) parts.push(plain(entry.msg));
  for (const [name, value] of Object.entries(entry)) {
    if (!PLACED.has(name) && value !== undefined) parts.push(`${name}=${plain(value)}`);
  }
  if (entry.err !== undefined) parts.push(errorPart(entry.err));
  return `${onOneLine(parts.join(' '))}\n`;
}

function parse(json: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

function timeOfDay(time: unknown): string {
  const match = /T(\d\d:\d\d:\d\d)/.exec(plain(time ?? ''));
  return match?.[1] ?? '--:--:--';
}

function errorPart(err: unknown): string {
  if (typeof err !== 'object' || err === null) return `(${plain(err)})`;
  const { type, message, code, stack } = err as Record<string, unknown>;
  const place = typeof stack === 'string' ? stack.split('\n').find((line) => /^\s+at /.test(line)) : undefined;
  const named = [type, code]
    .filter((part) => part !== undefined)
    .map(plain)
    .join(' ');
  return `(${named}: ${plain(message)}${place === undefined ? '' : ` ${place.trim()}`})`;
}

function plain(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
}

/** Line breaks and control characters would let a logged text forge further lines or drive the terminal. */
function onOneLine(text: string): string {
  return text.replace(/(?<!\s)\s*[\r\n\u2028\u2029]+\s*/g, ' ⏎ ').replace(/[\u0000-\u001f\u007f-\u009f]/g, ' ');
}
