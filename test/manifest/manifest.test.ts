import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { APP_VALUES } from '../../scripts/package/app-values.ts';
import { intentOf } from '../../src/bot/intents.ts';
import { deskCommandOf } from '../../src/bot/triage/commands/desk-command.ts';
import { localizableStrings } from '../../src/cli/doctor/app-package/localization-problems.ts';
import { packageProblems } from '../../src/cli/doctor/app-package/package-problems.ts';
import { readAppPackage } from '../../src/cli/doctor/app-package/read-app-package.ts';

const folder = new URL('../../manifest/', import.meta.url);
const text = (name: string): string => readFileSync(new URL(name, folder), 'utf8');
const source = text('manifest.json');

interface Manifest {
  readonly manifestVersion: string;
  readonly $schema: string;
  readonly supportsChannelFeatures: string;
  readonly authorization?: unknown;
  readonly bots: readonly {
    readonly botId: string;
    readonly scopes: readonly string[];
    readonly supportsFiles: boolean;
    readonly commandLists: readonly {
      readonly scopes: readonly string[];
      readonly commands: readonly { readonly title: string; readonly description: string }[];
    }[];
  }[];
  readonly composeExtensions: readonly {
    readonly botId: string;
    readonly commands: readonly Readonly<Record<string, unknown>>[];
  }[];
}
const manifest: Manifest = JSON.parse(source);

test('its placeholders are the ones that a package fills in', () => {
  const used = [...source.matchAll(/\$\{\{(\w+)\}\}/g)].map(([, name]) => name);
  expect([...new Set(used)].toSorted()).toEqual([...APP_VALUES].toSorted());
});

test('is the template of a package that Teams would take', async () => {
  const found = await readAppPackage(folder.pathname);
  if (found === null || found === 'unreadable') throw new Error('no template');
  expect([found.kind, [...found.files.keys()].toSorted()]).toEqual([
    'template',
    ['color.png', 'de.json', 'manifest.json', 'outline.png'],
  ]);
  expect(packageProblems(found)).toEqual([]);
});

test('names the schema of its version', () => {
  expect(manifest.$schema).toContain(`/v${manifest.manifestVersion}/`);
});

describe('the bot', () => {
  const [bot] = manifest.bots;
  const titlesFor = (scope: string): readonly string[] =>
    (bot?.commandLists ?? [])
      .filter(({ scopes }) => scopes.includes(scope))
      .flatMap(({ commands }) => commands.map(({ title }) => title));

  it('has a list of commands for every scope, each with help', () => {
    expect(bot?.scopes).toEqual(['personal', 'team', 'groupChat']);
    expect(bot?.supportsFiles).toBe(true);
    for (const scope of bot?.scopes ?? []) expect(titlesFor(scope)).toContain('help');
    expect(titlesFor('personal')).toEqual(
      expect.arrayContaining(['why 401?', 'check my sign-in', 'my day', 'delete my data']),
    );
    expect(titlesFor('team')).toEqual(expect.arrayContaining(['board', 'cases mine', 'stats 7d', 'mute here']));
  });

  it('knows the commands of a chat', () => {
    // Events have a reader of their own.
    const asked = [...titlesFor('personal'), ...titlesFor('groupChat')].filter((title) => title !== 'my day');
    expect(asked.map((title) => [title, intentOf(title)])).not.toContainEqual([expect.any(String), null]);
  });

  it('knows the commands of a helpdesk', () => {
    const asked = titlesFor('team').filter((title) => intentOf(title) === null);
    expect(asked.map((title) => [title, deskCommandOf(title)])).not.toContainEqual([expect.any(String), null]);
    expect(asked).toHaveLength(6);
  });

  it('hears only what is for it, unless a package asks for more', () => {
    expect(manifest.authorization).toBeUndefined();
    // Teams refuses a newer app for teams without this.
    expect(manifest.supportsChannelFeatures).toBe('tier1');
  });
});

test('the message extension reads a message by its menu, and finds causes', () => {
  expect(manifest.composeExtensions).toMatchObject([
    {
      botId: manifest.bots[0]?.botId,
      commands: [
        { id: 'why401', type: 'action', context: ['message'], fetchTask: true, title: 'Why this error?' },
        { id: 'causes', type: 'query', initialRun: true, parameters: [{ name: 'search' }] },
      ],
    },
  ]);
});

test('the German strings are those of the manifest, all of them, and read as German', () => {
  const { $schema, ...german } = JSON.parse(text('de.json')) as Record<string, string>;
  const english = localizableStrings(JSON.parse(source));
  expect($schema).toContain(`/v${manifest.manifestVersion}/`);
  expect(Object.keys(german).toSorted()).toEqual([...english.keys()].toSorted());
  const untranslated = [...english].filter(([key, value]) => german[key] === value).map(([key]) => key);
  // What a person picks is sent as it stands, so commands are not translated.
  expect(untranslated.filter((key) => !/^bots\[0\].*\.title$/.test(key))).toEqual(['name.short']);
});
