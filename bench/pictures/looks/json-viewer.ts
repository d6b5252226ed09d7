import type { Theme } from '../chosen-pastes.ts';
import { escaped } from './escaped.ts';
import { jsonIn } from './json-in.ts';

const COLOURS = {
  light: { page: '#ffffff', bar: '#f3f3f3', text: '#1f1f1f', key: '#0451a5', string: '#a31515', number: '#098658' },
  dark: { page: '#1e1e1e', bar: '#252526', text: '#d4d4d4', key: '#9cdcfe', string: '#ce9178', number: '#b5cea8' },
} as const;

const PART = /("(?:[^"\\]|\\.)*")(\s*:)?|-?\d[\d.eE+-]*|true|false|null/g;

/** A viewer of JSON as browsers, Postman and editors show it: indented, in colours, with line numbers. */
export function jsonViewer(paste: string, theme: Theme): string {
  const colour = COLOURS[theme];
  const found = jsonIn(paste);
  const code = found === undefined ? paste : JSON.stringify(found.value, null, 2);
  const around = found === undefined ? [] : [found.before, found.after].filter((text) => text !== '');
  const rows = code
    .split('\n')
    .map((line, index) => `<tr><td class="n">${index + 1}</td><td>${coloured(line)}</td></tr>`);
  return `<!doctype html><meta charset="utf-8"><style>
  body { margin: 0; background: ${colour.page}; color: ${colour.text}; }
  header { background: ${colour.bar}; font: 13px/20px 'Segoe UI', 'Liberation Sans', Arial, sans-serif; padding: 8px 14px; white-space: pre-wrap; overflow-wrap: anywhere; }
  table { margin: 8px 14px 24px; border-spacing: 0; font: 14px/19px Consolas, 'Liberation Mono', monospace; }
  td { vertical-align: top; white-space: pre-wrap; overflow-wrap: anywhere; }
  .n { color: #858585; text-align: right; padding-right: 18px; white-space: nowrap; }
  .k { color: ${colour.key}; } .s { color: ${colour.string}; } .v { color: ${colour.number}; }
</style><header>${around.map(escaped).join('<br>') || 'Body &nbsp; Cookies &nbsp; Headers (14) &nbsp; Test Results'}</header>
<table>${rows.join('')}</table>`;
}

function coloured(line: string): string {
  let html = '';
  let from = 0;
  for (const match of line.matchAll(PART)) {
    html += escaped(line.slice(from, match.index));
    const [whole, text, colon = ''] = match;
    if (text === undefined) html += `<span class="v">${escaped(whole)}</span>`;
    else html += `<span class="${colon === '' ? 's' : 'k'}">${escaped(text)}</span>${colon}`;
    from = match.index + whole.length;
  }
  return html + escaped(line.slice(from));
}
