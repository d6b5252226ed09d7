import { clientIdProblem } from './client-id.ts';
import { type Environment, given } from './environment.ts';
import { clientSecretProblem } from './secret-value.ts';
import type { SettingsProblem } from './settings-error.ts';
import { isDomain, isGuid, isPlaceholder } from './value-forms.ts';

export const APP_TYPES = ['MultiTenant', 'SingleTenant', 'UserAssignedMSI'] as const;
export type AppType = (typeof APP_TYPES)[number];

/** The locations of an Azure Bot, by Azure's names. A regional one keeps grants in its region, at an address of its own. */
export const BOT_REGIONS = ['global', 'westeurope', 'centralindia'] as const;
export type BotRegion = (typeof BOT_REGIONS)[number];

/** What the bot signs in to the channel with. */
export interface BotCredentials {
  readonly appId: string;
  readonly appType: AppType;
  /** Absent for a user-assigned managed identity. */
  readonly appPassword?: string;
  /** Absent for a multi-tenant app. */
  readonly tenantId?: string;
  readonly region: BotRegion;
}

/** `null` where no credentials are given, or where they are wrong: `problems` then has more than before. */
export function readBotCredentials(env: Environment, problems: SettingsProblem[]): BotCredentials | null {
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
  const region = readRegion(env.WHY401_BOT_REGION, problems);
  if (problems.length > before || appId === undefined || appType === undefined) return null;
  return {
    appId,
    appType,
    region,
    ...(appPassword === undefined ? {} : { appPassword }),
    ...(tenantId === undefined ? {} : { tenantId }),
  };
}

function readRegion(raw: string | undefined, problems: SettingsProblem[]): BotRegion {
  const wanted = given(raw)?.toLowerCase();
  const found = BOT_REGIONS.find((region) => region === (wanted ?? 'global'));
  if (found !== undefined) return found;
  problems.push({
    name: 'WHY401_BOT_REGION',
    problem: 'is not one of the locations of an Azure Bot',
    fix: `Set it to the location of the Azure Bot (${BOT_REGIONS.join(', ')}), or leave it out for a global one`,
  });
  return 'global';
}

function checkAppId(appId: string | undefined, problems: SettingsProblem[]): void {
  const name = 'MicrosoftAppId';
  if (appId === undefined) {
    problems.push({
      name,
      problem: 'is not set, though other credentials are',
      fix: 'Set it to the Application (client) ID of the bot, from its Overview page in the Entra admin center',
    });
    return;
  }
  const problem = clientIdProblem(name, appId, 'the bot');
  if (problem !== undefined) problems.push(problem);
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
  const fix = 'Set it to the Directory (tenant) ID, from the Overview page of the Entra admin center';
  if (tenantId === undefined) {
    if (appType === 'MultiTenant') return;
    problems.push({ name, problem: `is not set, though MicrosoftAppType is ${appType}`, fix });
  } else if (isPlaceholder(tenantId)) {
    problems.push({ name, problem: 'still holds a placeholder', fix });
  } else if (!isGuid(tenantId) && !isDomain(tenantId)) {
    problems.push({ name, problem: 'is neither a GUID nor a domain', fix });
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
  const problem = clientSecretProblem(raw, value);
  if (problem !== undefined) problems.push({ name, ...problem });
}
