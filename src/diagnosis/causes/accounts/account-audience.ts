import type { Facts } from '../../facts/facts.ts';
import { sentence, theApp } from '../words/wording.ts';

/** Which accounts an app registration takes (Manifest, `signInAudience`). */
export type AccountAudience = 'one-tenant' | 'organisations' | 'everyone' | 'personal-only';

/**
 * The accounts that the app takes, where the paste says so: the manifest's words or the portal's.
 * https://learn.microsoft.com/entra/identity-platform/reference-microsoft-graph-app-manifest#signinaudience-attribute
 */
export function accountAudience(facts: Facts): AccountAudience | null {
  const said = facts
    .of('setting')
    .find((item) => item.name === 'account-types')
    ?.values.join(' ')
    .toLowerCase();
  if (said === undefined) return null;
  if (/andpersonal| and personal| \+ personal/.test(said)) return 'everyone';
  if (/personalmicrosoftaccount|personal (?:microsoft )?accounts only/.test(said)) return 'personal-only';
  if (
    /multipleorgs|any organi[sz]ational directory|multi-?tenant|multiple (?:organi[sz]ations|entra id tenants)|any (?:microsoft )?entra/.test(
      said,
    )
  )
    return 'organisations';
  if (/myorg|this organi[sz]ational directory|single.?tenant|my organi[sz]ation/.test(said)) return 'one-tenant';
  return null;
}

/** The tenant part of the authority, with its synonyms: `common`, `organizations`, `consumers`, or a tenant. */
export function authorityOf(facts: Facts): string | undefined {
  const named = facts
    .of('setting')
    .find(
      (item) =>
        (item.name === 'tenant' || item.name === 'authority') &&
        /(?:^|\/)(?:common|organizations|consumers)\/?(?:v2\.0\/?)?$/i.test(item.values[0] ?? ''),
    );
  return (
    facts.values.authorityTenant ?? /(common|organizations|consumers)/i.exec(named?.values[0] ?? '')?.[1]?.toLowerCase()
  );
}

/** What the portal and the manifest call an audience. */
export const AUDIENCE_NAMES: Readonly<Record<AccountAudience, string>> = {
  'one-tenant': 'AzureADMyOrg',
  organisations: 'AzureADMultipleOrgs',
  everyone: 'AzureADandPersonalMicrosoftAccount',
  'personal-only': 'PersonalMicrosoftAccount',
};

/** What the registration of the paste takes, where the authority of the paste lets in others. */
export function registeredAgainstAuthority(facts: Facts): string | undefined {
  const audience = accountAudience(facts);
  const authority = authorityOf(facts);
  if (audience === null || authority === undefined || !/^(?:common|organizations|consumers)$/.test(authority))
    return undefined;
  const taken = {
    'one-tenant': 'accounts of one tenant only',
    organisations: authority === 'organizations' ? undefined : 'work and school accounts only',
    everyone: undefined,
    'personal-only': authority === 'consumers' ? undefined : 'personal Microsoft accounts only',
  }[audience];
  return (
    taken &&
    `${sentence(theApp(facts))} is registered for ${taken} (${AUDIENCE_NAMES[audience]}), but the sign-in goes to /${authority}.`
  );
}
