import { execFileSync, spawnSync } from 'node:child_process';
import { generateKeyPairSync, X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DoctorJson } from '../../../src/cli/doctor/doctor-json.ts';
import { createNetwork, type Network } from '../../../src/cli/doctor/network.ts';
import { doctorCommand } from '../../../src/cli/doctor-command.ts';
import { sandboxTransport } from '../../../src/sandbox/client-transport.ts';
import { type Sandbox, startSandbox } from '../../../src/sandbox/start-sandbox.ts';
import { memoryIo, NOW } from '../memory-io.ts';

const PUBLIC_URL = 'http://localhost:3978';
const KEY = Buffer.from(Array.from({ length: 32 }, (_, index) => index * 7)).toString('base64');

let folder: string;
let sandbox: Sandbox;
let network: Network;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'why401-doctor-sandbox-'));
  writeFileSync(join(folder, '.env'), '');
  sandbox = await startSandbox({ port: 0, now: () => NOW, botOrigin: PUBLIC_URL });
  network = createNetwork({ now: () => NOW, fetch: sandboxTransport(sandbox) });
});
beforeEach(() => sandbox.reset());
afterAll(async () => {
  await sandbox.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The sandbox's own app as if it were an installation's: bot and sign-in in one registration. */
function installation(): Record<string, string> {
  const { clientId, clientSecret } = sandbox.world.connection;
  const tenant = sandbox.world.apps[0]!.homeTenantId;
  return {
    MicrosoftAppType: 'SingleTenant',
    MicrosoftAppId: clientId,
    MicrosoftAppTenantId: tenant,
    MicrosoftAppPassword: clientSecret,
    WHY401_MSAL_CLIENT_ID: clientId,
    WHY401_MSAL_TENANT: tenant,
    WHY401_MSAL_CLIENT_SECRET: clientSecret,
    WHY401_PUBLIC_URL: PUBLIC_URL,
    WHY401_TOKEN_KEYS: KEY,
    WHY401_DATABASE_FILE: join(folder, 'why401.db'),
  };
}

async function examine(env: Record<string, string>): Promise<{ status: number; checks: DoctorJson['checks'] }> {
  const io = memoryIo('', { env });
  const args = ['--json', '--env', join(folder, '.env'), '--package', join(folder, 'none.zip'), '--parameters', folder];
  const status = await doctorCommand(args, io, { network });
  return { status, checks: (JSON.parse(io.out()) as DoctorJson).checks };
}

const check = ({ checks }: { checks: DoctorJson['checks'] }, name: string): DoctorJson['checks'][number] | undefined =>
  checks.find((found) => found.check === name);

describe('against the Entra ID of the sandbox', () => {
  it('an app that is right passes', async () => {
    const found = await examine(installation());
    expect(['tenant', 'sign-in-app', 'redirect-uri'].map((name) => check(found, name)?.state)).toEqual([
      'pass',
      'pass',
      'pass',
    ]);
  });

  it('a secret that has expired', async () => {
    for (const secret of sandbox.world.apps[0]!.secrets) secret.expires = NOW - 1000;
    expect(check(await examine(installation()), 'sign-in-app')).toMatchObject({
      state: 'fail',
      cause: 'client-secret-expired',
    });
  });

  it('a secret that is another app’s', async () => {
    const env = { ...installation(), WHY401_MSAL_CLIENT_SECRET: 'zzz8Q~made-Up.For_Tests-0123456789abcdefg' };
    expect(check(await examine(env), 'sign-in-app')).toMatchObject({ state: 'fail', cause: 'client-secret-invalid' });
  });

  it('an app that the tenant does not know', async () => {
    const env = { ...installation(), WHY401_MSAL_CLIENT_ID: '9d1e7b32-4c6f-4f0a-8a41-7b2c5e9f1d03' };
    const found = await examine(env);
    expect(check(found, 'sign-in-app')).toMatchObject({
      state: 'fail',
      cause: 'app-not-found',
      owner: expect.any(String),
    });
    expect(found.status).toBe(1);
  });

  it('a tenant that is gone', async () => {
    sandbox.world.tenants[0]!.exists = false;
    expect(check(await examine(installation()), 'tenant')).toMatchObject({ state: 'fail', cause: 'tenant-not-found' });
  });

  it('a redirect URI that is not registered', async () => {
    sandbox.world.apps[0]!.redirectUris = [];
    const found = check(await examine(installation()), 'redirect-uri');
    expect(found).toMatchObject({ state: 'fail', cause: 'redirect-uri-mismatch' });
    expect(found?.steps[0]).toMatchObject({ value: `${PUBLIC_URL}/auth/callback` });
  });
});

const noOpenssl = spawnSync('openssl', ['version']).error !== undefined;

/** Made by OpenSSL, as operators make theirs. */
function selfSigned(days: number): { certificateFile: string; privateKeyFile: string; certificate: X509Certificate } {
  const certificateFile = join(folder, `certificate-${days}.pem`);
  const privateKeyFile = join(folder, `key-${days}.pem`);
  const args = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-subj', '/CN=why401', '-days', String(days)];
  execFileSync('openssl', [...args, '-keyout', privateKeyFile, '-out', certificateFile], { stdio: 'ignore' });
  return { certificateFile, privateKeyFile, certificate: new X509Certificate(readFileSync(certificateFile)) };
}

describe('a certificate', () => {
  it.skipIf(noOpenssl)('that is registered gets a token; one that is not is refused', async () => {
    const { certificateFile, privateKeyFile, certificate } = selfSigned(3650);
    const { WHY401_MSAL_CLIENT_SECRET: _, ...rest } = installation();
    const env = {
      ...rest,
      WHY401_MSAL_CERTIFICATE_FILE: certificateFile,
      WHY401_MSAL_PRIVATE_KEY_FILE: privateKeyFile,
    };
    expect(check(await examine(env), 'sign-in-app')).toMatchObject({
      state: 'fail',
      cause: 'client-assertion-invalid',
    });
    sandbox.world.apps[0]!.certificates.push({
      thumbprint: Buffer.from(certificate.fingerprint256.replaceAll(':', ''), 'hex').toString('base64url'),
      publicKey: certificate.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
      expires: Date.parse(certificate.validTo),
    });
    const found = await examine({ ...env, MicrosoftAppId: '9d1e7b32-4c6f-4f0a-8a41-7b2c5e9f1d03' });
    expect(check(found, 'sign-in-app')).toMatchObject({
      state: 'pass',
      says: expect.stringContaining('for its certificate'),
    });
    expect(check(found, 'secret-expiry')?.says).toContain(
      `is good until ${new Date(certificate.validTo).toISOString().slice(0, 10)}`,
    );
  });

  it('that cannot be read, or whose key is another', async () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const keyFile = join(folder, 'key.pem');
    writeFileSync(keyFile, privateKey.export({ type: 'pkcs8', format: 'pem' }));
    const { WHY401_MSAL_CLIENT_SECRET: _, ...rest } = installation();
    const missing = {
      ...rest,
      WHY401_MSAL_CERTIFICATE_FILE: join(folder, 'none.pem'),
      WHY401_MSAL_PRIVATE_KEY_FILE: keyFile,
    };
    expect(check(await examine(missing), 'sign-in-app')).toMatchObject({
      state: 'fail',
      cause: 'client-assertion-invalid',
      says: expect.stringMatching(/none\.pem cannot be read \(ENOENT\)/),
    });
    const wrong = { ...missing, WHY401_MSAL_CERTIFICATE_FILE: keyFile };
    expect(check(await examine(wrong), 'sign-in-app')?.says).toMatch(/is no PEM that can be read/);
  });
});

describe('local mode', () => {
  it('starts a sandbox of its own and says that no Microsoft service is asked', async () => {
    const found = await examine({ WHY401_DATABASE_FILE: ':memory:' });
    expect(found.status).toBe(0);
    expect(found.checks.map(({ check: name, state }) => [name, state])).toEqual([
      ['settings', 'pass'],
      ['store', 'pass'],
      ['sandbox', 'pass'],
    ]);
  });
});
