import { describe, expect, it } from 'vitest';
import {
  assertionOutOfTime,
  foreignAssertion,
  ownAssertion,
  provesByAssertion,
} from '../../../../src/diagnosis/causes/credentials/own-assertion.ts';
import { CAUSE_PHRASES } from '../../../../src/diagnosis/causes/phrases.ts';
import { diagnose } from '../../../../src/diagnosis/diagnose.ts';
import { readEvidence } from '../../../../src/diagnosis/evidence/read-evidence.ts';
import { buildFacts } from '../../../../src/diagnosis/facts/build-facts.ts';
import type { Facts } from '../../../../src/diagnosis/facts/facts.ts';
import { unwrap } from '../../../../src/diagnosis/text/unwrap.ts';

const NOW = Date.UTC(2026, 10, 22);
const APP = '7d1f0c9e-5a0b-4a5c-8f65-0f0a4f3f1c22';
/** The Date of the answer. */
const ANSWERED = Date.UTC(2026, 2, 4, 9, 2, 41) / 1000;

function factsOf(paste: string): Facts {
  return buildFacts({
    evidence: readEvidence(unwrap(paste), CAUSE_PHRASES),
    phrases: CAUSE_PHRASES,
    language: null,
    now: NOW,
  });
}

function base64url(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function refused(nbf: number, issuer = APP, subject = issuer, body = '{"error":"invalid_client"}'): string {
  const aud = 'https://login.microsoftonline.com/contoso.com/v2.0';
  const claims = { aud, iss: issuer, sub: subject, nbf, exp: nbf + 600 };
  const assertion = `${base64url({ alg: 'PS256', typ: 'JWT' })}.${base64url(claims)}.${'c2lnbmF0dXJl'.repeat(8)}`;
  return [
    'POST https://login.microsoftonline.com/contoso.com/oauth2/v2.0/token',
    `grant_type=client_credentials&client_id=${APP}&client_assertion_type=urn%3Aietf%3Aparams%3Aoauth%3Aclient-assertion-type%3Ajwt-bearer&client_assertion=${assertion}`,
    '',
    'HTTP/1.1 401 Unauthorized',
    'Date: Wed, 04 Mar 2026 09:02:41 GMT',
    '',
    body,
  ].join('\n');
}

const IN_TIME = refused(ANSWERED - 20);
const OF_GITHUB = refused(
  ANSWERED - 20,
  'https://token.actions.githubusercontent.com',
  'repo:contoso/rota:pull_request',
);

describe('the assertion of a refused request', () => {
  it('is told from a secret, and the app’s own from another issuer’s', () => {
    expect(provesByAssertion(factsOf(IN_TIME))).toBe(true);
    expect(
      provesByAssertion(
        factsOf(
          'POST https://login.microsoftonline.com/contoso.com/oauth2/v2.0/token\nclient_secret=x&client_assertion=y',
        ),
      ),
    ).toBe(false);
    expect(ownAssertion(factsOf(IN_TIME))?.claims.iss).toBe(APP);
    expect(foreignAssertion(factsOf(IN_TIME))).toBeUndefined();
    expect(ownAssertion(factsOf(OF_GITHUB))).toBeUndefined();
    expect(foreignAssertion(factsOf(OF_GITHUB))?.claims.sub).toBe('repo:contoso/rota:pull_request');
  });

  it.each([
    ['in time', -20, undefined],
    ['within the tolerance', 200, undefined],
    ['an hour ahead', 3600, 3600_000],
    ['two hours late, as by a time zone', -7200, 7200_000],
    ['kept for half an hour', -2220, null],
  ])('%s', (_, seconds, clock) => {
    expect(assertionOutOfTime(factsOf(refused(ANSWERED + seconds)))?.clock).toBe(clock);
  });

  it('says nothing beside a code, which says more', () => {
    const code = '{"error":"invalid_client","error_description":"AADSTS700027: The certificate is not registered."}';
    expect(assertionOutOfTime(factsOf(refused(ANSWERED + 3600, APP, APP, code)))).toBeUndefined();
  });

  it.each([
    [refused(ANSWERED + 3600), 'clock-skew'],
    [refused(ANSWERED - 2220), 'client-assertion-invalid'],
    [IN_TIME, 'client-assertion-invalid'],
    [OF_GITHUB, 'federated-credential-mismatch'],
  ])('leads to the cause (%#)', (paste, cause) => {
    const diagnosis = diagnose(paste, { now: NOW });
    expect(diagnosis.cause).toBe(cause);
    expect(diagnosis.verdict).not.toBe('certain');
  });
});
