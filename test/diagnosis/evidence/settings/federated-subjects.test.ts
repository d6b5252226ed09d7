import { describe, expect, it, test } from 'vitest';
import { readSettings } from '../../../../src/diagnosis/evidence/setting.ts';
import { unwrap } from '../../../../src/diagnosis/text/unwrap.ts';

const subjects = (paste: string) =>
  readSettings(unwrap(paste))
    .filter((item) => item.name === 'federated-subject')
    .flatMap((item) => item.values);

test('the token that azure/login presents is read from its log', () => {
  const presented = readSettings(
    unwrap(
      'Federated token details:\n issuer - https://x.example\n subject claim - repo:a/b:pull_request\n audience - api://z',
    ),
  ).filter(({ name }) => name.startsWith('presented-'));
  expect(presented.map(({ name, values }) => `${name} ${values.join()}`)).toEqual([
    'presented-issuer https://x.example',
    'presented-subject repo:a/b:pull_request',
    'presented-audience api://z',
  ]);
});

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
