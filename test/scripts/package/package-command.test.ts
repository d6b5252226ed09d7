import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodePng } from '../../../scripts/icons/png.ts';
import { packageCommand } from '../../../scripts/package/package-command.ts';
import { schemaProblems } from '../../../scripts/package/schema-problems.ts';

const MANIFEST = new URL('../../../manifest/', import.meta.url).pathname;
const BOT = '2f4a1c88-6d0e-4b7b-9c55-0e1d6b3a7f21';
const base = {
  MicrosoftAppId: BOT,
  DEVELOPER_NAME: 'Contoso',
  DEVELOPER_WEBSITE_URL: 'https://www.contoso.com/why401',
  WHY401_PUBLIC_URL: 'https://bot.contoso.com',
};

let work: string;
beforeAll(() => {
  work = mkdtempSync(join(tmpdir(), 'why401-package-'));
  writeFileSync(join(work, '.env'), '');
});
afterAll(() => rmSync(work, { recursive: true, force: true }));

interface Packed {
  readonly status: number;
  readonly out: string;
  readonly err: string;
  readonly file: string;
}

async function pack(args: readonly string[], env: Record<string, string> = base, folder = MANIFEST): Promise<Packed> {
  const file = join(work, 'app', 'why401.zip');
  let [out, err] = ['', ''];
  const status = await packageCommand(['--env', join(work, '.env'), '--out', file, ...args], {
    env,
    folder,
    version: '0.4.0',
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
  });
  return { status, out, err, file };
}

const manifestIn = (file: string): Record<string, unknown> =>
  JSON.parse(Buffer.from(unzipSync(readFileSync(file))['manifest.json'] ?? []).toString('utf8'));

/** A copy of the template to spoil. */
function spoiled(spoil: (folder: string) => void): string {
  const folder = mkdtempSync(join(work, 'manifest-'));
  cpSync(MANIFEST, folder, { recursive: true });
  spoil(folder);
  return folder;
}

describe('a package', () => {
  it('has all files, nothing left to fill in, and is valid by the schema', async () => {
    const { status, out, file } = await pack([]);
    expect([status, Object.keys(unzipSync(readFileSync(file)))]).toEqual([
      0,
      ['color.png', 'de.json', 'manifest.json', 'outline.png'],
    ]);
    const manifest = manifestIn(file);
    expect(JSON.stringify(manifest)).not.toContain('{{');
    expect(await schemaProblems(MANIFEST, manifest)).toEqual([]);
    expect(manifest).toMatchObject({
      version: '0.4.0',
      bots: [{ botId: BOT }],
      composeExtensions: [{ botId: BOT }],
      webApplicationInfo: { id: BOT, resource: `api://botid-${BOT}` },
      validDomains: ['token.botframework.com', '*.token.botframework.com', 'bot.contoso.com'],
    });
    expect(out).toContain('Teams admin center > Teams apps > Manage apps > Upload');
  });

  it('asks for nothing by default, and with --listen for the messages of channels alone', async () => {
    const quiet = await pack([]);
    expect(manifestIn(quiet.file)).not.toHaveProperty('authorization');
    expect(quiet.out).toContain('asks no team for anything');
    const listening = await pack(['--listen', '--version', '0.3.1']);
    expect(manifestIn(listening.file)).toMatchObject({
      version: '0.3.1',
      authorization: {
        permissions: { resourceSpecific: [{ name: 'ChannelMessage.Read.Group', type: 'Application' }] },
      },
    });
    expect(listening.out).toContain('ChannelMessage.Read.Group (Application)');
  });

  it('is the same to the byte each time', async () => {
    const first = readFileSync((await pack([])).file);
    const second = readFileSync((await pack([])).file);
    expect(first.equals(second)).toBe(true);
  });

  it('leaves out the host and the sign-in that are not there', async () => {
    const { WHY401_PUBLIC_URL: _, ...without } = base;
    const { file } = await pack([], { ...without, MicrosoftAppType: 'UserAssignedMSI' });
    const manifest = manifestIn(file);
    expect(manifest.validDomains).toEqual(['token.botframework.com', '*.token.botframework.com']);
    expect(manifest).not.toHaveProperty('webApplicationInfo');
  });

  it('takes its values from a file, and the environment wins', async () => {
    const env = join(work, 'production.env');
    writeFileSync(
      env,
      Object.entries({ ...base, DEVELOPER_NAME: 'Fabrikam' })
        .map(([name, value]) => `${name}=${value}`)
        .join('\n'),
    );
    const { file } = await pack(['--env', env], {});
    expect(manifestIn(file)).toMatchObject({ developer: { name: 'Fabrikam' } });
    expect(manifestIn((await pack(['--env', env], { DEVELOPER_NAME: 'Contoso' })).file)).toMatchObject({
      developer: { name: 'Contoso' },
    });
  });

  it('takes a value as it stands, whatever signs are in it', async () => {
    const { file } = await pack([], { ...base, DEVELOPER_NAME: 'O"Brien & $& \\ Söhne' });
    expect(manifestIn(file)).toMatchObject({ developer: { name: 'O"Brien & $& \\ Söhne' } });
  });
});

