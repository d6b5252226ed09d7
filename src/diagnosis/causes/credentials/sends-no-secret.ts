import type { Facts } from '../../facts/facts.ts';

/** The code signs in as a public client (MSAL's, or the device code flow of Azure Identity): it has no secret to send. */
export function sendsNoSecret(facts: Facts): boolean {
  const settings = facts.of('setting');
  const isPublic = settings.some(
    ({ name, values }) =>
      (name === 'public-client' && values[0] === 'true') || (name === 'grant' && values.includes('device_code')),
  );
  if (!isPublic) return false;
  const confidential = settings.some(
    ({ name, values }) => name === 'client-secret' || (name === 'public-client' && values[0] === 'false'),
  );
  return !confidential && facts.of('oauth-request').every(({ parameters }) => parameters.client_secret === undefined);
}
