import { describe, expect, it } from 'vitest';
import { readSettings } from '../../../../src/diagnosis/evidence/setting.ts';
import { unwrap } from '../../../../src/diagnosis/text/unwrap.ts';

const subjects = (paste: string) =>
  readSettings(unwrap(paste))
    .filter((item) => item.name === 'federated-subject')
    .flatMap((item) => item.values);

describe('subjects without a label', () => {
  it.each([
    [
      'repo:a/b:ref:refs/heads/main and repo:a/b:pull_request',
      ['repo:a/b:ref:refs/heads/main', 'repo:a/b:pull_request'],
    ],
    [
      'pod: system:serviceaccount:rota:default, credential: system:serviceaccount:rota:rota-sa',
      ['system:serviceaccount:rota:default', 'system:serviceaccount:rota:rota-sa'],
    ],
  ])('reads the two of %s', (paste, two) => {
    expect(subjects(paste)).toEqual(two);
  });

  it.each(['only repo:a/b:pull_request', 'repo: https://git.example/a, organization: contoso', ''])(
    'reads none of %s',
    (paste) => {
      expect(subjects(paste)).toEqual([]);
    },
  );
});
