import type { LineOptions } from './answer-lines.ts';
import { PLAIN } from './style.ts';
import { wrap } from './wrap.ts';

/**
 * A page of our own Markdown (see `causePage`) as lines for a terminal: headings, lists, code and links. It reads what
 * `causePage` writes, not Markdown at large.
 */
export function pageLines(markdown: string, options: LineOptions = {}): string[] {
  const width = options.width ?? Number.POSITIVE_INFINITY;
  const style = options.style ?? PLAIN;
  const lines: string[] = [];
  let fence: string | null = null;
  for (const line of markdown.trimEnd().split('\n')) {
    const [, indent = '', ticks] = /^( *)(`{3,})/.exec(line) ?? [];
    if (fence !== null) {
      if (ticks === fence && line.trim() === fence) fence = null;
      else lines.push(line === '' ? '' : `    ${style.exact(line)}`);
      continue;
    }
    if (ticks !== undefined) {
      fence = ticks;
      if (lines.at(-1) === '' && indent !== '') lines.pop();
      continue;
    }
    const heading = /^(#{1,2}) (.*)$/.exec(line);
    if (heading !== null) {
      const paint = heading[1] === '#' ? style.strong : style.heading;
      lines.push(paint(plain(heading[2] as string)));
      continue;
    }
    const [, lead = '', rest = ''] = /^( *(?:- |\d{1,3}\. )?)(.*)$/.exec(line) ?? [];
    const hanging = ' '.repeat(lead.length);
    wrap(plain(rest), Math.max(20, width - lead.length)).forEach((text, index) => {
      lines.push(`${index === 0 ? lead : hanging}${text}`.trimEnd());
    });
  }
  return lines;
}

/** Undoes what `markdownText`, `inlineCode` and links put around the words. */
function plain(text: string): string {
  return text
    .replace(/\[((?:\\.|[^\]\\]){1,300})\]\(([^)\s]{1,2000})\)/g, (_, title: string, url: string) =>
      url.endsWith('.md') ? title : `${title}: ${url}`,
    )
    .replace(/(`+)( ?)(.{1,600}?)\2\1/g, '$3')
    .replace(/\\([\\`*_[\]<>|#+-]|\d{1,9}[.)])/g, '$1');
}
