import { decodeClaimsChallenge } from '../diagnosis/evidence/claims-challenge.ts';
import { parseChallenges } from '../diagnosis/evidence/www-authenticate/grammar.ts';
import type { Refusal } from './refusal.ts';

/**
 * The claims that an API asks for in `WWW-Authenticate`, as the JSON that goes into the next token request.
 *
 * Graph sends them with `insufficient_claims`, Azure Resource Manager with `invalid_token` too, base64 in either
 * alphabet and often without padding.
 *
 * @see https://learn.microsoft.com/entra/identity-platform/claims-challenge
 */
export function claimsOfChallenge(wwwAuthenticate: string | null): string | null {
  if (wwwAuthenticate === null) return null;
  for (const { scheme, parameters } of parseChallenges(wwwAuthenticate) ?? []) {
    if (scheme !== 'bearer' || parameters.claims === undefined) continue;
    const decoded = decodeClaimsChallenge(parameters.claims);
    if (decoded !== undefined) return decoded.json;
  }
  return null;
}

/** The claims that a refusal carries: an API's in its header, Entra ID's in the body of its token endpoint. */
export function claimsOfRefusal({ response }: Refusal): string | null {
  if (response === undefined) return null;
  const header = Object.entries(response.headers).find(([name]) => name.toLowerCase() === 'www-authenticate')?.[1];
  return claimsOfChallenge(header ?? null) ?? claimsOfBody(response.body);
}

function claimsOfBody(body: string): string | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch {
    return null;
  }
  if (typeof parsed !== 'object' || parsed === null || !('claims' in parsed)) return null;
  return typeof parsed.claims === 'string' ? (decodeClaimsChallenge(parsed.claims)?.json ?? null) : null;
}
