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
    const escaped = text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
    const html = escaped.replace(/\\[([^\\]]+)\\]\\(([^)\\s]+)\\)/g, (_, words, address) =>
      '<a style="color:inherit" href="' + encodeURI(address) + '">' + words + '</a>');
    result.didProcess = html !== escaped;
    result.outputHtml = result.didProcess ? html : undefined;
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

/** Runs in the page: texts that are hard to read on their ground (WCAG 2.2, 1.4.3), and texts that leave their card. */
const HARD_TO_READ = `() => {
  const found = [];
  const channels = (colour) => (colour.match(/[\\d.]+/g) ?? []).map(Number);
  const luminance = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map((it) => it / 255).map((it) => (it <= 0.04045 ? it / 12.92 : ((it + 0.055) / 1.055) ** 2.4));
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const ground = (element) => {
    for (let it = element; it; it = it.parentElement) {
      const colour = channels(getComputedStyle(it).backgroundColor);
      if (colour.length === 3 || colour[3] > 0.99) return colour;
    }
    return [255, 255, 255];
  };
  for (const card of document.querySelectorAll('.ac-adaptiveCard')) {
    const edge = card.getBoundingClientRect().right;
    const walker = document.createTreeWalker(card, NodeFilter.SHOW_TEXT);
    for (let text = walker.nextNode(); text; text = walker.nextNode()) {
      const words = text.data.trim();
      const element = text.parentElement;
      if (words === '' || element.closest('button, select, input') || element.offsetParent === null) continue;
      const [a, b] = [luminance(channels(getComputedStyle(element).color)), luminance(ground(element))].sort((x, y) => y - x);
      const contrast = (a + 0.05) / (b + 0.05);
      // A sign beside words has to be seen, not read (1.4.11).
      if (contrast < (words.length === 1 ? 3 : 4.5)) found.push('contrast ' + contrast.toFixed(1) + ': ' + words.slice(0, 60));
      const range = document.createRange();
      range.selectNodeContents(text);
      if (range.getBoundingClientRect().right > edge + 1) found.push('leaves its card: ' + words.slice(0, 60));
    }
  }
  return [...new Set(found)];
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
  // As clients of Teams do: the renderer by itself breaks no long word in rich text.
  await page.setContent(
    `<body style="margin:${GAP}px;background:${background};display:grid;grid-template-columns:repeat(${columns}, ${CARD_WIDTH}px);gap:${GAP}px;align-items:start;overflow-wrap:anywhere;font-family:Segoe UI,Helvetica,Arial,sans-serif"></body>`,
  );
  await page.addScriptTag({ content: RENDERER });
  const problems = await page.evaluate<string[]>(`(${DRAW})(${JSON.stringify({ cards, hostConfig, open })})`);
  return { page, problems };
}

/** What a person could not read: too little contrast, or words beyond the edge of their card. */
export function hardToRead(page: Page): Promise<readonly string[]> {
  return page.evaluate<string[]>(`(${HARD_TO_READ})()`);
}
