import { describe, expect, it } from 'vitest';
import { chromiumPath } from './chromium.ts';
import { inPlayground } from './in-playground.ts';
import { type PlaygroundPage, SCREENSHOTS } from './playground-page.ts';
import { signInFrom } from './sign-in-tab.ts';

const WORKS = 'Your sign-in works.';

/** What is broken, and what the check then says first, with who has to act. */
const SEEN_BY_THE_CHECK: readonly (readonly [fault: string, owner: string, says: string | RegExp])[] = [
  ['client-secret-expired', 'The app’s developer can fix this.', /The client secret of the app \S+ has expired\./],
  ['wrong-audience', 'The app’s developer can fix this.', 'The token was issued for Exchange Online'],
  ['missing-scope', 'The app’s developer can fix this.', 'The token lacks Calendars.ReadWrite.'],
  ['conditional-access-blocked', 'An administrator of the tenant', 'Conditional Access policy'],
  ['mailbox-unavailable', 'An administrator of the tenant', 'There is no usable Exchange Online mailbox for ada@'],
  ['clock-skew', 'The app’s developer can fix this.', 'The clock of one of the machines is wrong'],
  ['throttled', 'This usually passes by itself.', 'Microsoft Graph has had too many requests'],
  ['service-outage', 'This usually passes by itself.', 'Microsoft Graph failed by itself'],
  ['tenant-restricted', 'An administrator of the tenant', 'Tenant restrictions or cross-tenant access settings'],
  ['token-expired', 'The app’s developer can fix this.', 'The access token sent to Microsoft Graph expired'],
];

/** What another sign-in mends. */
const MENDED_BY_A_SIGN_IN: readonly (readonly [fault: string, says: string])[] = [
  ['cae-challenge', 'claims challenge'],
  ['session-revoked', 'Your sign-in was revoked'],
];

describe.skipIf(chromiumPath === undefined)('a person who signs in, by the token service', () => {
  let chat: PlaygroundPage;
  inPlayground((opened) => {
    chat = opened;
  });

  const signIn = (named: string) => signInFrom(chat, `sign-in-${named}`);

  // A second try of a test finds broken, or signed out, what the first one left so.
  const BROKEN = /Broken:|broken already:/;
  const SIGNED_OUT = /Signed out|not signed in/;

  async function repair(): Promise<void> {
    await chat.ask('repair', 'Repaired:');
  }

  it('is asked to sign in, types the code back, and reads a green report', async () => {
    const asked = await chat.ask('check my sign-in', 'Sign in with Microsoft');
    expect(asked).toContain('If the last page shows six digits, type them here.');
    await chat.picture('sign-in-01-asked');
    const code = await signIn('02-page');
    expect(code).toMatch(/^\d{6}$/);
    await chat.ask(code!, WORKS, 'Every check passed');
    await chat.picture('sign-in-03-green');
    await chat.ask('who am I', 'You are signed in as ada@lumenworks.example.');
    await chat.picture('sign-in-04-who-am-i');
    expect(await chat.ask('sign in', 'You are signed in.')).not.toContain('Sign in with Microsoft');
  });

  it('looks at the claims behind their button', async () => {
    await chat.ask('check my sign-in', WORKS);
    await chat.press('Claims of the token');
    await chat.answer('The token itself is never shown');
    await chat.picture('sign-in-05-claims');
  });

  it('reads what can be broken', async () => {
    await chat.ask('faults', 'Nothing is broken now');
    await chat.press('The service (2)');
    await chat.answer('Too many requests');
    await chat.picture('sign-in-06-faults');
  });

  for (const [fault, owner, says] of SEEN_BY_THE_CHECK) {
    it(`breaks ${fault}, and reads what is wrong and who can mend it`, async () => {
      await chat.reload();
      await chat.ask(`break ${fault}`, BROKEN, 'Say “check my sign-in” in the chat.');
      // The report comes in parts: who has to act stands there with its end.
      const report = await chat.ask('check my sign-in', says, owner);
      await chat.picture(`sign-in-10-${fault}`);
      expect(report).not.toContain('Sign in with Microsoft');
      await repair();
      await chat.pressFor('Check again', WORKS);
    });
  }

  for (const [fault, says] of MENDED_BY_A_SIGN_IN) {
    it(`breaks ${fault}, signs in once more, and all is well`, async () => {
      await chat.reload();
      await chat.ask(`break ${fault}`, BROKEN);
      await chat.ask('check my sign-in', 'Sign in with Microsoft', says, 'You can fix this.');
      await chat.picture(`sign-in-11-${fault}`);
      const code = await signIn(`12-${fault}`);
      await chat.ask(code ?? '', WORKS);
      await repair();
    });
  }

  it('takes the consent back, and gives it again', async () => {
    await chat.reload();
    await chat.ask('break consent-required', BROKEN);
    await chat.ask('check my sign-in', 'Sign in with Microsoft', 'Nobody has consented yet');
    await chat.picture('sign-in-13-consent-required');
    const code = await signIn('14-consent');
    await chat.ask(code ?? '', WORKS);
    await repair();
  });

  it('is stopped on the sign-in page, and brings its words into the chat', async () => {
    await chat.reload();
    await chat.ask('sign out', SIGNED_OUT);
    await chat.picture('sign-in-20-signed-out');
    await chat.ask('break redirect-uri-mismatch', BROKEN);
    await chat.ask('sign in', 'Sign in with Microsoft');
    const tab = await chat.openSignIn();
    await tab.getByText('AADSTS50011').waitFor();
    await tab.screenshot({ path: `${SCREENSHOTS}sign-in-21-redirect-uri.png` });
    const [page = ''] = await tab.locator('main').allInnerTexts();
    await tab.close();
    await chat.ask(page, /The redirect URI \S+ is not registered/);
    await chat.picture('sign-in-22-redirect-uri-explained');
    await repair();
  });

  it('is stopped after the sign-in page, and the check says why and who can mend it', async () => {
    await chat.reload();
    await chat.ask('break client-secret-expired', BROKEN);
    await chat.ask('sign in', 'Sign in with Microsoft');
    expect(await signIn('23-refused')).toBeUndefined();
    const says = /The client secret of the app \S+ has expired\./;
    await chat.ask('check my sign-in', 'Sign in with Microsoft', says, 'The app’s developer can fix this.');
    await chat.picture('sign-in-24-refused-explained');
    await repair();
  });

  it('mistypes the code, and then types the right one', async () => {
    await chat.ask('sign in', 'Sign in with Microsoft');
    const code = await signIn('25-again');
    const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0');
    await chat.ask(wrong, 'No sign-in of yours waits for that code');
    await chat.picture('sign-in-26-wrong-code');
    await chat.ask(code ?? '', 'You are signed in.');
  });

  it('deletes what is kept of them, after being asked once more', async () => {
    await chat.ask('delete my data', 'It cannot be undone.');
    await chat.picture('sign-in-30-delete');
    await chat.pressFor('Delete my data', 'I deleted all that I kept of you');
    await chat.picture('sign-in-31-deleted');
    await chat.ask('who am I', 'You are not signed in.');
  });
});
