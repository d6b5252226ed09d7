import { describe, expect, test } from 'vitest';
import { type Environment, examineSettings, readSettings, SettingsError } from '../../src/settings.ts';

const APP = '2f4a1c88-6d0e-4b7b-9c55-0e1d6b3a7f21';
const SSO = '9d1e7b32-4c6f-4f0a-8a41-7b2c5e9f1d03';
const TENANT = '7b0c2f6e-93d1-4a55-8f3e-5d2f1c0a9b44';
const SECRET = 'made~Up.For_Tests-0123456789abcdefghijkl';
const KEY = Buffer.from(Array.from({ length: 32 }, (_, index) => index * 7)).toString('base64');
const OLD_KEY = Buffer.from(Array.from({ length: 32 }, (_, index) => index * 5 + 1)).toString('base64url');

const bot: Environment = { MicrosoftAppId: APP, MicrosoftAppPassword: SECRET };
const connection: Environment = { ...bot, WHY401_OAUTH_CONNECTION: 'graph' };
const msal: Environment = {
  ...bot,
  WHY401_MSAL_CLIENT_ID: SSO,
  WHY401_MSAL_TENANT: TENANT,
  WHY401_MSAL_CLIENT_SECRET: SECRET,
  WHY401_PUBLIC_URL: 'https://bot.example.com/',
  WHY401_TOKEN_KEYS: KEY,
};

const names = (env: Environment): string[] => examineSettings(env).problems.map(({ name }) => name);

