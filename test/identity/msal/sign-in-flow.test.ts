import { afterEach, describe, expect, test } from 'vitest';
import type { MsalSignInOptions } from '../../../src/identity/msal/msal-options.ts';
import type { Person } from '../../../src/identity/person.ts';
import type { Invitation } from '../../../src/identity/sign-in.ts';
import { Browser, type Page } from '../../sandbox/trials/browser.ts';
import { codeOn, walkThroughSignIn } from './browser-walk.ts';
import { createMsalFixture, type MsalFixture } from './msal-fixture.ts';

const open: MsalFixture[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((fixture) => fixture.dispose()));
});

async function fixtureOf(options: Partial<MsalSignInOptions> = {}): Promise<MsalFixture> {
  const fixture = await createMsalFixture(options);
  open.push(fixture);
  return fixture;
}

async function linkFor({ signIn }: MsalFixture, person: Person): Promise<string> {
  return ((await signIn.invite(person)) as Invitation).signInLink;
}

const get = (url: string, cookie?: string): Promise<Response> =>
  fetch(url, { redirect: 'manual', headers: cookie === undefined ? {} : { cookie } });

/** Signs in up to the address that Entra ID sends the browser to, without opening it. */
async function callbackOf(
  fixture: MsalFixture,
  n: number,
  change: (authorize: URL) => URL = (url) => url,
): Promise<{ callback: URL; browser: Browser; cookie: string }> {
  const { person, account } = fixture.asPerson(n);
  const start = await get(await linkFor(fixture, person));
  const cookie = (start.headers.get('set-cookie') ?? '').split(';', 1)[0] ?? '';
  const authorize = change(new URL(start.headers.get('location') ?? ''));
  const browser = new Browser((url) => url.pathname === '/auth/callback');
  const landed = await walkThroughSignIn(authorize.href, account, undefined, browser);
  if (landed.kind !== 'landing') throw new Error(landed.text);
  return { callback: landed.url, browser, cookie };
}

const wordsOf = async (response: Response): Promise<string> => /<h1>([^<]*)/.exec(await response.text())?.[1] ?? '';

