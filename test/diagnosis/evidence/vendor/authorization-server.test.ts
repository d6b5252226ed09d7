import { describe, expect, it } from 'vitest';
import { otherAuthorizationServer } from '../../../../src/diagnosis/evidence/vendor/authorization-server.ts';
import { unwrap } from '../../../../src/diagnosis/text/unwrap.ts';
import { expectWithin } from '../../../processor-time.ts';

function serverIn(paste: string): string | undefined {
  const { text } = unwrap(paste);
  const found = otherAuthorizationServer(text, text.lower);
  return found === undefined ? undefined : paste.slice(found.span.start, found.span.end);
}

describe('otherAuthorizationServer', () => {
  it.each([
    ['POST https://git.example/oauth/token 400', 'https://git.example/oauth/token'],
    ['token_endpoint "https://ids.example:8443/connect/token"', 'https://ids.example:8443/connect/token'],
    ['https://sso.example/application/o/authorize?client_id=a', 'https://sso.example/application/o/authorize'],
    ['https://crm.example/services/oauth2/v1/token', 'https://crm.example/services/oauth2/v1/token'],
    ['https://desk.example/oauth_token.do', 'https://desk.example/oauth_token'],
    ['https://www.social.example/oauth/v2/accessToken', 'https://www.social.example/oauth/v2/accessToken'],
  ])('knows %s', (paste, address) => {
    expect(serverIn(paste)).toBe(address);
  });

  it.each([
    'POST https://login.microsoftonline.com/common/oauth2/token',
    'https://login.windows.net/contoso.com/oauth2/token',
    'https://login.live.com/oauth20_token.srf https://login.live.com/oauth/token',
    // External ID and B2C on a domain of one's own, AD FS.
    'https://sign-in.contoso.example/7d1f0c9e-5a0b-4a5c-8f65-0f0a4f3f1c22/oauth2/token',
    'https://sign-in.contoso.example/contoso.onmicrosoft.com/oauth2/v2.0/token',
    'https://fs.contoso.example/adfs/oauth2/token',
    // Somebody's own program.
    'http://localhost:3000/oauth/token',
    'https://rota.contoso.example/oauth/callback?error=access_denied',
    'https://rota.contoso.example/api/token',
    'https://rota.contoso.example/oauth/token-cache',
    '',
  ])('keeps away from %s', (paste) => {
    expect(serverIn(paste)).toBeUndefined();
  });

  it('looks at a long text once', () => {
    const text = unwrap('https://a.example/oauth'.concat('/token-'.repeat(100_000))).text;
    expectWithin(200, () => otherAuthorizationServer(text, text.lower));
  });
});
