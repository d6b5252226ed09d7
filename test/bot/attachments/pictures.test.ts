import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { diagnoseAndRemember } from '../../../src/diagnosis/diagnose.ts';
import { createLogger } from '../../../src/logging/logger.ts';
import type { PictureReader, PictureReading } from '../../../src/pictures/picture-reader.ts';
import { type BotUnderTest, type BotUnderTestOptions, inGroup, MENTION, startBotUnderTest } from '../bot-under-test.ts';
import { type MicrosoftHosts, startMicrosoftHosts } from './microsoft-hosts.ts';

const PAGE = [
  'Sign in',
  "Sorry, but we're having trouble signing you in.",
  "AADSTS50011: The redirect URI 'https://app.contoso.com/callback' specified in the request does not match the redirect URIs configured for the application '33333333-2222-4333-8444-555555555555'.",
].join('\n');
const CONNECTOR = 'https://smba.trafficmanager.net/emea/v3/attachments';

let bot: BotUnderTest;
let hosts: MicrosoftHosts;
let lines: string[];
let seen: string[];
beforeEach(async () => {
  lines = [];
  seen = [];
  hosts = await startMicrosoftHosts();
});
afterEach(async () => {
  await bot.close();
  await hosts.close();
});

/** Reads a «picture» whose bytes are its words: what is before and behind the reading is tested here. */
async function start(
  read: (words: string) => PictureReading = (text) => ({ text, problem: null }),
  more: Pick<BotUnderTestOptions, 'triage'> = {},
): Promise<void> {
  const pictures: PictureReader = {
    async read(bytes) {
      const words = new TextDecoder().decode(bytes);
      seen.push(words);
      return read(words);
    },
    async close() {},
  };
  const logger = createLogger({ level: 'debug', form: 'json', destination: { write: (line) => lines.push(line) } });
  bot = await startBotUnderTest({ logger, diagnose: diagnoseAndRemember, fetch: hosts.fetch, pictures, ...more });
}

/** What Teams sends for pasted pictures: each with its address, and HTML with other addresses. */
function pasted(...ids: readonly string[]): Record<string, unknown>[] {
  return [
    ...ids.map((id) => ({ contentType: 'image/*', contentUrl: `${CONNECTOR}/${id}/views/original` })),
    {
      contentType: 'text/html',
      content: ids
        .map(
          (id) =>
            `<p><img itemscope="png" alt="image" src="https://eu-api.asm.skype.com/v1/objects/${id}/views/imgo"></p>`,
        )
        .join(''),
    },
  ];
}

async function send(activity: Record<string, unknown>): Promise<{ readonly first: string; readonly last: string }> {
  const before = bot.connector.calls.length;
  await bot.post({ text: '', ...activity });
  await bot.settled();
  const calls = bot.connector.calls.slice(before);
  return { first: String(calls[0]?.body.text ?? ''), last: JSON.stringify(calls.at(-1)?.body ?? {}) };
}

