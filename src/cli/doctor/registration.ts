import { isObject, objectsIn, textsIn } from '../json-parts.ts';
import { jsonOf, type Network } from './network.ts';

const GRAPH = 'https://graph.microsoft.com';
export const GRAPH_SCOPE = `${GRAPH}/.default`;

/** What an app registration says of itself, where the app may read it (Application.Read.All or OwnedBy). */
export interface Registration {
  readonly secrets: readonly { readonly hint: string | null; readonly expires: number }[];
  /** Redirect URIs of the platform Web. */
  readonly redirectUris: readonly string[];
  readonly identifierUris: readonly string[];
}

/** `null` where it cannot be read, which is the rule: an app needs no right to read registrations for its work. */
export async function readRegistration(
  clientId: string,
  accessToken: string,
  network: Network,
): Promise<Registration | null> {
  const select = 'appId,passwordCredentials,web,identifierUris';
  const exchange = await network({
    method: 'GET',
    url: `${GRAPH}/v1.0/applications(appId='${clientId}')?$select=${select}`,
    headers: { Authorization: `Bearer ${accessToken}` },
  });
  if (exchange.kind !== 'answer' || exchange.status !== 200) return null;
  const body = jsonOf(exchange);
  if (!isObject(body) || !Array.isArray(body.passwordCredentials)) return null;
  return {
    secrets: objectsIn(body.passwordCredentials).flatMap(({ hint, endDateTime }) => {
      const expires = typeof endDateTime === 'string' ? Date.parse(endDateTime) : Number.NaN;
      return Number.isNaN(expires) ? [] : [{ hint: typeof hint === 'string' ? hint : null, expires }];
    }),
    redirectUris: isObject(body.web) ? textsIn(body.web.redirectUris) : [],
    identifierUris: textsIn(body.identifierUris),
  };
}
