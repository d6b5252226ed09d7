import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { healthCard } from '../../src/presentation/cards/sign-in/health-card.ts';
import { healthSamples } from '../presentation/health-samples.ts';
import { chromiumPath, sharedBrowser } from './chromium.ts';
import { TEAMS_THEMES } from './teams-host-config.ts';

const SCREENSHOTS = fileURLToPath(new URL('../../screenshots/', import.meta.url));
const RENDERER = readFileSync(
  createRequire(import.meta.url).resolve('adaptivecards/dist/adaptivecards.min.js'),
  'utf8',
);

/** Runs in the page, so it is text here: draws each card, opens the panels asked for, returns the renderer's complaints. */
const DRAW = `({ cards, hostConfig }) => {
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
    card.parse(json, context);
    for (let index = 0; index < context.eventCount; index += 1) problems.push(context.getEventAt(index).message);
    const drawn = card.render();
    if (drawn) document.body.append(drawn);
  }
  return problems;
}`;

describe.skipIf(chromiumPath === undefined)('a health report in the themes of Teams', () => {
  let browser: Browser;

  beforeAll(async () => {
    mkdirSync(SCREENSHOTS, { recursive: true });
    browser = await sharedBrowser();
  });

  for (const [theme, { background, hostConfig }] of Object.entries(TEAMS_THEMES)) {
    it(`draws reports of every kind in ${theme}, filling in and with details open`, async () => {
      const page = await browser.newPage({ viewport: { width: 540 * 3 + 80, height: 900 } });
      const samples = await healthSamples();
      const cards = Object.values(samples).map((report) => healthCard(report));
      await page.setContent(
        `<body style="margin:20px;background:${background};display:grid;grid-template-columns:540px 540px 540px;gap:20px;align-items:start;font-family:Segoe UI,Helvetica,Arial,sans-serif"></body>`,
      );
      await page.addScriptTag({ content: RENDERER });
      const problems = await page.evaluate<string[]>(`(${DRAW})(${JSON.stringify({ cards, hostConfig })})`);
      await page.screenshot({ path: join(SCREENSHOTS, `health-${theme}.png`), fullPage: true });
      expect(problems).toEqual([]);
      expect(await page.locator('.ac-adaptiveCard').count()).toBe(cards.length);

      const missing = page.locator('.ac-adaptiveCard').nth(Object.keys(samples).indexOf('missing scope'));
      await missing.getByRole('button', { name: 'Why, and what else to do' }).click();
      await missing.screenshot({ path: join(SCREENSHOTS, `health-details-${theme}.png`) });
      expect(await missing.getByText('Why I think so').isVisible()).toBe(true);
      await missing.getByRole('button', { name: 'Claims of the token' }).click();
      await missing.screenshot({ path: join(SCREENSHOTS, `health-claims-${theme}.png`) });
      expect(await missing.getByText('Why I think so').isVisible()).toBe(false);
      expect(await missing.getByText('12:50 UTC').first().isVisible()).toBe(true);
      await page.close();
    });
  }
});