describe('the way to sign in', () => {
  test('is none where nothing is said of it', () => {
    expect(readSettings(bot)).toMatchObject({ signIn: null, sandbox: null });
  });

  test('is the token service with an OAuth connection; the bot is its own SSO app unless told otherwise', () => {
    expect(readSettings(connection).signIn).toEqual({ way: 'token-service', connectionName: 'graph', ssoAppId: APP });
    expect(readSettings({ ...connection, WHY401_SSO_APP_ID: SSO.toUpperCase() }).signIn).toMatchObject({
      ssoAppId: SSO,
    });
  });

  test('is MSAL with its client id', () => {
    expect(readSettings(msal).signIn).toEqual({
      way: 'msal',
      clientId: SSO,
      tenant: TENANT,
      credential: { kind: 'secret', secret: SECRET },
      publicUrl: 'https://bot.example.com',
      redirectUri: 'https://bot.example.com/auth/callback',
      tokenKeys: [new Uint8Array(Buffer.from(KEY, 'base64'))],
      ssoAppId: SSO,
    });
  });

  test('must be said where both are set up', () => {
    const both = { ...msal, WHY401_OAUTH_CONNECTION: 'graph' };
    expect(names(both)).toEqual(['WHY401_SIGN_IN']);
    expect(readSettings({ ...both, WHY401_SIGN_IN: 'MSAL' }).signIn).toMatchObject({ way: 'msal' });
    expect(readSettings({ ...both, WHY401_SIGN_IN: 'token-service' }).signIn).toMatchObject({ way: 'token-service' });
  });

  test.each<[string, Environment, string[]]>([
    ['an unknown way', { ...bot, WHY401_SIGN_IN: 'oauth' }, ['WHY401_SIGN_IN']],
    [
      'the token service without its connection',
      { ...bot, WHY401_SIGN_IN: 'token-service' },
      ['WHY401_OAUTH_CONNECTION'],
    ],
    [
      'a connection left from a template',
      { ...bot, WHY401_OAUTH_CONNECTION: '<connection name>' },
      ['WHY401_OAUTH_CONNECTION'],
    ],
    ['an SSO app that is no GUID', { ...connection, WHY401_SSO_APP_ID: `api://${SSO}` }, ['WHY401_SSO_APP_ID']],
    [
      'a managed identity without an SSO app',
      {
        MicrosoftAppType: 'UserAssignedMSI',
        MicrosoftAppId: APP,
        MicrosoftAppTenantId: TENANT,
        WHY401_OAUTH_CONNECTION: 'graph',
      },
      ['WHY401_SSO_APP_ID'],
    ],
    [
      'MSAL with nothing else',
      { ...bot, WHY401_SIGN_IN: 'msal' },
      [
        'WHY401_MSAL_CLIENT_ID',
        'WHY401_MSAL_TENANT',
        'WHY401_MSAL_CLIENT_SECRET',
        'WHY401_PUBLIC_URL',
        'WHY401_TOKEN_KEYS',
      ],
    ],
    [
      'an identifier URI with the scope behind it',
      { ...msal, WHY401_MSAL_APP_ID_URI: `api://${SSO}/access_as_user` },
      ['WHY401_MSAL_APP_ID_URI'],
    ],
    ['a client id as identifier URI', { ...msal, WHY401_MSAL_APP_ID_URI: SSO }, ['WHY401_MSAL_APP_ID_URI']],
    [
      'an identifier URI left from a template',
      { ...msal, WHY401_MSAL_APP_ID_URI: 'api://botid-{{APP}}' },
      ['WHY401_MSAL_APP_ID_URI'],
    ],
    ['another SSO app than the MSAL app', { ...msal, WHY401_SSO_APP_ID: APP }, ['WHY401_SSO_APP_ID']],
    [
      'a client id of zeros',
      { ...msal, WHY401_MSAL_CLIENT_ID: '00000000-0000-0000-0000-000000000000' },
      ['WHY401_MSAL_CLIENT_ID'],
    ],
    ['a tenant that is a name', { ...msal, WHY401_MSAL_TENANT: 'Contoso' }, ['WHY401_MSAL_TENANT']],
    ['the id of a secret', { ...msal, WHY401_MSAL_CLIENT_SECRET: TENANT }, ['WHY401_MSAL_CLIENT_SECRET']],
    ['a quoted secret', { ...msal, WHY401_MSAL_CLIENT_SECRET: `'${SECRET}'` }, ['WHY401_MSAL_CLIENT_SECRET']],
    [
      'a secret with a line break',
      { ...msal, WHY401_MSAL_CLIENT_SECRET: `${SECRET}\n` },
      ['WHY401_MSAL_CLIENT_SECRET'],
    ],
    [
      'an unresolved reference',
      { ...msal, WHY401_MSAL_CLIENT_SECRET: '@Microsoft.KeyVault(SecretUri=https://v)' },
      ['WHY401_MSAL_CLIENT_SECRET'],
    ],
    [
      'a secret and a certificate',
      { ...msal, WHY401_MSAL_CERTIFICATE_FILE: 'a.pem', WHY401_MSAL_PRIVATE_KEY_FILE: 'b.pem' },
      ['WHY401_MSAL_CLIENT_SECRET'],
    ],
    [
      'half a certificate',
      { ...msal, WHY401_MSAL_CLIENT_SECRET: '', WHY401_MSAL_CERTIFICATE_FILE: 'a.pem' },
      ['WHY401_MSAL_PRIVATE_KEY_FILE'],
    ],
    [
      'the other half',
      { ...msal, WHY401_MSAL_CLIENT_SECRET: '', WHY401_MSAL_PRIVATE_KEY_FILE: 'b.pem' },
      ['WHY401_MSAL_CERTIFICATE_FILE'],
    ],
  ])('%s is a problem', (_what, env, expected) => {
    expect(names(env)).toEqual(expected);
  });

  test.each([`api://botid-${SSO}`, `api://bot.example.com/${SSO}`, `api://bot.example.com/botid-${SSO}`])(
    'takes the identifier URI %s for silent sign-in',
    (uri) => {
      expect(readSettings({ ...msal, WHY401_MSAL_APP_ID_URI: uri }).signIn).toMatchObject({ appIdUri: uri });
    },
  );

  test('takes a certificate, and each word for a tenant', () => {
    const certificate = {
      ...msal,
      WHY401_MSAL_CLIENT_SECRET: '',
      WHY401_MSAL_CERTIFICATE_FILE: 'a.pem',
      WHY401_MSAL_PRIVATE_KEY_FILE: 'b.pem',
    };
    expect(readSettings(certificate).signIn).toMatchObject({
      credential: { kind: 'certificate', certificateFile: 'a.pem', privateKeyFile: 'b.pem' },
    });
    for (const tenant of ['common', 'Organizations', 'consumers', 'contoso.onmicrosoft.com']) {
      expect(readSettings({ ...msal, WHY401_MSAL_TENANT: tenant }).signIn).toMatchObject({
        tenant: tenant.toLowerCase(),
      });
    }
  });
});

