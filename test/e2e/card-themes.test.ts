import { describe, expect, it } from 'vitest';
import { diagnose } from '../../src/diagnosis/diagnose.ts';
import { diagnosisCard } from '../../src/presentation/cards/diagnosis/diagnosis-card.ts';
import { chromiumPath } from './chromium.ts';
import { drawnCards, hardToRead, screenshotOf, THEMES } from './drawn-cards.ts';

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

describe.skipIf(chromiumPath === undefined)('a diagnosis card in the themes of Teams', () => {
  it.each(THEMES)('draws every verdict in %s, with readable colours', async (theme) => {
    const cards = Object.values(PASTES).map((paste) =>
      diagnosisCard(diagnose(paste, { now: Date.UTC(2026, 10, 22) }), { diagnosisId: 'd1', showSecrets: true }),
    );
    const { page, problems } = await drawnCards(cards, theme, { columns: 2 });
    await page.screenshot({ path: screenshotOf(`cards-${theme}`), fullPage: true });
    // CodeBlock is Teams' own element; every one has a fallback, which this renderer shows.
    expect(problems.filter((problem) => !problem.includes('"CodeBlock"'))).toEqual([]);
    expect(await hardToRead(page)).toEqual([]);
    expect(await page.locator('.ac-adaptiveCard').count()).toBe(cards.length);
    await page.close();
  });
});
