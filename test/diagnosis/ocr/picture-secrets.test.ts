import { describe, expect, it } from 'vitest';
import { diagnose, diagnoseAndRemember } from '../../../src/diagnosis/diagnose.ts';
import { maskPictureSecrets } from '../../../src/diagnosis/ocr/picture-secrets.ts';
import { expectWithin } from '../../processor-time.ts';

const NOW = Date.UTC(2026, 2, 14, 9, 30);

describe('credentials that were read in a picture', () => {
  it.each([
    [
      'a token in pieces',
      'access_token: eyJ0eXAi0iJKV1QiLCIhbGci0iJSUzIINiIsIngl\ndCI6ITRGbXBzTjlrTEslemFBQjd CaOEwOThl',
      'eyJ0',
      'CaOE',
    ],
    ['a secret whose name lost its line', 'client secret Zx48Q-abcDEF1234567', 'Zx48', '4567'],
    ['a secret whose mark was misread', "CLIENT_SECRET = 'Zx480~aBcDeFgHiJkLmNoPqRsT uVwXyZ12345'", 'Zx48', '12345'],
    ['a password', 'passw0rd: Summ3r!2026', 'Summ3r', '2026'],
    ['a key by its looks', 'x 9fK2mQ7pLx3VbN8tRw5Yz1Hd6Jc4 y', '9fK2', '6Jc4'],
    ['a bearer token', 'Authorization: Bearer\nEwB4A8l6BAAUbDba3x2OMJElkF7gJ4z', 'EwB4', 'gJ4z'],
  ])('masks %s', (_, read, ...parts) => {
    const masked = maskPictureSecrets(read);
    for (const part of parts) expect(masked).not.toContain(part);
    expect(masked).toContain('[hidden]');
  });

  it('leaves ids, addresses, names and sentences', () => {
    for (const read of [
      'Trace ID: b23e27ec-b62b-4f78-8ee6-6b30a49f1300',
      "app 'eelddaf@-9ca5-4917-9472-02e4fc358183'",
      'https://login.microsoftonline.com/e2cc3d74-1234-4f78-8ee6-6b30a49f1300/oauth2/v2.0/token?client_id=6731de76-14a6-49ae-97bc-6eba6914391e',
      'Invalid client secret is provided. Ensure the secret being sent is the client secret value, not the client secret ID.',
      'at Microsoft.Identity.Client.Internal.Requests.RequestBase.HandleTokenRefreshErrorAsync',
      '"code": "InvalidAuthenticationToken", "message": "Access token has expired or is not yet valid."',
      'Timestamp: 2023-02-16 13:29:42Z AADSTS7000222',
      'MSALSTSErrorCodesKey = 50076',
    ]) {
      expect(maskPictureSecrets(read)).toBe(read);
    }
  });

  it('are neither decoded nor kept, and stand in no quote', () => {
    const token =
      'eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiJ9.eyJhdWQiOiJodHRwczov L2dyYXBoLm1pY3Jvc29mdC5jb20ifQ.c2lnbmF0dXJl';
    const read = `GET https://graph.microsoft.com/v1.0/me\nAuthorization: Bearer\n${token}\nHTTP/1.1 401 Unauthorized\n"code": "InvalidAuthenticationToken", "message": "Access token validation failure. Invalid audience."`;
    const { diagnosis, remembered } = diagnoseAndRemember(read, { now: NOW, pictureFrom: 0 });
    expect(diagnosis.cause).toBe('wrong-audience');
    expect(remembered.evidence.some((item) => item.kind === 'token')).toBe(false);
    const written = JSON.stringify([diagnosis, remembered]);
    for (const piece of ['eyJ0eXAiOi', 'L2dyYXBoLm', 'c2lnbmF0']) expect(written).not.toContain(piece);
  });

  it('take linear time', () => {
    const read = 'Bearer eyJ0eXAi0iJKV1QiLCIhbGci0iJSUzIINiIsIngl aB3 '.repeat(2_000);
    expectWithin(2_000, () => diagnose(read, { now: NOW, pictureFrom: 0 }));
  });
});
