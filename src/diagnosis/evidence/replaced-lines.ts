/** How many lines above its successor a removed line may stand: the next one of the same key is another setting. */
const LINES_ABOVE = 8;
const MOST_LOOKS = 60;
const LONGEST_LINE = 400;
/** A line of a diff with a key: `+ TENANT_ID=…`, `+    "clientId": …`, `+scopes = […]`. */
const ADDED = /\+[ \t]{0,40}["'.$]?([\w.:-]{2,60}?)["']?[ \t]{0,12}(?:[:=]|=>)/y;
const REMOVED = /-(?!-)[ \t]{0,40}["'.$]?([\w.:-]{2,60}?)["']?[ \t]{0,12}(?:[:=]|=>)/y;
/** What stands behind the arrow of a change on one line: `scopes: ["a"] → scopes: ["a", "b"]`. */
const BECOMES = /[ \t]{0,8}["']?([a-z][\w.-]{1,40})["']?[ \t]{0,3}[:=]/y;
const ARROWS = ['→', '->'] as const;

/**
 * Where the paste shows what somebody changed, what stood there before: the line that a diff takes away, where another one
 * of the same key comes in its place, and what stands before the arrow of a change. What runs now is the other one.
 *
 * @param lower - the text in lower case
 */
export function replacedLines(lower: string): (readonly [start: number, end: number])[] {
  const parts: [number, number][] = [];
  for (let at = lower.indexOf('\n+'), looks = 0; at !== -1 && looks < MOST_LOOKS; at = lower.indexOf('\n+', at + 2)) {
    looks += 1;
    const key = keyAt(ADDED, lower, at + 1);
    const removed = key === undefined ? undefined : removedAbove(lower, at, key);
    if (removed !== undefined) parts.push(removed);
  }
  for (const arrow of ARROWS) {
    let looks = 0;
    for (let at = lower.indexOf(arrow); at !== -1 && looks < MOST_LOOKS; at = lower.indexOf(arrow, at + 1)) {
      looks += 1;
      const key = keyAt(BECOMES, lower, at + arrow.length);
      const start = key === undefined ? -1 : keyBefore(lower, at, key);
      if (start !== -1) parts.push([start, at + arrow.length]);
    }
  }
  return parts;
}

function keyAt(pattern: RegExp, lower: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(lower)?.[1];
}

/** Where the same key stands before the arrow, on the same line; -1 where it does not. */
function keyBefore(lower: string, arrow: number, key: string): number {
  const line = Math.max(lower.lastIndexOf('\n', arrow) + 1, arrow - LONGEST_LINE);
  const at = lower.lastIndexOf(key, arrow - 1);
  if (at < line || /[\w.-]/.test(lower.charAt(at - 1))) return -1;
  return /^["']?[ \t]{0,3}[:=]/.test(lower.slice(at + key.length, at + key.length + 5)) ? at : -1;
}

/** The removed line of this key, which ends at `end` or above it. */
function removedAbove(lower: string, end: number, key: string): [number, number] | undefined {
  let below = end;
  for (let lines = 0; lines < LINES_ABOVE && below > 0; lines += 1) {
    const start = lower.lastIndexOf('\n', below - 1) + 1;
    if (below - start > LONGEST_LINE) return undefined;
    if (keyAt(REMOVED, lower, start) === key) return [start, below];
    below = start - 1;
  }
  return undefined;
}
