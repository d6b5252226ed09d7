import { describe, expect, it } from 'vitest';
import { diagnoseAndRemember } from '../../../src/diagnosis/diagnose.ts';
import { replacedLines } from '../../../src/diagnosis/evidence/replaced-lines.ts';
import { expectWithin } from '../../processor-time.ts';

const replaced = (paste: string) => replacedLines(paste.toLowerCase()).map(([start, end]) => paste.slice(start, end));

describe('what somebody changed', () => {
  it.each([
    ['- TENANT_ID=a\n+ TENANT_ID=b', '- TENANT_ID=a'],
    ['@@ -1,3 +1,3 @@\n-  "clientId": "x",\n-  "scope": "y",\n+  "scope": "z",\n', '-  "scope": "y",'],
    ['-scopes = ["User.Read"]\n+scopes = ["User.Read", "Mail.Send"]', '-scopes = ["User.Read"]'],
    ['scopes: ["User.Read"] → scopes: ["User.Read", "Mail.Send"]', 'scopes: ["User.Read"] →'],
  ])('stood there before: %j', (paste, before) => expect(replaced(paste)).toEqual([before]));

  it.each([
    '- TENANT_ID=a\n- CLIENT_ID=b',
    '- aud: https://graph.microsoft.com\n+ scp: User.Read',
    'What I tried:\n- new secret: no\n+ clock: fine',
    '--scope a\n+ scope: b',
    'a: 1 -> b: 2',
    '',
  ])('is none: %j', (paste) => expect(replaced(paste)).toEqual([]));

  it('gives the answer the values that hold now', () => {
    const [before, now] = ['0b6f9a1e-1d1c-4b7e-8c55-3d1c2b3a4f5e', '5b0e7a52-4a1f-4b7e-9d0d-3c2f4f9b8a10'];
    const paste = `AADSTS7000222: The provided client secret keys are expired.\n- TENANT_ID=${before}\n+ TENANT_ID=${now}`;
    expect(diagnoseAndRemember(paste, { now: 0 }).about.tenant).toBe(now);
  });

  it('takes linear time', () => {
    expectWithin(50, () => replacedLines('\n- a=1\n+ b=2 -> c: d → '.repeat(2_000)));
  });
});
