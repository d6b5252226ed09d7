import { describe, expect, it } from 'vitest';
import { tokensOfTools } from '../../../../src/diagnosis/evidence/settings/tokens-of-tools.ts';
import { original } from '../../../../src/diagnosis/text/mapped-text.ts';

function told(text: string): string[] {
  const found: string[] = [];
  tokensOfTools(original(text), (_name, _key, values) => void found.push(values.join()));
  return found;
}

describe('the API that a tool gets a token for', () => {
  it.each([
    ['TOKEN=$(az account get-access-token --query accessToken -o tsv)', 'https://management.azure.com'],
    ['az account get-access-token --resource https://graph.microsoft.com', 'https://graph.microsoft.com'],
    ['az account get-access-token \\\n  --scope api://orders/.default', 'api://orders'],
    ['az account get-access-token --resource-type ms-graph', 'https://graph.microsoft.com'],
    ['$t = (Get-AzAccessToken).Token', 'https://management.azure.com'],
    ['Get-AzAccessToken -ResourceUrl "https://vault.azure.net"', 'https://vault.azure.net'],
    ['I call it with a token for https://management.azure.com/ and get 401', 'https://management.azure.com/'],
  ])('%s', (text, expected) => {
    expect(told(text)).toEqual([expected]);
  });

  it.each([
    'az account get-access-token --resource-type batch',
    'az account get-access-token --resource $RESOURCE',
    'I need a token for https://graph.microsoft.com/',
    'az account show',
  ])('none in «%s»', (text) => {
    expect(told(text)).toEqual([]);
  });
});
