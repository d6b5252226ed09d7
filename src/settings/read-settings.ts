import { type BotCredentials, readBotCredentials } from './bot-credentials.ts';
import { readChannelPictures } from './channel-pictures.ts';
import { readDatabaseFile, readDatabaseUrl } from './database.ts';
import type { Environment } from './environment.ts';
import { type LogLevel, readHost, readLogLevel, readPort } from './listening.ts';
import { type MetricsSettings, readMetrics } from './metrics-settings.ts';
import { SettingsError, type SettingsProblem } from './settings-error.ts';
import { readSandbox, readSignIn, type SandboxSettings, type SignInSettings } from './sign-in-settings.ts';
import { readTelemetry, type TelemetrySettings } from './telemetry-settings.ts';
import { readTriage, type TriageSettings } from './triage-settings.ts';
import { readWholeNumber } from './whole-number.ts';

export interface Settings {
  readonly production: boolean;
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** How many reverse proxies stand in front of the service: whose word on the caller's address is taken. */
  readonly proxies: number;
  /** `null` is local mode: no authentication, loopback only, the Agents Playground as the chat. */
  readonly bot: BotCredentials | null;
  /** `null` where nobody signs in, and in local mode, where the sandbox brings its own. */
  readonly signIn: SignInSettings | null;
  /** Set in local mode only. */
  readonly sandbox: SandboxSettings | null;
  /** Path of the SQLite file, or `:memory:`. */
  readonly databaseFile: string;
  /** A PostgreSQL database, which then takes the place of the file. Holds a password: see databaseUrlWithoutPassword. */
  readonly databaseUrl: string | null;
  /** How long what belongs to a person is kept after they last used it. */
  readonly keepDays: number;
  /** `null` where `/metrics` is not served. */
  readonly metrics: MetricsSettings | null;
  /** `null` where no traces are sent. */
  readonly telemetry: TelemetrySettings | null;
  readonly triage: TriageSettings;
  /** Whether pictures of channel messages may be fetched from Graph, for the message extension. */
  readonly channelPictures: boolean;
  readonly logLevel: LogLevel;
}

/** Settings as far as they could be read, and what is wrong with the rest. */
export interface ExaminedSettings {
  /** What is wrong has its default, or is `null`. */
  readonly settings: Settings;
  readonly problems: readonly SettingsProblem[];
}

/**
 * The typed settings of an environment. The names of the credentials are those of Azure Bot and the Bot Framework SDK.
 *
 * @param env names to values; a value of white space counts as absent
 * @throws SettingsError with every problem found
 */
export function readSettings(env: Environment): Settings {
  const { settings, problems } = examineSettings(env);
  if (problems.length > 0) throw new SettingsError(problems);
  return settings;
}

/** Like readSettings, but gives the problems instead of throwing them: a check of an installation goes on behind them. */
export function examineSettings(env: Environment): ExaminedSettings {
  const problems: SettingsProblem[] = [];
  const production = env.NODE_ENV === 'production';
  const bot = readBotCredentials(env, problems);
  const credentialsAsked = bot !== null || problems.length > 0;
  if (production && !credentialsAsked) {
    problems.push({
      name: 'MicrosoftAppId',
      problem: 'is not set, and NODE_ENV is production: without credentials anybody could talk to the bot',
      fix: 'Set MicrosoftAppId, MicrosoftAppType and what that type needs (.env.example), or leave NODE_ENV out to try the bot locally',
    });
  }
  const connected = credentialsAsked || production;
  const settings: Settings = {
    production,
    host: readHost(env, connected, problems),
    port: readPort(env, problems),
    proxies: readWholeNumber(env.WHY401_PROXIES, PROXIES, problems),
    bot,
    signIn: connected ? readSignIn(env, bot, problems) : null,
    sandbox: connected ? null : readSandbox(env, problems),
    databaseFile: readDatabaseFile(env),
    databaseUrl: readDatabaseUrl(env, problems),
    keepDays: readWholeNumber(env.WHY401_KEEP_DAYS, KEEP_DAYS, problems),
    metrics: readMetrics(env, problems),
    telemetry: readTelemetry(env, problems),
    triage: readTriage(env, problems),
    channelPictures: readChannelPictures(env, bot, problems),
    logLevel: readLogLevel(env, problems),
  };
  return { settings, problems };
}

const KEEP_DAYS = { name: 'WHY401_KEEP_DAYS', what: 'a number of days', from: 1, to: 3650, otherwise: 30 };
const PROXIES = { name: 'WHY401_PROXIES', what: 'a number of proxies', from: 0, to: 5, otherwise: 0 };
