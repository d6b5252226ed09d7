import { rmSync, writeFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { APP, byConnection, byMsal, type DoctorFolder, SSO, useDoctorFolder } from './doctor-folder.ts';

const doctor = useDoctorFolder();
const examine: DoctorFolder['examine'] = (env, options) => doctor.examine(env, options);

describe('the store', () => {
  it('that cannot be opened fails, and its password is not told', async () => {
    const refuses = async (): Promise<never> => {
      throw Object.assign(new Error('password authentication failed for hunter2'), { code: '28P01' });
    };
    const found = await examine(
      { ...byConnection, DATABASE_URL: 'postgres://why401:hunter2@db.example.com/why401' },
      { outside: { openStore: refuses } },
    );
    expect(found.check('store')).toMatchObject({
      state: 'fail',
      says: 'postgres://why401@db.example.com/why401 cannot be used (28P01).',
    });
    expect(found.out).not.toContain('hunter2');
  });

  it('that does not listen is said with what to do', async () => {
    const found = await examine({ ...byConnection, DATABASE_URL: 'postgres://why401:hunter2@127.0.0.1:1/why401' });
    expect(found.check('store')).toMatchObject({ state: 'fail', says: expect.stringContaining('127.0.0.1:1/why401') });
    expect(found.out).not.toContain('hunter2');
  });

  it('of SQLite is opened where it is there, and not made where it is not', async () => {
    const broken = doctor.path('broken.db');
    writeFileSync(broken, 'this is no database, but a text that is long enough to be read as a page of one'.repeat(60));
    expect((await examine({ ...byConnection, WHY401_DATABASE_FILE: broken })).state('store')).toBe('fail');
    const empty = doctor.path('empty.db');
    writeFileSync(empty, '');
    expect((await examine({ ...byConnection, WHY401_DATABASE_FILE: empty })).state('store')).toBe('pass');
    expect((await examine({ ...byConnection, WHY401_DATABASE_FILE: ':memory:' })).state('store')).toBe('warn');
  });
});

describe('the manifest', () => {
  /** As the Agents Toolkit marks what it fills in. */
  const open = (name: string): string => `$\{{${name}}}`;
  const write = (value: unknown): void =>
    writeFileSync(doctor.manifest, typeof value === 'string' ? value : JSON.stringify(value));
  afterEach(() => rmSync(doctor.manifest, { force: true }));
  const right = {
    bots: [{ botId: APP }],
    webApplicationInfo: { id: SSO, resource: `api://botid-${APP}` },
    validDomains: ['bot.example.com'],
  };

  it.each<[string, unknown, string, string]>([
    ['with the ids of the settings', right, 'pass', 'names the apps and hosts'],
    [
      'that is a template',
      {
        bots: [{ botId: open('BOT_ID') }],
        webApplicationInfo: { id: open('SSO_APP_ID') },
        validDomains: [open('HOST')],
      },
      'pass',
      `bots[0].botId must be ${APP}`,
    ],
    ['of another bot', { ...right, bots: [{ botId: SSO }] }, 'fail', `bots[0].botId is ${SSO} and not ${APP}`],
    [
      'without single sign-on',
      { bots: right.bots, validDomains: right.validDomains },
      'fail',
      'webApplicationInfo.id is absent',
    ],
    ['without the host', { ...right, validDomains: [] }, 'fail', 'validDomains is absent and not bot.example.com'],
    ['that is no JSON', '{', 'fail', 'is no JSON object'],
  ])('%s: %s', async (_what, value, state, words) => {
    write(value);
    expect((await examine(byMsal)).check('manifest')).toMatchObject({ state, says: expect.stringContaining(words) });
  });

  it.each([
    ['the same resource as the identifier URI of the settings', `api://botid-${APP}`, 'pass', 'names the apps'],
    ['another resource', `api://botid-${SSO}`, 'fail', `webApplicationInfo.resource is api://botid-${APP} and not`],
  ])('with %s: %s', async (_what, uri, state, words) => {
    write(right);
    const found = await examine({ ...byMsal, WHY401_MSAL_APP_ID_URI: uri });
    expect(found.check('manifest')).toMatchObject({ state, says: expect.stringContaining(words) });
  });
});

it('a check that breaks takes none of the others with it', async () => {
  const startSandbox = async (): Promise<never> => {
    throw new Error('no port left, client_secret=made~Up.For_Tests-0123456789abcdefghijkl');
  };
  const found = await examine({ WHY401_DATABASE_FILE: ':memory:' }, { outside: { startSandbox } });
  expect(found.checks.map(({ check, state }) => `${check} ${state}`)).toEqual([
    'settings pass',
    'store pass',
    'sandbox fail',
  ]);
  expect(found.check('sandbox')?.says).toContain('no port left');
  expect([found.status, found.out.includes('made~Up')]).toEqual([1, false]);
});
