import type { PackageProblem } from '../../src/cli/doctor/app-package/app-package.ts';
import { clientIdProblem } from '../../src/settings/client-id.ts';
import { type Environment, given } from '../../src/settings/environment.ts';
import { readPublicUrl } from '../../src/settings/public-url.ts';
import { isGuid, isPlaceholder } from '../../src/settings/value-forms.ts';
import { nameBasedUuid } from './name-based-uuid.ts';

/** What stands for each placeholder of the template; `null` takes out the place that it stands in. */
export const APP_VALUES = [
  'APP_VERSION',
  'TEAMS_APP_ID',
  'MICROSOFT_APP_ID',
  'DEVELOPER_NAME',
  'DEVELOPER_WEBSITE_URL',
  'PRIVACY_URL',
  'TERMS_OF_USE_URL',
  'PUBLIC_HOST',
  'SSO_APP_ID',
  'SSO_APP_ID_URI',
] as const;
export type AppValue = (typeof APP_VALUES)[number];
export type AppValues = Readonly<Record<AppValue, string | null>>;

export interface ReadAppValues {
  readonly values: AppValues;
  readonly problems: readonly PackageProblem[];
  /** What was taken in the place of something that is not set. */
  readonly notes: readonly string[];
}

export interface AppVersion {
  readonly version: string;
  /** Whether the package is to read channels: the permission for that is given to an app registration. */
  readonly listen: boolean;
}

/** The name of the app within the namespace of its bot's id: the same bot is the same app, whoever packs it. */
const APP_NAME = 'why401/teams-app';

/**
 * The values of a package from the settings of the service, which stand beside each other in `.env`. Secrets are neither
 * needed nor read: whoever packs the app need not be whoever runs it.
 */
export function readAppValues(env: Environment, { version, listen }: AppVersion): ReadAppValues {
  const problems: PackageProblem[] = [];
  const notes: string[] = [];
  const botId = readBotId(env, problems);
  const website = readAddress(env.DEVELOPER_WEBSITE_URL, 'DEVELOPER_WEBSITE_URL', WEBSITE_FIX, problems);
  if (given(env.DEVELOPER_WEBSITE_URL) === undefined) {
    problems.push({ name: 'DEVELOPER_WEBSITE_URL', problem: 'is not set', fix: WEBSITE_FIX });
  }
  const page = (value: string | undefined, name: string, what: string): string | null => {
    if (given(value) !== undefined)
      return readAddress(value, name, `Set it to the https address of your ${what}`, problems);
    if (website !== null) notes.push(`${name} is not set: people who look for your ${what} get ${website}.`);
    return website;
  };
  return {
    values: {
      APP_VERSION: version,
      TEAMS_APP_ID: readTeamsAppId(env, botId, problems),
      MICROSOFT_APP_ID: botId,
      DEVELOPER_NAME: readDeveloperName(env, problems),
      DEVELOPER_WEBSITE_URL: website,
      PRIVACY_URL: page(env.PRIVACY_URL, 'PRIVACY_URL', 'privacy statement'),
      TERMS_OF_USE_URL: page(env.TERMS_OF_USE_URL, 'TERMS_OF_USE_URL', 'terms of use'),
      PUBLIC_HOST: readPublicHost(env, problems),
      ...readSsoApp(env, botId, listen, problems),
    },
    problems,
    notes,
  };
}

const WEBSITE_FIX = 'Set it to an https address where people find out who runs why401 for them';
/** As the schema of the manifest has it. */
const LONGEST_NAME = 32;

function readBotId(env: Environment, problems: PackageProblem[]): string | null {
  const name = 'MicrosoftAppId';
  const value = given(env.MicrosoftAppId);
  if (value === undefined) {
    problems.push({
      name,
      problem: 'is not set',
      fix: 'Set it to the Application (client) ID of the bot: Microsoft App ID in Configuration of the Azure Bot',
    });
    return null;
  }
  return checkedId(name, value, 'the bot', problems);
}

function checkedId(name: string, value: string, app: string, problems: PackageProblem[]): string | null {
  const problem = clientIdProblem(name, value, app);
  if (problem === undefined) return value.toLowerCase();
  problems.push(problem);
  return null;
}

function readTeamsAppId(env: Environment, botId: string | null, problems: PackageProblem[]): string | null {
  const name = 'TEAMS_APP_ID';
  const value = given(env.TEAMS_APP_ID);
  if (value === undefined) return botId === null ? null : nameBasedUuid(botId, APP_NAME);
  if (isGuid(value) && !isPlaceholder(value)) return value.toLowerCase();
  problems.push({
    name,
    problem: isPlaceholder(value) ? 'still holds a placeholder' : 'is not a GUID',
    fix: 'Set it to the id of the app in Teams, or leave it out: it is then made of MicrosoftAppId, the same each time',
  });
  return null;
}

