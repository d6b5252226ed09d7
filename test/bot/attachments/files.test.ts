import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { diagnoseAndRemember } from '../../../src/diagnosis/diagnose.ts';
import { createLogger } from '../../../src/logging/logger.ts';
import {
  CLIENT_SECRET,
  CODE,
  ERROR_PAGE,
  FINE,
  NOISE,
  recordingOf,
  SIGNATURE,
  WRONG_AUDIENCE,
  WRONG_SECRET,
} from '../../har/recording.ts';
import { type BotUnderTest, inGroup, MENTION, startBotUnderTest } from '../bot-under-test.ts';
import { answerWith, type MicrosoftHosts, startMicrosoftHosts } from './microsoft-hosts.ts';

const HOST = 'https://contoso-my.sharepoint.com';
const KEY = 'v1.eyJzaXRlaWQiOiJhIn0.thekeyofthelink1234567890';

let bot: BotUnderTest;
let hosts: MicrosoftHosts;
let lines: string[];
beforeEach(async () => {
  lines = [];
  hosts = await startMicrosoftHosts();
  const logger = createLogger({ level: 'debug', form: 'json', destination: { write: (line) => lines.push(line) } });
  bot = await startBotUnderTest({ logger, diagnose: diagnoseAndRemember, fetch: hosts.fetch });
});
afterEach(async () => {
  await bot.close();
  await hosts.close();
});

/** The attachment that Teams sends for a file in a personal chat. */
function fileAttachment(name: string, url = addressOf(name)): Record<string, unknown> {
  return {
    contentType: 'application/vnd.microsoft.teams.file.download.info',
    contentUrl: `${HOST}/personal/anna/Documents/${name}`,
    name,
    content: { downloadUrl: url, uniqueId: '1150d938-8870-4044-9f2c-5bbdebb70c9d', fileType: name.split('.').at(-1) },
  };
}

function addressOf(name: string): string {
  return `${HOST}/personal/anna/_layouts/15/download.aspx?file=${name}&tempauth=${KEY}`;
}

/** Sends a file; gives what the bot said at once, and what stands in its place in the end. */
async function send(
  name: string,
  content: string | Uint8Array | null,
  more: Record<string, unknown> = {},
): Promise<{ readonly first: string; readonly last: string; readonly calls: number }> {
  if (content !== null) hosts.put(addressOf(name), content);
  const before = bot.connector.calls.length;
  await bot.post({ text: '', attachments: [fileAttachment(name)], ...more });
  await bot.settled();
  const calls = bot.connector.calls.slice(before);
  return {
    first: String(calls[0]?.body.text ?? ''),
    last: JSON.stringify(calls.at(-1)?.body ?? {}),
    calls: calls.length,
  };
}

const ERROR =
  '{"error":"invalid_client","error_description":"AADSTS7000215: Invalid client secret provided. Trace ID: 0a1b2c3d-0000-4333-8444-555555555555"}';

describe('a text file in the personal chat', () => {
  it('is read after the turn is answered, and its message becomes the diagnosis', async () => {
    const { first, last, calls } = await send('error.json', ERROR);
    expect(first).toBe('I am reading error.json…');
    expect(calls).toBe(2);
    expect(bot.connector.calls.at(-1)?.method).toBe('PUT');
    expect(last).toContain('client-secret-invalid');
  });

  it('answers before the file has come', async () => {
    let begun = (): void => {};
    const asked = new Promise<void>((resolve) => {
      begun = resolve;
    });
    let release = (): void => {};
    hosts.serve(addressOf('slow.txt'), (res) => {
      begun();
      release = () => answerWith(res, 200, {}, ERROR);
    });
    const { status } = await bot.post({ text: '', attachments: [fileAttachment('slow.txt')] });
    expect(status).toBe(200);
    expect(bot.connector.calls).toHaveLength(1);
    await asked;
    release();
    await bot.settled();
    expect(bot.connector.calls).toHaveLength(2);
  });

  it('is read together with the words beside it', async () => {
    const { last } = await send(
      'body.json',
      '{"error":{"code":"InvalidAuthenticationToken","message":"Access token validation failure. Invalid audience."}}',
      {
        text: 'GET https://graph.microsoft.com/v1.0/me/events gives HTTP/1.1 401 Unauthorized',
      },
    );
    expect(last).toContain('wrong-audience');
  });

  it('adds to what is pasted after it', async () => {
    await send('answer.txt', 'GET https://graph.microsoft.com/v1.0/me/events\n\nHTTP/1.1 401 Unauthorized');
    const token = `${Buffer.from('{"alg":"RS256","typ":"JWT"}').toString('base64url')}.${Buffer.from(
      '{"aud":"api://11111111-2222-4333-8444-555555555555","exp":1772445600,"scp":"x"}',
    ).toString('base64url')}.${SIGNATURE}`;
    const [said] = await bot.say(`the token is ${token}`);
    expect(JSON.stringify(said?.card)).toContain('wrong-audience');
  });

  it('in UTF-16, as PowerShell writes it', async () => {
    const { last } = await send('out.txt', Buffer.from(`\ufeff${ERROR}`, 'utf16le'));
    expect(last).toContain('client-secret-invalid');
  });

  it('without a failure is told so', async () => {
    const { last } = await send('notes.md', '# Notes\n\nAll is well.');
    expect(last).toContain('I found no sign-in or Graph error in the 3 lines of notes.md.');
    expect((await send('more.md', 'All is well.\n')).last).toContain('in the 1 line of more.md.');
    expect((await send('empty.txt', ' \n')).last).toContain('empty.txt is empty.');
    expect((await send('cut.har', '{"log": {"entries": [')).last).toContain('no whole recording of calls');
    const nothing = JSON.stringify({ log: { version: '1.2', entries: [] } });
    expect((await send('nothing.har', nothing)).last).toContain('No call stands in nothing.har.');
  });

  it('keeps the key of its address out of every message and log line', async () => {
    await send('error.json', ERROR);
    await send('gone.log', null);
    await send('elsewhere.log', null, {
      attachments: [fileAttachment('elsewhere.log', `https://evil.example/x?tempauth=${KEY}`)],
    });
    const out = JSON.stringify(bot.connector.calls) + lines.join('');
    expect(out).not.toContain(KEY.slice(8));
    expect(out).not.toContain('download.aspx');
  });
});

