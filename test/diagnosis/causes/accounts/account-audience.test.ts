import { describe, expect, it } from 'vitest';
import { accountAudience, authorityOf } from '../../../../src/diagnosis/causes/accounts/account-audience.ts';
import { CAUSE_PHRASES } from '../../../../src/diagnosis/causes/phrases.ts';
import { readEvidence } from '../../../../src/diagnosis/evidence/read-evidence.ts';
import { buildFacts } from '../../../../src/diagnosis/facts/build-facts.ts';
import type { Facts } from '../../../../src/diagnosis/facts/facts.ts';
import { unwrap } from '../../../../src/diagnosis/text/unwrap.ts';

function factsOf(paste: string): Facts {
  return buildFacts({
    evidence: readEvidence(unwrap(paste), CAUSE_PHRASES),
    phrases: CAUSE_PHRASES,
    language: null,
    now: Date.UTC(2026, 10, 22),
  });
}

describe('accountAudience', () => {
  it.each([
    ['"signInAudience": "AzureADMyOrg"', 'one-tenant'],
    ['"signInAudience": "AzureADMultipleOrgs"', 'organisations'],
    ['"signInAudience": "AzureADandPersonalMicrosoftAccount"', 'everyone'],
    ['"signInAudience": "PersonalMicrosoftAccount"', 'personal-only'],
    [
      'Supported account types: Accounts in this organizational directory only (Contoso only - Single tenant)',
      'one-tenant',
    ],
    [
      'Supported account types: Accounts in any organizational directory (Any Microsoft Entra ID tenant - Multitenant)',
      'organisations',
    ],
    ['Supported account types: Personal Microsoft accounts only', 'personal-only'],
    ['nothing of the kind', null],
  ])('%s', (paste, audience) => {
    expect(accountAudience(factsOf(paste))).toBe(audience);
  });
});

describe('authorityOf', () => {
  it.each([
    ['authority = "https://login.microsoftonline.com/common"', 'common'],
    ['Connect-MgGraph -TenantId consumers', 'consumers'],
    ['authority = "https://login.microsoftonline.com/contoso.com"', 'contoso.com'],
    ['nothing', undefined],
  ])('%s', (paste, authority) => {
    expect(authorityOf(factsOf(paste))).toBe(authority);
  });
});
