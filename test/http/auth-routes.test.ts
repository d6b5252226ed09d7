import { createHash } from 'node:crypto';
import { afterEach, describe, expect, test } from 'vitest';
import { type AuthAnswer, type AuthRequest, mountAuthRoutes } from '../../src/http/auth-routes.ts';
import { type Service, startService } from '../../src/http/service-server.ts';
import { createLogger } from '../../src/logging/logger.ts';
import { diagnoseRefusal } from '../../src/refusals/diagnose-refusal.ts';
import type { Refusal } from '../../src/refusals/refusal.ts';

const running: Service[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((service) => service.close()));
});

interface Served {
  readonly get: (path: string, headers?: Record<string, string>) => Promise<Response>;
  readonly asked: [string, AuthRequest][];
  readonly told: string[];
  readonly lines: readonly string[];
}

async function serve(answer: AuthAnswer | Error): Promise<Served> {
  const asked: Served['asked'] = [];
  const told: string[] = [];
  const answered = async (step: string, request: AuthRequest): Promise<AuthAnswer> => {
    asked.push([step, request]);
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const lines: string[] = [];
  const logger = createLogger({
    level: 'debug',
    form: 'json',
    destination: { write: (line) => void lines.push(line) },
  });
  const service = await startService({
    onActivity: async (_req, res) => void res.end(),
    store: { ping: async () => {} },
    logger,
    local: true,
    host: '127.0.0.1',
    port: 0,
    routes: [
      (server) =>
        mountAuthRoutes(server, {
          handler: {
            start: (request) => answered('start', request),
            callback: (request) => answered('callback', request),
          },
          explain: (refusal) => diagnoseRefusal(refusal, { now: Date.UTC(2026, 10, 26) }),
          logger,
          onAnswer: (step, kind) => void told.push(`${step} ${kind}`),
        }),
    ],
  });
  running.push(service);
  return {
    asked,
    told,
    lines,
    get: (path, headers = {}) => fetch(`http://127.0.0.1:${service.port}${path}`, { redirect: 'manual', headers }),
  };
}

const cookie = { name: 'why401-ab', value: 'sealed', maxAgeSeconds: 600, secure: false };
const code: AuthAnswer = {
  kind: 'code',
  code: '012345',
  channelId: 'msteams',
  personName: "Sam <b>O'Neil</b>",
  account: 'sam@contoso.example',
  cookie: { ...cookie, value: '', maxAgeSeconds: 0 },
};
const refusal: Refusal = {
  request: { method: 'POST', url: 'https://login.microsoftonline.com/contoso.example/oauth2/v2.0/token' },
  response: {
    status: 401,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      error: 'invalid_client',
      error_description:
        "AADSTS7000222: The provided client secret keys for app '11111111-2222-4333-8444-555555555555' are expired. <script>alert(1)</script>",
      error_codes: [7000222],
    }),
  },
};

