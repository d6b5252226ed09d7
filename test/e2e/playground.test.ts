import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath, openBrowser } from './chromium.ts';
import { type LocalService, startLocalService } from './local-service.ts';

const SCREENSHOTS = fileURLToPath(new URL('../../screenshots/', import.meta.url));

describe.skipIf(chromiumPath === undefined)('a person in the Agents Playground', () => {
  let service: LocalService;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    mkdirSync(SCREENSHOTS, { recursive: true });
    [service, browser] = await Promise.all([startLocalService(), openBrowser()]);
    page = await browser.newPage({ viewport: { width: 1100, height: 1300 } });
    await page.goto(service.chat);
    await page.getByText('why401', { exact: false }).first().waitFor();
  });

  afterAll(async () => {
    await browser?.close();
    await service?.stop();
  });

  async function say(text: string): Promise<void> {
    const box = page.locator('div[role=textbox][contenteditable=true]').last();
    await box.click();
    await page.keyboard.insertText(text);
    await page.keyboard.press('Enter');
  }

  /** The last answer that holds these words. */
  async function answer(words: string | RegExp): Promise<void> {
    await page.getByText(words).last().waitFor({ timeout: 15_000 });
  }

  async function picture(name: string): Promise<void> {
    await page.waitForTimeout(400);
    await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`) });
  }

  it('is welcomed', async () => {
    await answer(/Paste/);
    await picture('01-welcome');
  });

  it('reads a redirect URI mismatch', async () => {
    await say("AADSTS50011: The redirect URI 'http://localhost:5000/callback' specified in the request does not match the redirect URIs configured for the application '2f4a1c88-6d0e-4b7b-9c55-0e1d6b3a7f21'.");
    await answer('The redirect URI http://localhost:5000/callback is not registered');
    await picture('02-redirect-uri');
  });

  it('names the missing permission from status, address and claims', async () => {
    await say(
      'GET https://graph.microsoft.com/v1.0/me/events -> 403\n{"error":{"code":"ErrorAccessDenied","message":"Access is denied. Check credentials and try again."}}\n{"aud":"https://graph.microsoft.com","scp":"User.Read Mail.Read","idtyp":"user","appid":"2f4a1c88-6d0e-4b7b-9c55-0e1d6b3a7f21","tid":"5a1c9b54-6d1e-4a0e-9d70-2b0a2f1c4e77"}',
    );
    await answer('The token lacks the delegated permission Calendars.Read');
    await picture('03-missing-scope');
  });

  it('shows the code patch behind its button', async () => {
    await page.getByRole('button', { name: 'Show the code' }).last().click();
    await answer('https://graph.microsoft.com/Calendars.Read');
    await picture('04-patch');
  });

  it('reads a claims challenge aloud', async () => {
    await say(
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", client_id="00000003-0000-0000-c000-000000000000", error="insufficient_claims", claims="eyJhY2Nlc3NfdG9rZW4iOnsibmJmIjp7ImVzc2VudGlhbCI6dHJ1ZSwidmFsdWUiOiIxNzc3ODkwMDAwIn19fQ=="',
    );
    await answer(/claims challenge/);
    await picture('05-claims-challenge');
  });

  it('warns of a live secret and never shows it', async () => {
    const secret = 'Zx48Q~abcdefghijklmnopqrstuvwxyzABCDEFGH';
    await say(`{"error":"invalid_client","error_description":"AADSTS7000215: Invalid client secret provided."}\nclient_secret=${secret}`);
    await answer(/client secret/i);
    await picture('06-secret');
    const bot = await page.locator('.ac-adaptiveCard').allInnerTexts();
    expect(bot.join('\n')).not.toContain(secret);
  });

  it('takes feedback by a button', async () => {
    await page.getByRole('button', { name: 'This fixed it' }).last().click();
    await answer(/Noted that this fixed it/);
    await picture('07-feedback');
  });

  it('says what to paste when nothing is there', async () => {
    await say('why 401?');
    await answer('A 401 alone has many causes');
    await picture('08-why-401');
  });

  it('does not invent a Microsoft cause for GitHub', async () => {
    await say('forget');
    await say('HTTP/2 401\nserver: github.com\nx-github-media-type: github.v3; format=json\n\n{"message":"Bad credentials","documentation_url":"https://docs.github.com/rest","status":"401"}');
    await answer(/GitHub/);
    await picture('09-other-vendor');
  });
});
