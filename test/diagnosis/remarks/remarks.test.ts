import { expect, test } from 'vitest';
import { diagnose } from '../../../src/diagnosis/diagnose.ts';

const remarks = (paste: string) => diagnose(paste, { now: Date.UTC(2026, 10, 22, 12) }).remarks.join('\n');

test('a header of a proxy is no header of ours to be read leniently', () => {
  expect(remarks('HTTP/1.1 407 Proxy Authentication Required\nProxy-Authenticate: Basic realm=proxy, NTLM')).toBe('');
});

test('a number without its prefix is said to be taken for a code, and not to be put together', () => {
  const said = remarks('Microsoft sign-in: small print says 50057, it worked on Friday');
  expect(said).toContain('I took a number in this for a code of Entra ID');
  expect(said).not.toContain('split');
  expect(remarks('AADSTS 5 0 0 1 1: the redirect URI')).not.toContain('I took a number');
});

test('a number of the Windows broker is told where no code of Entra ID stands beside it', () => {
  // Where it is all there is, it is the first line.
  const alone = diagnose('Teams: error code CAA20003', { now: Date.UTC(2026, 10, 22, 12) });
  expect(alone.headline).toContain('CAA20003 is a number of the Windows sign-in broker');
  expect(alone.remarks).toEqual([]);
  expect(remarks('Error Code: CAA20003\nServer message: AADSTS50173: The provided grant has expired')).not.toContain(
    'broker',
  );
});
