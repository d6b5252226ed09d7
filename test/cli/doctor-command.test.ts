import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { doctorCommand } from '../../src/cli/doctor-command.ts';
import { runCli } from '../../src/cli/run-cli.ts';
import { UsageError } from '../../src/cli/usage-error.ts';
import {
  APP,
  APPLICATIONS,
  byConnection,
  byMsal,
  type DoctorFolder,
  entraError,
  KEY,
  registration,
  SSO,
  TOKEN,
  useDoctorFolder,
} from './doctor/doctor-folder.ts';
import { memoryIo } from './memory-io.ts';

const doctor = useDoctorFolder();
const examine: DoctorFolder['examine'] = (env, options) => doctor.examine(env, options);

describe('an installation that is right', () => {
  it('by the token service: nothing fails, and what cannot be seen is said', async () => {
    const found = await examine(byConnection);
    expect(found).toMatchObject({ status: 0, ok: true, mode: 'connected', fixInOrder: ['secret-expiry'] });
    expect(Object.fromEntries(found.checks.map(({ check, state }) => [check, state]))).toEqual({
      settings: 'pass',
      clock: 'pass',
      tenant: 'pass',
      'bot-app': 'pass',
      'app-ids': 'pass',
      'sign-in': 'pass',
      'secret-expiry': 'warn',
      'redirect-uri': 'skipped',
      'oauth-connection': 'pass',
      store: 'pass',
      deployment: 'skipped',
      endpoint: 'skipped',
      manifest: 'skipped',
    });
    expect(found.check('redirect-uri')?.says).toContain('https://token.botframework.com/.auth/web/redirect');
    expect(found.check('app-ids')?.says).toContain('is both the bot and what people sign in to');
  });

  it('by MSAL: bot and sign-in are two apps, and the redirect URI is tried', async () => {
    const found = await examine(byMsal);
    expect([found.status, found.ok]).toEqual([0, true]);
    expect(found.checks.filter(({ state }) => state !== 'pass').map(({ check }) => check)).toEqual([
      'secret-expiry',
      'deployment',
      'manifest',
    ]);
    expect(found.check('app-ids')?.says).toContain(`people sign in to the app ${SSO}`);
    expect(found.check('redirect-uri')?.says).toBe(
      'Entra ID sends people back to https://bot.example.com/auth/callback.',
    );
  });

  it('asks each thing once, and says no secret', async () => {
    const { asked, out } = await examine(byMsal);
    const discoveries = asked.filter(({ path }) => path.endsWith('openid-configuration'));
    const tokens = asked
      .filter(({ path }) => path.endsWith('/token'))
      .map(({ form }) => `${form.get('client_id')} ${form.get('scope')}`);
    expect(discoveries).toHaveLength(1);
    expect(tokens).toHaveLength(new Set(tokens).size);
    expect(out).not.toMatch(/made-Up|made-up-token/);
    expect(out).not.toContain(KEY);
  });

  it('with a registration that may be read: expiry and redirect URI are known', async () => {
    const found = await examine(byConnection, {
      replies: { [APPLICATIONS]: () => registration(200, ['https://token.botframework.com/.auth/web/redirect']) },
    });
    expect(found).toMatchObject({ status: 0, fixInOrder: [] });
    expect([found.state('secret-expiry'), found.state('redirect-uri')]).toEqual(['pass', 'pass']);
    expect(found.check('secret-expiry')?.says).toContain('is good until 2026-09-18');
  });
});

describe('what is read and printed', () => {
  it('is for people unless JSON is asked for: the result first, then what to fix in its order', async () => {
    const reply = entraError(
      'invalid_client',
      7000222,
      `The provided client secret keys for app '${APP}' are expired.`,
    );
    const microsoft = await doctor.microsoft({ [TOKEN]: () => reply });
    const io = memoryIo('', { env: byConnection });
    const status = await doctorCommand(
      ['--env', doctor.path('.env'), '--manifest', doctor.manifest, '--parameters', doctor.path('')],
      io,
      {
        network: microsoft.network,
      },
    );
    const lines = io.out().split('\n');
    expect(status).toBe(1);
    expect(lines[0]).toBe('The installation: one check fails.');
    expect(lines.some((line) => /^ {2}FAIL bot-app +Entra ID gives/.test(line))).toBe(true);
    expect(lines.filter((line) => /^ {2}\d\. /.test(line))).toEqual([
      '  1. bot-app · client-secret-expired · for the app’s developer',
    ]);
    expect(io.out()).toContain('why401 explain client-secret-expired');
  });

  it('takes settings from a file, and the environment wins', async () => {
    const file = doctor.path('production.env');
    writeFileSync(
      file,
      `${Object.entries(byConnection)
        .map(([name, value]) => `${name}=${value}`)
        .join('\n')}\nLOG_LEVEL=loud\n`,
    );
    const microsoft = await doctor.microsoft();
    const io = memoryIo('', { env: { LOG_LEVEL: 'info' } });
    expect(
      await doctorCommand(
        ['--json', '--env', file, '--manifest', doctor.manifest, '--parameters', doctor.path('')],
        io,
        { network: microsoft.network },
      ),
    ).toBe(0);
    await expect(doctorCommand(['--env', doctor.path('none')], io)).rejects.toThrow(UsageError);
    await expect(doctorCommand(['now'], io)).rejects.toThrow(UsageError);
    await expect(doctorCommand(['--package', 'a.zip', '--manifest', 'b'], io)).rejects.toThrow('not both');
  });

  it('is a command of why401', async () => {
    const io = memoryIo();
    expect(await runCli(['doctor', '--help'], io)).toBe(0);
    expect(io.out()).toMatch(/^Usage: why401 doctor/);
  });
});
