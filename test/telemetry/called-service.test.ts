import { expect, test } from 'vitest';
import { calledService } from '../../src/telemetry/called-service.ts';

const SANDBOX = 'http://127.0.0.1:4010';

test.each([
  ['https://graph.microsoft.com/v1.0/me', 'graph', 'graph.microsoft.com'],
  ['https://login.microsoftonline.com/common/oauth2/v2.0/token', 'entra', 'login.microsoftonline.com'],
  ['https://api.botframework.com/api/usertoken/GetToken', 'token-service', 'api.botframework.com'],
  ['https://login.botframework.com/v1/.well-known/keys', 'channel-keys', 'login.botframework.com'],
  ['https://smba.trafficmanager.net/amer/v3/conversations/x/activities', 'connector', 'smba.trafficmanager.net'],
  ['http://127.0.0.1:41741/msi/token?resource=x', 'managed-identity', '127.0.0.1'],
  [`${SANDBOX}/graph/v1.0/me`, 'graph', 'localhost'],
  ['http://localhost:56150/_connector/v3/conversations/x', 'connector', 'localhost'],
])('%s is %s', (address, service, host) => {
  expect(calledService(new URL(address), SANDBOX)).toMatchObject({ service, host });
});

test('a channel at an address of its own is named without its host', () => {
  const called = calledService(new URL('https://bot.contoso.com/v3/conversations/x/activities'), undefined);
  expect(called).toEqual({ service: 'connector', path: '/v3/conversations/x/activities' });
});

test.each([
  ['a ticket system', 'https://contoso.service-now.com/api/ada?key=1'],
  ['a host that only ends like one', 'https://evil-graph.microsoft.com.example.org/v1.0/me'],
  ['the path of a managed identity elsewhere', 'https://example.org/msi/token'],
  ['the sandbox, where nothing stands in', `${SANDBOX}/console/people`],
  ['a property of every object', 'https://constructor/x'],
])('%s is other, without host and path', (_, address) => {
  expect(calledService(new URL(address), SANDBOX)).toEqual({ service: 'other', path: '' });
});
