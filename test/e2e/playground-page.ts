import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { LocalService } from './local-service.ts';
import { playgroundTab } from './playground-tab.ts';

export const SCREENSHOTS = fileURLToPath(new URL('../../screenshots/', import.meta.url));

/** Ids of src/local-chat/m365agentsplayground.yml. */
const GROUP_CHAT = { id: 'group-chat-id', conversationType: 'groupChat', isGroup: true };
const BOT = { id: '00000000-0000-0000-0000-000000000011', name: 'why401' };
const ADA = { id: 'user-id-0', name: 'Ada Winter' };

/** How the bot introduces itself in a channel. */
export const CHANNEL_WELCOME = 'Here I answer when you mention me';

/** Of the bot. */
const MESSAGE = '.fai-OutputCard';
/** Runs in the page, so it is text here: the words of the messages from one on, as they are drawn, line by line. */
const LINES_FROM = `(from) => [...document.querySelectorAll('${MESSAGE}')].slice(from).map((it) => it.innerText).join('\\n')`;

/** Runs in the page, so it is text here: waits until nothing has changed for a moment, but not for ever. */
const STANDS_STILL = `() => new Promise((resolve) => {
  const end = () => { observer.disconnect(); clearTimeout(quiet); clearTimeout(most); resolve(); };
  let quiet = setTimeout(end, 80);
  const most = setTimeout(end, 800);
  const observer = new MutationObserver(() => { clearTimeout(quiet); quiet = setTimeout(end, 80); });
  observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
})`;

/** A picture of a page, once it stands still. Nobody looks at those of CI: there the page only comes to rest. */
export async function picture(page: Page, name: string): Promise<void> {
  // A page that goes on to another one meanwhile is drawn as it is.
  await page.evaluate(`(${STANDS_STILL})()`).catch(() => undefined);
  if (process.env.CI) return;
  await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`), animations: 'disabled' });
}

/** The editor has spaces and line ends of its own. */
function lettersOf(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** The Agents Playground as a person uses it: typing, clicking, reading. */
export class PlaygroundPage {
  readonly #page: Page;
  readonly #service: LocalService;

  private constructor(page: Page, service: LocalService) {
    this.#page = page;
    this.#service = service;
  }

  static async open(service: LocalService): Promise<PlaygroundPage> {
    const page = await playgroundTab();
    const chat = new PlaygroundPage(page, service);
    await chat.reload();
    // The welcome; who was welcomed once is not again.
    await page.getByText('why401', { exact: false }).first().waitFor();
    return chat;
  }

  /** Begins with an empty page: the Playground draws slower with each message. */
  async reload(): Promise<void> {
    await this.#page.goto(this.#service.chat);
    await this.#boxes().last().waitFor();
    await this.#page.getByTitle('Hide log panel').click();
  }

  /** By its name in the list on the left. */
  async openChat(name: string): Promise<void> {
    await this.#page.getByRole('treeitem', { name }).click();
    await this.#boxes().last().waitFor();
  }

  /** The same for a channel, until the bot has introduced itself there: a first post takes away what is being typed. */
  async openChannel(name: string): Promise<void> {
    await this.openChat(name);
    await this.answer(CHANNEL_WELCOME);
  }

  async say(text: string, { mention = false, newPost = false } = {}): Promise<void> {
    await this.#type(text, mention, newPost);
    // A message that arrives makes the Playground draw its boxes again, without what stood in them.
    for (let again = 1; again <= 2 && !(await this.#isTyped(text, mention)); again += 1)
      await this.#type(text, mention, newPost);
    await this.#page.keyboard.press('Enter');
  }

  async #type(text: string, mention: boolean, newPost: boolean): Promise<void> {
    const page = this.#page;
    await (newPost ? this.#boxes().first() : this.#boxes().last()).click();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.press('Delete');
    if (mention) {
      await page.keyboard.type('@');
      // Enter does not pick the person.
      await page.getByRole('menuitem', { name: 'why401' }).click();
    }
    await page.keyboard.insertText(text);
  }

  async #isTyped(text: string, mention: boolean): Promise<boolean> {
    const stands = await this.#page.evaluate<string>('document.activeElement?.textContent ?? ""');
    return lettersOf(stands).endsWith(lettersOf(mention ? `why401${text}` : text));
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

  /** Says something, and waits until what comes back holds all of these words. @returns all that came back */
  async ask(text: string, ...words: readonly (string | RegExp)[]): Promise<string> {
    return this.#since(() => this.say(text), words);
  }

  /** The same for a button. */
  async pressFor(button: string, words: string | RegExp): Promise<string> {
    return this.#since(() => this.press(button), [words]);
  }

  async #since(act: () => Promise<void>, words: readonly (string | RegExp)[]): Promise<string> {
    const before = await this.#page.locator(MESSAGE).count();
    const said = () => this.#page.evaluate<string>(`(${LINES_FROM})(${before})`);
    await act();
    let seen = '';
    const missing = async (): Promise<readonly (string | RegExp)[]> => {
      seen = await said();
      return words.filter((wanted) => (typeof wanted === 'string' ? !seen.includes(wanted) : !wanted.test(seen)));
    };
    await expect.poll(missing, { timeout: 20_000 }).toEqual([]);
    return seen;
  }

  /** The page that the newest sign-in card opens, in a tab of its own. */
  async openSignIn(): Promise<Page> {
    const name = 'Sign in with Microsoft';
    // An OAuth card has a button, Action.OpenUrl of an Adaptive Card is drawn as a link.
    const openers = this.#page.getByRole('button', { name }).or(this.#page.getByRole('link', { name }));
    const opened = this.#page.context().waitForEvent('page');
    await openers.last().click();
    const tab = await opened;
    await tab.waitForLoadState();
    return tab;
  }

  async press(button: string): Promise<void> {
    await this.#page.getByRole('button', { name: button }).last().click();
  }

  /** A button of the newest card that holds these words. */
  async pressIn(words: string, button: string): Promise<void> {
    const card = this.#cards().filter({ hasText: words }).last();
    await card.getByRole('button', { name: button, exact: true }).click();
  }

  /** Types into an input of the newest card that has it. */
  async fill(label: string, text: string): Promise<void> {
    await this.#page.getByLabel(label).last().fill(text);
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
    await picture(this.#page, name);
  }

  /** The chat, and what it opened in tabs. */
  pages(): readonly Page[] {
    return this.#page.context().pages();
  }

  #boxes() {
    return this.#page.locator('div[role=textbox][contenteditable=true]');
  }

  #cards() {
    return this.#page.locator('.ac-adaptiveCard');
  }
}
