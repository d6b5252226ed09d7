import type { SandboxPerson } from '../../../src/sandbox/world/world.ts';
import { Browser, type Landing, type Page } from '../../sandbox/trials/browser.ts';

const MOST_PAGES = 6;

/**
 * Opens a link in a browser of its own, signs in at the sandbox's Entra ID and agrees to everything.
 *
 * @param stopAt ends the walk before an address is called; none unless it is given
 * @returns the page at the end
 */
export async function walkThroughSignIn(
  link: string,
  who: SandboxPerson,
  stopAt: (url: URL) => boolean = () => false,
  browser: Browser = new Browser(stopAt),
): Promise<Page | Landing> {
  let at = await browser.open(link);
  for (let step = 0; step < MOST_PAGES && at.kind === 'page'; step += 1) {
    const form = at.forms.find(({ fields }) => ANSWERS[fields.get('step')?.value ?? ''] !== undefined);
    const answer = ANSWERS[form?.fields.get('step')?.value ?? ''];
    if (form === undefined || answer === undefined) return at;
    at = await browser.submit(at, form, answer(who));
  }
  return at;
}

/** What a person puts into each page's form, by the step that the page names. */
const ANSWERS: Readonly<Record<string, (who: SandboxPerson) => Record<string, string>>> = {
  password: (who) => ({ username: who.userPrincipalName, password: who.password }),
  consent: () => ({ answer: 'accept' }),
  'second-factor': () => ({ answer: 'approve' }),
};

export function codeOn(at: Page | Landing): string {
  const code = at.kind === 'page' ? /(?:^|\n)(\d{6})(?:\n|$)/.exec(at.text)?.[1] : undefined;
  if (code === undefined) throw new Error(`No code on the page: ${at.kind === 'page' ? at.text : at.url.pathname}`);
  return code;
}
