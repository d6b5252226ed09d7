import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { NEVER_KEPT } from '../send-answer.ts';
import { Html, html } from './html.ts';
import { STYLE } from './style.ts';

const STYLE_HASH = hashOf(STYLE);
/** The only script: it sends the form of a form_post answer. */
export const SUBMIT_SCRIPT = 'document.forms[0].submit()';
const SCRIPT_HASH = hashOf(SUBMIT_SCRIPT);

const SECURITY = {
  'Content-Security-Policy': `default-src 'none'; style-src '${STYLE_HASH}'; script-src '${SCRIPT_HASH}'; base-uri 'none'; frame-ancestors 'none'`,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
} as const;

/** One page of the sandbox's Entra ID. It says on every page that it is not the real one. */
export function page(title: string, body: Html): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · why401 sandbox</title>
<style>${styleText()}</style>
</head>
<body>
<p class="mark"><strong>Sandbox</strong> Not Microsoft. Nothing you type here leaves this machine.</p>
<main>
<p class="brand"><span class="tiles" aria-hidden="true"></span>Sandbox Entra ID</p>
${body}
</main>
</body>
</html>
`.text;
}

/** A page that no other site may frame and no browser keeps. */
export function sendPage(
  res: ServerResponse,
  status: number,
  text: string,
  headers: Record<string, string> = {},
): void {
  res.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8', ...NEVER_KEPT, ...SECURITY, ...headers });
  res.end(text);
}

function styleText(): Html {
  return new Html(STYLE);
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
