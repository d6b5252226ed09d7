import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { download } from '../../../src/bot/attachments/download.ts';
import { answerWith, type MicrosoftHosts, startMicrosoftHosts } from './microsoft-hosts.ts';

const FILE = 'https://contoso-my.sharepoint.com/personal/anna/download.aspx?UniqueId=1&tempauth=v1.secretsecret';
const PICTURE = 'https://smba.trafficmanager.net/emea/v3/attachments/0-weu-d1/views/original';
const RULES = { serviceUrl: 'https://smba.trafficmanager.net/emea/', local: false };
const TOKEN = 'the-bot-token';

let hosts: MicrosoftHosts;
beforeEach(async () => {
  hosts = await startMicrosoftHosts();
});
afterEach(() => hosts.close());

const get = (address: string, mostBytes = 1000, withinMs = 5_000) =>
  download(address, { rules: RULES, mostBytes, withinMs }, { fetch: hosts.fetch, connectorToken: async () => TOKEN });
const text = (bytes: Uint8Array | null): string => new TextDecoder().decode(bytes ?? undefined);

test('a file comes without any token, a picture with the bot’s own', async () => {
  hosts.put(FILE, 'AADSTS50011');
  hosts.put(PICTURE, 'png');
  expect(text((await get(FILE)).bytes)).toBe('AADSTS50011');
  expect(text((await get(PICTURE)).bytes)).toBe('png');
  expect(hosts.calls.map(({ authorization, cookie }) => [authorization, cookie])).toEqual([
    [undefined, undefined],
    [`Bearer ${TOKEN}`, undefined],
  ]);
});

describe('redirects', () => {
  const to = (location: string) => hosts.serve(FILE, (res) => answerWith(res, 302, { location }, 'moved'));

  test('are followed to another page of SharePoint', async () => {
    to('/personal/anna/_layouts/15/guestaccess.aspx?x=1');
    hosts.put('https://contoso-my.sharepoint.com/personal/anna/_layouts/15/guestaccess.aspx?x=1', 'the log');
    expect(text((await get(FILE)).bytes)).toBe('the log');
  });

  test.each([
    'https://evil.example/log',
    'http://contoso-my.sharepoint.com/log',
    'http://169.254.169.254/metadata/identity/oauth2/token',
    'file:///etc/passwd',
    // The bot's token must not go where a file's address leads.
    PICTURE,
  ])('are not followed to %s', async (location) => {
    to(location);
    expect(await get(FILE)).toEqual({ bytes: null, problem: 'elsewhere' });
    expect(hosts.calls).toHaveLength(1);
  });

  test('end somewhere', async () => {
    to(FILE);
    expect(await get(FILE)).toEqual({ bytes: null, problem: 'refused' });
    expect(hosts.calls.length).toBeLessThan(6);
  });
});

describe('bounds', () => {
  test('what is too large is refused by its length, and while it comes', async () => {
    hosts.put(FILE, 'x'.repeat(1001));
    expect(await get(FILE)).toEqual({ bytes: null, problem: 'too-large' });
    hosts.serve(FILE, (res) => {
      res.writeHead(200);
      const more = (): void => {
        if (!res.write('x'.repeat(64 * 1024))) res.once('drain', more);
        else setImmediate(more);
      };
      more();
    });
    expect(await get(FILE)).toEqual({ bytes: null, problem: 'too-large' });
  });

  test('what is packed counts unpacked', async () => {
    hosts.put(FILE, gzipSync('x'.repeat(100_000)), { 'content-encoding': 'gzip' });
    expect(await get(FILE)).toEqual({ bytes: null, problem: 'too-large' });
  });

  test('as much as is allowed is read', async () => {
    hosts.put(FILE, 'x'.repeat(1000));
    expect((await get(FILE)).bytes).toHaveLength(1000);
  });

  test('an answer that never ends is given up', async () => {
    hosts.serve(FILE, (res) => {
      res.writeHead(200);
      res.write('x');
    });
    expect(await get(FILE, 1000, 200)).toEqual({ bytes: null, problem: 'took-too-long' });
  });

  test('an answer that never begins is given up', async () => {
    hosts.serve(FILE, () => {});
    expect(await get(FILE, 1000, 200)).toEqual({ bytes: null, problem: 'took-too-long' });
  });
});

test('says what was wrong, without the address', async () => {
  expect(await get(FILE)).toEqual({ bytes: null, problem: 'gone', status: 404 });
  hosts.serve(FILE, (res) => answerWith(res, 403));
  expect(await get(FILE)).toEqual({ bytes: null, problem: 'gone', status: 403 });
  hosts.serve(FILE, (res) => answerWith(res, 503));
  expect(await get(FILE)).toEqual({ bytes: null, problem: 'refused', status: 503 });
  hosts.serve(FILE, (res) => void res.destroy());
  expect(await get(FILE)).toEqual({ bytes: null, problem: 'no-connection' });
  expect(await get('https://evil.example/log')).toEqual({ bytes: null, problem: 'elsewhere' });
});
