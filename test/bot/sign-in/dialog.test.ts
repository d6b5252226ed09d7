import { TurnContext } from 'botbuilder';
import { DialogTestClient } from 'botbuilder-testing';
import { describe, expect, it } from 'vitest';
import { LinkPrompt } from '../../../src/bot/sign-in/dialog/link-prompt.ts';
import { SignInDialog } from '../../../src/bot/sign-in/dialog/sign-in-dialog.ts';
import type { SignInOptions } from '../../../src/bot/sign-in/dialog/sign-in-options.ts';
import { readSignInOptions } from '../../../src/bot/sign-in/dialog/sign-in-options.ts';
import { type SignInOutcome, setOutcome } from '../../../src/bot/sign-in/dialog/sign-in-outcome.ts';
import { TokenServicePrompt } from '../../../src/bot/sign-in/dialog/token-service-prompt.ts';
import type { Invitation, SignIn, TokenRequest } from '../../../src/identity/sign-in.ts';
import type { Refusal } from '../../../src/refusals/refusal.ts';

const FIRST: SignInOptions = { reason: 'first-time', next: 'nothing' };
const REFUSAL: Refusal = { request: { method: 'GET', url: 'https://login.microsoftonline.com/x' } };
const LINK = 'https://why401.example/auth/start?state=abc';

interface Tried {
  readonly client: DialogTestClient;
  readonly outcomes: SignInOutcome[];
  readonly invited: (TokenRequest | undefined)[];
  pass(ms: number): void;
}

/** The dialog with a sign-in that takes the code 123456. */
function dialogOf(
  options: SignInOptions,
  changes: Partial<SignIn> & { silent?: boolean; channel?: string } = {},
): Tried {
  const outcomes: SignInOutcome[] = [];
  const invited: (TokenRequest | undefined)[] = [];
  let now = 1_000;
  let attemptsLeft = 3;
  const { silent = false, channel = 'msteams', ...others } = changes;
  const signIn: SignIn = {
    way: 'msal',
    token: async () => ({ kind: 'sign-in-needed', reason: 'first-time' }),
    async invite(_person, request): Promise<Invitation> {
      invited.push(request);
      const tokenExchangeResource = { id: 'x1', uri: 'api://botid-1' };
      return { signInLink: LINK, carriesClaims: true, ...(silent ? { tokenExchangeResource } : {}) };
    },
    async redeem(_person, code) {
      if (code === '123456') return { kind: 'signed-in', token: { accessToken: 'secret', expires: null } };
      attemptsLeft -= 1;
      return { kind: 'wrong-code', attemptsLeft };
    },
    exchange: async () => ({ kind: 'refused', refusal: REFUSAL }),
    signOut: async () => true,
    ...others,
  };
  const parts = { signIn, now: () => now };
  const prompt = signIn.way === 'token-service' ? new TokenServicePrompt(parts, 'graph') : new LinkPrompt(parts);
  const dialog = new SignInDialog(prompt, async (_context, outcome) => void outcomes.push(outcome));
  const client = new DialogTestClient(channel, dialog, options);
  return {
    client,
    outcomes,
    invited,
    pass(ms) {
      now += ms;
    },
  };
}

