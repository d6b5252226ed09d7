import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { diagnoseAndRemember } from '../../../src/diagnosis/diagnose.ts';
import { createLogger } from '../../../src/logging/logger.ts';
import type { PictureReader, PictureReading } from '../../../src/pictures/picture-reader.ts';
import { answerWith, type MicrosoftHosts, startMicrosoftHosts } from '../attachments/microsoft-hosts.ts';
import { type BotUnderTest, startBotUnderTest } from '../bot-under-test.ts';

const CHANNEL = '19:helpdesk@thread.tacv2';
const PICTURE =
  'https://graph.microsoft.com/v1.0/teams/8b0a5a3c-1111-4222-8333-444444444444/channels/19:helpdesk@thread.tacv2/messages/1772441000000/hostedContents/aWQ9eF8wLXd1cy1kMQ==/$value';
const PAGE =
  "AADSTS50011: The redirect URI 'https://app.contoso.com/callback' specified in the request does not match the redirect URIs configured for the application '33333333-2222-4333-8444-555555555555'.";
const APP_TOKEN = 'app-only.token.of-the-bot';

let bot: BotUnderTest;
let hosts: MicrosoftHosts;
let lines: string[];
beforeEach(async () => {
  lines = [];
  hosts = await startMicrosoftHosts();
});
afterEach(async () => {
  await bot.close();
  await hosts.close();
});

/** Reads a «picture» whose bytes are its words: what is before and behind the reading is tested here. */
async function start(granted: boolean, read?: (words: string) => Promise<PictureReading>): Promise<void> {
  const pictures: PictureReader = {
    read: (bytes) => (read ?? (async (text) => ({ text, problem: null })))(new TextDecoder().decode(bytes)),
    async close() {},
  };
  const logger = createLogger({ level: 'debug', form: 'json', destination: { write: (line) => lines.push(line) } });
  bot = await startBotUnderTest({
    logger,
    diagnose: diagnoseAndRemember,
    fetch: hosts.fetch,
    pictures,
    ...(granted ? { channelPictures: { token: async () => APP_TOKEN } } : {}),
  });
}

async function ask(address = PICTURE, words = 'what is this?', conversation = CHANNEL): Promise<string> {
  const { status, body } = await bot.post({
    type: 'invoke',
    name: 'composeExtension/fetchTask',
    conversation: { id: conversation, conversationType: 'channel', isGroup: true, tenantId: 'tenant-1' },
    value: {
      commandId: 'why401',
      commandContext: 'message',
      messagePayload: {
        id: '1772441000000',
        replyToId: null,
        from: { device: null, user: { id: 'aad-ben', displayName: 'Ben Stone' } },
        body: { contentType: 'html', content: `<p>${words}</p><p><img src="${address}" alt="image"></p>` },
        attachments: [],
      },
    },
  });
  expect(status).toBe(200);
  return JSON.stringify(body);
}

const ASKED_FOR = 'Send the picture to me in our personal chat';

describe('a picture in somebody’s message', () => {
  it('is asked for in the personal chat, and not fetched, where no permission was granted', async () => {
    await start(false);
    hosts.put(PICTURE, PAGE);
    expect(await ask()).toContain(ASKED_FOR);
    expect(hosts.calls).toEqual([]);
  });

  it('is read where it was: the diagnosis quotes what was read, and is for the picture’s words', async () => {
    await start(true);
    hosts.put(PICTURE, PAGE);
    const dialog = await ask();
    expect(dialog).toContain('https://app.contoso.com/callback is not registered');
    expect(dialog).toContain('I read this in your picture');
    expect(dialog).not.toContain(ASKED_FOR);
    expect(hosts.calls).toEqual([{ url: PICTURE, authorization: `Bearer ${APP_TOKEN}`, cookie: undefined }]);
  });

  it('whose address is another one of Graph, or no picture of a message, is not fetched', async () => {
    await start(true);
    for (const address of [
      'https://graph.microsoft.com/v1.0/me',
      'https://graph.microsoft.com/v1.0/users/anna/photo/$value',
      `${PICTURE}?x=1`,
      PICTURE.replace('graph.microsoft.com', 'graph.microsoft.com.evil.example'),
      PICTURE.replace('https:', 'http:'),
      PICTURE.replace('/messages/', '/../../../me/messages/'),
    ]) {
      expect(await ask(address), address).toContain('I could not get the picture');
    }
    expect(hosts.calls).toEqual([]);
  });

  it('whose address is that of another message is not fetched, though the app may read it', async () => {
    await start(true);
    const others = [
      PICTURE.replace('/messages/1772441000000/', '/messages/1772441000001/'),
      PICTURE.replace('/messages/1772441000000/', '/messages/1772441000000/replies/1772441000001/'),
      PICTURE.replace('19:helpdesk@', '19:board@'),
      PICTURE.replace('19:helpdesk@', '%E0%A4%A'),
      PICTURE.replace(/teams\/[\w-]+\/channels\//, 'chats/').replace('19:helpdesk@', '19:board@'),
    ];
    for (const address of others) {
      hosts.put(address, PAGE);
      expect(await ask(address), address).toContain('I could not get the picture');
    }
    expect(hosts.calls).toEqual([]);
  });

  it('of a reply is read by the address of the reply, encoded or not, wherever the thread is named', async () => {
    await start(true);
    const reply = PICTURE.replace('/messages/', '/messages/1772440000000/replies/').replace(
      '19:helpdesk@',
      '19%3Ahelpdesk%40',
    );
    hosts.put(reply, PAGE);
    expect(await ask(reply, 'what is this?', `${CHANNEL};messageid=1772440000000`)).toContain(
      'I read this in your picture',
    );
  });

  it.each([403, 404, 500])('that Graph answers with %i is asked for', async (status) => {
    await start(true);
    hosts.serve(PICTURE, (res) => answerWith(res, status));
    expect(await ask()).toContain('I could not get the picture');
  });

  it('never takes the token to another host', async () => {
    await start(true);
    hosts.serve(PICTURE, (res) => answerWith(res, 302, { location: 'https://contoso-my.sharepoint.com/x' }));
    hosts.put('https://contoso-my.sharepoint.com/x', PAGE);
    expect(await ask()).toContain('I could not get the picture');
    expect(hosts.calls.map(({ url }) => url)).toEqual([PICTURE]);
  });

  it('leaves nothing of itself in the log', async () => {
    await start(true);
    hosts.put(PICTURE, PAGE);
    await ask();
    expect(lines.join('\n')).not.toContain('hostedContents');
    expect(lines.join('\n')).not.toContain(APP_TOKEN);
  });
});