describe('a pasted picture', () => {
  it('is read after the turn is answered; the answer says so, quotes it and names the cause', async () => {
    await start();
    hosts.put(`${CONNECTOR}/0-weu-1/views/original`, PAGE);
    const { first, last } = await send({ attachments: pasted('0-weu-1') });
    expect(first).toBe('I am reading your picture…');
    expect(last).toContain('redirect-uri-mismatch');
    expect(last).toContain('I read this in your picture');
    expect(last).toContain('having trouble signing you in');
    // Only from the connector: the address in the HTML is the client's.
    expect(hosts.calls.map(({ url }) => new URL(url).hostname)).toEqual(['smba.trafficmanager.net']);
  });

  it('is answered in a new message where the first one cannot be changed', async () => {
    await start();
    hosts.put(`${CONNECTOR}/0-weu-1/views/original`, PAGE);
    bot.connector.refuse(({ method }) => method === 'PUT', 404);
    const { first, last } = await send({ attachments: pasted('0-weu-1') });
    expect(first).toBe('I am reading your picture…');
    expect(last).toContain('redirect-uri-mismatch');
    expect(bot.connector.calls.at(-1)?.method).toBe('POST');
  });

  it('and the words beside it are one paste', async () => {
    await start();
    hosts.put(
      `${CONNECTOR}/1/views/original`,
      'InvalidAuthenticationToken\nAccess token validation failure. Invalid audience.',
    );
    const { last } = await send({
      text: 'GET https://graph.microsoft.com/v1.0/me gives HTTP/1.1 401 Unauthorized',
      attachments: pasted('1').slice(0, 1),
    });
    expect(last).toContain('wrong-audience');
  });

  it('three of a message are read', async () => {
    await start();
    for (const id of ['1', '2', '3', '4']) hosts.put(`${CONNECTOR}/${id}/views/original`, `picture ${id} ${PAGE}`);
    const { first, last } = await send({ attachments: pasted('1', '2', '3', '4') });
    expect(first).toBe('I am reading your 4 pictures…');
    expect(seen).toHaveLength(3);
    expect(last).toContain('redirect-uri-mismatch');
  });

  it('is read where the bot is mentioned in a group, and a credential in it is told privately', async () => {
    await start();
    hosts.put(`${CONNECTOR}/1/views/original`, `${PAGE}\nclient_secret=x8Q~kQ2fV7sZ0pLmN4tRbY6uHc1dE3gJ5aWq9`);
    await send({ text: '<at>why401</at>', entities: [MENTION], attachments: pasted('1'), ...inGroup() });
    const inChat = bot.connector.calls.filter(({ path }) => path.includes('group-1'));
    expect(JSON.stringify(inChat)).toContain('redirect-uri-mismatch');
    expect(JSON.stringify(inChat)).not.toContain('live credential');
    expect(JSON.stringify(bot.connector.messagesTo('private-29:anna'))).toContain('live credential');
    expect(JSON.stringify(bot.connector.calls) + lines.join('')).not.toContain('x8Q~kQ2fV7sZ0pLmN4tRbY6uHc1dE3gJ5aWq9');
  });

  it('is left alone where the bot is not mentioned', async () => {
    await start();
    await send({ attachments: pasted('1'), ...inGroup() });
    expect(bot.connector.calls).toEqual([]);
    expect(hosts.calls).toEqual([]);
  });

  it('shows no long run of characters, since a token in a picture is misread', async () => {
    await start();
    const misread =
      'eyJOeXAi0iJKV1QiLCJhbGci0iJSUzI1NiIsImtpZCI6IjEifQ eyJhdWQiOiJodHRwczovL2dyYXBoLm1pY3Jvc29mdC5jb20ifQ';
    hosts.put(`${CONNECTOR}/1/views/original`, `${PAGE}\nAuthorization Bearer ${misread}`);
    const { last } = await send({ attachments: pasted('1') });
    for (const run of misread.split(' ')) expect(last).not.toContain(run);
  });

  it('that says nothing of a failure is quoted, with what would help', async () => {
    await start();
    hosts.put(`${CONNECTOR}/1/views/original`, 'Cat pictures\nof the week');
    const { last } = await send({ attachments: pasted('1') });
    expect(last).toContain('I found no sign-in or Graph error in your picture.');
    expect(last).toContain('Cat pictures');
  });
});

describe('a picture that is not read', () => {
  it.each([
    ['no-words', 'I found no words in that picture'],
    ['not-a-picture', 'I could not open that picture'],
    ['too-many-pixels', 'too large for me'],
    ['took-too-long', 'took too long'],
  ] as const)('%s', async (problem, words) => {
    await start(() => ({ text: '', problem }));
    hosts.put(`${CONNECTOR}/1/views/original`, 'x');
    expect((await send({ attachments: pasted('1') })).last).toContain(words);
  });

  it('of another host', async () => {
    await start();
    const { last } = await send({
      attachments: [{ contentType: 'image/png', contentUrl: 'https://evil.example/a.png' }],
    });
    expect(last).toContain('I fetch nothing but what Teams itself keeps');
    expect(hosts.calls).toEqual([]);
  });

  it('whose address is only in the HTML, for the client', async () => {
    await start();
    const { last } = await send({ attachments: pasted('1').slice(1) });
    expect(last).toContain('I did not open your picture');
    expect(hosts.calls).toEqual([]);
  });

  it('where the reader fails, with an id for the operator', async () => {
    await start(() => {
      throw new Error(`could not read ${PAGE} client_secret=x8Q~kQ2fV7sZ0pLmN4tRbY6uHc1dE3gJ5aWq9`);
    });
    hosts.put(`${CONNECTOR}/1/views/original`, 'x');
    const { last } = await send({ attachments: pasted('1') });
    const id = /under the id (\S+?)\./.exec(last)?.[1];
    expect(lines.find((line) => line.includes(id ?? 'none'))).toContain('an attachment could not be read');
    expect(last + lines.join('')).not.toContain('x8Q~kQ2fV7sZ0pLmN4tRbY6uHc1dE3gJ5aWq9');
  });

  it('an emoji', async () => {
    await start();
    await send({
      text: 'hello',
      attachments: [
        {
          contentType: 'text/html',
          content:
            '<p>hello <img itemtype="http://schema.skype.com/Emoji" src="https://statics.teams.cdn.office.net/x.png"></p>',
        },
      ],
    });
    expect(seen).toEqual([]);
    expect(hosts.calls).toEqual([]);
  });
});

