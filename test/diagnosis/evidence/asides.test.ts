import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../src/diagnosis/diagnose.ts';
import { asidesOf } from '../../../src/diagnosis/evidence/asides.ts';
import { unwrap } from '../../../src/diagnosis/text/unwrap.ts';
import { expectWithin } from '../../processor-time.ts';

function asides(paste: string): readonly string[] {
  return asidesOf(unwrap(paste)).map(({ start, end }) => paste.slice(start, end));
}

describe('what is told to be an example', () => {
  it('goes from its line to the one that leads to what is one’s own', () => {
    expect(asides('The documentation shows this example:\nHTTP 401\n\nWhat we get:\nHTTP 403')).toEqual([
      'The documentation shows this example:\nHTTP 401\n\n',
    ]);
    expect(asides('Unsere Antwort:\nHTTP 403\nBeispiel aus der Dokumentation:\nHTTP 401')).toEqual([
      'Beispiel aus der Dokumentation:\nHTTP 401',
    ]);
  });

  it('is nothing where no other part is told to be one’s own, or no line leads to it', () => {
    expect(asides('Example:\nHTTP 401')).toEqual([]);
    expect(asides('What we get:\nHTTP 403\nI followed the example of the documentation.')).toEqual([]);
    expect(asides('What we get:\nGET https://api.contoso.example/x\nHost: app.example')).toEqual([]);
  });

  it('is an older mail below, and what used to come', () => {
    expect(asides('Hello Lena, it is another one now\n\nOn Monday Lena wrote:\n> 401')).toEqual([
      '\nOn Monday Lena wrote:\n> 401',
    ]);
    expect(asides('Hello, it is another one now\nFrom: Lena\nSent: Monday\n401')).toEqual([
      '\nFrom: Lena\nSent: Monday\n401',
    ]);
    expect(asides('From: Lena\nSent: Monday\n401')).toEqual([]);
    expect(asides('\n---------- Forwarded message ---------\nFrom: Lena\nDate: Monday\n401')).toEqual([]);
  });

  it('is what stands below the mail that a note forwards, where the note says nothing', () => {
    const thread = unwrap(
      'Hi team, please see below\nFrom: Lena\nSent: Monday\nnow it says 50053 here\n\nFrom: IT Service\nSent: March\nit was 50105',
    );
    const below = (mails: number) => asidesOf(thread, mails).map(({ start, end }) => thread.paste.slice(start, end));
    expect(below(1)[0]).toContain('From: Lena');
    expect(below(2)).toEqual(['\nFrom: IT Service\nSent: March\nit was 50105']);
    expect(below(3)).toEqual([]);
    expect(asides('It used to be 401, now it is 403')).toEqual(['used to be 401, now']);
  });

  it('is what somebody rules out, reads about or puts off, to the end of the sentence or line', () => {
    expect(asides('HTTP 403\nIt is not this one: HTTP 401')).toEqual(['\nIt is not this one: HTTP 401']);
    expect(asides('It is not because of a policy, but HTTP 401')).toEqual(['It is not because of a policy']);
    expect(asides('I read about HTTP 401. We get HTTP 403')).toEqual(['I read about HTTP 401']);
    expect(asides('// TODO: handle HTTP 401\nHTTP 403')).toEqual(['// TODO: handle HTTP 401']);
    expect(asides('HTTP 403\nLast month, since fixed: HTTP 401')).toEqual(['since fixed: HTTP 401']);
    expect(asides('It is not working: HTTP 401')).toEqual([]);
    expect(asides('I checked the log and found HTTP 401')).toEqual([]);
  });

  it('is a code that is told to be over, to the end of the clause', () => {
    expect(asides('AADSTS50011 is fixed now. HTTP 403')).toEqual(['AADSTS50011 is fixed now']);
    expect(asides('AADSTS65001 ist behoben, jetzt HTTP 403')).toEqual(['AADSTS65001 ist behoben']);
    expect(asides('AADSTS50011 is not fixed. HTTP 403')).toEqual([]);
    expect(asides('AADSTS50011: the redirect URI is fixed in the code')).toEqual([]);
    expect(
      diagnose('AADSTS7000222 was fixed yesterday. Now: Correlation failed at /signin-oidc', { now: 0 }).cause,
    ).toBe('state-or-nonce-mismatch');
    expect(diagnose('AADSTS50011 is fixed', { now: 0 }).cause).toBe('not-enough-evidence');
    expect(diagnose('AADSTS50011 is fixed, why does it fail?', { now: 0 }).cause).toBe('redirect-uri-mismatch');
  });

  it('is read after all where nothing else decides, and otherwise the reader is told', () => {
    const expired = 'AADSTS7000222: The provided client secret keys are expired.';
    const alone = diagnose(`I read about ${expired}\nWhat is that?`, { now: 0 });
    expect([alone.cause, alone.remarks]).toEqual(['client-secret-expired', []]);
    const beside = diagnose(`I read about ${expired}\nAADSTS53003: Access has been blocked`, { now: 0 });
    expect(beside.cause).toBe('conditional-access-blocked');
    expect(beside.remarks).toEqual([expect.stringContaining('left out')]);
  });

  it('is found in linear time', () => {
    const lines = [
      'an example of we ',
      'initially ',
      'wrote ',
      'from: sent: ',
      'example we:\n',
      ':\n',
      'it is not because ',
      '(unlike ',
      'since fixed:',
    ];
    expectWithin(1500, () => {
      for (const line of lines) asides(line.repeat(40_000 / line.length));
    });
  });
});
