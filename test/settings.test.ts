import { describe, expect, test } from 'vitest';
import { type Environment, isLoopbackHost, readSettings, SettingsError } from '../src/settings.ts';

const APP = '2f4a1c88-6d0e-4b7b-9c55-0e1d6b3a7f21';
const TENANT = '7b0c2f6e-93d1-4a55-8f3e-5d2f1c0a9b44';
const PASSWORD = 'made~Up.For_Tests-0123456789abcdefghijkl';

const single: Environment = {
  MicrosoftAppType: 'SingleTenant',
  MicrosoftAppId: APP,
  MicrosoftAppTenantId: TENANT,
  MicrosoftAppPassword: PASSWORD,
};

function problemsOf(env: Environment): SettingsError['problems'] {
  try {
    readSettings(env);
  } catch (error) {
    if (error instanceof SettingsError) return error.problems;
    throw error;
  }
  return [];
}

const names = (env: Environment): string[] => problemsOf(env).map(({ name }) => name);

test('an empty environment is local mode on loopback', () => {
  expect(readSettings({})).toEqual({
    production: false,
    host: '127.0.0.1',
    port: 3978,
    proxies: 0,
    bot: null,
    signIn: null,
    sandbox: { port: null, signIn: 'token-service', tokenKeys: [] },
    databaseFile: 'data/why401.db',
    databaseUrl: null,
    keepDays: 30,
    metrics: { token: null },
    telemetry: null,
    channelPictures: false,
    triage: { agents: [], incidentWindowMs: 3_600_000, webhook: null },
    logLevel: 'info',
  });
});

test('white space counts as absent', () => {
  expect(readSettings({ MicrosoftAppId: ' ', MicrosoftAppPassword: '', PORT: '\t', HOST: '' })).toEqual(
    readSettings({}),
  );
});

test('what is said is taken', () => {
  const settings = readSettings({ PORT: ' 0 ', HOST: '::1', WHY401_DATABASE_FILE: ':memory:', LOG_LEVEL: 'WARN' });
  expect(settings).toMatchObject({ port: 0, host: '::1', databaseFile: ':memory:', logLevel: 'warn' });
});

describe('credentials', () => {
  test('open the host, and each type needs its own', () => {
    expect(readSettings({ ...single, NODE_ENV: 'production' })).toMatchObject({
      production: true,
      host: '0.0.0.0',
      bot: { appType: 'SingleTenant', appId: APP, tenantId: TENANT, appPassword: PASSWORD },
    });
    expect(readSettings({ MicrosoftAppId: APP, MicrosoftAppPassword: PASSWORD }).bot).toEqual({
      appType: 'MultiTenant',
      appId: APP,
      appPassword: PASSWORD,
      region: 'global',
    });
    expect(
      readSettings({ MicrosoftAppType: 'userassignedmsi', MicrosoftAppId: APP, MicrosoftAppTenantId: 'contoso.com' })
        .bot,
    ).toEqual({ appType: 'UserAssignedMSI', appId: APP, tenantId: 'contoso.com', region: 'global' });
  });

  test('are wanted in production', () => {
    expect(names({ NODE_ENV: 'production' })).toEqual(['MicrosoftAppId']);
    expect(names({ NODE_ENV: 'production', HOST: '0.0.0.0' })).toEqual(['MicrosoftAppId']);
  });

  test.each<[string, Environment, string[]]>([
    ['a password alone', { MicrosoftAppPassword: PASSWORD }, ['MicrosoftAppId']],
    ['a tenant without a type', { MicrosoftAppId: APP, MicrosoftAppTenantId: TENANT }, ['MicrosoftAppType']],
    ['an unknown type', { ...single, MicrosoftAppType: 'Single' }, ['MicrosoftAppType']],
    ['an unknown type alone', { MicrosoftAppType: 'Single' }, ['MicrosoftAppType']],
    ['a single tenant without its tenant', { ...single, MicrosoftAppTenantId: '' }, ['MicrosoftAppTenantId']],
    ['a tenant that is a name', { ...single, MicrosoftAppTenantId: 'Contoso Ltd' }, ['MicrosoftAppTenantId']],
    ['a password for a managed identity', { ...single, MicrosoftAppType: 'UserAssignedMSI' }, ['MicrosoftAppPassword']],
    ['no password', { MicrosoftAppId: APP }, ['MicrosoftAppPassword']],
    ['an app id that is no GUID', { ...single, MicrosoftAppId: 'why401' }, ['MicrosoftAppId']],
    [
      'placeholders',
      { ...single, MicrosoftAppId: '<app id>', MicrosoftAppPassword: '{{SECRET}}' },
      ['MicrosoftAppId', 'MicrosoftAppPassword'],
    ],
    ['the id of a secret', { ...single, MicrosoftAppPassword: TENANT }, ['MicrosoftAppPassword']],
    ['a quoted password', { ...single, MicrosoftAppPassword: `"${PASSWORD}"` }, ['MicrosoftAppPassword']],
    ['a password with a line break', { ...single, MicrosoftAppPassword: `${PASSWORD}\n` }, ['MicrosoftAppPassword']],
    [
      'an unresolved reference',
      { ...single, MicrosoftAppPassword: '@Microsoft.KeyVault(SecretUri=https://v)' },
      ['MicrosoftAppPassword'],
    ],
  ])('%s', (_what, env, expected) => {
    expect(names(env)).toEqual(expected);
  });
});

test.each(['0.0.0.0', '::', '192.168.1.4', 'bot.example.com'])('host %s needs credentials', (host) => {
  expect(names({ HOST: host })).toEqual(['HOST']);
  expect(readSettings({ ...single, HOST: host }).host).toBe(host);
});

test.each(['http', '65536', '-1', '3978.5', '0x10', '99999999'])('port %s is refused', (port) => {
  expect(names({ PORT: port })).toEqual(['PORT']);
});

test('all problems are named at once, and no secret with them', () => {
  const secret = `"${PASSWORD}"`;
  const env = {
    ...single,
    MicrosoftAppId: 'x',
    MicrosoftAppTenantId: '',
    MicrosoftAppPassword: secret,
    PORT: 'p',
    LOG_LEVEL: 'loud',
  };
  expect(names(env)).toEqual(['MicrosoftAppId', 'MicrosoftAppTenantId', 'MicrosoftAppPassword', 'PORT', 'LOG_LEVEL']);
  const error = new SettingsError(problemsOf(env));
  expect(error.code).toBe('WHY401_SETTINGS_INVALID');
  expect(error.message.split('\n')).toHaveLength(5);
  expect(error.message).not.toContain(PASSWORD);
  for (const { problem, fix } of error.problems)
    expect([problem, fix].every((words) => /^\S.*[^.]$/.test(words))).toBe(true);
});

test.each([
  ['127.0.0.1', true],
  ['127.8.8.8', true],
  ['localhost', true],
  ['::1', true],
  ['128.0.0.1', false],
  ['127.0.0.1.example.com', false],
  ['localhost.example.com', false],
  ['', false],
])('loopback %s: %s', (host, expected) => {
  expect(isLoopbackHost(host)).toBe(expected);
});
