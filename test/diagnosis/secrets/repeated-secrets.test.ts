import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findSecrets } from '../../../src/diagnosis/secrets/find-secrets.ts';
import { maskSecrets, maskSpans } from '../../../src/diagnosis/secrets/mask-secrets.ts';
import { knownValues, repetitionsOf, secretForms } from '../../../src/diagnosis/secrets/repeated-secrets.ts';
import type { SecretHit } from '../../../src/diagnosis/secrets/secret-hit.ts';
import { withoutSecrets } from '../../../src/diagnosis/secrets/without-secrets.ts';
import { unwrap } from '../../../src/diagnosis/text/unwrap.ts';
import { expectLinearTime } from '../../processor-time.ts';
import { NOW } from './made-token.ts';

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789~/+'];
const value = fc
  .array(fc.constantFrom(...LETTERS), { minLength: 40, maxLength: 90 })
  .map((letters) => `k7${letters.join('')}Q9z`)
  .filter((text) => !/x{5}/i.test(text));

const masked = (paste: string): string => maskSpans(paste, findSecrets(unwrap(paste), NOW).spans, 0, paste.length);
const whole = (text: string): SecretHit => ({
  start: 0,
  end: text.length,
  kind: 'password',
  live: true,
  expires: null,
  rank: 2,
});

describe('a secret that stands again', () => {
  test('is masked whole, in part and in other forms', () => {
    const again: ((secret: string) => { text: string; never: string })[] = [
      (secret) => ({ text: `and ${secret} once more`, never: secret }),
      (secret) => ({ text: `x-${encodeURIComponent(secret)}`, never: encodeURIComponent(secret).slice(0, 40) }),
      (secret) => ({ text: `it ends in ${secret.slice(-30)}`, never: secret.slice(-30) }),
      (secret) => ({ text: `it begins with ${secret.slice(0, 26)}…`, never: secret.slice(0, 26) }),
      (secret) => ({ text: `the middle: "${secret.slice(5, 35)}"`, never: secret.slice(5, 35) }),
      (secret) => ({ text: `identifier '${secret}' was not found`, never: secret }),
    ];
    fc.assert(
      fc.property(value, fc.constantFrom(...again), (secret, form) => {
        const { text, never } = form(secret);
        const paste = `client_secret=${encodeURIComponent(secret)}&scope=x\n${text}\n`;
        expect(masked(paste)).not.toContain(never);
        expect(maskSecrets(paste)).not.toContain(never);
      }),
      { numRuns: 300, seed: 21 },
    );
  });
  test('is masked where it is short and a word of its own', () => {
    expect(masked('password: Wint3r!x\nI typed Wint3r!x, not Wint3r!xy')).toBe(
      'password: [hidden]\nI typed [hidden], not Wint3r!xy',
    );
  });
});

describe('what is not known again', () => {
  test.each([
    'outlook.office365.com',
    'ines@contoso.example',
    'https://x.example/y1',
    'contoso',
    'Winter',
    '12ab',
    '7338461e-be4f-49bb-9cd0-4161413f36f2',
  ])('%s', (word) => {
    expect(knownValues(word, [whole(word)])).toEqual([]);
  });
  test('ids and sites that stand in a link', () => {
    const id = '7338461e-be4f-49bb-9cd0-4161413f36f2';
    const link = `sites/hr/_layouts/15/download.aspx?UniqueId=${id}&tempauth=v1.aB3x9YzQ8EaTzP3yVd0aBq3X`;
    expect(knownValues(link, [{ ...whole(link), kind: 'download-link' }])).toEqual(['v1.aB3x9YzQ8EaTzP3yVd0aBq3X']);
    expect(repetitionsOf([`${id}k7${id}`]).placesIn(`oid ${id}`, [])).toEqual([]);
  });
  test('what two tokens of one issuer begin with', () => {
    const header = Buffer.from('{"typ":"JWT","alg":"RS256","kid":"k1"}').toString('base64url');
    expect(repetitionsOf([`${header}.aB3x9YzQ8EaTzP3yVd0aBq3XlZ1mS9U`]).placesIn(header, [])).toEqual([]);
  });
});

test('a value has the forms in which programs write it', () => {
  expect(secretForms('a%2Fb%3D1')).toEqual(['a%2Fb%3D1', 'a/b=1']);
  expect(secretForms('a\\/b')).toEqual(['a\\/b', 'a/b', 'a%2Fb']);
  expect(secretForms('abc')).toEqual(['abc']);
  expect(secretForms('50%')).toEqual(['50%', '50%25']);
});

describe('withoutSecrets', () => {
  const read = { kind: 'setting', values: ['api://x', 'k7Q9~zz-11'], span: { start: 1, end: 2 }, none: null };
  test('takes a secret out of what was read', () => {
    expect(withoutSecrets(read, ['k7Q9~zz-11'])).toEqual({ ...read, values: ['api://x', '[hidden]'] });
  });
  test('leaves the rest the same object', () => {
    expect(withoutSecrets(read, ['k7Q9~zz-12'])).toBe(read);
    expect(withoutSecrets(read, [])).toBe(read);
  });
});

test.each(['client_secret=aB3x9YzQ8EaTzP3yVd0aBq3X ', 'aB3x9YzQ8EaTzP3yVd0aBq3X', 'password=aB3!x9Yz;'])(
  'runs of %j take linear time',
  (unit) => {
    expectLinearTime(unit, unwrap, (views) => findSecrets(views, NOW));
  },
);