describe('without credentials', () => {
  test('people sign in at the sandbox, by the way that is chosen', () => {
    expect(readSettings({ WHY401_SIGN_IN: 'msal', WHY401_SANDBOX_PORT: '0', WHY401_TOKEN_KEYS: KEY })).toMatchObject({
      signIn: null,
      sandbox: { port: 0, signIn: 'msal', tokenKeys: [expect.any(Uint8Array)] },
    });
  });

  test.each([
    'WHY401_OAUTH_CONNECTION',
    'WHY401_MSAL_CLIENT_ID',
    'WHY401_MSAL_CLIENT_SECRET',
    'WHY401_SSO_APP_ID',
    'WHY401_MSAL_APP_ID_URI',
  ])('%s has no place beside the sandbox', (name) => {
    expect(names({ [name]: SSO })).toEqual([name]);
  });

  test('the sandbox is refused beside real credentials', () => {
    expect(names({ ...bot, WHY401_SANDBOX_PORT: '4010' })).toEqual(['WHY401_SANDBOX_PORT']);
    expect(names({ NODE_ENV: 'production', WHY401_SANDBOX_PORT: '4010' })).toEqual([
      'MicrosoftAppId',
      'WHY401_SANDBOX_PORT',
    ]);
    expect(names({ WHY401_SANDBOX_PORT: 'http' })).toEqual(['WHY401_SANDBOX_PORT']);
  });
});

describe('token keys', () => {
  test('are one or two, in either alphabet; the first seals', () => {
    const { signIn } = readSettings({ ...msal, WHY401_TOKEN_KEYS: ` ${OLD_KEY} , ${KEY} ` });
    expect(signIn?.way === 'msal' ? signIn.tokenKeys.map((key) => Buffer.from(key).toString('base64')) : []).toEqual([
      Buffer.from(OLD_KEY, 'base64url').toString('base64'),
      KEY,
    ]);
  });

  test.each([
    ['too short', Buffer.alloc(16, 'k3y').toString('base64')],
    ['too long', Buffer.from(KEY.repeat(2).replaceAll('=', ''), 'base64').toString('base64')],
    ['a word', 'secret'],
    ['in hexadecimal', Buffer.from(KEY, 'base64').toString('hex')],
    ['the same twice', `${KEY},${KEY}`],
    ['three', `${KEY},${OLD_KEY},${KEY}`],
    ['an empty second', `${KEY},`],
    ['zeros', Buffer.alloc(32).toString('base64')],
    ['a placeholder', '<token keys>'],
    ['an unresolved reference', '@Microsoft.KeyVault(SecretUri=https://v)'],
    ['quoted', `"${KEY}"`],
  ])('%s is a problem', (_what, value) => {
    const { problems } = examineSettings({ ...msal, WHY401_TOKEN_KEYS: value });
    expect(problems.map(({ name }) => name)).toEqual(['WHY401_TOKEN_KEYS']);
    expect(new SettingsError(problems).message).not.toContain(KEY.slice(0, 12));
  });
});

describe('the public address', () => {
  test.each([
    ['https://bot.example.com/why401/', 'https://bot.example.com/why401'],
    ['http://localhost:3978', 'http://localhost:3978'],
    ['https://BOT.example.com:443', 'https://bot.example.com'],
  ])('%s is taken', (value, expected) => {
    expect(readSettings({ ...msal, WHY401_PUBLIC_URL: value }).signIn).toMatchObject({ publicUrl: expected });
  });

  test.each([
    'http://bot.example.com',
    'bot.example.com',
    'ftp://bot.example.com',
    'https://user:pass@bot.example.com',
    'https://bot.example.com/?x=1',
    'https://bot.example.com/#x',
    'https://bot.example.com/auth/callback',
    'https://<your-host>/',
    'https://{{HOST}}',
  ])('%s is a problem', (value) => {
    expect(names({ ...msal, WHY401_PUBLIC_URL: value })).toEqual(['WHY401_PUBLIC_URL']);
  });
});
