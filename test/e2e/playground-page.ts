import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import type { LocalService } from './local-service.ts';

export const SCREENSHOTS = fileURLToPath(new URL('../../screenshots/', import.meta.url));

/** Ids of src/local-chat/m365agentsplayground.yml. */
const GROUP_CHAT = { id: 'group-chat-id', conversationType: 'groupChat', isGroup: true };
const BOT = { id: '00000000-0000-0000-0000-000000000011', name: 'why401' };
const ADA = { id: 'user-id-0', name: 'Ada Winter' };

/** The Agents Playground as a person uses it: typing, clicking, reading. */
export class PlaygroundPage {
  readonly #page: Page;
  readonly #service: LocalService;

  private constructor(page: Page, service: LocalService) {
    this.#page = page;
    this.#service = service;
  }

  static async open(browser: Browser, service: LocalService): Promise<PlaygroundPage> {
    // Narrower, the list of chats folds away.
    const page = await browser.newPage({ viewport: { width: 1340, height: 1300 } });
    await page.goto(service.chat);
    await page.getByText('why401', { exact: false }).first().waitFor();
    await page.getByTitle('Hide log panel').click();
    return new PlaygroundPage(page, service);
  }

  /** By its name in the list on the left. */
  async openChat(name: string): Promise<void> {
    await this.#page.getByRole('treeitem', { name }).click();
    await this.#boxes().last().waitFor();
  }

  async say(text: string, { mention = false, newPost = false } = {}): Promise<void> {
    const page = this.#page;
    await (newPost ? this.#boxes().first() : this.#boxes().last()).click();
    if (mention) {
      await page.keyboard.type('@');
      // Enter does not pick the person.
      await page.getByRole('menuitem', { name: 'why401' }).click();
    }
    await page.keyboard.insertText(text);
    await page.keyboard.press('Enter');
  }

  /** A message in the group chat that does not mention the bot, as Teams delivers it; the Playground keeps those to itself. */
  async post(text: string): Promise<void> {
    const { chat, endpoint } = this.#service;
    const activity = {
      type: 'message',
      id: randomUUID(),
      timestamp: new Date().toISOString(),
      channelId: 'msteams',
      serviceUrl: `${chat}/_connector`,
      conversation: GROUP_CHAT,
      recipient: BOT,
      from: ADA,
      text,
    };
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(endpoint, { method: 'POST', headers, body: JSON.stringify(activity) });
    if (!response.ok) throw new Error(`the bot answered ${response.status}`);
  }

  /** Waits for an answer that holds these words. */
  async answer(words: string | RegExp): Promise<void> {
    await this.#page.getByText(words).last().waitFor({ timeout: 15_000 });
  }

  async press(button: string): Promise<void> {
    await this.#page.getByRole('button', { name: button }).last().click();
  }

  count(words: string): Promise<number> {
    return this.#page.getByText(words).count();
  }

  /** The words of all cards in sight. */
  async cards(): Promise<string> {
    return (await this.#cards().allTextContents()).join('\n');
  }

  async lastCard(): Promise<string> {
    return (await this.#cards().last().textContent()) ?? '';
  }

  /** How many posts a channel holds: each has a box to reply in, beside the one for new posts. */
  async threads(): Promise<number> {
    return (await this.#boxes().count()) - 1;
  }

  async picture(name: string): Promise<void> {
    await this.#page.waitForTimeout(400);
    await this.#page.screenshot({ path: join(SCREENSHOTS, `${name}.png`) });
  }

  #boxes() {
    return this.#page.locator('div[role=textbox][contenteditable=true]');
  }

  #cards() {
    return this.#page.locator('.ac-adaptiveCard');
  }
}
