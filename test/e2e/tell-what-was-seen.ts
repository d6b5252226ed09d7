import type { Page } from 'playwright-core';
import { afterEach } from 'vitest';
import { maskSecrets } from '../../src/diagnosis/secrets/mask-secrets.ts';

/** The newest words are the last ones, on a page as in a log. */
const KEPT_OF_PAGE = 2_500;
const KEPT_OF_LOG = 4_000;
/** Of the sandbox's page the chat: the list of faults alone is longer than what is kept. */
const WORDS = '#messages, #chat-problem, body:not(:has(#messages))';

/**
 * A failed test also says what its pages showed and what the service had logged: of a run elsewhere nothing else is left
 * to look at, and a wait alone says only what did not come.
 */
export function tellWhatWasSeen(pages: () => readonly (Page | undefined)[], log: () => string): void {
  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail') return;
    const seen = await Promise.all(pages().map(wordsOn));
    throw new Error(
      [
        ...seen.map((words) => `On the page: ${endOf(words, KEPT_OF_PAGE)}`),
        `Logged: ${endOf(log(), KEPT_OF_LOG)}`,
      ].join('\n'),
    );
  });
}

async function wordsOn(page: Page | undefined): Promise<string> {
  if (page === undefined) return 'it was not opened';
  try {
    return [new URL(page.url()).pathname, ...(await page.locator(WORDS).allInnerTexts())].join(' ');
  } catch (error) {
    return `cannot be read (${error instanceof Error ? error.message.split('\n', 1)[0] : String(error)})`;
  }
}

/** Masked before it is cut: a cut secret might not be recognised any more. */
function endOf(text: string, most: number): string {
  const masked = maskSecrets(text).replaceAll(/\s*\n\s*/g, ' | ');
  return masked.length <= most ? masked : `…${masked.slice(-most)}`;
}