function readDeveloperName(env: Environment, problems: PackageProblem[]): string | null {
  const name = 'DEVELOPER_NAME';
  const fix = `Set it to the name of whoever runs why401 for people, at most ${LONGEST_NAME} characters`;
  const value = given(env.DEVELOPER_NAME);
  if (value === undefined) problems.push({ name, problem: 'is not set', fix });
  else if (isPlaceholder(value)) problems.push({ name, problem: 'still holds a placeholder', fix });
  else if (value.length > LONGEST_NAME) problems.push({ name, problem: `has ${value.length} characters`, fix });
  else return value;
  return null;
}

/** Teams shows these addresses in the store, and refuses an app whose addresses are not https. */
function readAddress(value: string | undefined, name: string, fix: string, problems: PackageProblem[]): string | null {
  const address = given(value);
  if (address === undefined) return null;
  const problem = addressProblem(address);
  if (problem === null) return address;
  problems.push({ name, problem, fix });
  return null;
}

function addressProblem(address: string): string | null {
  if (isPlaceholder(address) || /[<>{}]/.test(address)) return 'still holds a placeholder';
  if (!URL.canParse(address)) return 'is not an address';
  const { protocol, username, password } = new URL(address);
  if (protocol !== 'https:') return 'is not https';
  return username === '' && password === '' ? null : 'holds a name or a password';
}

/** Needed where this service has the pages of the sign-in. */
function readPublicHost(env: Environment, problems: PackageProblem[]): string | null {
  const name = 'WHY401_PUBLIC_URL';
  const fix = 'Set it to the https address at which browsers reach this service, as https://bot.example.com';
  const before = problems.length;
  const publicUrl = readPublicUrl(env, problems);
  if (publicUrl === undefined) {
    if (problems.length === before && isMsal(env)) {
      problems.push({ name, problem: 'is not set, and people sign in by MSAL on pages of this service', fix });
    }
    return null;
  }
  const { protocol, host } = new URL(publicUrl);
  if (protocol === 'https:') return host;
  problems.push({ name, problem: 'is not https, and Teams reaches this service from elsewhere', fix });
  return null;
}

/** As the service itself decides where WHY401_SIGN_IN is left out. */
function isMsal(env: Environment): boolean {
  const way = given(env.WHY401_SIGN_IN)?.toLowerCase();
  return way === undefined ? given(env.WHY401_MSAL_CLIENT_ID) !== undefined : way === 'msal';
}

/** The app that people sign in to, which is also the one that a team's consent is given to. */
function readSsoApp(
  env: Environment,
  botId: string | null,
  listen: boolean,
  problems: PackageProblem[],
): Pick<AppValues, 'SSO_APP_ID' | 'SSO_APP_ID_URI'> {
  const [name, value] = isMsal(env)
    ? (['WHY401_MSAL_CLIENT_ID', given(env.WHY401_MSAL_CLIENT_ID)] as const)
    : (['WHY401_SSO_APP_ID', given(env.WHY401_SSO_APP_ID)] as const);
  const signsIn = isMsal(env) || given(env.WHY401_OAUTH_CONNECTION) !== undefined || value !== undefined;
  if (value === undefined && given(env.MicrosoftAppType)?.toLowerCase() === 'userassignedmsi') {
    if (listen || signsIn) {
      problems.push({
        name,
        problem:
          'is not set, and the bot is a managed identity: people sign in to an app registration, and teams consent to one',
        fix: 'Set it to the Application (client) ID of the app registration that people sign in to',
      });
    }
    return { SSO_APP_ID: null, SSO_APP_ID_URI: null };
  }
  const appId = value === undefined ? botId : checkedId(name, value, 'the app that people sign in to', problems);
  const uri = given(env.WHY401_MSAL_APP_ID_URI);
  if (isMsal(env) && uri !== undefined) return { SSO_APP_ID: appId, SSO_APP_ID_URI: checkedUri(uri, problems) };
  return { SSO_APP_ID: appId, SSO_APP_ID_URI: botId === null ? null : `api://botid-${botId}` };
}

function checkedUri(uri: string, problems: PackageProblem[]): string | null {
  if (/^(?:api|https):\/\/[^\s/?#<>{}]/i.test(uri) && !/[<>{}\s]/.test(uri)) return uri;
  problems.push({
    name: 'WHY401_MSAL_APP_ID_URI',
    problem: 'is no Application ID URI',
    fix: 'Set it to the Application ID URI from Expose an API, as api://botid-<client id>, or leave it out',
  });
  return null;
}
