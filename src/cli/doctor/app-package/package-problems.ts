import { objectsIn, textsIn } from '../../json-parts.ts';
import { type AppPackage, isPlaceholder, type PackageProblem } from './app-package.ts';
import { iconProblems } from './icon-problems.ts';
import { localizationProblems } from './localization-problems.ts';

/** What Teams would refuse, or show wrongly, though the schema of the manifest lets it pass. */
export function packageProblems(appPackage: AppPackage): PackageProblem[] {
  return [
    ...(appPackage.kind === 'package' ? unfilled(appPackage.manifest, '') : []),
    ...iconProblems(appPackage),
    ...localizationProblems(appPackage),
    ...channelFeatures(appPackage.manifest),
    ...extensionBots(appPackage.manifest),
  ];
}

/** Values that were never filled in, wherever they stand. The depth of a manifest is bounded, and so is this. */
function unfilled(value: unknown, path: string, depth = 0): PackageProblem[] {
  if (isPlaceholder(value)) {
    return [
      {
        name: `manifest.json: ${path}`,
        problem: `is still ${String(value).slice(0, 80)}`,
        fix: 'Make it by npm run package',
      },
    ];
  }
  if (typeof value !== 'object' || value === null || depth > 12) return [];
  return Object.entries(value).flatMap(([key, child]) =>
    unfilled(child, Array.isArray(value) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`, depth + 1),
  );
}

/** Teams' own check at the upload, which the schema does not hold: from 1.25 on, an app for teams must declare it. */
function channelFeatures(manifest: Readonly<Record<string, unknown>>): PackageProblem[] {
  const [, minor] = /^1\.(\d{1,3})$/.exec(String(manifest.manifestVersion)) ?? [];
  const inTeams = objectsIn(manifest.bots).some(({ scopes }) => textsIn(scopes).includes('team'));
  if (minor === undefined || Number(minor) < 25 || !inTeams || manifest.supportsChannelFeatures === 'tier1') return [];
  return [
    {
      name: 'manifest.json: supportsChannelFeatures',
      problem: 'is absent, and Teams refuses an app for teams without it',
      fix: 'Set it to tier1',
    },
  ];
}

/** A message extension answers through a bot: another one than the app's would answer nothing of ours. */
function extensionBots(manifest: Readonly<Record<string, unknown>>): PackageProblem[] {
  const botId = objectsIn(manifest.bots)[0]?.botId;
  return objectsIn(manifest.composeExtensions).flatMap((extension, index) =>
    extension.botId === botId
      ? []
      : [
          {
            name: `manifest.json: composeExtensions[${index}].botId`,
            problem: 'is another one than bots[0].botId',
            fix: 'Set both to the Application (client) ID of the bot',
          },
        ],
  );
}
