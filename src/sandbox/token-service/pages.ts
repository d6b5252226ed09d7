/** Pages of the token service, as a person sees them in the tab that the sign-in button opened. */
export function codePage(code: string): string {
  return page(
    'Signed in',
    `<p>Type this code into the chat to finish:</p>
<p class="code" id="code">${escaped(code)}</p>
<p class="small">It works once, for ten minutes, and only in the chat where you asked to sign in. Give it to nobody.</p>`,
  );
}

/**
 * What Entra ID refused, in its own words, ready to be copied.
 *
 * @param words as they came: `error=…` of a redirect, or the body of the token endpoint
 */
export function refusalPage(words: string): string {
  return page(
    'The sign-in failed',
    `<p>Microsoft Entra ID refused. Paste this into the chat to read what it means:</p>
<pre id="refusal">${escaped(words)}</pre>`,
  );
}

export function overPage(): string {
  return page(
    'This sign-in is over',
    '<p>The link was used or its time has passed. Ask for a new one in the chat.</p>',
  );
}

export function outagePage(): string {
  return page('The service is unavailable', '<p>503 Service Unavailable: the token service does not answer now.</p>');
}

export function unknownConnectionPage(name: string): string {
  return page(
    'No such connection',
    `<pre id="refusal">Could not find Connection Setting with name ${escaped(name)}</pre>`,
  );
}

function page(title: string, content: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)} · sandbox</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<p class="mark">Sandbox · Bot Framework token service</p>
<h1>${escaped(title)}</h1>
${content}
</main>
</body>
</html>
`;
}

const STYLE = `
:root { color-scheme: light dark; --ground: #f3f2f1; --card: #fff; --ink: #242424; --dim: #5c5c5c; --line: #d1d1d1; --mark: #8a3707; --mark-ground: #fdf3e4; }
@media (prefers-color-scheme: dark) { :root { --ground: #1b1a19; --card: #292827; --ink: #f3f2f1; --dim: #b8b6b4; --line: #484644; --mark: #ffd8a8; --mark-ground: #4a3413; } }
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 1rem; background: var(--ground); color: var(--ink); font: 1rem/1.5 "Segoe UI", system-ui, sans-serif; }
main { width: min(36rem, 100%); padding: 2rem; background: var(--card); border: 1px solid var(--line); border-radius: 8px; }
h1 { margin: .75rem 0 1rem; font-size: 1.5rem; font-weight: 600; }
.mark { display: inline-block; margin: 0; padding: .1rem .6rem; border-radius: 1rem; background: var(--mark-ground); color: var(--mark); font-size: .8rem; }
.code { margin: 1rem 0; font: 600 2.5rem/1.2 ui-monospace, Consolas, monospace; letter-spacing: .15em; user-select: all; }
.small { color: var(--dim); font-size: .875rem; }
pre { margin: 0; padding: 1rem; overflow: auto; max-height: 24rem; border: 1px solid var(--line); border-radius: 4px; white-space: pre-wrap; overflow-wrap: anywhere; font: .875rem/1.5 ui-monospace, Consolas, monospace; user-select: all; }
`;

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
