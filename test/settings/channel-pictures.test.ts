import { describe, expect, test } from 'vitest';
import { examineSettings, readSettings } from '../../src/settings.ts';

const SINGLE = {
  MicrosoftAppType: 'SingleTenant',
  MicrosoftAppId: '11111111-2222-4333-8444-555555555555',
  MicrosoftAppTenantId: '22222222-2222-4333-8444-555555555555',
  MicrosoftAppPassword: 'abc8Q~defghijklmnopqrstuvwxyz0123456789',
};
const names = (env: Record<string, string>): string[] => examineSettings(env).problems.map(({ name }) => name);

describe('WHY401_CHANNEL_PICTURES', () => {
  test('is off unless it is switched on', () => {
    expect(readSettings(SINGLE).channelPictures).toBe(false);
    expect(readSettings({ ...SINGLE, WHY401_CHANNEL_PICTURES: 'On' }).channelPictures).toBe(true);
  });

  test('needs a bot with a tenant of its own', () => {
    const { MicrosoftAppType: _, MicrosoftAppTenantId: __, ...multi } = SINGLE;
    expect(names({ WHY401_CHANNEL_PICTURES: 'on' })).toEqual(['WHY401_CHANNEL_PICTURES']);
    expect(names({ ...multi, WHY401_CHANNEL_PICTURES: 'on' })).toEqual(['WHY401_CHANNEL_PICTURES']);
    expect(names({ ...SINGLE, WHY401_CHANNEL_PICTURES: 'yes' })).toEqual(['WHY401_CHANNEL_PICTURES']);
    expect(
      names({
        ...SINGLE,
        MicrosoftAppType: 'UserAssignedMSI',
        MicrosoftAppPassword: '',
        WHY401_CHANNEL_PICTURES: 'on',
      }),
    ).toEqual(['WHY401_CHANNEL_PICTURES']);
  });

  test('needs the bot’s own app in the package, for it is that one which teams grant the permission to', () => {
    const connected = { ...SINGLE, WHY401_OAUTH_CONNECTION: 'graph', WHY401_CHANNEL_PICTURES: 'on' };
    expect(names(connected)).toEqual([]);
    expect(names({ ...connected, WHY401_SSO_APP_ID: SINGLE.MicrosoftAppId })).toEqual([]);
    expect(names({ ...connected, WHY401_SSO_APP_ID: '33333333-2222-4333-8444-555555555555' })).toEqual([
      'WHY401_CHANNEL_PICTURES',
    ]);
  });
});
