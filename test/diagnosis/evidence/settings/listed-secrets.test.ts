import { describe, expect, it } from 'vitest';
import { readSettings } from '../../../../src/diagnosis/evidence/setting.ts';
import { unwrap } from '../../../../src/diagnosis/text/unwrap.ts';

const read = (paste: string, name: string) =>
  readSettings(unwrap(paste))
    .filter((item) => item.name === name)
    .flatMap((item) => item.values);

describe('the end of listed secrets', () => {
  it.each([
    ['{"passwordCredentials":[{"endDateTime":"2026-03-03T23:59:00Z","hint":"a1b"}]}', '2026-03-03T23:59:00.000Z'],
    ['Get-AzADAppCredential\nEndDateTime : 20/11/2026 10:00:00\nKeyId : 5a1c', '2026-11-21T00:00:00.000Z'],
    ['Secret ID 5a1c Expires 11/20/2026', '2026-11-21T00:00:00.000Z'],
    ['# azuread_application_password.hub:\n    end_date     = "2026-03-03T00:00:00Z"', '2026-03-03T00:00:00.000Z'],
    [
      'az ad app credential list -o table\nDisplayName    EndDateTime           KeyId\n-------------  --------------------  -----\nweb-2024       2026-11-01T08:12:44Z  5a1c',
      '2026-11-01T08:12:44.000Z',
    ],
    ['az ad app credential list\n"endDate": "2026-03-03"', '2026-03-04T00:00:00.000Z'],
  ])('reads %s', (paste, at) => {
    expect(read(paste, 'secret-end')).toEqual([at]);
  });

  it.each([
    'the event has endDate: 2026-03-03T10:00:00Z',
    'expires 2026-03-03',
    'end_date = "2026-03-03"',
    'keyId: a, endDate: never',
  ])('leaves %s alone', (paste) => {
    expect(read(paste, 'secret-end')).toEqual([]);
  });
});

describe('secrets that are ids', () => {
  it.each([
    'Secret value   691f8c25-8a9b-4314-9004-61e0808759b9',
    'Client secret: 691f8c25-8a9b-4314-9004-61e0808759b9',
    '| Azure secret | 691f8c25-8a9b-4314-9004-61e0808759b9 |',
  ])('reads %s', (paste) => {
    expect(read(paste, 'client-secret')).toEqual(['(guid)']);
  });

  it.each(['Secret ID 691f8c25-8a9b-4314-9004-61e0808759b9', 'the secret of 691f8c25-8a9b-4314-9004-61e0808759b9'])(
    'leaves %s alone',
    (paste) => {
      expect(read(paste, 'client-secret')).toEqual([]);
    },
  );
});
