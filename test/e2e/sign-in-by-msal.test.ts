import { describe, expect, it } from 'vitest';
import { chromiumPath } from './chromium.ts';
import { inPlayground } from './in-playground.ts';
import type { PlaygroundPage } from './playground-page.ts';
import { signInAs, signInFrom } from './sign-in-tab.ts';

const WORKS = 'Your sign-in works.';

describe.skipIf(chromiumPath === undefined)('a person who signs in, by MSAL', () => {
  let chat: PlaygroundPage;
  inPlayground(
    (opened) => {
      chat = opened;
    },
    { WHY401_SIGN_IN: 'msal' },
  );

  const signIn = (named: string) => signInFrom(chat, `msal-${named}`);

  it('signs in on the page, types the code back, and reads a green report', async () => {
    await chat.ask('check my sign-in', 'Sign in with Microsoft');
    await chat.picture('msal-01-asked');
    const code = await signIn('02-page');
    expect(code).toMatch(/^\d{6}$/);
    await chat.ask(code!, WORKS);
    await chat.picture('msal-03-green');
    await chat.ask('who am I', 'You are signed in as ada@lumenworks.example.');
  });

  it('reads that the secret has expired while the token still works', async () => {
    await chat.reload();
    await chat.ask('break client-secret-expired', /Broken:|broken already:/);
    const says = /The client secret of the app \S+ has expired\./;
    await chat.ask('check my sign-in', says, 'The app’s developer can fix this.');
    await chat.picture('msal-10-client-secret-expired');
    await chat.ask('repair', 'Repaired:');
  });

  for (const [fault, says] of [
    ['cae-challenge', 'claims challenge'],
    ['refresh-token-expired', 'cannot be renewed without you'],
    ['mfa-required', 'second factor'],
  ] as const) {
    it(`breaks ${fault}, signs in once more by one card, and all is well`, async () => {
      await chat.reload();
      await chat.ask(`break ${fault}`, /Broken:|broken already:/);
      const report = await chat.ask('check my sign-in', 'Sign in with Microsoft', says);
      await chat.picture(`msal-11-${fault}`);
      expect(report.match(/Does not work/g)).toHaveLength(1);
      if (fault === 'refresh-token-expired') await chat.ask('repair', 'Repaired:');
      const code = await signIn(`12-${fault}`);
      await chat.ask(code ?? '', WORKS);
      if (fault !== 'refresh-token-expired') await chat.ask('repair', 'Repaired:');
    });
  }

  it('is refused after the sign-in page, which says why and what to do', async () => {
    await chat.reload();
    await chat.ask('sign out', 'Signed out');
    await chat.ask('break client-secret-expired', /Broken:|broken already:/);
    await chat.ask('sign in', 'Sign in with Microsoft');
    const tab = await chat.openSignIn();
    expect(await signInAs('Ada Winter', tab, 'msal-20-refused')).toBeUndefined();
    expect(await tab.locator('main').textContent()).toMatch(/client secret .* has expired[\s\S]*can fix this/);
    await tab.close();
    await chat.ask('repair', 'Repaired:');
  });
});
