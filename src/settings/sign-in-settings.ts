import type { BotCredentials } from './bot-credentials.ts';
import { clientIdProblem } from './client-id.ts';
import { type Environment, given } from './environment.ts';
import { MSAL_NAMES, type MsalSettings, readMsal } from './msal-settings.ts';
import { readPublicUrl } from './public-url.ts';
import { unfilledProblem } from './secret-value.ts';
import type { SettingsProblem } from './settings-error.ts';
import { readTokenKeys } from './token-keys.ts';
import { readWholeNumber } from './whole-number.ts';

export const SIGN_IN_WAYS = ['token-service', 'msal'] as const;
export type SignInWay = (typeof SIGN_IN_WAYS)[number];

/** People sign in by the Bot Framework token service, which keeps their grants. */
export interface TokenServiceSettings {
  readonly way: 'token-service';
  /** Name of the OAuth connection of the Azure Bot. */
  readonly connectionName: string;
  /** The app that Teams issues its assertion for: the bot's own unless it is said to be another. */
  readonly ssoAppId: string;
}

export type SignInSettings = TokenServiceSettings | MsalSettings;

/** Without credentials the sandbox stands in for Entra ID, the token service and Graph. */
export interface SandboxSettings {
  /** `null` takes the first free port from the default on. 0 takes any. */
  readonly port: number | null;
  readonly signIn: SignInWay;
  /** Empty: keys are made at start, and sealed grants do not outlive the process. */
  readonly tokenKeys: readonly Uint8Array[];
}

/** How people sign in where there are bot credentials; `null` where nobody can, or something is wrong. */
export function readSignIn(
  env: Environment,
  bot: BotCredentials | null,
  problems: SettingsProblem[],
): SignInSettings | null {
  refuseSandboxPort(env, problems);
  const tokenKeys = readTokenKeys(env, problems);
  const connectionName = given(env.WHY401_OAUTH_CONNECTION);
  const msalAsked = MSAL_NAMES.some((name) => given(env[name]) !== undefined);
  const way = readWay(env, problems) ?? wayFromWhatIsSet(connectionName !== undefined, msalAsked, problems);
  if (way === 'msal') return readMsal(env, tokenKeys, problems);
  readPublicUrl(env, problems);
  return way === 'token-service' ? readTokenService(env, connectionName, bot, problems) : null;
}

/** The sandbox of local mode. Real registrations have no place beside it: the local bot authenticates nobody. */
export function readSandbox(env: Environment, problems: SettingsProblem[]): SandboxSettings {
  for (const name of ['WHY401_OAUTH_CONNECTION', 'WHY401_SSO_APP_ID', ...MSAL_NAMES] as const) {
    if (given(env[name]) === undefined) continue;
    problems.push({
      name,
      problem: 'is set, but the bot has no credentials, and without them people sign in at the sandbox only',
      fix: 'Set the credentials of the bot as well (.env.example), or leave it out to use the sandbox',
    });
  }
  const wanted = given(env.WHY401_SANDBOX_PORT);
  const range = {
    name: 'WHY401_SANDBOX_PORT',
    what: 'a port number',
    from: 0,
    to: 65_535,
    fromWords: '(any free port)',
  };
  const port = readWholeNumber(wanted, { ...range, otherwise: DEFAULT_SANDBOX_PORT }, problems);
  readPublicUrl(env, problems);
  return {
    port: wanted === undefined ? null : port,
    signIn: readWay(env, problems) ?? 'token-service',
    tokenKeys: readTokenKeys(env, problems),
  };
}

/** Where the sandbox listens unless told otherwise; the next free one is taken where it is busy. */
export const DEFAULT_SANDBOX_PORT = 4010;

function refuseSandboxPort(env: Environment, problems: SettingsProblem[]): void {
  if (given(env.WHY401_SANDBOX_PORT) === undefined) return;
  problems.push({
    name: 'WHY401_SANDBOX_PORT',
    problem: 'is set, but the sandbox never runs beside real credentials',
    fix: 'Remove it, or leave the credentials out',
  });
}

function readWay(env: Environment, problems: SettingsProblem[]): SignInWay | undefined {
  const wanted = given(env.WHY401_SIGN_IN)?.toLowerCase();
  if (wanted === undefined) return undefined;
  const found = SIGN_IN_WAYS.find((way) => way === wanted);
  if (found !== undefined) return found;
  problems.push({
    name: 'WHY401_SIGN_IN',
    problem: 'is not one of the known ways',
    fix: `Set it to ${SIGN_IN_WAYS.join(' or ')}, or leave it out: what else is set then decides`,
  });
  return undefined;
}

function wayFromWhatIsSet(connection: boolean, msal: boolean, problems: SettingsProblem[]): SignInWay | null {
  if (connection && msal) {
    problems.push({
      name: 'WHY401_SIGN_IN',
      problem: 'is not set, though an OAuth connection and an MSAL app are',
      fix: 'Set it to token-service or msal',
    });
    return null;
  }
  if (connection) return 'token-service';
  return msal ? 'msal' : null;
}

function readTokenService(
  env: Environment,
  connectionName: string | undefined,
  bot: BotCredentials | null,
  problems: SettingsProblem[],
): TokenServiceSettings | null {
  const name = 'WHY401_OAUTH_CONNECTION';
  const fix = 'Set it to the name of the OAuth connection, from Configuration of the Azure Bot';
  if (connectionName === undefined) {
    problems.push({ name, problem: 'is not set, and people sign in by the token service', fix });
  } else {
    const problem = unfilledProblem(connectionName, fix);
    if (problem !== undefined) problems.push({ name, ...problem });
  }
  const given = readSsoAppId(env, problems);
  if (given === undefined && bot?.appType === 'UserAssignedMSI') {
    problems.push({
      name: 'WHY401_SSO_APP_ID',
      problem: 'is not set, and the bot is a managed identity, to which nobody can sign in',
      fix: 'Set it to the Application (client) ID of the app registration behind the OAuth connection',
    });
  }
  const ssoAppId = given ?? bot?.appId;
  return connectionName === undefined || ssoAppId === undefined
    ? null
    : { way: 'token-service', connectionName, ssoAppId };
}

function readSsoAppId(env: Environment, problems: SettingsProblem[]): string | undefined {
  const value = given(env.WHY401_SSO_APP_ID);
  if (value === undefined) return undefined;
  const problem = clientIdProblem('WHY401_SSO_APP_ID', value, 'the app that Teams signs people in to');
  if (problem === undefined) return value.toLowerCase();
  problems.push(problem);
  return undefined;
}
