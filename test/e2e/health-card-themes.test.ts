import { describe, expect, it } from 'vitest';
import { healthCard } from '../../src/presentation/cards/sign-in/health-card.ts';
import { healthSamples } from '../presentation/health-samples.ts';
import { chromiumPath } from './chromium.ts';
import { drawnCards, hardToRead, screenshotOf, THEMES } from './drawn-cards.ts';

describe.skipIf(chromiumPath === undefined)('a health report in the themes of Teams', () => {
  it.each(THEMES)('draws reports of every kind in %s, filling in and with details open', async (theme) => {
    const samples = await healthSamples();
    const cards = Object.values(samples).map((report) => healthCard(report));
    const { page, problems } = await drawnCards(cards, theme, { columns: 3 });
    await page.screenshot({ path: screenshotOf(`health-${theme}`), fullPage: true });
    expect(problems).toEqual([]);
    expect(await hardToRead(page)).toEqual([]);
    expect(await page.locator('.ac-adaptiveCard').count()).toBe(cards.length);

    const missing = page.locator('.ac-adaptiveCard').nth(Object.keys(samples).indexOf('missing scope'));
    await missing.getByRole('button', { name: 'Why, and what else to do' }).click();
    await missing.screenshot({ path: screenshotOf(`health-details-${theme}`) });
    expect(await missing.getByText('Why I think so').isVisible()).toBe(true);
    await missing.getByRole('button', { name: 'Claims of the token' }).click();
    await missing.screenshot({ path: screenshotOf(`health-claims-${theme}`) });
    expect(await missing.getByText('Why I think so').isVisible()).toBe(false);
    expect(await missing.getByText('12:50 UTC').first().isVisible()).toBe(true);
    await page.close();
  });
});
