import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assertSandboxAllowed, SandboxRefusedError } from '../../src/sandbox/sandbox-refused-error.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/start-sandbox.ts';
import { SAMPLE_IDS } from '../../src/sandbox/world/sample-ids.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ port: 0 });
});
afterAll(() => sandbox.close());

/** `fetch` does not let anybody set Host. */
function statusFor(path: string, method: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port: sandbox.port, path, method, headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    sent.on('error', reject);
    sent.end(method === 'POST' ? '{}' : undefined);
  });
}

describe('where the sandbox starts', () => {
  it('refuses an address that others reach', async () => {
    for (const host of ['0.0.0.0', '192.168.1.5', '::', 'example.com']) {
      await expect(startSandbox({ port: 0, host })).rejects.toMatchObject({ code: 'WHY401_SANDBOX_REFUSED' });
    }
  });

  it('refuses to stand beside real credentials, and names them without their values', () => {
    expect(() => assertSandboxAllowed({})).not.toThrow();
    expect(() => assertSandboxAllowed({ MicrosoftAppId: ' ' })).not.toThrow();
    const env = { MicrosoftAppId: 'some-app-id', MicrosoftAppPassword: 'some-value', NODE_ENV: 'production' };
    try {
      assertSandboxAllowed(env);
      expect.unreachable();
    } catch (error) {
      if (!(error instanceof SandboxRefusedError)) throw error;
      expect(error.problems.map(({ name }) => name)).toEqual(['MicrosoftAppId', 'MicrosoftAppPassword', 'NODE_ENV']);
      expect(error.message).not.toContain('some-');
    }
  });

  it('refuses a port that is taken', async () => {
    await expect(startSandbox({ port: sandbox.port })).rejects.toMatchObject({ code: 'WHY401_CANNOT_LISTEN' });
    const next = await startSandbox({ port: sandbox.port, portSteps: 20 });
    expect(next.port).not.toBe(sandbox.port);
    await next.close();
  });
});

describe('who may send it something', () => {
  it('answers only where the Host names this machine', async () => {
    expect(await statusFor('/entra/common/discovery/v2.0/keys', 'GET', { host: 'rebound.example' })).toBe(421);
    expect(await statusFor('/entra/common/discovery/v2.0/keys', 'GET', { host: `localhost:${sandbox.port}` })).toBe(
      200,
    );
  });

  it('takes no form that another site sends', async () => {
    const host = `127.0.0.1:${sandbox.port}`;
    const login = '/entra/common/login';
    for (const headers of [
      { host, origin: 'https://evil.example' },
      { host, origin: 'null' },
      { host, origin: 'http://localhost:3978' },
      { host, 'sec-fetch-site': 'cross-site' },
    ]) {
      expect(await statusFor(login, 'POST', headers)).toBe(403);
      expect(await statusFor('/api/break', 'POST', { ...headers, 'content-type': 'application/json' })).toBe(403);
    }
    expect(await statusFor(login, 'POST', { host, origin: `http://${host}` })).toBe(400);
    expect(await statusFor('/entra/common/oauth2/v2.0/token', 'POST', { host, origin: 'http://localhost:4200' })).toBe(
      400,
    );
  });
});

describe('the last requests', () => {
  it('hold codes of refusals and no secret', async () => {
    sandbox.recent.clear();
    const code = '1.AXsecretsecretsecretsecretsecret';
    await fetch(`${sandbox.origin}/entra/common/oauth2/v2.0/token?code=${code}&client_secret=abc`, { method: 'POST' });
    await fetch(`${sandbox.origin}/entra/common/discovery/v2.0/keys`);
    const [newest, older] = sandbox.recent.list();
    expect(newest).toMatchObject({ method: 'GET', status: 200, code: null });
    expect(older).toMatchObject({
      method: 'POST',
      path: '/entra/common/oauth2/v2.0/token?code=[hidden]&client_secret=[hidden]',
      status: 400,
      code: 'AADSTS900144',
    });
  });

  it('are at most two hundred', async () => {
    const url = `${sandbox.origin}/entra/common/discovery/v2.0/keys`;
    for (let batch = 0; batch < 21; batch += 1) {
      await Promise.all(Array.from({ length: 10 }, async () => (await fetch(url)).arrayBuffer()));
    }
    expect(sandbox.recent.list()).toHaveLength(200);
    expect(sandbox.recent.list(5)).toHaveLength(5);
  });
});

describe('a reset', () => {
  it('makes the world what it was, in place, and forgets what was granted', () => {
    const { world } = sandbox;
    const { connection, people } = world;
    const { clientSecret } = connection;
    connection.tenant = 'nowhere';
    connection.clientSecret = '';
    people.length = 0;
    world.policies.push({ kind: 'require-mfa', tenantId: SAMPLE_IDS.tenant });
    sandbox.reset();
    expect(sandbox.world).toBe(world);
    expect(world.connection).toBe(connection);
    expect(connection).toMatchObject({ tenant: 'common', clientSecret });
    expect(people).toHaveLength(5);
    expect(world.policies).toEqual([]);
  });
});

describe('discovery', () => {
  it('names the sandbox for its addresses and the real one for its issuer', async () => {
    const document = async (tenant: string): Promise<{ status: number; body: Record<string, unknown> }> => {
      const response = await fetch(`${sandbox.origin}/entra/${tenant}/v2.0/.well-known/openid-configuration`);
      return { status: response.status, body: (await response.json()) as Record<string, unknown> };
    };
    const company = await document('lumenworks.example');
    expect(company.body).toMatchObject({
      issuer: `https://login.microsoftonline.com/${SAMPLE_IDS.tenant}/v2.0`,
      token_endpoint: `${sandbox.origin}/entra/lumenworks.example/oauth2/v2.0/token`,
    });
    expect((await document('common')).body.issuer).toBe('https://login.microsoftonline.com/{tenantid}/v2.0');
    const unknown = await document('nowhere.example');
    expect(unknown).toMatchObject({ status: 400, body: { error: 'invalid_tenant', error_codes: [90002] } });
    const keys = await fetch(`${sandbox.origin}/entra/common/discovery/v2.0/keys`);
    const { keys: published } = (await keys.json()) as { keys: Record<string, unknown>[] };
    expect(published[0]).toMatchObject({ kty: 'RSA', use: 'sig' });
    expect(published[0]).not.toHaveProperty('d');
  });
});
