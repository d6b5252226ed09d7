import { SAMPLE_PASSWORD } from '../../../src/sandbox/world/seed-people.ts';
import type { SandboxPerson } from '../../../src/sandbox/world/world.ts';
import type { Browser, Form, Landing, Page } from './browser.ts';

const MOST_PAGES = 6;

/**
 * Signs somebody in on the pages of Entra ID, with the password that the page tells; agrees to what is asked and
 * approves a second factor, unless `secondFactor` says otherwise.
 *
 * @returns where the client gets the answer, or the page that ended it
 */
export async function signInOnPages(browser: Browser, url: string, person: SandboxPerson): Promise<Page | Landing> {
  let at = await browser.open(url);
  let typed = false;
  for (let pages = 0; pages < MOST_PAGES && at.kind === 'page'; pages += 1) {
    const password = formOf(at, 'password');
    if (password !== undefined) {
      // The page again after the password: it was refused, and the page says why.
      if (typed) return at;
      typed = true;
      at = await browser.submit(at, password, { username: person.userPrincipalName, password: SAMPLE_PASSWORD });
      continue;
    }
    const consent = formOf(at, 'consent');
    const second = formOf(at, 'second-factor');
    if (consent !== undefined) at = await browser.submit(at, consent, { answer: 'accept' });
    else if (second !== undefined) at = await browser.submit(at, second, { answer: 'approve' });
    else return at;
  }
  return at;
}

function formOf(page: Page, step: string): Form | undefined {
  return page.forms.find((form) => form.fields.get('step')?.value === step);
}
