/** The environment as the process sees it: names to values. */
export type Environment = Readonly<Record<string, string | undefined>>;

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export const APP_TYPES = ['MultiTenant', 'SingleTenant', 'UserAssignedMSI'] as const;
export type AppType = (typeof APP_TYPES)[number];

/** What the bot signs in to the channel with. */
export interface BotCredentials {
  readonly appId: string;
  readonly appType: AppType;
  /** Absent for a user-assigned managed identity. */
  readonly appPassword?: string;
  /** Absent for a multi-tenant app. */
  readonly tenantId?: string;
}

export interface Settings {
  readonly production: boolean;
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** `null` is local mode: no authentication, loopback only, the Agents Playground as the chat. */
  readonly bot: BotCredentials | null;
  /** Path of the SQLite file, or `:memory:`. */
  readonly databaseFile: string;
  readonly logLevel: LogLevel;
}

export interface SettingsProblem {
  /** The variable to change. */
  readonly name: string;
  /** What is wrong; never holds the value of a secret. */
  readonly problem: string;
  readonly fix: string;
}

/** All problems of the environment at once, so that nobody mends them one start at a time. */
export class SettingsError extends Error {
  readonly code = 'WHY401_SETTINGS_INVALID';
  readonly problems: readonly SettingsProblem[];
  constructor(problems: readonly SettingsProblem[]) {
    super(problems.map(({ name, problem, fix }) => `${name} ${problem}. ${fix}.`).join('\n'));
    this.name = 'SettingsError';
    this.problems = problems;
  }
}

const DEFAULT_PORT = 3978;
const DEFAULT_DATABASE_FILE = 'data/why401.db';
const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const DOMAIN = /^[a-z0-9](?:[a-z0-9-]{0,62}\.){1,8}[a-z]{2,63}$/i;
/** `<your app id>`, `${{APP_ID}}`, `your-app-id`: left over from a template. */
const PLACEHOLDER = /^(?:<.{0,200}>|\$\{.{0,200}\}|\{\{.{0,200}\}\}|your[-_ ].{0,200})$/i;
const KEY_VAULT_REFERENCE = '@Microsoft.KeyVault(';

/**
 * The typed settings of an environment. The names of the credentials are those of Azure Bot and the Bot Framework SDK.
 *
 * @param env names to values; a value of white space counts as absent
 * @throws SettingsError with every problem found
 */
export function readSettings(env: Environment): Settings {
  const problems: SettingsProblem[] = [];
  const production = env.NODE_ENV === 'production';
  const bot = readCredentials(env, problems);
  const credentialsAsked = bot !== null || problems.length > 0;
  if (production && !credentialsAsked) {
    problems.push({
      name: 'MicrosoftAppId',
      problem: 'is not set, and NODE_ENV is production: without credentials anybody could talk to the bot',
      fix: 'Set MicrosoftAppId, MicrosoftAppType and what that type needs (.env.example), or leave NODE_ENV out to try the bot locally',
    });
  }
  const settings: Settings = {
    production,
    host: readHost(env, credentialsAsked || production, problems),
    port: readPort(env, problems),
    bot,
    databaseFile: given(env.WHY401_DATABASE_FILE) ?? DEFAULT_DATABASE_FILE,
    logLevel: readLogLevel(env, problems),
  };
  if (problems.length > 0) throw new SettingsError(problems);
  return settings;
}

/** True for the addresses that only this machine reaches. */
export function isLoopbackHost(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(host);
}

function readCredentials(env: Environment, problems: SettingsProblem[]): BotCredentials | null {
  const appId = given(env.MicrosoftAppId);
  const appPassword = given(env.MicrosoftAppPassword);
  const tenantId = given(env.MicrosoftAppTenantId);
  const wantedType = given(env.MicrosoftAppType);
  if (appId === undefined && appPassword === undefined && tenantId === undefined) {
    // A type alone is what a template leaves behind; it is no wish for credentials, but a wrong one is still named.
    if (wantedType !== undefined) readAppType(wantedType, undefined, problems);
    return null;
  }
  const before = problems.length;
  checkAppId(appId, problems);
  const appType = readAppType(wantedType, tenantId, problems);
  if (appType !== undefined) {
    checkTenant(appType, tenantId, problems);
    checkPassword(appType, env.MicrosoftAppPassword, problems);
  }
  if (problems.length > before || appId === undefined || appType === undefined) return null;
  return {
    appId,
    appType,
    ...(appPassword === undefined ? {} : { appPassword }),
    ...(tenantId === undefined ? {} : { tenantId }),
  };
}

function checkAppId(appId: string | undefined, problems: SettingsProblem[]): void {
  const name = 'MicrosoftAppId';
  if (appId === undefined) {
    problems.push({
      name,
      problem: 'is not set, though other credentials are',
      fix: 'Set it to the Application (client) ID of the bot, from its Overview page in the Entra admin center',
    });
  } else if (!GUID.test(appId)) {
    problems.push({
      name,
      problem: PLACEHOLDER.test(appId) ? 'still holds a placeholder' : 'is not a GUID',
      fix: 'Set it to the Application (client) ID of the bot, in the form 00000000-0000-0000-0000-000000000000',
    });
  }
}

