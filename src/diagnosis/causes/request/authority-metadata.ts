import type { Facts } from '../../facts/facts.ts';
import { editDistance } from '../../text/nearest.ts';
import type { Rule, Signal } from '../root-cause.ts';

/** Sign-in hosts of all clouds (the hosts that MSAL takes without asking). */
const SIGN_IN_HOSTS = [
  'login.microsoftonline.com',
  'login.microsoftonline.us',
  'login.partner.microsoftonline.cn',
  'login.chinacloudapi.cn',
  'login.microsoft.com',
  'login.windows.net',
  'sts.windows.net',
] as const;
/** Two letters changed places are two steps; a third belongs to another name. */
const MOST_STEPS = 2;
const HOST = /^https:\/\/([a-z0-9.-]{8,60})(?:[/:]|$)/i;

/** A host that is none of the sign-in hosts, and one or two letters from one of them. */
function misspelled(host: string): string | undefined {
  if (SIGN_IN_HOSTS.some((known) => known === host)) return undefined;
  return SIGN_IN_HOSTS.find(
    (known) => Math.abs(known.length - host.length) <= MOST_STEPS && editDistance(known, host) <= MOST_STEPS,
  );
}

function misspelledAuthority(facts: Facts): Signal | undefined {
  for (const setting of facts.of('setting')) {
    if (setting.name !== 'authority' && setting.name !== 'instance') continue;
    const host = HOST.exec(setting.values[0] ?? '')?.[1]?.toLowerCase();
    const meant = host === undefined ? undefined : misspelled(host);
    if (meant !== undefined)
      return { strength: 'strong', at: setting.span, says: `The sign-in host is written ${host}; it is ${meant}` };
  }
  return undefined;
}

/** MSAL.NET, ADAL, MSAL for Java: what they were given as the authority is no address of the form that they call. */
const NO_ADDRESS = [
  'must be in a well-formed uri format',
  "'authority' should be in uri format",
  "authority should use the 'https' scheme",
  "'authority' should use the 'https' scheme",
  'authority uri should have at least one segment',
  "'authority' uri should have at least one segment",
] as const;
/** Auth.js makes an address of the issuer, to read its metadata. */
const INVALID_URL = 'typeerror: invalid url';
const ISSUER_OF_AUTH_JS = ['getauthorizationurl', 'authorization-url.'] as const;
const ENTRA_ID_IN_AUTH_JS = ['microsoft-entra-id', 'microsoftentraid', 'microsoft_entra_id'] as const;

function issuerIsNoAddress(facts: Facts): Signal | undefined {
  const at = facts.phrase(INVALID_URL);
  if (at === undefined || facts.anyPhrase(...ISSUER_OF_AUTH_JS) === undefined) return undefined;
  return facts.anyPhrase(...ENTRA_ID_IN_AUTH_JS) === undefined
    ? undefined
    : { strength: 'strong', at, says: 'Auth.js reads the issuer as an address, and a tenant id alone is none' };
}

/** What the program must be given, where what it has is no address at all. */
export function wantedAddress(facts: Facts): string | undefined {
  const authority = `https://${facts.values.loginHost ?? 'login.microsoftonline.com'}/${facts.values.tenant ?? 'YOUR_TENANT_ID'}`;
  if (issuerIsNoAddress(facts) !== undefined) return `${authority}/v2.0`;
  return facts.anyPhrase(...NO_ADDRESS) === undefined ? undefined : authority;
}

/** What reads the metadata of an authority and cannot: the address is wrong, or the network is closed. */
export const AUTHORITY_METADATA_RULES: readonly Rule[] = [
  { kind: 'facts', onlyWith: { settings: ['authority', 'instance'] }, test: misspelledAuthority },
  {
    kind: 'phrase',
    phrases: NO_ADDRESS,
    strength: 'strong',
    when: (facts) => facts.of('aadsts').length === 0,
    says: 'The library could not read the authority as an address: it lacks https:// or the tenant, or a placeholder stands in it',
  },
  {
    kind: 'facts',
    phrases: [INVALID_URL, ...ISSUER_OF_AUTH_JS, ...ENTRA_ID_IN_AUTH_JS],
    onlyWith: { phrases: [INVALID_URL] },
    test: issuerIsNoAddress,
  },
  {
    // Spring Security tries the issuer with the three well-known paths behind it; an issuer that holds one already fails.
    kind: 'phrase',
    phrases: ['unable to resolve the configuration with the provided issuer'],
    strength: 'fair',
    when: (facts) => facts.microsoft && facts.of('aadsts').length === 0,
    says: 'The metadata of this issuer could not be read: usually the tenant in it does not exist, or the address is more than the issuer',
  },
];
