import { createRemoteJWKSet, customFetch, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { boundedText } from '../../graph/bounded-body.ts';
import { CONSUMER_TENANT } from '../consumer-tenant.ts';
import { configurationEndpoint, ENTRA, keysEndpoint, reachedAt } from './entra-address.ts';
import { LONGEST_ANSWER } from './entra-network.ts';
import type { MsalApp } from './msal-app.ts';

/** Clocks may differ by this much, in seconds, as MSAL has it. */
const TOLERANCE = 300;
const TIMEOUT_MS = 5_000;
const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Why an ID token is not taken. Its message names the claim, never the token. */
class IdTokenError extends Error {
  readonly code: 'WHY401_ID_TOKEN_ISSUER' | 'WHY401_ID_TOKEN_TENANT' | 'WHY401_ID_TOKEN_NONCE';
  constructor(code: IdTokenError['code'], message: string) {
    super(message);
    this.name = 'IdTokenError';
    this.code = code;
  }
}

export interface IdTokenReader {
  /**
   * The claims of an ID token that Entra ID made for this app, this sign-in and a tenant that may sign in: signature,
   * issuer, audience, expiry, nonce and tenant are checked (OpenID Connect Core, section 3.1.3.7). MSAL checks the nonce only.
   *
   * @throws an error of jose, or IdTokenError
   */
  read(idToken: string, app: MsalApp, nonce: string, now: number): Promise<JWTPayload>;
}

/** @param at where a sandbox stands in for Entra ID */
export function idTokenReader(at: string | undefined): IdTokenReader {
  const keySets = new Map<string, JWTVerifyGetKey>();
  const tenants = new Map<string, Promise<string>>();

  const keysOf = (tenant: string): JWTVerifyGetKey => {
    const known = keySets.get(tenant);
    if (known !== undefined) return known;
    const keys = createRemoteJWKSet(new URL(keysEndpoint(tenant)), {
      timeoutDuration: TIMEOUT_MS,
      [customFetch]: async (url, options) => {
        const answer = await fetch(reachedAt(url, at), options);
        return new Response(await boundedText(answer, LONGEST_ANSWER, 'throw'), { status: answer.status });
      },
    });
    keySets.set(tenant, keys);
    return keys;
  };
  /** A domain stands for the tenant that its configuration names as issuer. */
  const idOfDomain = (domain: string): Promise<string> => {
    const known = tenants.get(domain);
    if (known !== undefined) return known;
    const asked = fetchTenantId(domain, at);
    tenants.set(domain, asked);
    asked.catch(() => tenants.delete(domain));
    return asked;
  };

  return {
    async read(idToken, app, nonce, now) {
      const { payload } = await jwtVerify(idToken, keysOf(app.tenant), {
        algorithms: ['RS256'],
        audience: app.clientId,
        clockTolerance: TOLERANCE,
        currentDate: new Date(now),
        requiredClaims: ['iss', 'tid', 'exp', 'nonce'],
      });
      const tid = typeof payload.tid === 'string' ? payload.tid : '';
      if (payload.iss !== `${ENTRA}/${tid}/v2.0`) {
        throw new IdTokenError(
          'WHY401_ID_TOKEN_ISSUER',
          'The issuer of the ID token is not the tenant that its tid names',
        );
      }
      if (payload.nonce !== nonce) {
        throw new IdTokenError('WHY401_ID_TOKEN_NONCE', 'The nonce of the ID token is not the one of this sign-in');
      }
      if (!(await takesTenant(app.tenant, tid, idOfDomain))) {
        throw new IdTokenError(
          'WHY401_ID_TOKEN_TENANT',
          `The ID token is of the tenant ${tid}, which may not sign in here`,
        );
      }
      return payload;
    },
  };
}

async function takesTenant(
  asked: string,
  tid: string,
  idOfDomain: (domain: string) => Promise<string>,
): Promise<boolean> {
  if (asked === 'common') return true;
  if (asked === 'organizations') return tid !== CONSUMER_TENANT;
  if (asked === 'consumers') return tid === CONSUMER_TENANT;
  return tid.toLowerCase() === (GUID.test(asked) ? asked : await idOfDomain(asked)).toLowerCase();
}

async function fetchTenantId(domain: string, at: string | undefined): Promise<string> {
  const answer = await fetch(reachedAt(configurationEndpoint(domain), at), { signal: AbortSignal.timeout(TIMEOUT_MS) });
  const configuration: unknown = JSON.parse(await boundedText(answer, LONGEST_ANSWER, 'throw'));
  const issuer =
    typeof configuration === 'object' && configuration !== null && 'issuer' in configuration
      ? configuration.issuer
      : '';
  const id = typeof issuer === 'string' ? (issuer.slice(`${ENTRA}/`.length).split('/', 1)[0] ?? '') : '';
  if (!GUID.test(id)) throw new IdTokenError('WHY401_ID_TOKEN_TENANT', `Entra ID names no tenant for ${domain}`);
  return id;
}
