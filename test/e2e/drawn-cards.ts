import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { sharedBrowser } from './chromium.ts';
import { TEAMS_THEMES } from './teams-host-config.ts';

const SCREENSHOTS = fileURLToPath(new URL('../../screenshots/', import.meta.url));
const RENDERER = readFileSync(
  createRequire(import.meta.url).resolve('adaptivecards/dist/adaptivecards.min.js'),
  'utf8',
);
const CARD_WIDTH = 540;
const GAP = 20;

/** Runs in the page, so it is text here: draws each card, opens its panels where asked, returns the complaints. */
const DRAW = `({ cards, hostConfig, open }) => {
  const problems = [];
  // Teams draws links in text blocks; the renderer leaves that to its host.
  AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
    const link = /^\\[([^\\]]+)\\]\\(([^)]+)\\)$/.exec(text);
    result.outputHtml = link === null ? undefined : '<a style="color:inherit" href="' + encodeURI(link[2]) + '">' + link[1] + '</a>';
    result.didProcess = link !== null;
  };
  for (const json of cards) {
    const card = new AdaptiveCards.AdaptiveCard();
    card.hostConfig = new AdaptiveCards.HostConfig(hostConfig);
    const context = new AdaptiveCards.SerializationContext();
    card.parse(open ? JSON.parse(JSON.stringify(json).replaceAll('"isVisible":false', '"isVisible":true')) : json, context);
    for (let index = 0; index < context.eventCount; index += 1) problems.push(context.getEventAt(index).message);
    const drawn = card.render();
    if (drawn) document.body.append(drawn);
  }
  return problems;
}`;

export const THEMES = Object.keys(TEAMS_THEMES) as readonly (keyof typeof TEAMS_THEMES)[];

/** Where a picture of cards goes, for whoever wants to look at them. */
export function screenshotOf(name: string): string {
  mkdirSync(SCREENSHOTS, { recursive: true });
  return join(SCREENSHOTS, `${name}.png`);
}

/**
 * Draws cards with Microsoft's renderer in the colours of a theme of Teams: the Playground has one theme only.
 *
 * @param open with every panel shown
 * @returns the page, which the caller closes, and what the renderer complains about
 */
export async function drawnCards(
  cards: readonly object[],
  theme: keyof typeof TEAMS_THEMES,
  { columns, open = false }: { readonly columns: number; readonly open?: boolean },
): Promise<{ readonly page: Page; readonly problems: readonly string[] }> {
  const { background, hostConfig } = TEAMS_THEMES[theme];
  const browser = await sharedBrowser();
  const page = await browser.newPage({ viewport: { width: (CARD_WIDTH + GAP) * columns + 3 * GAP, height: 900 } });
  await page.setContent(
    `<body style="margin:${GAP}px;background:${background};display:grid;grid-template-columns:repeat(${columns}, ${CARD_WIDTH}px);gap:${GAP}px;align-items:start;font-family:Segoe UI,Helvetica,Arial,sans-serif"></body>`,
  );
  await page.addScriptTag({ content: RENDERER });
  const problems = await page.evaluate<string[]>(`(${DRAW})(${JSON.stringify({ cards, hostConfig, open })})`);
  return { page, problems };
}
