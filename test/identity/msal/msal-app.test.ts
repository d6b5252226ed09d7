import { execFileSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CertificateError, certificateProof } from '../../../src/identity/msal/msal-app.ts';

const ANOTHER_KEY = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
}).privateKey;

/** Node makes no certificates. */
function madeByOpenssl(): { certificate: string; key: string; thumbprint: string } | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'why401-certificate-'));
  try {
    const [keyFile, file] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
    const request = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-subj', '/CN=why401', '-days', '2'];
    execFileSync('openssl', [...request, '-keyout', keyFile, '-out', file], { stdio: 'pipe' });
    const shown = execFileSync('openssl', ['x509', '-in', file, '-noout', '-fingerprint', '-sha256'], {
      stdio: 'pipe',
    });
    const thumbprint = shown.toString().split('=')[1]!.trim().replaceAll(':', '').toLowerCase();
    return { certificate: readFileSync(file, 'utf8'), key: readFileSync(keyFile, 'utf8'), thumbprint };
  } catch {
    return undefined;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const made = madeByOpenssl();

describe('a certificate', () => {
  test.skipIf(made === undefined)('is known by its SHA-256 thumbprint, and its key must be its own', () => {
    const { certificate, key, thumbprint } = made!;
    expect(certificateProof(certificate, key)).toEqual({
      kind: 'certificate',
      thumbprintSha256: thumbprint,
      privateKey: key,
    });
    expect(() => certificateProof(certificate, ANOTHER_KEY)).toThrow('not the one of the certificate');
    expect(() => certificateProof(certificate, 'not a key')).toThrow('The private key is not readable');
  });

  test('that is none is told without its content', () => {
    for (const wrong of ['', 'hunter2', ANOTHER_KEY]) {
      expect(() => certificateProof(wrong, ANOTHER_KEY)).toThrow(CertificateError);
      expect(() => certificateProof(wrong, ANOTHER_KEY)).toThrow('The certificate is not readable as PEM');
    }
  });
});
