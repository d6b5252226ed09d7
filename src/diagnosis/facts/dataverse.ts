/** One environment of Dataverse: `org1.crm4.dynamics.com`, `org1.api.crm4.dynamics.com`. */
const ENVIRONMENT =
  /^(?:https?:\/\/)?([\w-]{1,80})(?:\.api)?\.crm\d{0,2}\.(?:dynamics\.(?:com|cn)|microsoftdynamics\.us|appsplatform\.us)/i;
/** Addresses that answer for every environment. */
const SHARED: ReadonlySet<string> = new Set(['globaldisco', 'disco', 'admin']);

/**
 * Whether a token's audience fits the environment of Dataverse that is called. Each takes tokens for its own address, or for
 * Dataverse's app id; of the other APIs of Power Platform it takes none. True for any other host.
 *
 * Source: learn.microsoft.com/power-apps/developer/data-platform/authenticate-oauth.
 */
export function fitsEnvironment(aud: string, host: string | null | undefined): boolean {
  const called = host == null ? undefined : ENVIRONMENT.exec(host)?.[1]?.toLowerCase();
  if (called === undefined || SHARED.has(called) || !/^https?:/i.test(aud)) return true;
  return ENVIRONMENT.exec(aud)?.[1]?.toLowerCase() === called;
}
