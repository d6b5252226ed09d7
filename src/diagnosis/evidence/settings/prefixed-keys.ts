import type { SettingName } from '../evidence.ts';

/** Settings whose key people put the name of their product, service or framework before. */
export type PrefixedName = Extract<
  SettingName,
  'client-id' | 'tenant' | 'authority' | 'redirect-uri' | 'scopes' | 'audience' | 'client-secret'
>;

/** A key behind a prefix: `OAUTH2_PROXY_CLIENT_ID`, `VITE_TENANT_ID`, `oidc-redirect-uri`. */
export interface PrefixedKey {
  readonly name: PrefixedName;
}

/** How the keys end, in lower case without separators. */
const ENDS: Readonly<Record<PrefixedName, string>> = {
  'client-id': 'clientid appid applicationid clientapplicationid',
  tenant: 'tenantid tenant directoryid',
  authority:
    'authority authorityurl authorityuri authurl authorizationurl authorizationendpoint tokenurl tokenendpoint authserverurl discoveryurl providerurl issuerurl wellknownurl',
  'redirect-uri': 'redirecturi redirecturl callbackuri callbackurl replyurl',
  scopes: 'scope scopes',
  audience: 'audience',
  'client-secret': 'clientsecret',
};

/** The keys that a longer word may end with, and words of their own whose value must tell that it is meant. */
export const PREFIXED_KEYS: ReadonlyMap<string, PrefixedKey> = new Map(
  (Object.entries(ENDS) as [PrefixedName, string][]).flatMap(([name, ends]) =>
    ends.split(' ').map((end): [string, PrefixedKey] => [end, { name }]),
  ),
);

/** Other vendors' settings, and those of another app than the one that signs in, have the same ends. */
const OF_SOMEBODY_ELSE =
  /(?:^|[_-])(?:google|gcp|firebase|github|gitlab|bitbucket|facebook|twitter|auth0|okta|cognito|aws|slack|discord|spotify|linkedin|apple|stripe|salesforce|zoom|dropbox|atlassian|jira|paypal|yahoo|keycloak|ping|onelogin|api|resource|target|downstream|backend|server|home|guest)[_-]/;

export function isOfSomebodyElse(key: string): boolean {
  return OF_SOMEBODY_ELSE.test(key.toLowerCase());
}

const GUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
/** Sign-in hosts of Entra ID: workforce, national clouds, External ID and B2C. */
const LOGIN =
  /^https:\/\/(?:login\.(?:microsoft|partner\.microsoft|chinacloudapi)|sts\.windows\.net|[\w-]{1,63}\.(?:ciamlogin|b2clogin)\.com)/i;
const ADDRESS = /^[a-z][a-z0-9+.-]{1,40}:\/\/[^\s]{2,300}$/i;

/** A key with a prefix says less than a known one: its value must have the form that this setting has with Entra ID. */
export function fitsPrefixed(name: PrefixedName, value: string): boolean {
  switch (name) {
    case 'client-id':
      return GUID.test(value);
    case 'tenant':
      return (
        GUID.test(value) || /^(?:common|organizations|consumers|[\w-]{1,63}\.onmicrosoft\.(?:com|us|cn))$/i.test(value)
      );
    case 'authority':
      return LOGIN.test(value);
    case 'redirect-uri':
      return ADDRESS.test(value) && !LOGIN.test(value);
    case 'audience':
      return GUID.test(value) || /^(?:api|https):\/\//i.test(value);
    case 'scopes':
    case 'client-secret':
      return true;
  }
}
