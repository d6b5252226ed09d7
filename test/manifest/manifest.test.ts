import { existsSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { expect, test } from 'vitest';
import { intentOf } from '../../src/bot/intents.ts';

const source = readFileSync(new URL('../../manifest/manifest.json', import.meta.url), 'utf8');

const VALUES: Readonly<Record<string, string>> = {
  TEAMS_APP_ID: '5a9d1f0e-3c7b-4e21-9a68-f4b2d7c01e35',
  MICROSOFT_APP_ID: '2f4a1c88-6d0e-4b7b-9c55-0e1d6b3a7f21',
  DEVELOPER_NAME: 'Contoso',
  DEVELOPER_WEBSITE_URL: 'https://www.contoso.com/why401',
  PRIVACY_URL: 'https://www.contoso.com/why401/privacy',
  SSO_APP_ID: '8c1d5e2a-4f7b-4d36-a1c9-7e0b3f6a2d48',
  PUBLIC_HOST: 'why401.contoso.com',
  TERMS_OF_USE_URL: 'https://www.contoso.com/why401/terms',
};

interface Manifest {
  readonly $schema: string;
  readonly manifestVersion: string;
  readonly version: string;
  readonly icons: Readonly<Record<'color' | 'outline', string>>;
  readonly validDomains: readonly string[];
  readonly webApplicationInfo: Readonly<Record<'id' | 'resource', string>>;
  readonly bots: readonly {
    readonly botId: string;
    readonly commandLists: readonly { readonly commands: readonly { readonly title: string }[] }[];
  }[];
}

const filled = (): Manifest =>
  JSON.parse(source.replace(/\$\{\{(\w+)\}\}/g, (_, name: string) => VALUES[name] ?? `unknown ${name}`));

test('its placeholders are the known ones', () => {
  const used = [...source.matchAll(/\$\{\{(\w+)\}\}/g)].map(([, name]) => name);
  expect([...new Set(used)].toSorted()).toEqual(Object.keys(VALUES).toSorted());
});

test('offers the commands of the bot', () => {
  const titles = filled().bots.flatMap(({ commandLists }) =>
    commandLists.flatMap(({ commands }) => commands.map(({ title }) => title)),
  );
  expect(titles).toEqual(['help', 'why 401?', 'check my sign-in', 'sign out', 'delete my data', 'forget']);
  expect(titles.map(intentOf)).not.toContain(null);
});

test('lets Teams sign people in to the app that they sign in to, for the bot', () => {
  const { bots, validDomains, webApplicationInfo } = filled();
  expect(webApplicationInfo).toEqual({ id: VALUES.SSO_APP_ID, resource: `api://botid-${bots[0]?.botId}` });
  // The pages of both ways to sign in.
  expect(validDomains).toEqual(['token.botframework.com', VALUES.PUBLIC_HOST]);
});

test('has the version of the package, and its icons', () => {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  const { icons, version: own } = filled();
  expect(own).toBe(version);
  for (const name of Object.values(icons))
    expect(existsSync(new URL(`../../manifest/${name}`, import.meta.url))).toBe(true);
});

test('is valid by the schema of its version', ({ skip }) => {
  const { manifestVersion } = filled();
  const file = new URL(`../../../shared/schemas/teams/MicrosoftTeams.v${manifestVersion}.schema.json`, import.meta.url);
  if (!existsSync(file))
    skip(`the Teams schema ${manifestVersion} is not beside the project (../shared/schemas/teams)`);
  // Draft 4, which ajv does not name; the words it uses mean the same in later drafts.
  const { $schema: _draft, ...schema } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats.default(ajv);
  const validate = ajv.compile(schema);
  validate(filled());
  expect(validate.errors ?? []).toEqual([]);
  validate({ ...filled(), bots: [{ botId: 'no guid', scopes: ['team'] }] });
  expect(validate.errors).not.toEqual(null);
});