describe('/auth/start', () => {
  test('sends the browser on with PKCE, nonce, its own state and the question for the account', async () => {
    const fixture = await fixtureOf();
    const response = await get(await linkFor(fixture, fixture.asPerson(0).person));
    expect(response.status).toBe(302);
    const location = new URL(response.headers.get('location') ?? '');
    expect(location.origin).toBe(fixture.sandbox.origin);
    const asked = Object.fromEntries(location.searchParams);
    expect(asked).toMatchObject({
      client_id: fixture.sandbox.world.connection.clientId,
      response_type: 'code',
      response_mode: 'query',
      redirect_uri: `${fixture.publicUrl}/auth/callback`,
      code_challenge_method: 'S256',
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
      prompt: 'select_account',
      state: expect.stringMatching(/^eyJ/),
    });
    expect(asked.scope?.split(' ')).toEqual(
      expect.arrayContaining(['openid', 'offline_access', 'https://graph.microsoft.com/Calendars.ReadWrite']),
    );
    expect(JSON.parse(asked.claims ?? '')).toMatchObject({ access_token: { xms_cc: { values: ['CP1'] } } });
    expect(response.headers.get('set-cookie')).toMatch(/^why401-[0-9a-f]{16}=eyJ.*; HttpOnly; SameSite=Lax$/);
  });

  test('carries the claims of a challenge', async () => {
    const fixture = await fixtureOf();
    const claims = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}';
    const invitation = (await fixture.signIn.invite(fixture.asPerson(0).person, { claims })) as Invitation;
    const location = new URL((await get(invitation.signInLink)).headers.get('location') ?? '');
    expect(JSON.parse(location.searchParams.get('claims') ?? '').access_token).toMatchObject({
      acrs: { essential: true, value: 'c1' },
      xms_cc: { values: ['CP1'] },
    });
  });

  test('behind https the cookie is Secure and of this host only', async () => {
    const fixture = await fixtureOf();
    const signIn = await fixture.another({ publicUrl: 'https://bot.contoso.example' });
    const { signInLink } = (await signIn.invite(fixture.asPerson(0).person)) as Invitation;
    expect(signInLink).toMatch(/^https:\/\/bot\.contoso\.example\/auth\/start\?state=eyJ/);
    const answer = await signIn.start({ query: new URL(signInLink).searchParams, cookies: undefined });
    expect(answer).toMatchObject({ cookie: { name: expect.stringMatching(/^__Host-why401-/), secure: true } });
  });

  test('takes no state that was changed, cut, doubled, left out, or made for the other step', async () => {
    const fixture = await fixtureOf();
    const link = await linkFor(fixture, fixture.asPerson(0).person);
    const state = new URL(link).searchParams.get('state') ?? '';
    const base = `${fixture.publicUrl}/auth/start`;
    const authorize = new URL((await get(link)).headers.get('location') ?? '');
    const wrong = [
      base,
      `${base}?state=`,
      `${base}?state=${state.slice(0, -9)}`,
      `${base}?state=${state.replace('.', '.x')}`,
      `${base}?state=${state}&state=${state}`,
      `${base}?state=${authorize.searchParams.get('state')}`,
    ];
    for (const url of wrong) {
      const response = await get(url);
      expect([response.status, response.headers.get('set-cookie')], url).toEqual([400, null]);
      expect(await wordsOf(response)).toBe('This link is not a whole sign-in link');
    }
  });

  test('is over after ten minutes, and when a newer sign-in of the person has begun', async () => {
    const fixture = await fixtureOf();
    const { person } = fixture.asPerson(0);
    const first = await linkFor(fixture, person);
    const second = await linkFor(fixture, person);
    expect(await wordsOf(await get(first))).toBe('This sign-in is over');
    expect((await get(second)).status).toBe(302);
    fixture.advance(10 * 60_000);
    expect(await wordsOf(await get(second))).toBe('This sign-in is over');
  });
});

