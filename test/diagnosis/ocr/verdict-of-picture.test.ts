import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../src/diagnosis/diagnose.ts';

const NOW = Date.UTC(2026, 2, 14, 9, 30);
const typed = (paste: string) => diagnose(paste, { now: NOW });
const read = (paste: string) => diagnose(paste, { now: NOW, pictureFrom: 0 });

const SENTENCE =
  'The provided client secret keys for app are expired. Visit the Azure portal to create new keys for your app.';

describe('a code that was read in a picture', () => {
  it('is likely by itself, and certain where a person typed it', () => {
    expect(typed('AADSTS7000222')).toMatchObject({ cause: 'client-secret-expired', verdict: 'certain' });
    expect(read('AADSTS7000222')).toMatchObject({ cause: 'client-secret-expired', verdict: 'likely' });
  });

  it('is certain where its sentence says the same', () => {
    expect(read(`AADSTS7000222: ${SENTENCE}`)).toMatchObject({ cause: 'client-secret-expired', verdict: 'certain' });
  });

  it('is never certain beside the sentence of another code', () => {
    // 50011 with one digit misread is 50017, a certificate.
    const misread =
      "AADSTS50017: The redirect URI 'https://a.example' specified in the request does not match the redirect URIs configured for the application.";
    expect(read(misread).verdict).not.toBe('certain');
  });

  it('is found where it was mended, and not certain without words', () => {
    for (const code of ['AADSTS7OOO222', 'AADSTS7O0022Z', 'AAD5TS7000222']) {
      expect(read(code)).toMatchObject({ cause: 'client-secret-expired', verdict: 'likely' });
    }
    expect(read('AADSTS7OOO222').remarks.join(' ')).toContain('misread');
  });

  it('is quoted as it was read', () => {
    const [first] = read(`AADSTS7OOO222: ${SENTENCE}`).findings;
    expect(first?.because[0]?.quote).toContain('AADSTS7OOO222');
  });
});

describe('sentences that were read in a picture', () => {
  it('count although letters of them are wrong', () => {
    expect(typed('The audience is lnvalid: Audience va1idation failed.').cause).toBe('not-enough-evidence');
    expect(read('The audience is lnvalid: IDX10214: Audience va1idation failed.').cause).toBe('wrong-audience');
  });

  it('of a person are read as they stand', () => {
    const words = 'AADST550011 was in the log';
    expect(diagnose(`${words}\n\nhello`, { now: NOW, pictureFrom: words.length + 2 }).findings).toEqual(
      typed(words).findings,
    );
  });
});
