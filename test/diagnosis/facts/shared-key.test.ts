import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../src/diagnosis/diagnose.ts';

const NOW = Date.UTC(2026, 10, 22);
const headline = (header: string, claims: string) =>
  diagnose(`TokenExpiredError: jwt expired\n${header}\n${claims}`, { now: NOW }).findings[0]?.headline;

describe('sharedKeyAlgorithm', () => {
  it.each(['HS256', 'HS384', 'HS512'])('knows a token of %s as none of Entra ID', (alg) =>
    expect(headline(`{"alg":"${alg}","typ":"JWT"}`, '{"sub":"42","exp":1795003600}')).toContain('not one of Entra ID'),
  );

  it('says nothing of signatures with a key pair, or where Entra ID is named', () => {
    const own = '{"sub":"42","exp":1795003600}';
    expect(headline('{"alg":"RS256","typ":"JWT"}', own)).not.toContain('Entra ID');
    const entra = '{"iss":"https://sts.windows.net/x/","exp":1795003600}';
    expect(headline('{"alg":"HS256","typ":"JWT"}', entra)).not.toContain('not one of');
  });
});
