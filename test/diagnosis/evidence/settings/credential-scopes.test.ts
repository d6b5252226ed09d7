import { describe, expect, it } from 'vitest';
import { credentialScopes } from '../../../../src/diagnosis/evidence/settings/credential-scopes.ts';
import { original } from '../../../../src/diagnosis/text/mapped-text.ts';

function asked(text: string): string[] {
  const found: string[] = [];
  credentialScopes(original(text), (_name, _key, values) => void found.push(values.join()));
  return found;
}

describe('the API that a credential’s token is asked for', () => {
  it.each([
    [
      'token = DefaultAzureCredential().get_token("https://management.azure.com/.default")',
      'https://management.azure.com',
    ],
    ["await credential.getToken('https://vault.azure.net/.default')", 'https://vault.azure.net'],
    ["credential.getToken(['https://graph.microsoft.com/.default'])", 'https://graph.microsoft.com'],
    [
      'cred.GetTokenAsync(new TokenRequestContext(new[] { "https://database.windows.net/.default" }))',
      'https://database.windows.net',
    ],
    [
      'get_bearer_token_provider(DefaultAzureCredential(), "https://cognitiveservices.azure.com/.default")',
      'https://cognitiveservices.azure.com',
    ],
    ['credential.getToken("api://orders/.default")', 'api://orders'],
    [
      'app.AcquireTokenForClient(new[] { "https://graph.microsoft.com/.default" }).ExecuteAsync()',
      'https://graph.microsoft.com',
    ],
  ])('%s', (text, resource) => {
    expect(asked(text)).toEqual([resource]);
  });

  it.each([
    'getToken(scope)',
    'microsoftTeams.authentication.getAuthToken({ silent: true })',
    'get_token("User.Read")',
  ])('none in «%s»', (text) => {
    expect(asked(text)).toEqual([]);
  });
});
