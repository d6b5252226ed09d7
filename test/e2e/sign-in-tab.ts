import type { Page } from 'playwright-core';
import { type PlaygroundPage, picture } from './playground-page.ts';

/** What the tab of a sign-in may show next. */
const ANY = '.code, button.person, button[value=accept], button[value=approve], .problem, #refusal, h2';

/**
 * Signs in on the sandbox's pages, as far as they lead: picks the person, approves, consents.
 *
 * @param named pictures of the pages are kept under this name
 * @returns the six digits of the last page; `undefined` where the sign-in was refused
 */
export async function signInAs(person: string, tab: Page, named: string): Promise<string | undefined> {
  for (let step = 1; step <= 5; step += 1) {
    await tab.locator(ANY).first().waitFor();
    // A heading may be drawn while what stands below it still arrives.
    await tab.waitForLoadState();
    await picture(tab, `${named}-${step}`);
    const code = tab.locator('.code');
    if ((await code.count()) > 0) return ((await code.textContent()) ?? '').trim();
    const next = tab
      .getByRole('button', { name: person })
      .or(tab.locator('button[value=accept]'))
      .or(tab.locator('button[value=approve]'));
    if ((await next.count()) === 0) return undefined;
    const before = await tab.content();
    await next.first().click();
    await tab.waitForLoadState();
    if ((await tab.content()) === before) await tab.waitForTimeout(300);
  }
  throw new Error('The sign-in has more pages than it should');
}

/** Opens the newest sign-in card as Ada. @returns the six digits to type back */
export async function signInFrom(chat: PlaygroundPage, named: string): Promise<string | undefined> {
  const tab = await chat.openSignIn();
  const code = await signInAs('Ada Winter', tab, named);
  await tab.close();
  return code;
}
