import { describe, expect, test } from 'vitest';
import { databaseUrlWithoutPassword, examineSettings, readSettings, SettingsError } from '../../src/settings.ts';

const namesOf = (env: Record<string, string>): string[] => examineSettings(env).problems.map(({ name }) => name);

describe('DATABASE_URL', () => {
  test.each(['postgres://why401:pa%23ss@db.example.com:5432/why401', 'postgresql:///why401?host=/var/run/postgresql'])(
    '%s is taken as it is',
    (url) => {
      expect(readSettings({ DATABASE_URL: url }).databaseUrl).toBe(url);
    },
  );

  test.each([
    'mysql://u:hunter2@db/x',
    'db.example.com',
    'postgres://why401:hunter2#1@db.example.com/why401:x',
    'postgres://why401:<password>@db.example.com/why401',
    'postgres://why401:%3Cpassword%3E@db.example.com/why401',
    '"postgres://why401:hunter2@db.example.com/why401"',
    '@Microsoft.KeyVault(SecretUri=https://v)',
  ])('%s is a problem', (url) => {
    const { problems } = examineSettings({ DATABASE_URL: url });
    expect(problems.map(({ name }) => name)).toEqual(['DATABASE_URL']);
    expect(new SettingsError(problems).message).not.toContain('hunter2');
  });

  test('is shown without its password', () => {
    expect(databaseUrlWithoutPassword('postgres://why401:hunter2@db.example.com:5432/why401?password=hunter2')).toBe(
      'postgres://why401@db.example.com:5432/why401',
    );
    expect(databaseUrlWithoutPassword('hunter2')).not.toContain('hunter2');
  });
});

test.each(['0', '3651', '30d', '-1', '1.5', '9999999999'])('%s days are no time to keep things', (days) => {
  expect(namesOf({ WHY401_KEEP_DAYS: days })).toEqual(['WHY401_KEEP_DAYS']);
});
test('from a day to ten years are', () => {
  expect(['1', '90', '3650'].map((days) => readSettings({ WHY401_KEEP_DAYS: days }).keepDays)).toEqual([1, 90, 3650]);
});

test('proxies are few', () => {
  expect(readSettings({ WHY401_PROXIES: '1' }).proxies).toBe(1);
  expect(namesOf({ WHY401_PROXIES: 'true' })).toEqual(['WHY401_PROXIES']);
});

describe('metrics', () => {
  test('are on for this machine, for a token, or off', () => {
    expect(readSettings({ WHY401_METRICS: 'ON' }).metrics).toEqual({ token: null });
    expect(readSettings({ WHY401_METRICS_TOKEN: 'made-up-for-tests' }).metrics).toEqual({ token: 'made-up-for-tests' });
    expect(readSettings({ WHY401_METRICS: 'off' }).metrics).toBeNull();
  });

  test.each(['short', '<the metrics token>', '"made-up-for-tests"', 'made up for the tests', 'made-up-for-tests\n'])(
    'the token %j is a problem',
    (token) => {
      expect(namesOf({ WHY401_METRICS_TOKEN: token })).toEqual(['WHY401_METRICS_TOKEN']);
    },
  );

  test('another word than on and off is a problem', () => {
    expect(namesOf({ WHY401_METRICS: '/metrics' })).toEqual(['WHY401_METRICS']);
  });
});

test('every problem reads as a sentence, and its fix does', () => {
  const { problems } = examineSettings({
    NODE_ENV: 'production',
    MicrosoftAppPassword: 'x',
    WHY401_SIGN_IN: 'msal',
    WHY401_SANDBOX_PORT: '1',
    WHY401_PUBLIC_URL: 'x',
    WHY401_TOKEN_KEYS: 'x',
    DATABASE_URL: 'x',
    WHY401_KEEP_DAYS: 'x',
    WHY401_METRICS: 'x',
    WHY401_METRICS_TOKEN: 'x',
  });
  expect(problems.length).toBeGreaterThan(10);
  for (const { problem, fix } of problems) {
    expect([problem, fix].every((words) => /^\S.*[^.]$/.test(words))).toBe(true);
  }
});

describe('WHY401_BOT_REGION', () => {
  const BOT = {
    MicrosoftAppId: '11111111-2222-4333-8444-555555555555',
    MicrosoftAppPassword: 'abc8Q~defghijklmnopqrstuvwxyz0123456789',
  };

  test.each([
    [undefined, 'global'],
    ['WestEurope', 'westeurope'],
    ['centralindia', 'centralindia'],
  ])('%s is %s', (given, region) => {
    expect(readSettings({ ...BOT, ...(given && { WHY401_BOT_REGION: given }) }).bot?.region).toBe(region);
  });

  test('a region without a token service of its own is a problem', () => {
    expect(namesOf({ ...BOT, WHY401_BOT_REGION: 'mars' })).toEqual(['WHY401_BOT_REGION']);
  });
});
