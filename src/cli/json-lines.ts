/** An escaped paste of 16 MiB may be twice as long. */
const LONGEST_LINE = 32 * 1024 * 1024;

/**
 * Splits text into lines as it comes: a batch for each piece that ended at least one line, blank lines left out.
 * A line longer than 32 MiB is given as `null`, and only that much of it is ever held.
 */
export async function* jsonLines(pieces: AsyncIterable<string>): AsyncGenerator<(string | null)[]> {
  let parts: string[] = [];
  let held = 0;
  let tooLong = false;
  const take = (): string | null => {
    const line = tooLong ? null : parts.join('').replace(/\r$/, '');
    parts = [];
    held = 0;
    tooLong = false;
    return line;
  };
  for await (const piece of pieces) {
    const batch: (string | null)[] = [];
    let start = 0;
    for (let end = piece.indexOf('\n'); end >= 0; end = piece.indexOf('\n', start)) {
      parts.push(piece.slice(start, end));
      held += end - start;
      if (held > LONGEST_LINE) tooLong = true;
      const line = take();
      if (line === null || line.trim() !== '') batch.push(line);
      start = end + 1;
    }
    const rest = piece.slice(start);
    held += rest.length;
    if (held > LONGEST_LINE) {
      tooLong = true;
      parts = [];
    } else if (rest !== '' && !tooLong) {
      parts.push(rest);
    }
    if (batch.length > 0) yield batch;
  }
  const last = take();
  if (last === null || last.trim() !== '') yield [last];
}
