import { isObject, objectsIn, textsIn } from '../../json-parts.ts';
import { type AppPackage, isPlaceholder, type PackageProblem } from '../app-package/app-package.ts';
import { packageProblems } from '../app-package/package-problems.ts';
import { readAppPackage } from '../app-package/read-app-package.ts';
import type { DoctorCheck } from '../doctor-check.ts';
import type { DoctorFinding } from '../doctor-report.ts';
import { pass, skipped, together } from '../finding.ts';
import type { Installation } from '../installation.ts';

/** Where the token service's pages are, in Teams' pop-up as well. */
const TOKEN_SERVICE_HOST = 'token.botframework.com';
/** Wrong, Teams talks to another bot; the other values are about signing in. */
const BOT_ID = 'bots[0].botId';

/** Whether the Teams app names the same apps and hosts as the settings, and whether Teams would take it. */
export const manifestCheck: DoctorCheck = {
  id: 'manifest',
  applies: ({ bot }) => bot !== null,
  async run(installation) {
    const { packagePath } = installation;
    const found = await readAppPackage(packagePath);
    if (found === null) {
      return skipped(`There is no manifest in ${packagePath}; --package names the zip file that was uploaded.`);
    }
    if (found === 'unreadable') {
      return {
        state: 'fail',
        says: `${packagePath} is no JSON object, and no zip file with a manifest.json that is one.`,
        owner: 'app-developer',
        steps: [{ text: `Mend ${packagePath}: Teams would refuse it.` }],
      };
    }
    const values = valuesFinding(found, installation);
    const problems = packageProblems(found);
    return problems.length === 0 ? values : together([values, refusedByTeams(found, problems)]);
  },
};

function valuesFinding(found: AppPackage, installation: Installation): DoctorFinding {
  const { file, manifest } = found;
  const wanted = wantedValues(manifest, installation);
  const wrong = wanted.filter(({ found, fits }) => !isPlaceholder(found) && !fits);
  const open = wanted.filter(({ found }) => isPlaceholder(found));
  if (wrong.length > 0) return mismatch(file, wrong);
  if (open.length === 0) return pass(`${file} names the apps and hosts of the settings. ${hears(manifest)}`);
  return pass(
    `${file} is a template, which npm run package fills in: ${open.map(({ name, value }) => `${name} becomes ${value}`).join(', ')}.`,
  );
}

interface Wanted {
  readonly name: string;
  readonly found: unknown;
  readonly value: string;
  readonly fits: boolean;
}

function wantedValues(
  manifest: Readonly<Record<string, unknown>>,
  { settings: { bot, signIn }, publicUrl }: Installation,
): Wanted[] {
  const botId = bot?.appId ?? '';
  const found = objectsIn(manifest.bots)[0]?.botId;
  const values: Wanted[] = [{ name: BOT_ID, found, value: botId, fits: sameId(found, botId) }];
  if (signIn === null) return values;
  const info = isObject(manifest.webApplicationInfo) ? manifest.webApplicationInfo : {};
  values.push({
    name: 'webApplicationInfo.id',
    found: info.id,
    value: signIn.ssoAppId,
    fits: sameId(info.id, signIn.ssoAppId),
  });
  // By MSAL without an Application ID URI nobody signs in silently, and Teams issues no assertion.
  const appIdUri = signIn.way === 'msal' ? signIn.appIdUri : undefined;
  if (signIn.way === 'token-service' || appIdUri !== undefined) {
    values.push(wantedResource(info.resource, botId, appIdUri));
  }
  const domains = textsIn(manifest.validDomains);
  for (const host of hostsOf(signIn.way, publicUrl)) values.push(wantedDomain(domains, host));
  return values;
}

/** What Teams issues its assertion for: as the settings have it, else the form that Teams asks of a bot's app. */
function wantedResource(found: unknown, botId: string, appIdUri: string | undefined): Wanted {
  const value = appIdUri ?? `api://botid-${botId}`;
  const fits =
    typeof found === 'string' &&
    (appIdUri === undefined
      ? found.startsWith('api://') && found.toLowerCase().endsWith(`botid-${botId.toLowerCase()}`)
      : found === appIdUri);
  return { name: 'webApplicationInfo.resource', found, value, fits };
}

/** The hosts whose pages people reach from Teams. Of the public address nothing is needed where the token service has the pages. */
function hostsOf(way: 'token-service' | 'msal', publicUrl: string | null): readonly string[] {
  const own = publicUrl === null ? [] : [new URL(publicUrl).host];
  return way === 'msal' ? own : [TOKEN_SERVICE_HOST, ...own];
}

function wantedDomain(domains: readonly string[], host: string): Wanted {
  const fits = domains.some((domain) => coversHost(domain.toLowerCase(), host.toLowerCase()));
  const placeholder = domains.find(isPlaceholder);
  return { name: 'validDomains', found: fits ? host : (placeholder ?? domains.join(', ')), value: host, fits };
}

/** `*.example.com` stands for one label in front. */
function coversHost(domain: string, host: string): boolean {
  return domain === host || (domain.startsWith('*.') && host.slice(host.indexOf('.')) === domain.slice(1));
}

/** What the bot gets of a team's channels, as far as the package asks for it. */
function hears(manifest: Readonly<Record<string, unknown>>): string {
  const { permissions } = isObject(manifest.authorization) ? manifest.authorization : {};
  const asked = objectsIn(isObject(permissions) ? permissions.resourceSpecific : []);
  return asked.some(({ name }) => name === 'ChannelMessage.Read.Group')
    ? 'In a team that consents it hears every message of the channels.'
    : 'It hears direct messages and messages that mention it.';
}

function mismatch(file: string, wrong: readonly Wanted[]): DoctorFinding {
  return {
    state: 'fail',
    says: wrong.map(({ name, found, value }) => `In ${file}, ${name} is ${shown(found)} and not ${value}.`).join(' '),
    ...(wrong.some(({ name }) => name !== BOT_ID) ? { cause: 'bot-sso-misconfigured' } : {}),
    owner: 'app-developer',
    steps: [
      ...wrong.map(({ name, value }) => ({
        text: `${name} has to be this; npm run package takes it from the settings.`,
        value,
      })),
      {
        text: 'Make the package with a higher version and upload it: Teams keeps the old one until then.',
        value: 'npm run package -- --version X.Y.Z',
      },
    ],
  };
}

function refusedByTeams({ file }: AppPackage, problems: readonly PackageProblem[]): DoctorFinding {
  return {
    state: 'fail',
    says: `Teams would not take ${file}: ${problems.map(({ name, problem }) => `${name} ${problem}`).join('; ')}.`,
    owner: 'app-developer',
    steps: problems.map(({ name, fix }) => ({ text: `${name}: ${fix}.` })),
  };
}

function shown(found: unknown): string {
  return typeof found === 'string' && found !== '' ? found.slice(0, 80) : 'absent';
}

function sameId(found: unknown, id: string): boolean {
  return typeof found === 'string' && found.toLowerCase() === id.toLowerCase();
}