describe('a log', () => {
  const line = (second: number, words: string): string =>
    `2026-03-02T08:00:${String(second).padStart(2, '0')}Z ${words}`;
  const log = [
    ...Array.from({ length: 30 }, (_, i) => line(i, 'INFO request done in 12 ms')),
    ...Array.from({ length: 5 }, (_, i) =>
      line(30 + i, 'ERROR MsalServiceException: AADSTS7000222: The provided client secret keys for app are expired.'),
    ),
    line(
      40,
      'ERROR AADSTS50011: The redirect URI specified in the request does not match the redirect URIs configured.',
    ),
    line(41, 'INFO done'),
  ].join('\n');

  it('is surveyed for its distinct failures', async () => {
    const { last } = await send('app.log', log);
    expect(last).toContain('6 failures, of 2 kinds, in the 37 lines of app.log.');
    expect(last).toContain('5 times, lines 31 to 35');
    expect(last).toContain('line 36');
    expect(last).toContain('What to do');
  });

  it('of several mebibytes is read', async () => {
    const { last } = await send(
      'big.log',
      `${`${line(1, 'INFO nothing happens here at all')}\n`.repeat(100_000)}${log}`,
    );
    expect(last).toContain('of 2 kinds');
  });

  it('above ten mebibytes is refused in words', async () => {
    const { last } = await send('huge.log', 'x'.repeat(10 * 1024 * 1024 + 1));
    expect(last).toContain('huge.log is larger than 10 MiB');
  });
});

describe('a recording of calls', () => {
  it('shows each failed call with its cause, the heaviest first, and no secret', async () => {
    const { first, last } = await send(
      'report.har',
      recordingOf([...NOISE, ...FINE, WRONG_AUDIENCE, WRONG_SECRET, ERROR_PAGE]),
    );
    expect(first).toBe('I am reading report.har…');
    expect(last).toContain('5 of the 8 calls in report.har failed.');
    for (const call of [
      'GET graph.microsoft.com/v1.0/me/events?… → 401',
      'login.microsoftonline.com/22222222-2222-4333-8444-555555555555/oauth2/v2.0/token → 401',
      'GET login.microsoftonline.com/common/oauth2/v2.0/authorize?… → 200, with an error told in it',
      'GET telemetry.example.com/collect?… → no answer (net::ERR_BLOCKED_BY_CLIENT)',
    ])
      expect(last).toContain(call);
    expect(last.indexOf('graph.microsoft.com/v1.0/me/events?…')).toBeLessThan(last.indexOf('telemetry.example.com'));
    // Told, because it is in the personal chat: the recording holds live credentials.
    expect(last).toContain('report.har holds live credentials');
    expect(last.length).toBeLessThan(30_000);
    const out = JSON.stringify(bot.connector.calls) + lines.join('');
    for (const secret of [SIGNATURE, CLIENT_SECRET, CODE, 'cookievaluethatislongenough'])
      expect(out).not.toContain(secret);
  });

  it('of which nothing failed says how to record the failure', async () => {
    const { last } = await send('fine.har', recordingOf(FINE));
    expect(last).toContain('No call failed among the 3 in fine.har.');
    expect(last).toContain('Preserve log');
  });

  it('that is cut off is read as text', async () => {
    const { last } = await send('cut.har', recordingOf([WRONG_SECRET]).slice(0, -30));
    expect(last).toContain('client-secret-invalid');
    expect(last).not.toContain(CLIENT_SECRET);
  });

  it('under another name is known by what it is', async () => {
    const { last } = await send('export.json', recordingOf([WRONG_SECRET]));
    expect(last).toContain('1 of the 1 calls in export.json failed');
  });
});

