import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createBot } from '../../../src/bot/create-bot.ts';
import { type Service, startService } from '../../../src/http/service-server.ts';
import { createLogger } from '../../../src/logging/logger.ts';
import { fakeEngine } from '../fake-engine.ts';
import { createInMemoryStore } from '../in-memory-store.ts';
import { type ChannelKeys, ISSUER, startChannelKeys } from './channel-keys.ts';

const APP = '2f4a1c88-6d0e-4b7b-9c55-0e1d6b3a7f21';
const SERVICE_URL = 'https://smba.trafficmanager.net/emea/';
const SECRET = 'made~Up.For_Tests-0123456789abcdefghijkl';
const GOOD = { iss: ISSUER, aud: APP, serviceurl: SERVICE_URL };
const HOUR = 3600;
const NOW = Math.floor(Date.now() / 1000);

let keys: ChannelKeys;
let service: Service;
const lines: string[] = [];
/** What went past the logger. */
const printed: string[] = [];

beforeAll(async () => {
  keys = await startChannelKeys(['msteams']);
  const logger = createLogger({
    level: 'debug',
    form: 'json',
    destination: { write: (line) => void lines.push(line) },
  });
  const store = createInMemoryStore();
  const bot = createBot({
    settings: { bot: { appId: APP, appType: 'MultiTenant', region: 'global', appPassword: SECRET } },
    store,
    logger,
    now: Date.now,
    diagnose: fakeEngine,
    channelMetadataUrl: keys.metadataUrl,
  });
  service = await startService({
    onActivity: (req, res) => bot.process(req, res),
    store,
    logger,
    local: false,
    host: '127.0.0.1',
    port: 0,
  });
  for (const name of ['error', 'warn', 'log'] as const) {
    vi.spyOn(console, name).mockImplementation((...said: unknown[]) => void printed.push(said.map(String).join(' ')));
  }
});
afterAll(async () => {
  vi.restoreAllMocks();
  await service.close();
  await keys.close();
});

let posts = 0;
/** A message whose answer comes in the response, so that nothing is sent to the channel. */
async function post(authorization: string | undefined, more: Record<string, unknown> = {}): Promise<Response> {
  posts += 1;
  return fetch(`http://127.0.0.1:${service.port}/api/messages`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      ...(authorization === undefined ? {} : { Authorization: authorization }),
    },
    body: JSON.stringify({
      type: 'message',
      id: `authenticated-${posts}`,
      channelId: 'msteams',
      deliveryMode: 'expectReplies',
      serviceUrl: SERVICE_URL,
      text: 'help',
      from: { id: '29:anna', name: 'Anna' },
      recipient: { id: '28:bot', name: 'why401' },
      conversation: { id: 'anna-chat', conversationType: 'personal' },
      ...more,
    }),
  });
}

