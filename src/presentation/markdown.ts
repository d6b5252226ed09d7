/**
 * Plain text as Markdown: characters that would format are escaped, so that it reads as it was written.
 *
 * A run of white space is looked at from its beginning only: from each of its places it would take time of the square.
 */
export function markdownText(text: string): string {
  return (
    text
      .replace(/[\\`*_[\]<>|]/g, '\\$&')
      .replace(/^([#+-])(?=\s)/gm, '\\$1')
      // Only punctuation can be escaped (CommonMark 2.4): the stop behind the number.
      .replace(/^(\d{1,9})([.)])(?=\s)/gm, '$1\\$2')
      .replace(/(?<!\s)\s*\n\s*/g, ' ')
      .trim()
  );
}

/** A code span whose fence is longer than every run of backticks in it (CommonMark 6.1). */
export function inlineCode(text: string): string {
  const fence = '`'.repeat(longestRun(text) + 1);
  const pad = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${text}${pad}${fence}`;
}

/** A code block whose fence is longer than every run of backticks in it (CommonMark 4.5). */
export function fenced(text: string, language: string): string {
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
  return `${fence}${language}\n${text.replace(/(?<!\n)\n+$/, '')}\n${fence}`;
}

function longestRun(text: string): number {
  return Math.max(0, ...Array.from(text.matchAll(/`+/g), (match) => match[0].length));
}
