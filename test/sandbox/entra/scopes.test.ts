import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { SAMPLE_IDS } from '../../../src/sandbox/world/sample-ids.ts';
import { EntraClient } from './entra-client.ts';
import { expectRefusal } from './expect-refusal.ts';

let entra: EntraClient;
beforeAll(async () => {
  entra = await EntraClient.start();
});
afterAll(() => entra.sandbox.close());
beforeEach(() => entra.renew());

describe('scopes', () => {
  const refreshed = async (scope: string) => entra.refresh(await entra.refreshToken(), { scope });

  it('refuses what does not exist, has the wrong form, or is of two APIs', async () => {
    expectRefusal(await refreshed('https://graph.microsoft.com/Calendar.ReadWrite'), {
      code: 650053,
      error: 'invalid_client',
      words: /'why401' asked for scope 'Calendar.ReadWrite' that doesn't exist on the resource '00000003-/,
      cause: 'invalid-scope',
    });
    expectRefusal(await refreshed('User.Read,Calendars.ReadWrite'), {
      code: 70011,
      error: 'invalid_scope',
      words: /The scope User.Read,Calendars.ReadWrite is not valid/,
      cause: 'invalid-scope',
    });
    expectRefusal(await refreshed(`https://graph.microsoft.com/User.Read api://${SAMPLE_IDS.ordersApi}/Orders.Read`), {
      code: 28000,
      error: 'invalid_request',
      words: /contains more than one resource/,
      cause: 'mixed-resource-scopes',
    });
    expectRefusal(await refreshed('https://graph.microsoft.com/.default https://graph.microsoft.com/User.Read'), {
      code: 70011,
      error: 'invalid_scope',
      words: /\.default scope can't be combined/,
      cause: 'invalid-scope',
    });
    expectRefusal(await refreshed('api://calendar-gateway/Events.Write'), {
      code: 500011,
      error: 'invalid_resource',
      words: /principal named api:\/\/calendar-gateway was not found in the tenant named Lumen Works/,
      cause: 'resource-not-found',
    });
  });

  it('takes short names, both spellings of Graph, and gives what was asked for in the same spelling', async () => {
    const short = await refreshed('User.Read Calendars.ReadWrite');
    expect(short.body.scope).toBe('User.Read Calendars.ReadWrite');
    const slash = await refreshed('https://graph.microsoft.com/user.read');
    expect(slash.body.scope).toBe('https://graph.microsoft.com/user.read');
    const all = await refreshed('https://graph.microsoft.com/.default');
    expect(String(all.body.scope).split(' ')).toContain('https://graph.microsoft.com/Calendars.ReadWrite');
  });
});
