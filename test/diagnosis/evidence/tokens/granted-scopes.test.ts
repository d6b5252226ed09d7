import { describe, expect, it } from 'vitest';
import { grantedScopes } from '../../../../src/diagnosis/evidence/tokens/granted-scopes.ts';
import { original } from '../../../../src/diagnosis/text/mapped-text.ts';

const read = (text: string): unknown[] => grantedScopes(original(text)).map(({ claims }) => claims.scp);

describe('the permissions that Entra ID says it granted', () => {
  it.each([
    [
      '{"token_type":"Bearer","scope":"Mail.Read User.Read","expires_in":3599,"access_token":"x"}',
      ['Mail.Read', 'User.Read'],
    ],
    ["{'access_token': '...', 'scope': 'User.Read openid', 'token_type': 'Bearer'}", ['User.Read', 'openid']],
    [
      '{"token_type":"Bearer","scope":"https://graph.microsoft.com/Mail.Send https://graph.microsoft.com/.default"}',
      ['Mail.Send'],
    ],
    ['{"token_type":"Bearer","scope":"https://graph.microsoft.com/Mail.Send"}', ['Mail.Send']],
    ["console.log(result.scopes) // ['User.Read', 'openid']", ['User.Read', 'openid']],
  ])('are read in %s', (text, scp) => {
    expect(read(text)).toEqual([scp]);
  });

  it.each([
    '{"token_type":"Bearer","expires_in":3599,"access_token":"x"}',
    '{"scope":"Mail.Read User.Read"}',
    '{"token_type":"Bearer","scope":"https://contoso.sharepoint.com/AllSites.Read"}',
    'scopes: result.scopes,',
    'if (result.scopes.includes("Mail.Read"))',
  ])('are not in %s', (text) => {
    expect(read(text)).toEqual([]);
  });
});
