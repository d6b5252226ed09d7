import { AuthenticationConstants } from 'botframework-connector';
import { describe, expect, it } from 'vitest';
import { authenticationOptions } from '../../../src/bot/adapter/bot-credentials.ts';
import type { BotCredentials } from '../../../src/settings.ts';

const BOT: BotCredentials = {
  appId: '11111111-1111-4111-8111-111111111111',
  appType: 'SingleTenant',
  appPassword: 'not a real password',
  tenantId: '22222222-2222-4222-8222-222222222222',
  region: 'global',
};

describe('the addresses of the Bot Framework', () => {
  it('are the SDK’s own for a global bot', () => {
    const options = authenticationOptions(BOT);
    expect(options.OAuthUrl).toBeUndefined();
    expect(options.ToBotFromChannelOpenIdMetadataUrl).toBeUndefined();
  });

  it.each([
    ['westeurope', 'https://europe.api.botframework.com'],
    ['centralindia', 'https://india.api.botframework.com'],
  ] as const)('a bot of %s finds its sign-ins at %s, and all else where it is', (region, url) => {
    const options = authenticationOptions({ ...BOT, region });
    expect(options.OAuthUrl).toBe(url);
    expect(options.ToBotFromChannelOpenIdMetadataUrl).toBe(AuthenticationConstants.ToBotFromChannelOpenIdMetadataUrl);
    expect(options.ToChannelFromBotOAuthScope).toBe(AuthenticationConstants.ToChannelFromBotOAuthScope);
  });

  it('never hold the password', () => {
    expect(JSON.stringify(authenticationOptions({ ...BOT, region: 'westeurope' }))).not.toContain('not a real');
  });
});
