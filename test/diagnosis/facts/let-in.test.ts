import { describe, expect, it } from 'vitest';
import { CAUSE_PHRASES } from '../../../src/diagnosis/causes/phrases.ts';
import { diagnose } from '../../../src/diagnosis/diagnose.ts';
import { readEvidence } from '../../../src/diagnosis/evidence/read-evidence.ts';
import { buildFacts } from '../../../src/diagnosis/facts/build-facts.ts';
import type { Facts } from '../../../src/diagnosis/facts/facts.ts';
import { hasSignInBehindIt, isSignInRefused, wasLetIn } from '../../../src/diagnosis/facts/let-in.ts';
import { unwrap } from '../../../src/diagnosis/text/unwrap.ts';

const NOW = Date.UTC(2026, 10, 22);

function factsOf(paste: string): Facts {
  const evidence = readEvidence(unwrap(paste), CAUSE_PHRASES);
  return buildFacts({ evidence, phrases: CAUSE_PHRASES, language: null, now: NOW });
}

const CALL = 'GET https://graph.microsoft.com/v1.0/me/events';

describe('how far a sign-in had come', () => {
  it.each([
    [`${CALL}\nHTTP/1.1 403 Forbidden`, false, true, true],
    [`${CALL}\nHTTP/1.1 401 Unauthorized`, false, false, true],
    ['GET https://api.contoso.example/orders\nHTTP/1.1 403 Forbidden', false, false, true],
    ['AADSTS50011: The redirect URI', true, false, false],
    ['{"error":"unauthorized_client"}', true, false, false],
    [`AADSTS50011: The redirect URI\n${CALL}\nHTTP/1.1 403 Forbidden`, true, true, false],
    ['CLIENT_ID=fd4d0981-1de1-45e9-bad5-210b633298d5', false, false, false],
  ])('%s', (paste, refused, letIn, behind) => {
    const facts = factsOf(paste);
    expect([isSignInRefused(facts), wasLetIn(facts), hasSignInBehindIt(facts)]).toEqual([refused, letIn, behind]);
  });

  it('decides whether a registration that does not fit its authority is what failed', () => {
    const settings = '"signInAudience": "AzureADMyOrg"\nauthority = "https://login.microsoftonline.com/common"';
    expect(diagnose(settings, { now: NOW }).cause).toBe('account-type-mismatch');
    expect(diagnose(`${settings}\n${CALL}\nHTTP/1.1 403 Forbidden`, { now: NOW }).cause).not.toBe(
      'account-type-mismatch',
    );
  });
});
