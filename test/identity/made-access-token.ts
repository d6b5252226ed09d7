export const TENANT = '3f2a1b0c-4d5e-4f60-8a7b-9c0d1e2f3a4b';
export const OTHER_TENANT = '8b7a6c5d-1e2f-4a3b-9c8d-7e6f5a4b3c2d';
export const ANNA_OID = '5f0c2a9e-7b41-4d3c-9e88-1a2b3c4d5e6f';
export const CLIENT_ID = '7d1f0c9e-5a0b-4a5c-8f65-0f0a4f3f1c22';

/** Claims of a good delegated token for Graph, an hour long, issued ten minutes before `now`. */
export function goodClaims(now: number): Record<string, unknown> {
  const at = Math.floor(now / 1000);
  return {
    aud: 'https://graph.microsoft.com',
    iss: `https://sts.windows.net/${TENANT}/`,
    iat: at - 600,
    nbf: at - 600,
    exp: at + 3000,
    appid: CLIENT_ID,
    idtyp: 'user',
    name: 'Anna Example',
    oid: ANNA_OID,
    scp: 'Calendars.ReadWrite MailboxSettings.Read User.Read openid profile email',
    sub: 'pairwise-subject',
    tid: TENANT,
    upn: 'anna@contoso.com',
    ver: '1.0',
  };
}

/** A token with these claims and a signature that nobody takes. `undefined` removes a claim. */
export function accessToken(claims: Readonly<Record<string, unknown>>): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ typ: 'JWT', alg: 'RS256', kid: 'test' })}.${part(claims)}.${'s1gn4tur3'.repeat(30)}`;
}