describe('what is not read', () => {
  it.each([
    ['logs.zip', gzipSync('x'), 'I read text, and logs.zip is something else'],
    ['report.docx', 'PK', 'I read text, and report.docx is something else'],
    ['app.log', gzipSync('AADSTS50011'), 'app.log is packed (gzip). Please unpack it'],
    ['data.txt', Uint8Array.from({ length: 4096 }, (_, i) => (i * 7) % 256), 'is something else'],
  ])('%s', async (name, content, words) => {
    const { last } = await send(name, content);
    expect(last).toContain(words);
  });

  it('a file from somewhere else', async () => {
    const { last } = await send('x.log', null, {
      attachments: [fileAttachment('x.log', 'https://evil-sharepoint.com/x.log')],
    });
    expect(last).toContain('I fetch nothing but what Teams itself keeps');
    expect(hosts.calls).toEqual([]);
  });

  it('a file whose link has expired', async () => {
    const { last } = await send('old.log', null);
    expect(last).toContain('Teams no longer gives me old.log');
  });

  it('a file in a group, where Teams gives none: it says how', async () => {
    await bot.post({
      text: '<at>why401</at>',
      entities: [MENTION],
      attachments: [{ contentType: 'reference', name: 'app.log', contentUrl: `${HOST}/sites/x/app.log` }],
      ...inGroup(),
    });
    const [said] = bot.connector.messagesTo('group-1');
    expect(said?.text).toContain('in our personal chat');
    expect(hosts.calls).toEqual([]);
  });

  it('a file that is sent to a group all the same', async () => {
    hosts.put(addressOf('x.log'), ERROR);
    await bot.post({
      text: '<at>why401</at>',
      entities: [MENTION],
      attachments: [fileAttachment('x.log')],
      ...inGroup(),
    });
    await bot.settled();
    expect(hosts.calls).toEqual([]);
  });
});

describe('turns', () => {
  it('a message that is delivered twice is read once', async () => {
    hosts.put(addressOf('error.json'), ERROR);
    const message = { id: 'same', text: '', attachments: [fileAttachment('error.json')] };
    await Promise.all([bot.post(message), bot.post(message)]);
    await bot.settled();
    expect(hosts.calls).toHaveLength(1);
    expect(bot.connector.calls).toHaveLength(2);
  });

  it('an edited message updates its own answer', async () => {
    await send('one.json', ERROR, { id: 'edited' });
    hosts.put(addressOf('two.json'), 'AADSTS50011: The redirect URI does not match.');
    const before = bot.connector.calls.length;
    await bot.post({ type: 'messageUpdate', id: 'edited', text: '', attachments: [fileAttachment('two.json')] });
    await bot.settled();
    const calls = bot.connector.calls.slice(before);
    expect(calls.map(({ method }) => method)).toEqual(['PUT', 'PUT']);
    expect(JSON.stringify(calls.at(-1)?.body)).toContain('redirect-uri-mismatch');
  });

  it('a message that is deleted while its file is read leaves nothing', async () => {
    let release = (): void => {};
    const asked = new Promise<void>((resolve) => {
      hosts.serve(addressOf('slow.json'), (res) => {
        release = () => answerWith(res, 200, {}, ERROR);
        resolve();
      });
    });
    await bot.post({ id: 'gone', text: '', attachments: [fileAttachment('slow.json')] });
    await asked;
    await bot.post({ type: 'messageDelete', id: 'gone' });
    release();
    await bot.settled();
    expect(bot.connector.calls.at(-1)?.body.text).toContain('deleted while I was reading it');
    const [said] = await bot.say('forget');
    expect(said?.text).toContain('nothing to forget');
  });

  it('several files get an answer each', async () => {
    hosts.put(addressOf('a.json'), ERROR);
    hosts.put(addressOf('b.json'), 'AADSTS50011: The redirect URI does not match.');
    await bot.post({ text: '', attachments: [fileAttachment('a.json'), fileAttachment('b.json')] });
    await bot.settled();
    const said = bot.connector.calls.map(({ method, body }) => `${method} ${JSON.stringify(body)}`);
    expect(said.filter((it) => it.startsWith('POST'))).toHaveLength(2);
    expect(said.some((it) => it.startsWith('PUT') && it.includes('client-secret-invalid'))).toBe(true);
    expect(said.some((it) => it.startsWith('PUT') && it.includes('redirect-uri-mismatch'))).toBe(true);
  });

  it('with expected replies the answer comes in the turn', async () => {
    hosts.put(addressOf('error.json'), ERROR);
    const { body } = await bot.post({
      text: '',
      deliveryMode: 'expectReplies',
      attachments: [fileAttachment('error.json')],
    });
    const { activities } = body as { activities: object[] };
    expect(activities).toHaveLength(1);
    expect(JSON.stringify(activities)).toContain('client-secret-invalid');
  });

  it('a channel that cannot update gets one answer', async () => {
    hosts.put(addressOf('error.json'), ERROR);
    await bot.post({ text: '', channelId: 'slack', attachments: [fileAttachment('error.json')] });
    expect(bot.connector.calls).toHaveLength(1);
    expect(String(bot.connector.calls[0]?.body.text)).toContain('client-secret-invalid');
  });
});
