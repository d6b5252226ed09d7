import type { Settings } from '../../settings.ts';
import type { AppIdentity } from './app-token.ts';

/** Where the tokens of a multi-tenant bot come from. */
const BOT_FRAMEWORK_TENANT = 'botframework.com';
const NO_TENANT: ReadonlySet<string> = new Set(['common', 'organizations', 'consumers']);

function botTenant({ bot }: Pick<Settings, 'bot'>): string | null {
  if (bot === null) return null;
  return bot.appType === 'MultiTenant' ? BOT_FRAMEWORK_TENANT : (bot.tenantId ?? null);
}

/** The bot's own app; `null` for a managed identity, which proves itself on Azure only. */
export function botApp({ bot }: Pick<Settings, 'bot'>): AppIdentity | null {
  const tenant = botTenant({ bot });
  if (bot?.appPassword === undefined || tenant === null) return null;
  return { clientId: bot.appId, tenant, proof: { kind: 'secret', secret: bot.appPassword } };
}

/** The app that people sign in to by MSAL; `null` where there is none, or no tenant of which to ask a token. */
export function signInApp({ signIn }: Pick<Settings, 'signIn'>): AppIdentity | null {
  if (signIn?.way !== 'msal' || NO_TENANT.has(signIn.tenant)) return null;
  return { clientId: signIn.clientId, tenant: signIn.tenant, proof: signIn.credential };
}

/** The tenants that the installation depends on, each once. */
export function tenantsOf(settings: Settings): readonly string[] {
  const signInTenant = settings.signIn?.way === 'msal' ? settings.signIn.tenant : null;
  return [...new Set([botTenant(settings), signInTenant].filter((tenant) => tenant !== null))];
}
