import { expect, it } from 'vitest';
import { cloudOfHost } from '../../../src/diagnosis/fix/national-cloud.ts';

it.each([
  ['login.microsoftonline.com', 'public'],
  ['graph.microsoft.com', 'public'],
  ['outlook.office365.com', 'public'],
  ['LOGIN.MICROSOFTONLINE.US', 'us-government'],
  ['dod-graph.microsoft.us', 'us-government'],
  ['outlook.office365.us', 'us-government'],
  ['management.usgovcloudapi.net', 'us-government'],
  ['login.partner.microsoftonline.cn', 'china'],
  ['microsoftgraph.chinacloudapi.cn', 'china'],
  ['graph.microsoft.de', 'germany'],
  ['notmicrosoft.us', null],
  ['graph.microsoft.us.example.com', null],
  ['api.contoso.com', null],
])('%s is of %s', (host, cloud) => {
  expect(cloudOfHost(host)).toBe(cloud);
});
