import { describe, expect, it } from 'vitest';
import { readDirectoryTools } from '../../../../src/diagnosis/evidence/http/directory-tools.ts';
import { original } from '../../../../src/diagnosis/text/mapped-text.ts';

const REFUSED = '\nERROR: Insufficient privileges to complete the operation.';

function calls(text: string): string[] {
  return readDirectoryTools(original(text)).map(({ method, path }) => `${method} ${path}`);
}

describe('calls that tools make to the directory', () => {
  it.each([
    ['ApplicationsClient.BaseClient.Post(): unexpected status 403', 'POST /applications'],
    ['UsersClient.BaseClient.Patch(): unexpected status 403', 'PATCH /users/{id}'],
    ['ConditionalAccessPoliciesClient.BaseClient.Get(): 403', 'GET /identity/conditionalAccess/policies'],
    ['az ad user list --filter a', 'GET /users'],
    ['az ad app create --display-name a', 'POST /applications'],
    ['az ad sp delete --id a', 'DELETE /servicePrincipals/{id}'],
    ['az ad group member add --group a --member-id b', 'POST /groups/{id}/members/$ref'],
    ['az ad group owner remove --group a --owner-object-id b', 'DELETE /groups/{id}/owners/{id}/$ref'],
    ['az ad group member list --group a', 'GET /groups/{id}/members'],
  ])('%s', (text, expected) => {
    expect(calls(text + REFUSED)).toEqual([expected]);
  });

  it.each([
    'az ad sp show --id 7d1f0c9e-5a0b-4a5c-8f65-0f0a4f3f1c22',
    `az ad signed-in-user show${REFUSED}`,
    `WidgetsClient.BaseClient.Post()${REFUSED}`,
    REFUSED,
  ])('none in «%s»', (text) => {
    expect(calls(text)).toEqual([]);
  });
});
