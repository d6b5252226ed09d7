import { createHash } from 'node:crypto';
import { escapeHtml } from '../escape-html.ts';

const STYLE = `
:root { color-scheme: light dark; --text: #1b1f24; --faint: #57606a; --page: #f3f4f6; --sheet: #fff; --line: #d0d7de;
  --accent: #0b5cad; --code: #eef4fb; --warn: #fff4d6; --warn-line: #b98900; }
@media (prefers-color-scheme: dark) { :root { --text: #e8eaed; --faint: #a5adb8; --page: #14171a; --sheet: #1e2226;
  --line: #3a4149; --accent: #7ab8ff; --code: #1a2836; --warn: #352b10; --warn-line: #d9a520; } }
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; display: flex; justify-content: center; align-items: flex-start; padding: 6vh 16px;
  background: var(--page); color: var(--text); font: 16px/1.55 system-ui, 'Segoe UI', Roboto, sans-serif; }
main { width: 100%; max-width: 560px; padding: 32px; background: var(--sheet); border: 1px solid var(--line);
  border-radius: 12px; }
h1 { margin: 0 0 16px; font-size: 24px; line-height: 1.3; }
h2 { margin: 24px 0 8px; font-size: 16px; }
p { margin: 0 0 12px; overflow-wrap: anywhere; }
ol { margin: 0 0 12px; padding-left: 24px; }
li { margin-bottom: 8px; overflow-wrap: anywhere; }
a { color: var(--accent); }
code { font: 14px/1.5 ui-monospace, Consolas, monospace; user-select: all; }
.code { margin: 20px 0; padding: 16px; text-align: center; background: var(--code); border-radius: 8px;
  font: 600 40px/1.2 ui-monospace, Consolas, monospace; letter-spacing: 0.2em; text-indent: 0.2em; user-select: all; }
.care { margin: 20px 0 0; padding: 12px 16px; background: var(--warn); border-left: 4px solid var(--warn-line);
  border-radius: 4px; }
.faint { color: var(--faint); font-size: 14px; }
details { margin-top: 20px; }
summary { cursor: pointer; color: var(--accent); }
pre { margin: 8px 0 0; padding: 12px; max-height: 320px; overflow: auto; white-space: pre-wrap; overflow-wrap: anywhere;
  background: var(--code); border-radius: 8px; font: 13px/1.5 ui-monospace, Consolas, monospace; user-select: all; }
`;

const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

/**
 * For everything under `/auth`: nothing is kept by a cache, told to another site, framed, or run. The one style sheet is
 * allowed by its hash.
 */
export const PAGE_HEADERS: Readonly<Record<string, string>> = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'X-Robots-Tag': 'noindex',
};

/** @param body HTML, escaped already */
export function pageFrame(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} · why401</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
${body}
</main>
</body>
</html>
`;
}
