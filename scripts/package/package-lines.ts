import type { PackageProblem } from '../../src/cli/doctor/app-package/app-package.ts';
import { isObject, objectsIn } from '../../src/cli/json-parts.ts';
import type { MadePackage } from './make-package.ts';

/** What was packed, what it asks for, and where it goes. */
export function packageLines(made: Extract<MadePackage, { kind: 'made' }>, file: string): readonly string[] {
  const { zip, permissions, notes } = made;
  const { manifest, files } = made.appPackage;
  const [bot] = objectsIn(manifest.bots);
  const info = isObject(manifest.webApplicationInfo) ? manifest.webApplicationInfo : null;
  const domains = Array.isArray(manifest.validDomains) ? manifest.validDomains : [];
  return [
    `${file}, ${kilobytes(zip.length)}, valid by Microsoft's schema ${String(manifest.manifestVersion)}`,
    '',
    ...[...files].toSorted().map(([name, bytes]) => `  ${name.padEnd(16)} ${kilobytes(bytes.length)}`),
    '',
    `  Teams app        ${String(manifest.id)}, version ${String(manifest.version)}`,
    `  Bot              ${String(bot?.botId)}`,
    `  Sign-in          ${info === null ? 'none' : `${String(info.id)}, ${String(info.resource)}`}`,
    `  Domains          ${domains.join(', ')}`,
    '',
    ...permissionLines(permissions),
    ...(notes.length === 0 ? [] : ['', ...notes]),
    '',
    'Where it goes:',
    '  for the organisation  Teams admin center > Teams apps > Manage apps > Upload',
    '  for one team          Teams > Apps > Manage your apps > Upload an app > Upload a customized app',
    'An update takes a higher version: npm run package -- --version X.Y.Z',
  ];
}

function permissionLines(permissions: MadePermissions): readonly string[] {
  if (permissions.length === 0) {
    return [
      'It hears direct messages and messages that mention it, and asks no team for anything.',
      'With «-- --listen» it asks for the messages of a team’s channels.',
    ];
  }
  return [
    'It asks the owners of a team, when it is added there:',
    ...permissions.map(({ name, type, why }) => `  ${name} (${type}): ${why}`),
  ];
}

type MadePermissions = Extract<MadePackage, { kind: 'made' }>['permissions'];

/** Everything that is wrong, each with what to do. */
export function problemLines(problems: readonly PackageProblem[]): readonly string[] {
  return [
    problems.length === 1
      ? 'The package is not made:'
      : `The package is not made; ${problems.length} things are wrong:`,
    ...problems.map(({ name, problem, fix }) => `  ${name} ${problem}. ${fix}.`),
    'What is set where: .env.example and docs/install.md',
  ];
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} KB`;
}
