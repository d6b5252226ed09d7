import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { diagnose } from '../../src/diagnosis/diagnose.ts';
import { sandboxTransport } from '../../src/sandbox/client-transport.ts';
import type { ClientBehaviour } from '../../src/sandbox/world/world.ts';
import { startTokenService, type TokenServiceUnderTest } from './token-service/token-service-under-test.ts';

let test: TokenServiceUnderTest;
let transport: typeof fetch;
beforeAll(async () => {
  test = await startTokenService();
  transport = sandboxTransport(test.sandbox);
});
afterAll(() => test.sandbox.close());
beforeEach(() => test.reset());

const ME = 'https://graph.microsoft.com/v1.0/me';

async function tokenOf(userPrincipalName: string): Promise<string> {
  return (await test.token('29:x', await test.signIn('29:x', { userPrincipalName }))) ?? '';
}

describe('the transport of a client in the sandbox', () => {
  it('leads the real addresses to the sandbox', async () => {
    const token = await tokenOf('ada@lumenworks.example');
    const me = await transport(`${ME}?$select=displayName`, { headers: { authorization: `Bearer ${token}` } });
    expect(await me.json()).toMatchObject({ displayName: 'Ada Winter' });
    const keys = await transport('https://login.microsoftonline.com/common/discovery/v2.0/keys');
    expect(await keys.json()).toEqual(test.sandbox.entra.signingKeys());
    const query = 'userId=29:x&connectionName=graph&channelId=msteams';
    const kept = await transport(`https://api.botframework.com/api/usertoken/GetToken?${query}`);
    expect(await kept.json()).toMatchObject({ token });
  });

  it('sends methods and bodies on', async () => {
    const token = await tokenOf('ada@lumenworks.example');
    const at = { dateTime: '2026-03-13T12:00:00', timeZone: 'UTC' };
    const made = await transport('https://graph.microsoft.com/v1.0/me/events', {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ subject: 'Lunch', start: at, end: at }),
    });
    expect([made.status, await made.json()]).toEqual([201, expect.objectContaining({ subject: 'Lunch' })]);
  });

  it.each(['https://example.com/', 'http://graph.microsoft.com/v1.0/me', 'https://graph.microsoft.com.evil.example/'])(
    'calls nothing else: %s',
    async (url) => {
      await expect(transport(url)).rejects.toMatchObject({ code: 'WHY401_OUTSIDE_SANDBOX' });
    },
  );

  it.each<[ClientBehaviour['token'], string, string]>([
    ['none', 'Access token is empty.', 'token-missing'],
    ['cut', 'CompactToken parsing failed with error code: 80049217', 'token-malformed'],
    ['quoted', 'CompactToken parsing failed with error code: 80049217', 'token-malformed'],
    ['id-token', 'Access token validation failure. Invalid audience.', 'id-token-used'],
    ['old', 'Lifetime validation failed, the token is expired.', 'token-expired'],
    ['altered', 'Signature is invalid.', 'signature-invalid'],
  ])('sends a token that is %s', async (behaviour, message, cause) => {
    const token = await tokenOf('ada@lumenworks.example');
    test.sandbox.world.client.token = behaviour;
    let sent = '';
    const watching = sandboxTransport({
      ...test.sandbox,
      entra: {
        ...test.sandbox.entra,
        // What is signed for the client is what it sends: the engine gets its claims, as from a person's paste.
        sign: async (claims) => {
          sent = JSON.stringify(claims);
          return test.sandbox.entra.sign(claims);
        },
      },
    });
    const answer = await watching(ME, { headers: { authorization: `Bearer ${token}` } });
    const body = await answer.text();
    expect([answer.status, JSON.parse(body)]).toEqual([401, { error: expect.objectContaining({ message }) }]);
    const headers = `www-authenticate: ${answer.headers.get('www-authenticate')}\ndate: ${answer.headers.get('date')}`;
    const pasted = `GET ${ME}\n${sent === '' ? '' : `token payload: ${sent}\n`}\nHTTP/1.1 401 Unauthorized\n${headers}\n\n${body}`;
    expect(diagnose(pasted, { now: test.now() }).cause).toBe(cause);
  });

  it('sends an old token of a personal account', async () => {
    const token = await tokenOf('noor@personal.example');
    test.sandbox.world.client.token = 'old';
    const answer = await transport(ME, { headers: { authorization: `Bearer ${token}` } });
    const body = await answer.text();
    expect([answer.status, body]).toEqual([401, expect.stringContaining('80049228')]);
    expect(diagnose(body, { now: test.now() }).findings[0]?.cause).toBe('token-expired');
  });
});
