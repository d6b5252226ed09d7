import { expect, test } from 'vitest';
import { type SecretShape, secretShape } from '../../../src/diagnosis/secrets/placeholder.ts';

test.each<[SecretShape, string[]]>([
  ['(empty)', ['', '   ']],
  ['(guid)', ['7338461e-be4f-49bb-9cd0-4161413f36f2', '{7338461E-BE4F-49BB-9CD0-4161413F36F2}']],
  ['(undefined)', ['undefined', 'null', 'None', '(null)']],
  [
    '(hidden)',
    [
      '***',
      '********',
      '…',
      'abc…',
      'M.C546_BL2.0.U.-Cd…',
      '[PII_REDACTED]',
      '<redacted>',
      'xxxxxxxx',
      '•••••',
      '[hidden]',
      '[client secret hidden]',
      'abc***',
    ],
  ],
  [
    '(placeholder)',
    [
      '<secret>',
      '{{client_secret}}',
      '$TOKEN',
      '\u0024{SECRET}',
      '%SECRET%',
      'YOUR_CLIENT_SECRET',
      'your-client-secret',
      'yourSecretHere',
      'Enter_the_Client_Secret_Here',
      'client_secret',
      'os.environ["X"]',
      'process.env.SECRET',
      '@Microsoft.KeyVault(SecretUri=x)',
      'changeme',
    ],
  ],
  [
    '(secret)',
    ['abc~DEF.123_xyz', 'hunter2', 'Tr0ub4dor&3', 'correct horse battery staple', 'aB3x9YzQ8EaTzP3yVd0aBq3XlZ1mS9U'],
  ],
])('%s', (shape, values) => {
  for (const value of values) expect([value, secretShape(value)]).toEqual([value, shape]);
});
