import { isObject, objectsIn } from '../../json-parts.ts';
import type { AppPackage, PackageProblem } from './app-package.ts';
import { objectOf } from './read-app-package.ts';

/**
 * The strings of a manifest that a language file translates, by the keys that such a file has for them. A default
 * language file would hold the same; the manifest itself is that file here.
 */
export function localizableStrings(manifest: Readonly<Record<string, unknown>>): ReadonlyMap<string, string> {
  const strings = new Map<string, string>();
  const keep = (prefix: string, holder: unknown, names: readonly string[]): void => {
    if (!isObject(holder)) return;
    for (const name of names) {
      const value = holder[name];
      if (typeof value === 'string') strings.set(`${prefix}.${name}`, value);
    }
  };
  keep('name', manifest.name, ['short', 'full']);
  keep('description', manifest.description, ['short', 'full']);
  for (const [bot, { commandLists }] of objectsIn(manifest.bots).entries()) {
    for (const [list, { commands }] of objectsIn(commandLists).entries()) {
      for (const [index, command] of objectsIn(commands).entries()) {
        keep(`bots[${bot}].commandLists[${list}].commands[${index}]`, command, ['title', 'description']);
      }
    }
  }
  for (const [extension, { commands }] of objectsIn(manifest.composeExtensions).entries()) {
    for (const [index, command] of objectsIn(commands).entries()) {
      const prefix = `composeExtensions[${extension}].commands[${index}]`;
      keep(prefix, command, ['title', 'description']);
      for (const [at, parameter] of objectsIn(command.parameters).entries()) {
        keep(`${prefix}.parameters[${at}]`, parameter, ['title', 'description']);
      }
    }
  }
  return strings;
}

/** How long Teams lets each string be: Microsoft's localization schema, which is stricter than that of the manifest. */
const LONGEST: readonly (readonly [RegExp, number])[] = [
  [/^name\.short$/, 30],
  [/^name\.full$/, 100],
  [/^description\.short$/, 80],
  [/^description\.full$/, 4000],
  [/\.title$/, 32],
  [/\.description$/, 128],
];

/** Lists of commands have at most ten, though the schema of the manifest lets twelve pass. */
const MOST_COMMANDS = 10;

/** Strings that are too long, and languages whose files are absent, no JSON, or not about this manifest. */
export function localizationProblems({ manifest, files }: Pick<AppPackage, 'manifest' | 'files'>): PackageProblem[] {
  const strings = localizableStrings(manifest);
  return [
    ...tooLong('manifest.json', strings),
    ...tooMany(manifest),
    ...languageFiles(manifest).flatMap((name) => languageProblems(name, files.get(name), strings)),
  ];
}

function languageFiles(manifest: Readonly<Record<string, unknown>>): readonly string[] {
  const info = isObject(manifest.localizationInfo) ? manifest.localizationInfo : {};
  const languages = [info.defaultLanguageFile, ...objectsIn(info.additionalLanguages).map(({ file }) => file)];
  return languages.filter((file) => typeof file === 'string');
}

function languageProblems(
  name: string,
  bytes: Uint8Array | undefined,
  strings: ReadonlyMap<string, string>,
): PackageProblem[] {
  if (bytes === undefined) {
    return [
      { name, problem: 'is named in localizationInfo and is not there', fix: 'Put it there, or name it no more' },
    ];
  }
  const translated = objectOf(bytes);
  if (translated === null) return [{ name, problem: 'is no JSON object', fix: 'Mend it' }];
  const texts = new Map<string, string>();
  const problems: PackageProblem[] = [];
  for (const [key, value] of Object.entries(translated)) {
    if (key === '$schema') continue;
    if (typeof value === 'string' && strings.has(key)) texts.set(key, value);
    else
      problems.push({ name: `${name}: ${key}`, problem: 'is no string of the manifest', fix: 'Correct or remove it' });
  }
  for (const key of strings.keys()) {
    if (!texts.has(key)) problems.push({ name: `${name}: ${key}`, problem: 'is absent', fix: 'Translate it' });
  }
  return [...problems, ...translatedCommands(name, texts, strings), ...tooLong(name, texts)];
}

/** A command that is picked is sent as it stands in the list: a translated one is one that the bot does not know. */
function translatedCommands(
  name: string,
  texts: ReadonlyMap<string, string>,
  strings: ReadonlyMap<string, string>,
): PackageProblem[] {
  return [...texts].flatMap(([key, text]) =>
    /^bots\[\d+\]\..*\.title$/.test(key) && text !== strings.get(key)
      ? [{ name: `${name}: ${key}`, problem: 'is another command', fix: `Set it to ${strings.get(key)}` }]
      : [],
  );
}

function tooLong(name: string, strings: ReadonlyMap<string, string>): PackageProblem[] {
  return [...strings].flatMap(([key, text]) => {
    const most = LONGEST.find(([pattern]) => pattern.test(key))?.[1] ?? Number.POSITIVE_INFINITY;
    return text.length <= most
      ? []
      : [{ name: `${name}: ${key}`, problem: `has ${text.length} characters`, fix: `Shorten it to ${most}` }];
  });
}

function tooMany(manifest: Readonly<Record<string, unknown>>): PackageProblem[] {
  const lists = objectsIn(manifest.bots).flatMap(({ commandLists }) => objectsIn(commandLists));
  return lists.flatMap(({ commands }, index) => {
    const count = objectsIn(commands).length;
    if (count <= MOST_COMMANDS) return [];
    const problem = `has ${count} commands`;
    return [{ name: `manifest.json: commandLists[${index}]`, problem, fix: `Keep ${MOST_COMMANDS} of them` }];
  });
}
