import { describe, expect, it } from 'vitest';
import { isSignInHost, isSignInPath } from '../../../../src/diagnosis/evidence/http/sign-in-host.ts';

describe('isSignInHost', () => {
  it.each([
    'login.microsoftonline.com',
    'login.microsoftonline.us',
    'login.partner.microsoftonline.cn',
    'login.chinacloudapi.cn',
    'login.windows.net',
    'login.live.com',
    'sts.windows.net',
    'contoso.b2clogin.com',
    'contoso.ciamlogin.com',
  ])('%s', (host) => {
    expect(isSignInHost(host)).toBe(true);
  });
  it.each(['graph.microsoft.com', 'graph.windows.net', 'b2clogin.com.evil.example', 'login.example'])(
    'not %s',
    (host) => {
      expect(isSignInHost(host)).toBe(false);
    },
  );
});

describe('isSignInPath', () => {
  it.each(['/common/oauth2/v2.0/token', '/token', '/x/oauth2/authorize', '/x/v2.0/.well-known/openid-configuration'])(
    '%s',
    (path) => {
      expect(isSignInPath(path)).toBe(true);
    },
  );
  it.each(['/me', '/v1.0/oauth2PermissionGrants', '/tokens'])('not %s', (path) => {
    expect(isSignInPath(path)).toBe(false);
  });
});