describe('/auth/callback', () => {
  test('in another browser, or without its cookie, nothing is redeemed (login CSRF)', async () => {
    const fixture = await fixtureOf();
    const { callback, cookie } = await callbackOf(fixture, 0);
    const other = await callbackOf(fixture, 1);
    for (const wrong of [
      undefined,
      'why401-0000000000000000=x',
      other.cookie,
      `${cookie.split('=')[0]}=${other.cookie.split('=')[1]}`,
      `${cookie}; ${cookie}`,
    ]) {
      expect(await wordsOf(await get(callback.href, wrong))).toBe('This is not the browser in which the sign-in began');
    }
    expect(await wordsOf(await get(callback.href, cookie))).toBe('Type this code in the chat');
  });

  test('the cookie of an earlier opening of the same link does not fit a later one', async () => {
    const fixture = await fixtureOf();
    const { person } = fixture.asPerson(0);
    const link = await linkFor(fixture, person);
    const [one, two] = [await get(link), await get(link)];
    const state = new URL(two.headers.get('location') ?? '').searchParams.get('state');
    const cookie = (one.headers.get('set-cookie') ?? '').split(';', 1)[0];
    const response = await get(`${fixture.publicUrl}/auth/callback?code=x&state=${state}`, cookie);
    expect(await wordsOf(response)).toBe('This is not the browser in which the sign-in began');
  });

  test('opened again shows no code again, and the first one still works', async () => {
    const fixture = await fixtureOf();
    const { callback, cookie } = await callbackOf(fixture, 0);
    const answers = await Promise.all([get(callback.href, cookie), get(callback.href, cookie)]);
    const pages = await Promise.all(answers.map((response) => response.text()));
    const codes = pages.flatMap((page) => /class="code">(\d{6})</.exec(page)?.[1] ?? []);
    expect(codes).toHaveLength(1);
    expect(await wordsOf(await get(callback.href, cookie))).toBe('This sign-in was completed already');
    const redeemed = await fixture.signIn.redeem(fixture.asPerson(0).person, codes[0] ?? '');
    expect(redeemed.kind).toBe('signed-in');
    expect(await wordsOf(await get(callback.href, cookie))).toBe('This sign-in is over');
  });

  test('takes no state that was changed, expired, or made for the start', async () => {
    const fixture = await fixtureOf();
    const { callback, cookie } = await callbackOf(fixture, 0);
    const state = callback.searchParams.get('state') ?? '';
    for (const wrong of [state.slice(1), `${state}x`, '', state.replace('.', '.A')]) {
      const changed = new URL(callback);
      changed.searchParams.set('state', wrong);
      expect(await wordsOf(await get(changed.href, cookie))).toBe('This link is not a whole sign-in link');
    }
    fixture.advance(10 * 60_000);
    expect(await wordsOf(await get(callback.href, cookie))).toBe('This sign-in is over');
  });

  test('an ID token with another nonce is refused', async () => {
    const fixture = await fixtureOf();
    const { callback, cookie } = await callbackOf(fixture, 0, (authorize) => {
      authorize.searchParams.set('nonce', 'of-another-sign-in');
      return authorize;
    });
    const response = await get(callback.href, cookie);
    expect(response.status).toBe(400);
    expect(await response.text()).toMatch(/nonce/i);
    expect((await fixture.signIn.redeem(fixture.asPerson(0).person, '000000')).kind).toBe('wrong-code');
  });

  test('a code that was asked for with another challenge is refused', async () => {
    const fixture = await fixtureOf();
    const { callback, cookie } = await callbackOf(fixture, 0, (authorize) => {
      authorize.searchParams.set('code_challenge', 'x'.repeat(43));
      return authorize;
    });
    expect(await (await get(callback.href, cookie)).text()).toMatch(/verifier|PKCE/i);
  });

  test('somebody of a tenant that may not sign in is refused, though Entra ID let them', async () => {
    const fixture = await fixtureOf();
    const { callback, cookie } = await callbackOf(fixture, 0);
    const { partner } = { partner: fixture.sandbox.world.tenants[1]! };
    const strict = await fixture.another({
      app: () => ({
        clientId: fixture.sandbox.world.connection.clientId,
        tenant: partner.domain,
        proof: { kind: 'secret', secret: fixture.sandbox.world.connection.clientSecret },
        scopes: [],
        redirectUri: `${fixture.publicUrl}/auth/callback`,
      }),
    });
    const answer = await strict.callback({ query: callback.searchParams, cookies: cookie });
    expect(answer.kind).toBe('refused');
  });

  test('what Entra ID refuses is explained by the engine on the page', async () => {
    const fixture = await fixtureOf();
    const { person, account } = fixture.asPerson(0);
    const { world } = fixture.sandbox;
    for (const app of world.apps) for (const secret of app.secrets) secret.expires = fixture.now() - 1;
    const at = (await walkThroughSignIn(await linkFor(fixture, person), account)) as Page;
    expect(at.status).toBe(400);
    expect(at.text).toMatch(/client secret .* has expired/);
    expect(at.text).toContain('What to do');
    expect(at.text).toContain('AADSTS7000222');
  });

  test('declining is explained, and the link may be opened again', async () => {
    const fixture = await fixtureOf();
    const { person } = fixture.asPerson(0);
    const link = await linkFor(fixture, person);
    const start = await get(link);
    const cookie = (start.headers.get('set-cookie') ?? '').split(';', 1)[0];
    const state = new URL(start.headers.get('location') ?? '').searchParams.get('state') ?? '';
    const query = new URLSearchParams({
      error: 'access_denied',
      error_description: 'AADSTS65004: User declined to consent to access the app. <img src=x onerror=alert(1)>',
      state,
    });
    const response = await get(`${fixture.publicUrl}/auth/callback?${query}`, cookie);
    const html = await response.text();
    expect(html).toMatch(/<h1>[^<]*declined/);
    expect(html).not.toContain('<img');
    expect(html).not.toContain(state);
    expect((await get(link)).status).toBe(302);
  });

  test('no log line and no kept row holds a code, a token, a cookie or the secret', async () => {
    const fixture = await fixtureOf();
    const { callback, cookie } = await callbackOf(fixture, 0);
    const page = await (await get(callback.href, cookie)).text();
    const { person } = fixture.asPerson(0);
    const row = await fixture.store.signIns.attempt('msteams/29:0', fixture.now(), 5);
    const redeemed = await fixture.signIn.redeem(person, /class="code">(\d{6})</.exec(page)?.[1] ?? '');
    if (redeemed.kind !== 'signed-in') throw new Error(redeemed.kind);
    const kept = [row?.sealed, row?.sealedGrant, (await fixture.store.grants.read('msteams/29:0'))?.sealed];
    const written = [...fixture.lines, ...kept].join('\n');
    const secrets = [
      callback.searchParams.get('code'),
      cookie.split('=')[1],
      redeemed.token.accessToken,
      fixture.sandbox.world.connection.clientSecret,
    ];
    for (const secret of secrets) expect(written).not.toContain(String(secret));
    for (const sealed of kept) expect(String(sealed).split('.')).toHaveLength(5);
  });
});

