import { describe, expect, test } from 'vitest';
import { examineSettings, readSettings, SettingsError } from '../../src/settings.ts';

const ID = '11c7d2e8-5b04-4f93-8e6a-d07f3a92b415';
const TEAMS_ID = '29:1Zx_made-up-for-tests_0aB';
const URL = 'https://tickets.example.com/why401?sig=made-up-for-tests';
const SECRET = 'made-up-for-tests';

const problemsOf = (env: Record<string, string>) => examineSettings(env).problems;
const namesOf = (env: Record<string, string>): string[] => problemsOf(env).map(({ name }) => name);

test('without any there are no agents, incidents within the hour, and nobody is told', () => {
  expect(readSettings({}).triage).toEqual({ agents: [], incidentWindowMs: 3_600_000, webhook: null });
});

describe('WHY401_DESK_AGENTS', () => {
  test('are ids of Entra in small letters and ids of Teams as they are, each once', () => {
    const value = ` ${ID.toUpperCase()}, ${TEAMS_ID},${ID}, `;
    expect(readSettings({ WHY401_DESK_AGENTS: value }).triage.agents).toEqual([ID, TEAMS_ID]);
  });

  test.each([
    [`${ID},adele@contoso.example`, 'holds an address of mail that is no id in place 2'],
    ['Adele', 'holds something that is no id'],
    ['29:', 'holds something that is no id'],
    [`8:orgid:${ID}`, 'holds something that is no id'],
    [`"${ID}"`, 'has quotation marks around it'],
    ['00000000-0000-0000-0000-000000000000', 'still holds a placeholder'],
    [`${ID},<the id of an agent>`, 'still holds a placeholder in place 2'],
    [Array.from({ length: 501 }, () => ID).join(','), 'holds more than 500 ids'],
  ])('%.60s: %s', (value, problem) => {
    expect(problemsOf({ WHY401_DESK_AGENTS: value })).toMatchObject([{ name: 'WHY401_DESK_AGENTS', problem }]);
  });
});

describe('WHY401_INCIDENT_WINDOW_MINUTES', () => {
  test('is from five minutes to a day', () => {
    const windows = ['5', '60', '1440'].map(
      (minutes) => readSettings({ WHY401_INCIDENT_WINDOW_MINUTES: minutes }).triage.incidentWindowMs,
    );
    expect(windows).toEqual([300_000, 3_600_000, 86_400_000]);
  });

  test.each(['4', '1441', '1h', '-5', '0'])('not %s', (minutes) => {
    expect(namesOf({ WHY401_INCIDENT_WINDOW_MINUTES: minutes })).toEqual(['WHY401_INCIDENT_WINDOW_MINUTES']);
  });
});

describe('the webhook', () => {
  const both = (url: string, secret: string) => ({ WHY401_WEBHOOK_URL: url, WHY401_WEBHOOK_SECRET: secret });

  test.each([URL, 'http://localhost:9000/', 'http://127.0.0.1:9000', 'http://[::1]:9000/x'])('goes to %s', (url) => {
    expect(readSettings(both(url, SECRET)).triage.webhook).toEqual({ url, secret: SECRET });
  });

  test.each([
    ['http://tickets.example.com/', 'is not https (http is taken on localhost only)'],
    ['http://localhost.example.com/', 'is not https (http is taken on localhost only)'],
    ['ftp://tickets.example.com/', 'is not https (http is taken on localhost only)'],
    ['tickets.example.com', 'is not an address'],
    ['https://why401:hunter2@tickets.example.com/', 'holds a name or a password, which deliveries do not send'],
    ['https://tickets.example.com/#hunter2', 'has a fragment'],
    ['https://<your host>/', 'still holds a placeholder'],
    ['"https://tickets.example.com/"', 'has quotation marks around it'],
    ['@Microsoft.KeyVault(SecretUri=https://v)', 'holds a Key Vault reference that was not resolved'],
  ])('not to %s', (url, problem) => {
    const { problems, settings } = examineSettings(both(url, SECRET));
    expect(problems).toMatchObject([{ name: 'WHY401_WEBHOOK_URL', problem }]);
    expect(settings.triage.webhook).toBeNull();
    expect(new SettingsError(problems).message).not.toContain('hunter2');
  });

  test.each(['Q7x-15-letters!', 'Q7', '<the secret>', '"made-up-for-the-tests"', ' made-up-for-the-tests'])(
    'is not signed with %j',
    (secret) => {
      const problems = problemsOf(both(URL, secret));
      expect(problems.map(({ name }) => name)).toEqual(['WHY401_WEBHOOK_SECRET']);
      expect(new SettingsError(problems).message).not.toContain(secret.trim());
    },
  );

  test('takes sixteen characters and more', () => {
    expect(namesOf(both(URL, '0123456789abcdef'))).toEqual([]);
  });

  test('needs both', () => {
    expect(namesOf({ WHY401_WEBHOOK_URL: URL })).toEqual(['WHY401_WEBHOOK_SECRET']);
    expect(namesOf({ WHY401_WEBHOOK_SECRET: SECRET })).toEqual(['WHY401_WEBHOOK_URL']);
  });

  test('names all that is wrong at once, and nothing of it holds a value', () => {
    const env = {
      WHY401_DESK_AGENTS: 'hunter2',
      WHY401_INCIDENT_WINDOW_MINUTES: 'hunter2',
      WHY401_WEBHOOK_URL: 'http://hunter2.example.com',
      WHY401_WEBHOOK_SECRET: 'hunter2',
    };
    const problems = problemsOf(env);
    expect(problems.map(({ name }) => name)).toEqual(Object.keys(env));
    expect(new SettingsError(problems).message).not.toContain('hunter2');
    for (const { problem, fix } of problems) {
      expect([problem, fix].every((words) => /^\S.*[^.]$/.test(words))).toBe(true);
    }
  });
});
