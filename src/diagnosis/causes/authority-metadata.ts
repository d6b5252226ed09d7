import type { Facts } from '../facts/facts.ts';
import { editDistance } from '../text/nearest.ts';
import type { Rule, Signal } from './root-cause.ts';

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

/** What reads the metadata of an authority and cannot: the address is wrong, or the network is closed. */
export const AUTHORITY_METADATA_RULES: readonly Rule[] = [
  { kind: 'facts', onlyWith: { settings: ['authority', 'instance'] }, test: misspelledAuthority },
  {
    // Spring Security tries the issuer with the three well-known paths behind it; an issuer that holds one already fails.
    kind: 'phrase',
    phrases: ['unable to resolve the configuration with the provided issuer'],
    strength: 'fair',
    when: (facts) => facts.microsoft && facts.of('aadsts').length === 0,
    says: 'The metadata of this issuer could not be read: usually the tenant in it does not exist, or the address is more than the issuer',
  },
];
