import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { healthCard } from '../../src/presentation/cards/health-card.ts';
import { healthSamples } from '../presentation/health-samples.ts';
import { chromiumPath } from './chromium.ts';
import { drawCards } from './drawn-cards.ts';
import { TEAMS_THEMES } from './teams-host-config.ts';

const SCREENSHOTS = fileURLToPath(new URL('../../screenshots/', import.meta.url));
const THEMES = Object.keys(TEAMS_THEMES) as (keyof typeof TEAMS_THEMES)[];

describe.skipIf(chromiumPath === undefined)('a health report in the themes of Teams', () => {
  it.each(THEMES)('draws reports of every kind in %s, filling in and with details open', async (theme) => {
    const samples = await healthSamples();
    const cards = Object.values(samples).map((report) => healthCard(report));
    const { page, problems, hardToRead, picture } = await drawCards(cards, { theme, columns: 3 });
    await picture('health');
    expect(problems).toEqual([]);
    expect(await hardToRead()).toEqual([]);
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
});
