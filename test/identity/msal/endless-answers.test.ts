import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { entraNetwork } from '../../../src/identity/msal/entra-network.ts';
import { idTokenReader } from '../../../src/identity/msal/id-token.ts';

const CHUNK = Buffer.alloc(64 * 1024, ' ');
const TOO_LONG = 'ERR_ANSWER_TOO_LONG';

let server: Server;
let at: string;
let status = 200;
/** How much the server could send before the other side hung up. */
let sent = 0;

beforeAll(async () => {
  server = createServer((_, response) => {
    sent = 0;
    response.writeHead(status, { 'content-type': 'application/json' });
    const more = () => {
      while (!response.destroyed && sent < 64 * 1024 * 1024) {
        sent += CHUNK.length;
        if (!response.write(CHUNK)) return;
      }
      response.end();
    };
    response.on('drain', more);
    more();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

describe('an answer of Entra ID that does not end', () => {
  it('is no answer to MSAL, and why stays known', async () => {
    status = 200;
    const network = entraNetwork(at);
    await expect(
      network.sendPostRequestAsync('https://login.microsoftonline.com/common/oauth2/v2.0/token', { body: 'a=b' }),
    ).rejects.toMatchObject({ code: TOO_LONG });
    expect(network.refused()).toMatchObject({ error: { code: TOO_LONG } });
    expect(sent).toBeLessThan(16 * 1024 * 1024);
  });

  it('is a refusal by its beginning', async () => {
    status = 503;
    const network = entraNetwork(at);
    const answer = await network.sendGetRequestAsync('https://login.microsoftonline.com/common/discovery/instance');
    expect(answer.status).toBe(503);
    expect(network.refused()).toMatchObject({ response: { status: 503 } });
    expect(sent).toBeLessThan(16 * 1024 * 1024);
  });

  it('holds no keys of its tenant', async () => {
    status = 200;
    const token = await new SignJWT({}).setProtectedHeader({ alg: 'HS256' }).sign(new Uint8Array(32));
    const rsa = token.replace(/^[^.]+/, Buffer.from('{"alg":"RS256","kid":"1"}').toString('base64url'));
    const app = { clientId: 'a', tenant: 'common', proof: { kind: 'secret' as const, secret: 'x' }, scopes: [] };
    await expect(
      idTokenReader(at).read(rsa, { ...app, redirectUri: 'http://localhost' }, 'n', 0),
    ).rejects.toMatchObject({ code: TOO_LONG });
    expect(sent).toBeLessThan(16 * 1024 * 1024);
  });
});
