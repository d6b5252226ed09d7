export {
  APP_TYPES,
  type AppType,
  BOT_REGIONS,
  type BotCredentials,
  type BotRegion,
} from './settings/bot-credentials.ts';
export { databaseUrlWithoutPassword } from './settings/database.ts';
export type { Environment } from './settings/environment.ts';
export { LOG_LEVELS, type LogLevel } from './settings/listening.ts';
export type { MetricsSettings } from './settings/metrics-settings.ts';
export type { AppCredential, MsalSettings } from './settings/msal-settings.ts';
export { CALLBACK_PATH } from './settings/public-url.ts';
export { type ExaminedSettings, examineSettings, readSettings, type Settings } from './settings/read-settings.ts';
export { SettingsError, type SettingsProblem } from './settings/settings-error.ts';
export {
  DEFAULT_SANDBOX_PORT,
  type SandboxSettings,
  SIGN_IN_WAYS,
  type SignInSettings,
  type SignInWay,
  type TokenServiceSettings,
} from './settings/sign-in-settings.ts';
export type { TelemetrySettings, TraceSampler } from './settings/telemetry-settings.ts';
export type { TriageSettings, WebhookSettings } from './settings/triage-settings.ts';
export { isLoopbackHost } from './settings/value-forms.ts';