describe('in the channel of a helpdesk', () => {
  const thread = '19:desk@thread.tacv2;messageid=1';
  const report = (more: Record<string, unknown>) => ({
    text: '<at>why401</at> please help',
    entities: [MENTION],
    ...inGroup(thread, 'channel'),
    ...more,
  });

  it('a picture is a report: it says what it read, and makes a case', async () => {
    await start(undefined, { triage: {} });
    hosts.put(`${CONNECTOR}/1/views/original`, PAGE);
    await send(report({ attachments: pasted('1') }));
    const said = bot.connector.calls.map(({ method, body }) => `${method} ${JSON.stringify(body)}`);
    expect(said.find((it) => it.startsWith('PUT'))).toContain('I read this in your picture');
    expect(said.at(-1)).toContain('is not registered');
    const [one] = await bot.store.triage.openCases('msteams/19:desk@thread.tacv2', 5);
    expect(one).toMatchObject({ cause: 'redirect-uri-mismatch', reporter: { id: '29:anna' } });
    expect(JSON.stringify(said)).toContain('Take');
  });

  it('a picture that says nothing of a failure makes none', async () => {
    await start(undefined, { triage: {} });
    hosts.put(`${CONNECTOR}/1/views/original`, 'Cat pictures');
    const { last } = await send(report({ attachments: pasted('1') }));
    expect(last).toContain('I found no sign-in or Graph error in your picture.');
    expect(JSON.stringify(bot.connector.calls)).not.toContain('Take');
  });
});

it('a picture that is sent as a file', async () => {
  await start();
  const downloadUrl = 'https://contoso-my.sharepoint.com/personal/anna/download.aspx?tempauth=v1.key';
  hosts.put(downloadUrl, PAGE);
  const { first, last } = await send({
    attachments: [
      {
        contentType: 'application/vnd.microsoft.teams.file.download.info',
        name: 'Screenshot 2026-03-02.png',
        content: { downloadUrl, fileType: 'png' },
      },
    ],
  });
  expect(first).toBe('I am reading your picture…');
  expect(last).toContain('redirect-uri-mismatch');
});

it('a picture that stands in the message itself', async () => {
  await start();
  const contentUrl = `data:image/png;base64,${Buffer.from(PAGE).toString('base64')}`;
  const { last } = await send({ attachments: [{ contentType: 'image/png', contentUrl }] });
  expect(last).toContain('redirect-uri-mismatch');
  expect(hosts.calls).toEqual([]);
});

it('a picture that an edit took out of its message while it was read changes nothing any more', async () => {
  await start();
  const free = Promise.withResolvers<void>();
  hosts.serve(`${CONNECTOR}/1/views/original`, (res) => void free.promise.then(() => res.end(PAGE)));
  await bot.post({ id: 'm1', text: '', attachments: pasted('1') });
  const edit = { type: 'messageUpdate', id: 'm1', timestamp: '2026-03-02T09:01:00Z' };
  await bot.post({ ...edit, text: 'AADSTS7000215: Invalid client secret provided.' });
  free.resolve();
  await bot.settled();
  expect(JSON.stringify(bot.connector.calls.at(-1)?.body)).toContain('client-secret-invalid');
  expect(JSON.stringify(bot.connector.calls)).not.toContain('is not registered');
  bot.pass(1_000);
  const [next] = await bot.say('and now?', { id: 'm2' });
  expect(JSON.stringify(next)).not.toContain('app.contoso.com');
});
