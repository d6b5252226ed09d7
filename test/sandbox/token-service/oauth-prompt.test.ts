import type { Activity, Middleware } from 'botbuilder';
import { ComponentDialog, OAuthPrompt, WaterfallDialog } from 'botbuilder-dialogs';
import { DialogTestClient } from 'botbuilder-testing';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { SAMPLE_IDS } from '../../../src/sandbox/world/sample-ids.ts';
import { CONNECTION, openLink, startTokenService, type TokenServiceUnderTest } from './token-service-under-test.ts';

let test: TokenServiceUnderTest;
beforeAll(async () => {
  test = await startTokenService();
});
afterAll(() => test.sandbox.close());
beforeEach(() => test.reset());

/** OAuthPrompt as it is, and what it gave. */
class SignInDialog extends ComponentDialog {
  constructor() {
    super('sign-in');
    this.addDialog(new OAuthPrompt('prompt', { connectionName: CONNECTION, title: 'Sign in', text: 'Please sign in' }));
    this.addDialog(
      new WaterfallDialog('steps', [
        (step) => step.beginDialog('prompt'),
        async (step) => {
          const token = (step.result as { token?: string } | undefined)?.token;
          const who = token === undefined ? 'nobody' : String(decodeJwt(token).oid);
          await step.context.sendActivity(`signed in: ${who}`);
          return step.endDialog();
        },
      ]),
    );
    this.initialDialogId = 'steps';
  }
}

const KEY = Symbol('UserTokenClient');

/** What CloudAdapter does at the beginning of a turn; the adapter for tests has token functions of its own. */
function withRealTokenClient(): Middleware {
  return {
    onTurn: (context, next) => {
      Object.assign(context.adapter, { UserTokenClientKey: KEY });
      context.turnState.set(KEY, test.client);
      return next();
    },
  };
}

type Chat = (activity: Partial<Activity> | string) => Promise<Partial<Activity>>;

function newChat(): { send: Chat; next: () => Partial<Activity> } {
  const client = new DialogTestClient('msteams', new SignInDialog(), {}, [withRealTokenClient()]);
  return { send: (activity) => client.sendActivity(activity), next: () => client.getNextReply() };
}

function linkOf(reply: Partial<Activity> | undefined): string {
  const card = reply?.attachments?.[0];
  expect(card?.contentType).toBe('application/vnd.microsoft.card.oauth');
  return String(card?.content.buttons[0].value);
}

describe('OAuthPrompt against the sandbox', () => {
  it('shows its card, takes the code that was typed, and needs no card the next time', async () => {
    const chat = newChat();
    const card = await chat.send('check my sign-in');
    expect(card.attachments?.[0]?.content.tokenExchangeResource.uri).toBe(`api://botid-${SAMPLE_IDS.app}`);
    const { code } = await openLink(linkOf(card));
    const done = await chat.send(code ?? '');
    expect(done.text).toBe(`signed in: ${SAMPLE_IDS.ada}`);
    const again = await chat.send('check my sign-in');
    expect(again.text).toBe(`signed in: ${SAMPLE_IDS.ada}`);
  });

  it('goes on waiting after a wrong code', async () => {
    const chat = newChat();
    const { code = '' } = await openLink(linkOf(await chat.send('check my sign-in')));
    await chat.send(code === '111111' ? '222222' : '111111');
    expect((await chat.send(code)).text).toBe(`signed in: ${SAMPLE_IDS.ada}`);
  });

  it('takes the silent sign-in of Teams, and says 412 where it does not work', async () => {
    const ada = test.sandbox.world.people.find(({ oid }) => oid === SAMPLE_IDS.ada)!;
    const resource = test.sandbox.world.connection.tokenExchangeUrl;
    const answer = await test.sandbox.entra.teamsToken({ person: ada, resource });
    const assertion = answer.kind === 'token' ? answer.token : '';
    const chat = newChat();
    await chat.send('check my sign-in');
    const exchange = (id: string, token: string): Partial<Activity> => ({
      type: 'invoke',
      name: 'signin/tokenExchange',
      value: { id, token, connectionName: CONNECTION },
    });
    const bad = await chat.send(exchange('1', 'no-assertion'));
    expect(bad).toMatchObject({ type: 'invokeResponse', value: { status: 412 } });
    const good = await chat.send(exchange('2', assertion));
    expect(good).toMatchObject({ type: 'invokeResponse', value: { status: 200, body: { id: '2' } } });
    expect(chat.next().text).toBe(`signed in: ${SAMPLE_IDS.ada}`);
  });
});