describe('with credentials, an activity', () => {
  it('with a good token of the channel is answered', async () => {
    const response = await post(`Bearer ${await keys.sign(GOOD)}`);
    expect([response.status, await response.json()]).toMatchObject([
      200,
      { activities: [expect.objectContaining({ type: 'message' })] },
    ]);
  });

  const refused: readonly (readonly [string, () => Promise<string | undefined> | string | undefined])[] = [
    ['no header', () => undefined],
    ['an empty header', () => ''],
    ['another scheme', () => `Basic ${Buffer.from(`${APP}:${SECRET}`).toString('base64')}`],
    ['something that is no token', () => 'Bearer not-a-token'],
    ['a token signed by another key', async () => `Bearer ${await keys.forge(GOOD)}`],
    [
      'a token with its claims changed',
      async () => `Bearer ${withClaims(await keys.sign(GOOD), { ...GOOD, aud: 'x' })}`,
    ],
    ['a token without its signature', async () => `Bearer ${(await keys.sign(GOOD)).replace(/[^.]+$/, '')}`],
    ['an unsigned token (alg none)', () => `Bearer ${keys.unsigned(GOOD)}`],
    ['a token signed with the public key as a secret', async () => `Bearer ${await keys.signByPublicKey(GOOD)}`],
    ['an expired token', async () => `Bearer ${await keys.sign(GOOD, { from: NOW - 2 * HOUR, to: NOW - HOUR })}`],
    [
      'a token of tomorrow',
      async () => `Bearer ${await keys.sign(GOOD, { from: NOW + 24 * HOUR, to: NOW + 25 * HOUR })}`,
    ],
    [
      'a token for another bot',
      async () => `Bearer ${await keys.sign({ ...GOOD, aud: '11111111-1111-4111-8111-111111111111' })}`,
    ],
    ['a token for nobody', async () => `Bearer ${await keys.sign({ iss: ISSUER, serviceurl: SERVICE_URL })}`],
    [
      'a token of another issuer',
      async () => `Bearer ${await keys.sign({ ...GOOD, iss: 'https://issuer.example.com' })}`,
    ],
    ['a token of no issuer', async () => `Bearer ${await keys.sign({ aud: APP, serviceurl: SERVICE_URL })}`],
    [
      'a token for another service address',
      async () => `Bearer ${await keys.sign({ ...GOOD, serviceurl: 'https://elsewhere.example.com/' })}`,
    ],
    ['a token for no service address', async () => `Bearer ${await keys.sign({ iss: ISSUER, aud: APP })}`],
  ];
  it.each(refused)('with %s is refused', async (_what, header) => {
    const before = lines.length;
    const response = await post(await header());
    expect([401, 403]).toContain(response.status);
    expect(await response.json()).toEqual({ error: 'Unauthorized' });
    expect(lines.slice(before).map((line) => (JSON.parse(line) as { msg: string }).msg)).toEqual(['activity refused']);
  });

  it('that says another service address than its token is refused', async () => {
    const token = await keys.sign(GOOD);
    const response = await post(`Bearer ${token}`, { serviceUrl: 'https://attacker.example.com/' });
    expect(response.status).toBe(401);
  });

  it('of a channel that the key is not endorsed for is refused', async () => {
    expect((await post(`Bearer ${await keys.sign(GOOD)}`, { channelId: 'slack' })).status).toBe(401);
  });

  it('of the App Service extension, whose tokens are checked by other rules, is refused', async () => {
    expect((await post(`Bearer ${await keys.sign(GOOD)}`, { channelId: 'AseChannel' })).status).toBe(401);
  });

  it('leaves nothing on the console', () => {
    expect(printed).toEqual([]);
  });

  it('leaves no token in the log', () => {
    expect(lines.join('')).not.toMatch(/eyJ[\w-]{10}/);
  });
});

describe('where the keys of the channel cannot be fetched', () => {
  it('the activity is not refused but fails, so that the channel delivers it again', async () => {
    const bot = createBot({
      settings: { bot: { appId: APP, appType: 'MultiTenant', region: 'global', appPassword: SECRET } },
      store: createInMemoryStore(),
      logger: createLogger({ level: 'silent', form: 'json' }),
      now: Date.now,
      diagnose: fakeEngine,
      channelMetadataUrl: keys.metadataUrl.replace('/openid', '/away'),
    });
    const token = await keys.sign(GOOD);
    const answer = { statusCode: 0, setHeader: () => {}, end: () => {} };
    const body = { type: 'message', channelId: 'msteams', serviceUrl: SERVICE_URL, conversation: { id: 'c' } };
    await bot.process({ method: 'POST', headers: { authorization: `Bearer ${token}` }, body }, answer);
    expect(answer.statusCode).toBe(500);
  });
});

/** The token with other claims under the old signature. */
function withClaims(token: string, claims: Record<string, unknown>): string {
  const [header, , signature] = token.split('.');
  return [header, Buffer.from(JSON.stringify(claims)).toString('base64url'), signature].join('.');
}
