import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../src/diagnosis/diagnose.ts';
import { reportsIn } from '../../../src/diagnosis/evidence/reports-apart.ts';
import { unwrap } from '../../../src/diagnosis/text/unwrap.ts';

const NOW = Date.UTC(2026, 10, 22);
const count = (paste: string) => reportsIn(unwrap(paste)).length;

describe('reports of one message', () => {
  it.each([
    ['1) Anna: AADSTS50105\n2) Ben: AADSTS53003', 2],
    ['Ticket 1: AADSTS7000222 in the job. Ticket 2: AADSTS50011 on staging.', 2],
    ['First problem: the job. Second problem: the site.', 2],
    ['1. one\n2. two\n3. three', 3],
  ])('are told apart in «%s»', (paste, reports) => expect(count(paste)).toBe(reports));

  it.each([
    'AADSTS50105',
    'It takes 2 seconds, the second time it fails',
    'version 2.1\nversion 2.2',
    '2. of May: nothing',
    '',
  ])('is one: «%s»', (paste) => expect(count(paste)).toBe(0));

  it('gives one its own answer and names the other', () => {
    const { cause, verdict, findings, remarks } = diagnose(
      'Ticket 1: AADSTS7000222 in the nightly job. Ticket 2: a user gets AADSTS50011 on the staging site.',
      { now: NOW },
    );
    expect([cause, verdict]).toEqual(['redirect-uri-mismatch', 'certain']);
    expect(findings.map((it) => it.cause)).not.toContain('client-secret-expired');
    expect(remarks.join()).toContain('Another failure in this text');
    expect(remarks.join()).toContain('client secret');
  });

  it('takes no value of another report', () => {
    const { fix } = diagnose(
      `1) Anna Okafor (a.okafor@contoso.example): AADSTS50105 for the expenses app
2) Ben Li (b.li@contoso.example): AADSTS53003: Access has been blocked by Conditional Access policies.`,
      { now: NOW },
    );
    expect(JSON.stringify(fix)).not.toContain('okafor');
  });

  it('reads a list of steps that lead to one failure as a whole', () => {
    const { cause, remarks } = diagnose('1. I sign in\n2. AADSTS50011\n3. I sign in again\n4. AADSTS50011 once more', {
      now: NOW,
    });
    expect(cause).toBe('redirect-uri-mismatch');
    expect(remarks.join()).not.toContain('Another failure');
  });
});
