import { describe, expect, test } from 'vitest';
import { attachmentHost } from '../../../src/bot/attachments/allowed-hosts.ts';

const TEAMS = { serviceUrl: 'https://smba.trafficmanager.net/emea/', local: false };
const LOCAL = { serviceUrl: 'http://localhost:56150/_connector', local: true };

describe('Microsoft’s hosts', () => {
  test.each([
    'https://contoso-my.sharepoint.com/personal/anna/_layouts/15/download.aspx?UniqueId=1&tempauth=v1.ey',
    'https://contoso.sharepoint.com/sites/x/download.aspx',
    'https://CONTOSO.SHAREPOINT.COM/x',
    'https://contoso.sharepoint.us/x',
    'https://contoso.sharepoint-mil.us/x',
    'https://contoso.sharepoint.cn/x',
    'https://contoso.sharepoint.com:443/x',
  ])('%s keeps files', (address) => {
    expect(attachmentHost(address, TEAMS)).toBe('file-store');
  });

  test.each([
    'https://smba.trafficmanager.net/emea/v3/attachments/0-weu-d1/views/original',
    'https://smba.trafficmanager.net/amer/94bb2a98-0000-4d13-bbda-4a9bf866cb27/v3/attachments/0-eus/views/original',
    'https://smba.infra.gcc.teams.microsoft.com/gcc/v3/attachments/1/views/original',
  ])('%s gives pictures', (address) => {
    expect(attachmentHost(address, TEAMS)).toBe('connector');
  });
});

describe('near misses', () => {
  test.each([
    'http://contoso.sharepoint.com/x',
    'https://sharepoint.com/x',
    'https://evil-sharepoint.com/x',
    'https://evilsharepoint.com/x',
    'https://sharepoint.com.evil.org/x',
    'https://contoso.sharepoint.com.evil.org/x',
    'https://contoso.sharepoint.com@evil.org/x',
    'https://user@contoso.sharepoint.com/x',
    'https://user:word@contoso.sharepoint.com/x',
    'https://evil.org/contoso.sharepoint.com',
    'https://evil.org#contoso.sharepoint.com',
    'https://evil.org\\@contoso.sharepoint.com/x',
    'https://contoso.sharepoint.com:8443/x',
    'https://contoso.sharepoint.com./x',
    'https://a.b.sharepoint.com/x',
    'https://-.sharepoint.com/x',
    'https://contoso.sharepoint.de.evil.org/x',
    'https://contoso.sharepoint.com%2eevil.org/x',
    'https://contoso。sharepoint。com.evil.org/x',
    'https://attacker.trafficmanager.net/emea/v3/attachments/1/views/original',
    'https://smba.trafficmanager.net.evil.org/v3/attachments/1/views/original',
    'https://xsmba.trafficmanager.net/v3/attachments/1/views/original',
    'https://smba.trafficmanager.net/emea/v3/conversations/1/activities',
    'https://us-api.asm.skype.com/v1/objects/0-eus/views/imgo',
    'https://graph.microsoft.com/v1.0/chats/1/messages/1/hostedContents/1/$value',
    'https://127.0.0.1/v3/attachments/1',
    'https://[::1]/v3/attachments/1',
    'https://[::ffff:169.254.169.254]/metadata',
    'https://169.254.169.254/metadata/identity/oauth2/token',
    'https://2130706433/',
    'http://localhost:56150/_connector/v3/attachments/1',
    'file:///etc/passwd',
    'ftp://contoso.sharepoint.com/x',
    'javascript:alert(1)',
    'data:text/plain,x',
    '//contoso.sharepoint.com/x',
    '',
    'not an address',
  ])('nothing is fetched from %s', (address) => {
    expect(attachmentHost(address, TEAMS)).toBeNull();
  });
});

describe('a local bot', () => {
  test('fetches from the very program that the message came from', () => {
    expect(attachmentHost('http://localhost:56150/attachments/1', LOCAL)).toBe('connector');
  });

  test.each([
    'http://localhost:56151/attachments/1',
    'https://localhost:56150/attachments/1',
    'http://127.0.0.1:56150/attachments/1',
    'http://user@localhost:56150/attachments/1',
    'http://example.com:56150/attachments/1',
  ])('not from %s', (address) => {
    expect(attachmentHost(address, LOCAL)).toBeNull();
  });

  test('not from a host that only calls itself the channel', () => {
    const rules = { serviceUrl: 'http://internal.example:8080/', local: true };
    expect(attachmentHost('http://internal.example:8080/secret', rules)).toBeNull();
  });
});