function readAppType(
  wanted: string | undefined,
  tenantId: string | undefined,
  problems: SettingsProblem[],
): AppType | undefined {
  const name = 'MicrosoftAppType';
  if (wanted === undefined) {
    // The SDK would take MultiTenant and leave the tenant out: tokens would then come from the wrong authority.
    if (tenantId === undefined) return 'MultiTenant';
    problems.push({
      name,
      problem: 'is not set, though MicrosoftAppTenantId is',
      fix: 'Set it to SingleTenant, or to UserAssignedMSI for a managed identity',
    });
    return undefined;
  }
  const found = APP_TYPES.find((type) => type.toLowerCase() === wanted.toLowerCase());
  if (found === undefined) {
    problems.push({ name, problem: 'is not one of the known types', fix: `Set it to ${APP_TYPES.join(', ')}` });
  }
  return found;
}

function checkTenant(appType: AppType, tenantId: string | undefined, problems: SettingsProblem[]): void {
  const name = 'MicrosoftAppTenantId';
  if (tenantId === undefined) {
    if (appType === 'MultiTenant') return;
    problems.push({
      name,
      problem: `is not set, though MicrosoftAppType is ${appType}`,
      fix: 'Set it to the Directory (tenant) ID, from the Overview page of the Entra admin center',
    });
  } else if (!GUID.test(tenantId) && !DOMAIN.test(tenantId)) {
    problems.push({
      name,
      problem: PLACEHOLDER.test(tenantId) ? 'still holds a placeholder' : 'is neither a GUID nor a domain',
      fix: 'Set it to the Directory (tenant) ID, from the Overview page of the Entra admin center',
    });
  }
}

function checkPassword(appType: AppType, raw: string | undefined, problems: SettingsProblem[]): void {
  const name = 'MicrosoftAppPassword';
  const value = given(raw);
  if (appType === 'UserAssignedMSI') {
    if (value === undefined) return;
    problems.push({
      name,
      problem: 'is set, but a managed identity (UserAssignedMSI) has no password',
      fix: 'Remove it, or change MicrosoftAppType',
    });
    return;
  }
  if (value === undefined || raw === undefined) {
    problems.push({
      name,
      problem: `is not set, though MicrosoftAppType is ${appType}`,
      fix: 'Set it to the Value of a client secret, from Certificates & secrets of the app registration',
    });
    return;
  }
  const problem = passwordProblem(raw, value);
  if (problem !== undefined) problems.push({ name, ...problem });
}

function passwordProblem(raw: string, value: string): Omit<SettingsProblem, 'name'> | undefined {
  if (value.startsWith(KEY_VAULT_REFERENCE)) {
    return {
      problem: 'holds a Key Vault reference that was not resolved',
      fix: 'Let the identity of the app read the secret (Key Vault Secrets User), then look at the reference in the app settings',
    };
  }
  if (PLACEHOLDER.test(value)) {
    return { problem: 'still holds a placeholder', fix: 'Set it to the Value of a client secret' };
  }
  if (GUID.test(value)) {
    return {
      problem: 'is a GUID, which is the ID of a client secret and not the secret (this leads to AADSTS7000215)',
      fix: 'Copy the column Value of Certificates & secrets; where it is hidden already, make a new secret',
    };
  }
  if (raw !== value || /^(["']).{0,400}\1$/.test(value)) {
    return {
      problem: 'has white space or quotation marks around it',
      fix: 'Remove them: they would be sent as part of the secret',
    };
  }
  return undefined;
}

function readHost(env: Environment, authenticated: boolean, problems: SettingsProblem[]): string {
  const host = given(env.HOST);
  if (host === undefined) return authenticated ? '0.0.0.0' : '127.0.0.1';
  if (!authenticated && !isLoopbackHost(host)) {
    problems.push({
      name: 'HOST',
      problem: 'is not a loopback address, and there are no credentials: anybody on the network could talk to the bot',
      fix: 'Leave HOST out or set it to 127.0.0.1, or set the credentials (.env.example)',
    });
  }
  return host;
}

function readPort(env: Environment, problems: SettingsProblem[]): number {
  const port = given(env.PORT);
  if (port === undefined) return DEFAULT_PORT;
  if (/^\d{1,5}$/.test(port) && Number(port) <= 65_535) return Number(port);
  problems.push({
    name: 'PORT',
    problem: 'is not a port number',
    fix: `Set it to a whole number from 0 (any free port) to 65535, or leave it out for ${DEFAULT_PORT}`,
  });
  return DEFAULT_PORT;
}

function readLogLevel(env: Environment, problems: SettingsProblem[]): LogLevel {
  const level = given(env.LOG_LEVEL)?.toLowerCase();
  if (level === undefined) return 'info';
  const found = LOG_LEVELS.find((known) => known === level);
  if (found !== undefined) return found;
  problems.push({
    name: 'LOG_LEVEL',
    problem: 'is not one of the known levels',
    fix: `Set it to ${LOG_LEVELS.join(', ')}`,
  });
  return 'info';
}

function given(value: string | undefined): string | undefined {
  const trimmed = value?.trim();
  return trimmed === undefined || trimmed === '' ? undefined : trimmed;
}
