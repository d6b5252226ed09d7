import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { zipSync } from 'fflate';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { APP, byConnection, byMsal, type DoctorFolder, SSO, TENANT, useDoctorFolder } from './doctor-folder.ts';

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

/** The template, with values in the place of what a package fills in. */
const TEMPLATE = new URL('../../../manifest/', import.meta.url);
const file = (name: string): Buffer => readFileSync(new URL(name, TEMPLATE));
type Manifest = Readonly<Record<string, unknown>>;
const right = (): Manifest => ({
  ...(JSON.parse(
    file('manifest.json')
      .toString('utf8')
      .replace(/\$\{\{MICROSOFT_APP_ID\}\}/g, APP)
      .replace(/\$\{\{PUBLIC_HOST\}\}/, 'bot.example.com')
      .replace(/\$\{\{SSO_APP_ID\}\}/, SSO)
      .replace(/\$\{\{SSO_APP_ID_URI\}\}/, `api://botid-${APP}`)
      .replace(/\$\{\{\w+\}\}/g, 'x'),
  ) as Manifest),
});

describe('the Teams app', () => {
  /** Where the manifest is, with the icons and the languages beside it. */
  beforeAll(() => {
    for (const name of ['color.png', 'outline.png', 'de.json']) cpSync(new URL(name, TEMPLATE), doctor.path(name));
  });
  const write = (value: unknown): void =>
    writeFileSync(doctor.manifest, typeof value === 'string' ? value : JSON.stringify(value));
  afterEach(() => rmSync(doctor.manifest, { force: true }));

  it.each<[string, () => unknown, string, string]>([
    ['with the ids of the settings', right, 'pass', 'names the apps and hosts'],
    ['that is a template', () => file('manifest.json').toString('utf8'), 'pass', `bots[0].botId becomes ${APP}`],
    [
      'of another bot',
      () => ({ ...right(), bots: [{ botId: SSO }] }),
      'fail',
      `bots[0].botId is ${SSO} and not ${APP}`,
    ],
    [
      'without single sign-on',
      () => ({ ...right(), webApplicationInfo: undefined }),
      'fail',
      'webApplicationInfo.id is absent',
    ],
    [
      'without the host',
      () => ({ ...right(), validDomains: [] }),
      'fail',
      'validDomains is absent and not bot.example.com',
    ],
    [
      'with a host for all',
      () => ({ ...right(), validDomains: ['*.example.com'] }),
      'pass',
      'names the apps and hosts',
    ],
    [
      'with a host that only ends alike',
      () => ({ ...right(), validDomains: ['*.bot.example.com', 'example.com'] }),
      'fail',
      'and not bot.example.com',
    ],
    ['that is no JSON', () => '{', 'fail', 'is no JSON object'],
    ['that hears what is for it', right, 'pass', 'hears direct messages and messages that mention it'],
    [
      'that hears channels',
      () => ({
        ...right(),
        authorization: {
          permissions: { resourceSpecific: [{ name: 'ChannelMessage.Read.Group', type: 'Application' }] },
        },
      }),
      'pass',
      'hears every message of the channels',
    ],
    [
      'that Teams would not take',
      () => ({
        ...right(),
        supportsChannelFeatures: undefined,
        icons: { color: 'colour.png', outline: 'outline.png' },
      }),
      'fail',
      'colour.png is named as an icon and is not there; manifest.json: supportsChannelFeatures is absent',
    ],
  ])('%s: %s', async (_what, value, state, words) => {
    write(value());
    expect((await examine(byMsal)).check('manifest')).toMatchObject({ state, says: expect.stringContaining(words) });
  });

  it.each([
    ['the same resource as the identifier URI of the settings', `api://botid-${APP}`, 'pass', 'names the apps'],
    ['another resource', `api://botid-${SSO}`, 'fail', `webApplicationInfo.resource is api://botid-${APP} and not`],
  ])('with %s: %s', async (_what, uri, state, words) => {
    write(right());
    const found = await examine({ ...byMsal, WHY401_MSAL_APP_ID_URI: uri });
    expect(found.check('manifest')).toMatchObject({ state, says: expect.stringContaining(words) });
  });

  it.each<[string, Manifest, string, string | null]>([
    ['as it should be', {}, 'pass', null],
    ['with a verified domain in the resource', { resource: `api://contoso.com/botid-${APP}` }, 'pass', null],
    ['with the resource of another bot', { resource: `api://botid-${SSO}` }, 'fail', 'bot-sso-misconfigured'],
    ['with another app', { id: TENANT }, 'fail', 'bot-sso-misconfigured'],
  ])('by the token service, %s', async (_what, info, state, cause) => {
    write({ ...right(), webApplicationInfo: { id: SSO, resource: `api://botid-${APP}`, ...info } });
    const env = { ...byConnection, WHY401_SSO_APP_ID: SSO, WHY401_PUBLIC_URL: 'https://bot.example.com' };
    expect((await examine(env)).check('manifest')).toMatchObject({ state, cause });
  });

  it('by the token service needs its host as well as one’s own', async () => {
    write({ ...right(), validDomains: ['bot.example.com'] });
    const env = { ...byConnection, WHY401_SSO_APP_ID: SSO, WHY401_PUBLIC_URL: 'https://bot.example.com' };
    expect((await examine(env)).check('manifest')).toMatchObject({
      state: 'fail',
      says: expect.stringContaining('validDomains is bot.example.com and not token.botframework.com'),
    });
  });

  it('is read as it was uploaded, and from its folder', async () => {
    const files = Object.fromEntries(['color.png', 'outline.png', 'de.json'].map((name) => [name, file(name)]));
    const zip = doctor.path('app.zip');
    const archive = (manifest: Manifest): void =>
      writeFileSync(zip, zipSync({ ...files, 'manifest.json': Buffer.from(JSON.stringify(manifest)) }));
    archive(right());
    expect((await examine(byMsal, { app: zip })).check('manifest')).toMatchObject({
      state: 'pass',
      says: expect.stringContaining('app.zip names the apps'),
    });
    archive({ ...right(), id: `$${'{{TEAMS_APP_ID}}'}`, bots: [{ botId: TENANT }] });
    const found = (await examine(byMsal, { app: zip })).check('manifest');
    expect(found?.says).toMatch(/botId is .* and not .*id is still \$\{\{TEAMS_APP_ID\}\}/);
    write(right());
    expect((await examine(byMsal, { app: doctor.path('') })).state('manifest')).toBe('pass');
  });

  it.each<[string, Uint8Array]>([
    ['no archive', Buffer.from('PK, but nothing else')],
    ['an archive without a manifest', zipSync({ 'color.png': file('color.png') })],
    ['an archive whose manifest is too large', zipSync({ 'manifest.json': new Uint8Array(3_000_000).fill(0x20) })],
  ])('is unreadable as %s', async (_what, bytes) => {
    const zip = doctor.path('broken.zip');
    writeFileSync(zip, bytes);
    expect((await examine(byMsal, { app: zip })).check('manifest')).toMatchObject({
      state: 'fail',
      says: expect.stringContaining('no zip file'),
    });
  });
});

