import type { Facts } from '../../facts/facts.ts';

/** https://www.rfc-editor.org/rfc/rfc6749#section-4.4.3 */
export const NO_REFRESH_TOKEN_FOR_APPS =
  'The client-credentials grant brings no refresh token (RFC 6749, section 4.4.3) and needs none: ask for a new token when the old one runs out.';

/** Whether somebody misses what an app that signs in as itself never gets. */
export function missesRefreshTokenOfApp(facts: Facts): boolean {
  return (
    facts.of('told').some(({ circumstance }) => circumstance === 'refresh-token-absent') &&
    (facts.of('oauth-request').some(({ parameters }) => parameters.grant_type === 'client_credentials') ||
      facts.of('setting').some(({ name, values }) => name === 'grant' && values.includes('client_credentials')))
  );
}
