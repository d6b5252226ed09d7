/** Pages of the token service, as a person sees them in the tab that the sign-in button opened. */
export function codePage(code: string): string {
  return page(
    'One more step',
    `<p>Type this code into the chat where you asked to sign in:</p>
<p class="code" id="code">${escaped(code)}</p>
<p class="small">It works once, within ten minutes, and in that chat only. Give it to nobody. Then you can close this tab.</p>`,
  );
}

/**
 * What Entra ID refused, in its own words, ready to be copied.
 *
 * @param words as they came: `error=…` of a redirect, or the body of the token endpoint
 */
export function refusalPage(words: string): string {
  // Entra ID's sentence, without the ids and the time that follow it.
  const sentence = /AADSTS\d{4,8}: [^\n"]{1,600}?(?=(?: Trace ID:|\\r|\\n|["\n]|$))/.exec(words)?.[0];
  return page(
    'The sign-in failed',
    `<p>Entra ID refused:</p>
${sentence === undefined ? '' : `<p class="problem">${escaped(sentence)}</p>`}
<p>Go back to the chat and say “check my sign-in” to read what to do. Or paste this there:</p>
<pre id="refusal">${escaped(words.split('\n').map(indented).join('\n'))}</pre>`,
  );
}

/** A line of JSON with its members in lines of their own, so that no code is broken in the middle. */
function indented(line: string): string {
  if (!line.startsWith('{')) return line;
  try {
    return JSON.stringify(JSON.parse(line), null, 2);
  } catch {
    return line;
  }
}

/** For a link that was used, or is too old. */
export function overPage(): string {
  return page(
    'This sign-in is over',
    '<p>The link was used already, or its time has passed. Go back to the chat and say “sign in” for a new one.</p>',
  );
}

/** For a sign-in while the token service is down. */
export function outagePage(): string {
  return page(
    'The service is unavailable',
    '<p>503 Service Unavailable: the token service does not answer now. Try again in a minute.</p>',
  );
}

/** For a sign-in through an OAuth connection that the bot does not have. */
export function unknownConnectionPage(name: string): string {
  return page(
    'No such connection',
    `<p>The bot asks for an OAuth connection that it does not have. Go back to the chat and say “check my sign-in” to read what to do.</p>
<pre id="refusal">Could not find Connection Setting with name ${escaped(name)}</pre>`,
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
<p class="mark"><strong>Sandbox</strong> Not Microsoft. Nothing you type here leaves this machine.</p>
<main>
<p class="brand">Sandbox token service</p>
<h1>${escaped(title)}</h1>
${content}
</main>
</body>
</html>
`;
}

const STYLE = `
:root { color-scheme: light dark; --paper: #fff; --ground: #eef1f5; --ink: #1b1a19; --soft: #5c5a57; --line: #d3d1ce; --shade: #f3f5f8; --bad: #a4262c; --bad-paper: #fdf3f4; --mark: #fff4ce; --mark-ink: #4d3800; }
@media (prefers-color-scheme: dark) { :root { --paper: #252423; --ground: #161514; --ink: #f3f2f1; --soft: #b8b5b1; --line: #4a4846; --shade: #1c1b1a; --bad: #f1888d; --bad-paper: #3a2224; --mark: #433519; --mark-ink: #ffe9a8; } }
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; background: var(--ground); color: var(--ink); font: 15px/1.5 "Segoe UI", system-ui, sans-serif; }
.mark { margin: 0; padding: 8px 16px; background: var(--mark); color: var(--mark-ink); text-align: center; font-size: 13px; }
main { width: min(560px, calc(100vw - 32px)); margin: 5vh auto 40px; padding: 30px 40px 34px; background: var(--paper); border: 1px solid var(--line); border-radius: 4px; box-shadow: 0 2px 8px rgb(0 0 0 / 12%); }
.brand { margin: 0 0 18px; color: var(--soft); font-weight: 600; }
h1 { margin: 0 0 10px; font-size: 24px; line-height: 1.2; font-weight: 600; }
p { margin: 0 0 12px; }
.code { margin: 18px 0; padding: 14px; border-radius: 4px; background: var(--shade); text-align: center; font: 600 40px/1.2 ui-monospace, Consolas, monospace; letter-spacing: .15em; text-indent: .15em; user-select: all; }
.problem { padding: 10px 12px; background: var(--bad-paper); border-left: 3px solid var(--bad); color: var(--bad); overflow-wrap: anywhere; }
.small { color: var(--soft); font-size: 14px; }
pre { margin: 0; padding: 14px; overflow: auto; max-height: 24rem; border-radius: 4px; background: var(--shade); white-space: pre-wrap; overflow-wrap: anywhere; font: 13px/1.5 ui-monospace, Consolas, monospace; user-select: all; }
@media (max-width: 480px) { main { padding: 24px 20px; } }
`;

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