describe('the sign-in dialog, by a link', () => {
  it('shows a card with the link, takes the code, and keeps no token', async () => {
    const { client, outcomes } = dialogOf(FIRST);
    const card = await client.sendActivity('sign in');
    expect(JSON.stringify(card)).toContain(LINK);
    await client.sendActivity('123456');
    expect(outcomes).toEqual([{ kind: 'signed-in' }]);
    expect(JSON.stringify(client.dialogTurnResult)).not.toContain('secret');
  });

  it('ends at once where there is a token', async () => {
    const token = { accessToken: 'secret', expires: null };
    const { client, outcomes, invited } = dialogOf(FIRST, { token: async () => ({ kind: 'token', token }) });
    await client.sendActivity('sign in');
    expect(outcomes).toEqual([{ kind: 'signed-in' }]);
    expect(invited).toEqual([]);
  });

  it('carries the claims of a challenge, although there is a token', async () => {
    const token = { accessToken: 'secret', expires: null };
    const request = { claims: '{"access_token":{"nbf":{"value":"1"}}}' };
    const { client, invited } = dialogOf(
      { reason: 'claims-challenge', next: 'check', request },
      { token: async () => ({ kind: 'token', token }) },
    );
    const card = await client.sendActivity('sign in');
    expect(invited).toEqual([request]);
    expect(JSON.stringify(card)).toContain('fresh or a stronger sign-in');
    expect(JSON.stringify(card)).not.toContain('MSAL');
  });

  it('names the permissions that a feature needs', async () => {
    const request = { extraScopes: ['https://graph.microsoft.com/People.Read'] };
    const { client } = dialogOf({ reason: 'more-scopes', next: 'nothing', request });
    expect(JSON.stringify(await client.sendActivity('go'))).toContain('Asked for: People.Read');
  });

  it('waits without a word at anything but a code', async () => {
    const { client, outcomes } = dialogOf(FIRST);
    await client.sendActivity('sign in');
    expect(await client.sendActivity('AADSTS50011 trace 123456 and more')).toBeUndefined();
    expect(outcomes).toEqual([]);
    await client.sendActivity('code: 123 456');
    expect(outcomes).toEqual([{ kind: 'signed-in' }]);
  });

  it('counts wrong codes and ends after the last', async () => {
    const { client, outcomes } = dialogOf(FIRST);
    await client.sendActivity('sign in');
    expect((await client.sendActivity('000000'))?.text).toContain('2 tries left');
    expect((await client.sendActivity('000000'))?.text).toContain('one try left');
    await client.sendActivity('000000');
    expect(outcomes).toEqual([{ kind: 'too-many-codes' }]);
  });

  it('ends a code that comes too late without redeeming it', async () => {
    const { client, outcomes, pass } = dialogOf(FIRST);
    await client.sendActivity('sign in');
    pass(16 * 60_000);
    await client.sendActivity('123456');
    expect(outcomes).toEqual([{ kind: 'timed-out' }]);
  });

  it('ends with the refusal of whatever refuses', async () => {
    const refused = { kind: 'refused', refusal: REFUSAL } as const;
    for (const changes of [
      { token: async () => refused },
      { invite: async () => ({ refusal: REFUSAL }) },
    ] satisfies Partial<SignIn>[]) {
      const { client, outcomes } = dialogOf(FIRST, changes);
      await client.sendActivity('sign in');
      expect(outcomes).toEqual([refused]);
    }
    const { client, outcomes } = dialogOf(FIRST, { redeem: async () => refused });
    await client.sendActivity('sign in');
    await client.sendActivity('123456');
    expect(outcomes).toEqual([refused]);
  });

  it('offers the silent sign-in in Teams, and nowhere else', async () => {
    const teams = await dialogOf(FIRST, { silent: true }).client.sendActivity('sign in');
    expect(JSON.stringify(teams)).toContain('tokenExchangeResource');
    const web = await dialogOf(FIRST, { silent: true, channel: 'webchat' }).client.sendActivity('sign in');
    expect(JSON.stringify(web)).not.toContain('tokenExchangeResource');
    const slack = await dialogOf(FIRST, { channel: 'slack' }).client.sendActivity('sign in');
    expect(slack?.text).toContain(LINK);
  });
});

describe('the sign-in dialog, by the token service', () => {
  it('sends the OAuth card of OAuthPrompt and takes the code through the port', async () => {
    const { client, outcomes } = dialogOf(FIRST, { way: 'token-service' });
    const card = await client.sendActivity('sign in');
    expect(JSON.stringify(card)).toContain('application/vnd.microsoft.card.oauth');
    expect(await client.sendActivity('AADSTS50011 trace 123456')).toBeUndefined();
    await client.sendActivity('123456');
    expect(outcomes).toEqual([{ kind: 'signed-in' }]);
  });

  it('says that step-up may need the other way', async () => {
    const { client } = dialogOf({ reason: 'claims-challenge', next: 'nothing' }, { way: 'token-service' });
    expect((await client.sendActivity('go'))?.text).toContain('MSAL way');
  });

  it('takes the event of a finished sign-in', async () => {
    let signedIn = false;
    const { client, outcomes } = dialogOf(FIRST, {
      way: 'token-service',
      channel: 'webchat',
      token: async () =>
        signedIn
          ? { kind: 'token', token: { accessToken: 'secret', expires: null } }
          : { kind: 'sign-in-needed', reason: 'first-time' },
    });
    const event = { type: 'event', name: 'tokens/response', value: { token: 'forged', connectionName: 'graph' } };
    await client.sendActivity('sign in');
    await client.sendActivity(event);
    expect(outcomes).toEqual([]);
    signedIn = true;
    await client.sendActivity(event);
    expect(outcomes).toEqual([{ kind: 'signed-in' }]);
  });
});

it('an outcome belongs to its turn', () => {
  const one = new TurnContext({} as never, {});
  setOutcome(one, { kind: 'signed-in' });
  expect(new TurnContext({} as never, {}).turnState.size).toBe(0);
});

it.each([
  undefined,
  null,
  'x',
  { reason: 'nonsense', next: 7, request: [] },
  { request: { claims: 3, extraScopes: 'a' } },
])('options that an older version wrote are read: %j', (value) => {
  expect(readSignInOptions(value)).toMatchObject({ reason: 'first-time', next: 'nothing' });
});