describe('what is wrong', () => {
  it('is told all at once, and nothing is written', async () => {
    rmSync(join(work, 'app'), { recursive: true, force: true });
    const { status, out, err, file } = await pack([], { DEVELOPER_NAME: 'Contoso', WHY401_SSO_APP_ID: 'x' });
    expect([status, out]).toEqual([1, '']);
    expect(err.match(/^ {2}\S+/gm)).toEqual(['  MicrosoftAppId', '  DEVELOPER_WEBSITE_URL', '  WHY401_SSO_APP_ID']);
    expect(() => readFileSync(file)).toThrow('ENOENT');
  });

  it.each<[string, (folder: string) => void, string]>([
    ['a missing icon', (folder) => rmSync(join(folder, 'color.png')), 'color.png is named as an icon and is not there'],
    [
      'an icon of another size',
      (folder) => writeFileSync(join(folder, 'color.png'), encodePng(96, new Uint8Array(96 * 96 * 4))),
      'color.png has 96 by 96 pixels and not 192 by 192',
    ],
    [
      'an icon that is no PNG',
      (folder) => writeFileSync(join(folder, 'outline.png'), '<svg/>'),
      'outline.png is no PNG',
    ],
    [
      'an outline in colour',
      (folder) => writeFileSync(join(folder, 'outline.png'), encodePng(32, new Uint8Array(32 * 32 * 4).fill(200))),
      'outline.png is not white on transparent',
    ],
    [
      'an outline without a transparent part',
      (folder) => writeFileSync(join(folder, 'outline.png'), encodePng(32, new Uint8Array(32 * 32 * 4).fill(255))),
      'outline.png has no transparent part',
    ],
    [
      'a language without its file',
      (folder) => rmSync(join(folder, 'de.json')),
      'de.json is named in localizationInfo',
    ],
    [
      'a string that is not translated',
      (folder) => edit(folder, 'de.json', (text) => text.replace(/ {2}"name\.full".*\n/, '')),
      'de.json: name.full is absent',
    ],
    [
      'a string of nothing',
      (folder) => edit(folder, 'de.json', (text) => text.replace('"name.full"', '"name.fuller"')),
      'de.json: name.fuller is no string of the manifest',
    ],
    [
      'a translated command, which the bot would not know',
      (folder) => edit(folder, 'de.json', (text) => text.replace('"my day"', '"mein Tag"')),
      'de.json: bots[0].commandLists[0].commands[3].title is another command. Set it to my day',
    ],
    [
      'a title that Teams cuts',
      (folder) => edit(folder, 'manifest.json', (text) => text.replace('"my day"', `"${'my day '.repeat(6)}"`)),
      'has 42 characters. Shorten it to 32',
    ],
    [
      'a manifest for teams without channel features',
      (folder) => edit(folder, 'manifest.json', (text) => text.replace(/ {2}"supportsChannelFeatures".*\n/, '')),
      'supportsChannelFeatures is absent, and Teams refuses',
    ],
    [
      'a property that the schema does not know',
      (folder) => edit(folder, 'manifest.json', (text) => text.replace('"permissions"', '"permission"')),
      'must NOT have additional properties (permission)',
    ],
    [
      'a value that the schema does not take',
      (folder) => edit(folder, 'manifest.json', (text) => text.replace('"groupChat"]', '"groupchat"]')),
      'must be equal to one of the allowed values',
    ],
    [
      'a placeholder of nothing',
      (folder) => edit(folder, 'manifest.json', (text) => text.replace('#12326B', `$${'{{COLOR}}'}`)),
      `accentColor is still $${'{{COLOR}}'}`,
    ],
    [
      'a version without its schema',
      (folder) => edit(folder, 'manifest.json', (text) => text.replace('"1.25"', '"1.99"')),
      'there is no schema',
    ],
    ['a manifest that is no JSON', (folder) => writeFileSync(join(folder, 'manifest.json'), '{'), 'is no JSON object'],
    ['no manifest', (folder) => rmSync(join(folder, 'manifest.json')), 'manifest.json is not there'],
  ])('is %s', async (_what, spoil, words) => {
    const { status, err } = await pack([], base, spoiled(spoil));
    expect([status, err]).toEqual([1, expect.stringContaining(words)]);
  });

  it('is a version of another form', async () => {
    expect((await pack(['--version', '1.2.3-beta'])).err).toContain('--version is no version');
  });

  it.each([[['--what']], [['now']], [['--env', '/no/such/file.env']], [['--out', '/dev/null/why401.zip']]])(
    'is bad usage: %j',
    async (args) => {
      expect(await pack(args)).toMatchObject({ status: 2, err: expect.stringMatching(/npm run package -- --help\n$/) });
    },
  );

  it('is explained by --help', async () => {
    expect(await pack(['--help'])).toMatchObject({ status: 0, out: expect.stringContaining('--listen') });
  });
});

function edit(folder: string, name: string, change: (text: string) => string): void {
  const file = join(folder, name);
  const before = readFileSync(file, 'utf8');
  const after = change(before);
  if (after === before) throw new Error(`nothing to change in ${name}`);
  writeFileSync(file, after);
}
