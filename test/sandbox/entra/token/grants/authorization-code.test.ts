import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { SAMPLE_IDS } from '../../../../../src/sandbox/world/sample-ids.ts';
import { ADA, EntraClient } from '../../entra-client.ts';
import { expectRefusal } from '../../expect-refusal.ts';

let entra: EntraClient;
beforeAll(async () => {
  entra = await EntraClient.start();
});
afterAll(() => entra.sandbox.close());
beforeEach(() => entra.renew());

describe('a code', () => {
  it('is good once, and not for long', async () => {
    const code = await entra.code();
    expect((await entra.redeem(code)).status).toBe(200);
    expectRefusal(await entra.redeem(code), {
      code: 54005,
      error: 'invalid_grant',
      words: /was already redeemed/,
      cause: 'code-expired-or-redeemed',
    });
    const late = await entra.code();
    entra.forward(601_000);
    const refused = await entra.redeem(late);
    // The words speak of both kinds of grant: the request says which one it was.
    const request =
      'POST https://login.microsoftonline.com/common/oauth2/v2.0/token\ngrant_type=authorization_code\n\n';
    expectRefusal(
      { ...refused, text: `${request}${refused.text}` },
      {
        code: 70008,
        error: 'invalid_grant',
        suberror: 'bad_token',
        words: /authorization code or refresh token has expired/,
        cause: 'code-expired-or-redeemed',
      },
    );
  });

  it('belongs to its verifier, its address, its authority and its app', async () => {
    expectRefusal(await entra.redeem(await entra.code(), { code_verifier: 'x'.repeat(43) }), {
      code: 501481,
      error: 'invalid_grant',
      words: /The Code_Verifier does not match the code_challenge/,
      cause: 'pkce-mismatch',
    });
    expectRefusal(await entra.redeem(await entra.code(), { code_verifier: undefined }), {
      code: 50148,
      error: 'invalid_grant',
      words: /code_verifier does not match/,
      cause: 'pkce-mismatch',
    });
    expectRefusal(await entra.redeem(await entra.code(), { redirect_uri: `${entra.redirectUri}/` }), {
      code: 500112,
      error: 'invalid_client',
      words: /redirect\/' does not match the reply address '.*\/redirect' provided/,
      cause: 'redirect-uri-mismatch',
    });
    expect((await entra.redeem(await entra.code(), {}, SAMPLE_IDS.tenant)).body.error_codes).toEqual([700005]);
    expect((await entra.redeem('1.AXsomething-made-up')).body.error_codes).toEqual([70000]);
    expectRefusal(await entra.redeem('not-a-code'), {
      code: 9002313,
      error: 'invalid_grant',
      suberror: 'bad_token',
      words: /malformed or invalid/,
      cause: 'invalid-request',
    });
  });

  it('is redeemed as its platform demands', async () => {
    const origin = { origin: 'http://localhost:4200' };
    expectRefusal(await entra.redeem(await entra.code(), { client_secret: undefined }, 'common', origin), {
      code: 9002326,
      error: 'invalid_request',
      words: /only for the 'Single-Page Application' client-type\. Request origin: 'http:\/\/localhost:4200'/,
      cause: 'redirect-platform-mismatch',
    });
    entra.app.redirectUris = entra.app.redirectUris.map(({ uri }) => ({ uri, platform: 'spa' }));
    expectRefusal(await entra.redeem(await entra.code()), {
      code: 9002327,
      error: 'invalid_request',
      words: /may only be redeemed via cross-origin requests/,
      cause: 'redirect-platform-mismatch',
    });
    const spa = await entra.redeem(await entra.code(), { client_secret: undefined }, 'common', origin);
    expect(spa.status).toBe(200);
  });

  it('gives no refresh token without offline_access, and no ID token without openid', async () => {
    const { body } = await entra.redeem(await entra.code(ADA, { scope: 'https://graph.microsoft.com/User.Read' }));
    expect(body).toMatchObject({ token_type: 'Bearer', scope: 'https://graph.microsoft.com/User.Read' });
    expect(body.refresh_token).toBeUndefined();
    expect(body.id_token).toBeUndefined();
    expect(body.client_info).toBeUndefined();
  });
});
