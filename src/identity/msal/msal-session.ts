import { randomUUID } from 'node:crypto';
import type { AuthenticationResult, ConfidentialClientApplication } from '@azure/msal-node';
import type { Refusal } from '../../refusals/refusal.ts';
import type { GrantedToken } from '../sign-in.ts';
import { type EntraNetwork, entraNetwork } from './entra-network.ts';
import { type Meaning, meaningOf, refusalOf } from './entra-refusal.ts';
import type { Grant } from './grants/grant.ts';
import { createClient, type MsalApp } from './msal-app.ts';

/** A request to Entra ID that brought a token: the grant has what the next renewal needs. */
export interface Granted {
  readonly kind: 'granted';
  readonly token: GrantedToken;
  readonly grant: Grant;
  /** False where the token was at hand and the grant is as it was. */
  readonly changed: boolean;
  readonly result: AuthenticationResult;
}
export type Denied = { readonly kind: 'denied'; readonly refusal: Refusal; readonly meaning: Meaning };

/** MSAL for one operation of one person. */
export interface MsalSession {
  authorizeUrl(request: {
    readonly scopes: readonly string[];
    readonly state: string;
    readonly nonce: string;
    readonly challenge: string;
    readonly claims?: string;
  }): Promise<string>;
  redeemCode(request: {
    readonly scopes: readonly string[];
    readonly code: string;
    readonly verifier: string;
    readonly nonce: string;
  }): Promise<Granted | Denied>;
  renew(request: {
    readonly grant: Grant;
    readonly scopes: readonly string[];
    readonly force: boolean;
    readonly claims?: string;
  }): Promise<Granted | Denied>;
  onBehalfOf(request: { readonly scopes: readonly string[]; readonly assertion: string }): Promise<Granted | Denied>;
}

/** @param at where a sandbox stands in for Entra ID */
export function msalSession(app: MsalApp, at: string | undefined, now: () => number): MsalSession {
  const network = entraNetwork(at);
  let created: ConfidentialClientApplication | undefined;
  // Made where a refusal can be told: MSAL throws for a registration that lacks something, such as a secret.
  const client = (): ConfidentialClientApplication => {
    created ??= createClient(app, network);
    return created;
  };

  const attempt = async (
    scopes: readonly string[],
    ask: () => Promise<AuthenticationResult | null>,
    grant: () => Grant,
    before?: () => string | undefined,
  ): Promise<Granted | Denied> => {
    try {
      const result = await ask();
      if (result === null) throw new Error('MSAL gave no result');
      const token = { accessToken: result.accessToken, expires: result.expiresOn?.getTime() ?? null };
      const kept = grant();
      return { kind: 'granted', token, grant: kept, changed: kept.cache !== before?.(), result };
    } catch (error) {
      return denied(error, app, scopes, network);
    }
  };
  const freshGrant = (): Grant => ({
    id: randomUUID(),
    cache: client().getTokenCache().serialize(),
    renewed: now(),
  });

  return {
    authorizeUrl: async ({ scopes, state, nonce, challenge, claims }) =>
      client().getAuthCodeUrl({
        scopes: [...scopes],
        redirectUri: app.redirectUri,
        state,
        nonce,
        codeChallenge: challenge,
        codeChallengeMethod: 'S256',
        prompt: 'select_account',
        ...(claims === undefined ? {} : { claims }),
      }),
    redeemCode: ({ scopes, code, verifier, nonce }) =>
      attempt(
        scopes,
        () =>
          client().acquireTokenByCode({
            scopes: [...scopes],
            redirectUri: app.redirectUri,
            code,
            codeVerifier: verifier,
            nonce,
          }),
        freshGrant,
      ),
    async renew({ grant, scopes, force, claims }) {
      let before: string | undefined;
      const renewedGrant = (): Grant => {
        const after = client().getTokenCache().serialize();
        return {
          ...grant,
          cache: after,
          ...(after === before ? {} : { renewed: now() }),
          ...(claims === undefined ? {} : { challenge: { claims, at: now(), by: 'renewal' as const } }),
        };
      };
      return attempt(
        scopes,
        () => {
          const cache = client().getTokenCache();
          readCache(cache, grant.cache);
          // Compared as MSAL writes it: its own mark of a change is set by reading already.
          before = cache.serialize();
          return silently(client(), { scopes, force, claims });
        },
        renewedGrant,
        () => before,
      );
    },
    onBehalfOf: ({ scopes, assertion }) =>
      attempt(
        scopes,
        () => client().acquireTokenOnBehalfOf({ scopes: [...scopes], oboAssertion: assertion, skipCache: true }),
        freshGrant,
      ),
  };
}

/** What MSAL cannot read holds nothing to renew with. Its own words could quote the cache. */
function readCache(cache: ReturnType<ConfidentialClientApplication['getTokenCache']>, serialised: string): void {
  try {
    cache.deserialize(serialised);
  } catch {
    throw Object.assign(new Error('The token cache cannot be read'), { code: 'no_tokens_found' });
  }
}

async function silently(
  client: ConfidentialClientApplication,
  request: { readonly scopes: readonly string[]; readonly force: boolean; readonly claims: string | undefined },
): Promise<AuthenticationResult> {
  const [account] = await client.getTokenCache().getAllAccounts();
  if (account === undefined)
    throw Object.assign(new Error('The token cache holds no account'), { code: 'no_account_found' });
  return client.acquireTokenSilent({
    account,
    scopes: [...request.scopes],
    forceRefresh: request.force,
    ...(request.claims === undefined ? {} : { claims: request.claims }),
  });
}

function denied(error: unknown, app: MsalApp, scopes: readonly string[], network: EntraNetwork): Denied {
  const refusal = refusalOf(error, app, scopes, network);
  return { kind: 'denied', refusal, meaning: meaningOf(refusal) };
}