describe('GET /auth/start and /auth/callback', () => {
  test('hand on the query and the cookies, and redirect with a cookie for this browser', async () => {
    const { get, asked, told } = await serve({
      kind: 'redirect',
      location: 'https://login.microsoftonline.com/x?a=b',
      cookie,
    });
    const answer = await get('/auth/start?state=a.b.c&state=d', { Cookie: 'why401-ab=1; other=2' });
    expect([answer.status, answer.headers.get('location')]).toEqual([302, 'https://login.microsoftonline.com/x?a=b']);
    expect(answer.headers.get('set-cookie')).toBe('why401-ab=sealed; Path=/; Max-Age=600; HttpOnly; SameSite=Lax');
    const [[step, request] = []] = asked;
    expect([step, request?.query.getAll('state'), request?.cookies]).toEqual([
      'start',
      ['a.b.c', 'd'],
      'why401-ab=1; other=2',
    ]);
    expect(told).toEqual(['start redirect']);
  });

  test('the cookie is Secure where the service is reached by https', async () => {
    const { get } = await serve({
      kind: 'redirect',
      location: 'https://x.example/',
      cookie: { ...cookie, secure: true },
    });
    expect((await get('/auth/start')).headers.get('set-cookie')).toMatch(/; Secure$/);
  });

  test.each<[string, AuthAnswer]>([
    ['a code', code],
    ['a refusal', { kind: 'refused', refusal }],
    ['a stop', { kind: 'stopped', reason: 'link-expired' }],
    ['a redirect', { kind: 'redirect', location: 'https://x.example/', cookie }],
  ])('%s is kept by no cache, framed by nobody, told to no other site, and runs no script', async (_name, answer) => {
    const { headers, text } = await (await serve(answer)).get('/auth/callback?x=1').then(async (response) => ({
      headers: response.headers,
      text: await response.text(),
    }));
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/default-src 'none'.*form-action 'none'.*frame-ancestors 'none'/);
    expect(policy).not.toContain('script-src');
    const style = /<style>([\s\S]*?)<\/style>/.exec(text)?.[1];
    if (style !== undefined) expect(policy).toContain(createHash('sha256').update(style).digest('base64'));
    expect(text).not.toMatch(/<script|<b>| on\w+=|javascript:/i);
  });

  test('the code page says in which chat to type it, who asked, and that nobody else is to have it', async () => {
    const { get, told } = await serve(code);
    const response = await get('/auth/callback?code=x&state=y');
    const html = await response.text();
    expect(response.status).toBe(200);
    expect(html).toContain('>012345<');
    expect(html).toContain('Microsoft Teams');
    expect(html).toContain('Sam &lt;b&gt;O&#39;Neil&lt;/b&gt;');
    expect(html).toContain('sam@contoso.example');
    expect(html).toMatch(/Did you not ask for this yourself/);
    expect(response.headers.get('set-cookie')).toContain('why401-ab=; Path=/; Max-Age=0');
    expect(told).toEqual(['callback code']);
  });

  test('a refusal is explained by the engine, and its text can be copied', async () => {
    const response = await (await serve({ kind: 'refused', refusal })).get('/auth/callback?error=x');
    const html = await response.text();
    expect(response.status).toBe(400);
    expect(html).toMatch(/<h1>[^<]*secret[^<]*expired/i);
    expect(html).toContain('What to do');
    expect(html.match(/<li>/g)?.length).toBeLessThanOrEqual(3);
    expect(html).toContain('AADSTS7000222');
  });

  test.each(['link-invalid', 'link-expired', 'already-done', 'other-browser'] as const)(
    '%s says what to do',
    async (reason) => {
      const { get, told } = await serve({ kind: 'stopped', reason });
      const response = await get('/auth/start');
      expect(response.status).toBe(400);
      expect(await response.text()).toMatch(/<strong>[^<]*chat/);
      expect(told).toEqual([`start ${reason}`]);
    },
  );

  test('a failure of our own is a page with the id of its log line, and says nothing of its cause', async () => {
    const { get, lines, told } = await serve(new Error('the store fell over'));
    const response = await get('/auth/callback?code=secret');
    const html = await response.text();
    expect([response.status, response.headers.get('cache-control')]).toEqual([500, 'no-store']);
    expect(html).not.toMatch(/fell over|secret/);
    const id = /<code>([^<]+)<\/code>/.exec(html)?.[1] ?? '';
    const logged = lines.find((line) => line.includes('fell over')) ?? '';
    expect(id.length).toBeGreaterThan(6);
    expect(logged).toContain(id);
    expect(lines.join('')).not.toContain('code=secret');
    expect(told).toEqual(['callback failed']);
  });

  test('only GET is taken', async () => {
    const { get } = await serve(code);
    const url = (await get('/auth/start')).url;
    expect((await fetch(url, { method: 'POST' })).status).toBe(405);
  });
});
