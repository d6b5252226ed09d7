const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const ZERO_GUID = /^[0-]{36}$/;
const DOMAIN = /^[a-z0-9](?:[a-z0-9-]{0,62}\.){1,8}[a-z]{2,63}$/i;
/** `<your app id>`, `${{APP_ID}}`, `your-app-id`: left over from a template. */
const PLACEHOLDER = /^(?:<.{0,200}>|\$\{.{0,200}\}|\{\{.{0,200}\}\}|your[-_ ].{0,200})$/i;

/** Whether it is a GUID, as ids of apps and tenants are. */
export function isGuid(value: string): boolean {
  return GUID.test(value);
}

/** A domain name of at least two labels, as a tenant may be called by. */
export function isDomain(value: string): boolean {
  return DOMAIN.test(value);
}

/** Left over from a template: not filled in. The GUID of zeros stands in many samples. */
export function isPlaceholder(value: string): boolean {
  return PLACEHOLDER.test(value) || ZERO_GUID.test(value);
}

/** True for the addresses that only this machine reaches. */
export function isLoopbackHost(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(host);
}
