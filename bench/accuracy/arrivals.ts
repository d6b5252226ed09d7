import { diagnose } from '../../src/diagnosis/diagnose.ts';
import type { CorpusLine } from './diagnosis-corpus.ts';

/** What happens to a text on its way into a chat: through terminals, mails, loggers, serializers and people. */
const ARRIVALS: Readonly<Record<string, (text: string) => string>> = {
  'CR LF': (text) => text.replaceAll('\n', '\r\n'),
  'quoted by a mail': (text) => eachLine(text, (line) => `> ${line}`),
  indented: (text) => eachLine(text, (line) => `    ${line}`),
  'in a code block': (text) => `\`\`\`\n${text}\n\`\`\``,
  'between a greeting and thanks': (text) =>
    `Hi team, can somebody help? We see this since today:\n\n${text}\n\nThanks, Ann`,
  'typographic quotes': (text) => text.replaceAll(/"([^"\n]*)"/g, '“$1”').replaceAll(/'([^'\n]*)'/g, '‘$1’'),
  'spaces that do not break': (text) => text.replaceAll(' ', '\u00a0'),
  'a JSON string': (text) => JSON.stringify(text),
  'JSON in JSON': (text) => JSON.stringify(JSON.stringify({ log: text })),
  'a Python string': (text) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n')}'`,
  'HTML-escaped': (text) =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;'),
  'URL-encoded': encodeURIComponent,
  'lines of a log': (text) =>
    eachLine(text, (line, index) => `2026-03-02T10:00:${String(index % 60).padStart(2, '0')}Z app[1]: ${line}`),
  'numbered lines': (text) => eachLine(text, (line, index) => `${index + 1}  ${line}`),
  'words wrapped at 80': (text) => eachLine(text, (line) => line.replaceAll(/(.{1,80})(?: +|$)/g, '$1\n').trimEnd()),
  'cut at 100 columns': (text) => eachLine(text, (line) => line.match(/.{1,100}/g)?.join('\n') ?? ''),
};
/** A longer text is a log: nobody's mail program wraps it. */
const LONGEST = 6000;

/** Puts pastes through each arrival and prints how often their answer stays; only of the part that rules were written with. */
export function measureArrivals(lines: readonly CorpusLine[], now: number): void {
  const pastes = lines.filter(({ paste }) => paste.length <= LONGEST);
  const known = pastes.map(({ paste }) => diagnose(paste, { now }).cause);
  console.log(
    `\n== ${pastes.length} pastes of the parts worked with, as they arrive: the same cause, and certain of a wrong one`,
  );
  for (const [name, arrive] of Object.entries(ARRIVALS)) {
    let same = 0;
    let wrong = 0;
    for (const [index, { paste, cause, also }] of pastes.entries()) {
      const answer = diagnose(arrive(paste), { now });
      if (answer.cause === known[index]) same += 1;
      else if (answer.verdict === 'certain' && ![cause, ...also].includes(answer.cause)) wrong += 1;
    }
    console.log(`  ${name.padEnd(30)} ${(same / pastes.length).toFixed(3)}  ${wrong}`);
  }
}

function eachLine(text: string, change: (line: string, index: number) => string): string {
  return text.split('\n').map(change).join('\n');
}
