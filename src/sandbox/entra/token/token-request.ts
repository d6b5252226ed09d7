import type { AppRegistration } from '../../world/world.ts';
import type { Authority } from '../authority.ts';
import type { ClaimsRequest } from '../claims-request.ts';
import type { ClientProof, TokenMint } from '../issue-tokens.ts';

/** A request at the token endpoint whose app is known and has proved itself, or sent no proof. */
export interface TokenRequest {
  readonly mint: TokenMint;
  readonly form: URLSearchParams;
  readonly authority: Authority;
  /** As it stands in the address. */
  readonly authorityName: string;
  readonly app: AppRegistration;
  readonly proof: ClientProof;
  /** The `Origin` of the request: a browser's script sent it. */
  readonly origin: string | undefined;
  readonly claims: ClaimsRequest;
}

/** The answer of the token endpoint (RFC 6749, section 5.1). */
export interface TokenResponse {
  readonly token_type: 'Bearer';
  readonly scope?: string;
  readonly expires_in: number;
  readonly ext_expires_in: number;
  readonly access_token: string;
  readonly refresh_token?: string;
  readonly id_token?: string;
  readonly client_info?: string;
}

/** A parameter that is sent empty counts as not sent. */
export function parameter(form: URLSearchParams, name: string): string | undefined {
  const value = form.get(name);
  return value === null || value === '' ? undefined : value;
}