describe('the parameters of the deployment', () => {
  const folder = (): string => doctor.path('deployment');
  const write = (name: string, values: Readonly<Record<string, unknown>>): void => {
    mkdirSync(folder(), { recursive: true });
    const parameters = Object.fromEntries(Object.entries(values).map(([key, value]) => [key, { value }]));
    writeFileSync(doctor.path(`deployment/${name}`), JSON.stringify({ parameters }));
  };
  const named = (name: string): string => doctor.path(`deployment/${name}`);
  afterEach(() => rmSync(folder(), { recursive: true, force: true }));

  it('say the same as the settings', async () => {
    write('a.parameters.json', {
      oauthConnectionName: 'graph',
      ssoAppId: APP.toUpperCase(),
      publicUrl: '',
      botName: 'x',
    });
    const found = await examine(byConnection, { parameters: named('a.parameters.json') });
    expect(found.check('deployment')).toMatchObject({ state: 'pass', cause: null });
  });

  it.each<[string, Readonly<Record<string, unknown>>, string, string]>([
    [
      'another connection, letter by letter',
      { oauthConnection: 'Graph' },
      'bot-oauth-connection',
      'oauthConnection is Graph',
    ],
    ['another app', { oauthConnectionName: 'graph', ssoAppId: SSO }, 'bot-sso-misconfigured', `ssoAppId is ${SSO}`],
    [
      'another address',
      { publicUrl: 'https://old.example.com' },
      'redirect-uri-mismatch',
      'WHY401_PUBLIC_URL is https://bot',
    ],
  ])('have %s', async (_what, values, cause, words) => {
    write('a.parameters.json', values);
    const env = { ...byConnection, WHY401_PUBLIC_URL: 'https://bot.example.com' };
    const found = await examine(env, { parameters: named('a.parameters.json') });
    expect(found.check('deployment')).toMatchObject({ state: 'fail', cause, says: expect.stringContaining(words) });
  });

  it('have what their template takes by itself', async () => {
    write('azuredeploy.parameters.small.json', { ssoAppId: APP });
    const defaults = { oauthConnectionName: 'graph', signIn: 'token-service', ssoTenant: '[subscription().tenantId]' };
    const parameters = Object.fromEntries(
      Object.entries(defaults).map(([name, defaultValue]) => [name, { defaultValue }]),
    );
    writeFileSync(named('azuredeploy.json'), JSON.stringify({ parameters }));
    const small = { parameters: named('azuredeploy.parameters.small.json') };
    expect((await examine(byConnection, small)).state('deployment')).toBe('pass');
    const other = { ...byConnection, WHY401_OAUTH_CONNECTION: 'teams' };
    expect((await examine(other, small)).check('deployment')).toMatchObject({
      state: 'fail',
      says: expect.stringContaining('oauthConnectionName is graph and WHY401_OAUTH_CONNECTION is teams'),
    });
    write('azuredeploy.parameters.small.json', { ssoAppId: '<client id>' });
    expect((await examine(other, small)).state('deployment')).toBe('skipped');
  });

  it('of this repository are compared where somebody fills them in', async () => {
    const sample = readFileSync(
      new URL('../../../deploymentTemplates/azuredeploy.parameters.small.json', import.meta.url),
    );
    mkdirSync(folder(), { recursive: true });
    cpSync(new URL('../../../deploymentTemplates/azuredeploy.json', import.meta.url), named('azuredeploy.json'));
    const small = { parameters: named('azuredeploy.parameters.small.json') };
    writeFileSync(small.parameters, sample);
    expect((await examine(byConnection, small)).state('deployment')).toBe('skipped');
    const filled = JSON.parse(sample.toString('utf8')) as { parameters: Record<string, { value: unknown }> };
    writeFileSync(small.parameters, JSON.stringify({ parameters: { ...filled.parameters, ssoAppId: { value: APP } } }));
    expect((await examine(byConnection, small)).state('deployment')).toBe('pass');
    const found = await examine({ ...byConnection, WHY401_OAUTH_CONNECTION: 'teams' }, small);
    expect(found.check('deployment')).toMatchObject({ state: 'fail', cause: 'bot-oauth-connection' });
  });

  it('warn where nobody said which file was deployed, and the one that fits best is taken', async () => {
    write('azuredeploy.parameters.json', { oauthConnection: 'teams', ssoAppId: APP });
    write('azuredeploy.parameters.large.json', { oauthConnection: 'other', ssoAppId: TENANT });
    const { deploymentCheck } = await import('../../../src/cli/doctor/checks/deployment.ts');
    const { examineSettings } = await import('../../../src/settings.ts');
    const deployment = { path: folder(), named: false };
    const installation = { ...examineSettings(byConnection), publicUrl: null, deployment };
    const found = await deploymentCheck.run(installation as never);
    expect(found).toMatchObject({ state: 'warn', cause: 'bot-oauth-connection' });
    expect(found.says).toContain('azuredeploy.parameters.json');
  });

  it.each<[string, Readonly<Record<string, unknown>>]>([
    ['are not filled in', { oauthConnection: '', ssoAppId: '<client id>', publicUrl: '' }],
    ['are about other things', { botName: 'my-why401', keepDays: 30 }],
  ])('are skipped where they %s', async (_what, values) => {
    write('a.parameters.json', values);
    expect((await examine(byConnection, { parameters: named('a.parameters.json') })).state('deployment')).toBe(
      'skipped',
    );
  });

  it('are skipped where they cannot be read', async () => {
    expect((await examine(byConnection, { parameters: named('none.json') })).state('deployment')).toBe('skipped');
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
