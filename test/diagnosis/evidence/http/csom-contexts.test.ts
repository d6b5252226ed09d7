import { describe, expect, it } from 'vitest';
import { readCsomContexts } from '../../../../src/diagnosis/evidence/http/csom-contexts.ts';
import { original } from '../../../../src/diagnosis/text/mapped-text.ts';

function sites(text: string): string[] {
  return readCsomContexts(original(text)).map(({ host, path }) => `${host} ${path}`);
}

describe('contexts of the client object model of SharePoint', () => {
  it.each([
    ['new ClientContext("https://contoso.sharepoint.com/sites/HR")', 'contoso.sharepoint.com /sites/HR'],
    ["ctx = ClientContext('https://contoso.sharepoint.com')", 'contoso.sharepoint.com /'],
    ['new ClientContext(new Uri("https://contoso.sharepoint.us/sites/a"))', 'contoso.sharepoint.us /sites/a'],
    [
      'New-Object Microsoft.SharePoint.Client.ClientContext("https://contoso-my.sharepoint.com/personal/a")',
      'contoso-my.sharepoint.com /personal/a',
    ],
  ])('%s', (text, expected) => {
    expect(sites(text)).toEqual([expected]);
  });

  it.each([
    'new ClientContext(siteUrl)',
    'new ClientContext("https://intranet.contoso.com/sites/hr")',
    'ClientContext is disposed',
    '',
  ])('none in «%s»', (text) => {
    expect(sites(text)).toEqual([]);
  });
});
