const SIGN_IN_HOSTS: ReadonlySet<string> = new Set([
  'login.microsoftonline.com',
  'login.microsoftonline.us',
  'login.microsoftonline.de',
  'login.partner.microsoftonline.cn',
  'login.chinacloudapi.cn',
  'login.windows.net',
  'login.microsoft.com',
  'login.live.com',
  'sts.windows.net',
  'account.live.com',
]);

/** Whether a host (lower case, without port) is an endpoint of Entra ID, Azure AD B2C, External ID or of personal accounts. */
export function isSignInHost(host: string): boolean {
  return SIGN_IN_HOSTS.has(host) || host.endsWith('.b2clogin.com') || host.endsWith('.ciamlogin.com');
}

/** Whether a bare path belongs to the sign-in: `/{tenant}/oauth2/v2.0/token`, `/token`, `/authorize`. */
export function isSignInPath(path: string): boolean {
  return /\/oauth2(?:\/|$)|\/(?:token|authorize|devicecode|adminconsent|logout)$|\/\.well-known\//i.test(path);
}
