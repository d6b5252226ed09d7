import { describe, expect, it } from 'vitest';
import { readAppValues } from '../../../scripts/package/app-values.ts';
import { nameBasedUuid } from '../../../scripts/package/name-based-uuid.ts';

const BOT = '2f4a1c88-6d0e-4b7b-9c55-0e1d6b3a7f21';
const SSO = '9d1e7b32-4c6f-4f0a-8a41-7b2c5e9f1d03';
const base = {
  MicrosoftAppId: BOT,
  DEVELOPER_NAME: 'Contoso',
  DEVELOPER_WEBSITE_URL: 'https://www.contoso.com/why401',
};
const read = (env: Record<string, string>, listen = false): ReturnType<typeof readAppValues> =>
  readAppValues(env, { version: '1.2.3', listen });
const namesOf = (env: Record<string, string>, listen = false): string[] =>
  read(env, listen).problems.map(({ name }) => name);

it('a name-based UUID is the one of the standard', () => {
  // RFC 9562, appendix A.4: www.example.com in the namespace of domain names.
  expect(nameBasedUuid('6ba7b810-9dad-11d1-80b4-00c04fd430c8', 'www.example.com')).toBe(
    '2ed6657d-e927-568b-95e1-2665a8aea6a2',
  );
});

describe('the values of a package', () => {
  it('come from little: who the bot is, and who runs it', () => {
    const { values, problems, notes } = read(base);
    expect(problems).toEqual([]);
    expect(values).toEqual({
      APP_VERSION: '1.2.3',
      TEAMS_APP_ID: nameBasedUuid(BOT, 'why401/teams-app'),
      MICROSOFT_APP_ID: BOT,
      DEVELOPER_NAME: 'Contoso',
      DEVELOPER_WEBSITE_URL: 'https://www.contoso.com/why401',
      PRIVACY_URL: 'https://www.contoso.com/why401',
      TERMS_OF_USE_URL: 'https://www.contoso.com/why401',
      PUBLIC_HOST: null,
      SSO_APP_ID: BOT,
      SSO_APP_ID_URI: `api://botid-${BOT}`,
    });
    expect(notes.map((note) => note.split(' ')[0])).toEqual(['PRIVACY_URL', 'TERMS_OF_USE_URL']);
  });

  it('are the same app for the same bot, however its id is written', () => {
    const { values } = read({ ...base, MicrosoftAppId: ` ${BOT.toUpperCase()} ` });
    expect([values.MICROSOFT_APP_ID, values.TEAMS_APP_ID]).toEqual([BOT, read(base).values.TEAMS_APP_ID]);
    expect(read({ ...base, MicrosoftAppId: SSO }).values.TEAMS_APP_ID).not.toBe(values.TEAMS_APP_ID);
    expect(read({ ...base, TEAMS_APP_ID: SSO }).values.TEAMS_APP_ID).toBe(SSO);
  });

  it('name the app of the OAuth connection where it is another', () => {
    const { values } = read({ ...base, WHY401_SSO_APP_ID: SSO, WHY401_PUBLIC_URL: 'https://bot.contoso.com/' });
    expect(values).toMatchObject({
      SSO_APP_ID: SSO,
      SSO_APP_ID_URI: `api://botid-${BOT}`,
      PUBLIC_HOST: 'bot.contoso.com',
    });
  });

  it('by MSAL name its app, its Application ID URI and the host of its pages', () => {
    const msal = { ...base, WHY401_MSAL_CLIENT_ID: SSO, WHY401_PUBLIC_URL: 'https://bot.contoso.com' };
    expect(read({ ...msal, WHY401_MSAL_APP_ID_URI: 'api://contoso.com/why401' }).values).toMatchObject({
      SSO_APP_ID: SSO,
      SSO_APP_ID_URI: 'api://contoso.com/why401',
      PUBLIC_HOST: 'bot.contoso.com',
    });
    expect(read(msal).values.SSO_APP_ID_URI).toBe(`api://botid-${BOT}`);
    expect(namesOf({ ...base, WHY401_MSAL_CLIENT_ID: SSO })).toEqual(['WHY401_PUBLIC_URL']);
    // Which of the two is used is said, and the other one's settings mean nothing.
    expect(read({ ...msal, WHY401_SIGN_IN: 'token-service' }).values.SSO_APP_ID).toBe(BOT);
  });

  it('of a managed identity need an app registration where somebody signs in or a team consents', () => {
    const managed = { ...base, MicrosoftAppType: 'UserAssignedMSI' };
    expect(read(managed)).toMatchObject({ problems: [], values: { SSO_APP_ID: null, SSO_APP_ID_URI: null } });
    expect(namesOf(managed, true)).toEqual(['WHY401_SSO_APP_ID']);
    expect(namesOf({ ...managed, WHY401_OAUTH_CONNECTION: 'graph' })).toEqual(['WHY401_SSO_APP_ID']);
    expect(namesOf({ ...managed, WHY401_SSO_APP_ID: SSO }, true)).toEqual([]);
  });
});

describe('what is wrong', () => {
  it('is told all at once', () => {
    expect(namesOf({})).toEqual(['MicrosoftAppId', 'DEVELOPER_WEBSITE_URL', 'DEVELOPER_NAME']);
  });

  it.each([
    ['MicrosoftAppId', 'why401', 'is not a GUID'],
    ['MicrosoftAppId', '<your app id>', 'still holds a placeholder'],
    ['MicrosoftAppId', '00000000-0000-0000-0000-000000000000', 'still holds a placeholder'],
    ['WHY401_SSO_APP_ID', `{${SSO}}`, 'is not a GUID'],
    ['TEAMS_APP_ID', 'com.contoso.why401', 'is not a GUID'],
    ['TEAMS_APP_ID', `$${'{{TEAMS_APP_ID}}'}`, 'still holds a placeholder'],
    ['DEVELOPER_NAME', 'The Department of Very Long Names Ltd', 'has 37 characters'],
    ['DEVELOPER_WEBSITE_URL', 'www.contoso.com', 'is not an address'],
    ['DEVELOPER_WEBSITE_URL', 'http://www.contoso.com', 'is not https'],
    ['PRIVACY_URL', 'https://me:secret@contoso.com/privacy', 'holds a name or a password'],
    ['TERMS_OF_USE_URL', 'https://<your host>/terms', 'still holds a placeholder'],
    ['WHY401_PUBLIC_URL', 'http://bot.contoso.com', 'is not https (http is taken on localhost only, as Entra ID does)'],
    ['WHY401_PUBLIC_URL', 'http://localhost:3978', 'is not https, and Teams reaches this service from elsewhere'],
  ])('%s=%s %s', (name, value, problem) => {
    expect(read({ ...base, [name]: value }).problems).toMatchObject([
      { name, problem, fix: expect.stringMatching(/\w/) },
    ]);
  });

  it('never repeats a value, which may have been a secret in the wrong place', () => {
    const problems = read({
      ...base,
      MicrosoftAppId: 'abc8Q~made-Up.For_Tests',
      PRIVACY_URL: 'https://a:hunter2@b.com',
    });
    expect(JSON.stringify(problems)).not.toMatch(/made-Up|hunter2/);
  });
});