describe('people of other kinds', () => {
  test.each([
    ['a personal account, whose token for Graph is opaque', 'personal'],
    ['a guest, at their home tenant', 'guest'],
  ] as const)('%s', async (_what, kind) => {
    const fixture = await fixtureOf();
    const { person } = fixture.asPerson(0);
    const account = fixture.sandbox.world.people.find((one) => one.kind === kind)!;
    const code = codeOn(await walkThroughSignIn(await linkFor(fixture, person), account));
    expect((await fixture.signIn.redeem(person, code)).kind).toBe('signed-in');
    const answer = await fixture.signIn.token(person, { refresh: true });
    if (answer.kind !== 'token') throw new Error(JSON.stringify(answer));
    expect(answer.token.expires).toBeGreaterThan(fixture.now());
    expect(answer.token.accessToken.startsWith('eyJ')).toBe(kind === 'guest');
    expect((await fixture.callGraph(answer.token)).kind).toBe('ok');
  });
});

describe('the typed code', () => {
  test('may be wrong five times, then the sign-in is gone', async () => {
    const fixture = await fixtureOf();
    const { person, account } = fixture.asPerson(0);
    const code = codeOn(await walkThroughSignIn(await linkFor(fixture, person), account));
    const wrong = code === '000000' ? '000001' : '000000';
    const left: (number | null)[] = [];
    for (let n = 0; n < 5; n += 1) {
      const answer = await fixture.signIn.redeem(person, wrong);
      left.push(answer.kind === 'wrong-code' ? answer.attemptsLeft : Number.NaN);
    }
    expect(left).toEqual([4, 3, 2, 1, 0]);
    expect(await fixture.signIn.redeem(person, code)).toEqual({ kind: 'wrong-code', attemptsLeft: null });
  });

  test('may hold spaces, and is over after ten minutes', async () => {
    const fixture = await fixtureOf();
    const [ada, ben] = [fixture.asPerson(0), fixture.asPerson(1)];
    const code = codeOn(await walkThroughSignIn(await linkFor(fixture, ada.person), ada.account));
    expect((await fixture.signIn.redeem(ada.person, ` ${code.slice(0, 3)} ${code.slice(3)} `)).kind).toBe('signed-in');
    const late = codeOn(await walkThroughSignIn(await linkFor(fixture, ben.person), ben.account));
    fixture.advance(10 * 60_000);
    expect((await fixture.signIn.redeem(ben.person, late)).kind).toBe('wrong-code');
  });

  test('binds once over two instances', async () => {
    const fixture = await fixtureOf();
    const other = await fixture.another();
    const { person, account } = fixture.asPerson(0);
    const code = codeOn(await walkThroughSignIn(await linkFor(fixture, person), account));
    const answers = await Promise.all([fixture.signIn, other].map((signIn) => signIn.redeem(person, code)));
    expect(answers.map(({ kind }) => kind).sort()).toEqual(['signed-in', 'wrong-code']);
    expect((await other.token(person)).kind).toBe('token');
  });
});
