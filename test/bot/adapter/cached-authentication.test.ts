import type { Activity } from 'botbuilder';
import { AuthenticationConstants, AuthenticationError, ClaimsIdentity } from 'botframework-connector';
import { describe, expect, it } from 'vitest';
import { CachedAuthentication } from '../../../src/bot/adapter/cached-authentication.ts';

const activity = { type: 'message', channelId: 'msteams', serviceUrl: 'http://127.0.0.1:1/' } as Activity;

describe('CachedAuthentication', () => {
  it('gives every turn and every proactive send the same connector client of a service address', async () => {
    const authentication = new CachedAuthentication(null);
    const { connectorFactory, audience } = await authentication.authenticateRequest(activity, '');
    const again = await authentication.authenticateRequest(activity, '');
    const client = await connectorFactory?.create('http://a/', audience);
    expect(await again.connectorFactory?.create('http://a/', audience)).toBe(client);
    expect(await connectorFactory?.create('http://b/', audience)).not.toBe(client);
    expect(await connectorFactory?.create('http://a/', 'another audience')).not.toBe(client);
    const local = new ClaimsIdentity([{ type: AuthenticationConstants.AudienceClaim, value: '' }]);
    expect(await authentication.createConnectorFactory(local).create('http://a/', audience)).toBe(client);
  });

  it('makes the user token client once', async () => {
    const authentication = new CachedAuthentication(null);
    const nobody = new ClaimsIdentity([]);
    expect(await authentication.createUserTokenClient(nobody)).toBe(await authentication.createUserTokenClient(nobody));
  });

  it.each(['', 'Bearer', 'Bearer abc', 'Bearer a.b.c', 'Basic YTpi', 'Bearer e30.e30.x y'])(
    'with credentials refuses «%s»',
    async (header) => {
      const authentication = new CachedAuthentication({
        appId: '11111111-1111-4111-8111-111111111111',
        appPassword: 'not a real password',
        appType: 'SingleTenant',
        region: 'global',
        tenantId: '22222222-2222-4222-8222-222222222222',
      });
      await expect(authentication.authenticateRequest(activity, header)).rejects.toThrow(AuthenticationError);
    },
  );
});
