import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { diagnose } from '../../src/diagnosis/diagnose.ts';
import { diagnosisCard } from '../../src/presentation/cards/diagnosis/diagnosis-card.ts';
import { chromiumPath, sharedBrowser } from './chromium.ts';
import { TEAMS_THEMES } from './teams-host-config.ts';

const SCREENSHOTS = fileURLToPath(new URL('../../screenshots/', import.meta.url));
const RENDERER = readFileSync(
  createRequire(import.meta.url).resolve('adaptivecards/dist/adaptivecards.min.js'),
  'utf8',
);

/** Runs in the page, so it is text here: draws each card and returns what the renderer complains about. */
const DRAW = `({ cards, hostConfig }) => {
  const problems = [];
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

const PASTES = {
  certain:
    "AADSTS50011: The redirect URI 'http://localhost:5000/callback' specified in the request does not match the redirect URIs configured for the application '2f4a1c88-6d0e-4b7b-9c55-0e1d6b3a7f21'.",
  likely:
    'SCOPES = ["https://graph.microsoft.com/User.Read"]\n\nPOST https://graph.microsoft.com/v1.0/me/events\n403 Forbidden',
  undecided:
    'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", client_id="00000003-0000-0000-c000-000000000000"',
  secret:
    '{"error":"invalid_client","error_description":"AADSTS7000215: Invalid client secret provided."}\nclient_secret=Zx48Q~abcdefghijklmnopqrstuvwxyzABCDEFGH',
} as const;

/** The Playground has one theme only, so Microsoft's renderer draws the cards with the colours of Teams' own themes. */
describe.skipIf(chromiumPath === undefined)('a diagnosis card in the themes of Teams', () => {
  let browser: Browser;

  beforeAll(async () => {
    mkdirSync(SCREENSHOTS, { recursive: true });
    browser = await sharedBrowser();
  });

  for (const [theme, { background, hostConfig }] of Object.entries(TEAMS_THEMES)) {
    it(`draws every verdict in ${theme}, with readable colours`, async () => {
      const page = await browser.newPage({ viewport: { width: 560 * 2 + 60, height: 900 } });
      const cards = Object.values(PASTES).map((paste) =>
        diagnosisCard(diagnose(paste, { now: Date.UTC(2026, 10, 22) }), { diagnosisId: 'd1', showSecrets: true }),
      );
      await page.setContent(
        `<body style="margin:20px;background:${background};display:grid;grid-template-columns:540px 540px;gap:20px;align-items:start;font-family:Segoe UI,Helvetica,Arial,sans-serif"></body>`,
      );
      await page.addScriptTag({ content: RENDERER });
      const problems = await page.evaluate<string[]>(`(${DRAW})(${JSON.stringify({ cards, hostConfig })})`);
      await page.screenshot({ path: join(SCREENSHOTS, `cards-${theme}.png`), fullPage: true });
      // CodeBlock is Teams' own element; every one has a fallback, which this renderer shows.
      expect(problems.filter((problem) => !problem.includes('"CodeBlock"'))).toEqual([]);
      expect(await page.locator('.ac-adaptiveCard').count()).toBe(cards.length);
      await page.close();
    });
  }
});
