import { malformed } from './refusals/request.ts';

/** The `claims` parameter (OpenID Connect Core, section 5.5), as far as Entra ID acts on it. */
export interface ClaimsRequest {
  /** The client declares that it can handle claims challenges. */
  readonly cp1: boolean;
  /** The session must not be older, milliseconds since 1970. */
  readonly notBefore: number | null;
  /** Authentication contexts that the token must carry. */
  readonly contexts: readonly string[];
}

const NONE: ClaimsRequest = { cp1: false, notBefore: null, contexts: [] };

/** @throws EntraRefusal 9002313 for what is no JSON object */
export function readClaims(parameter: string | undefined): ClaimsRequest {
  if (parameter === undefined) return NONE;
  const accessToken = record(parsed(parameter).access_token);
  const notBefore = Number(valuesOf(accessToken.nbf)[0]);
  return {
    cp1: valuesOf(accessToken.xms_cc).some((value) => value.toLowerCase() === 'cp1'),
    notBefore: Number.isFinite(notBefore) ? notBefore * 1000 : null,
    contexts: valuesOf(accessToken.acrs),
  };
}

function parsed(parameter: string): Record<string, unknown> {
  try {
    return record(JSON.parse(parameter));
  } catch {
    throw malformed();
  }
}

function valuesOf(claim: unknown): string[] {
  const { value, values } = record(claim);
  const all: unknown[] = Array.isArray(values) ? values : [value];
  return all.filter((one) => typeof one === 'string' || typeof one === 'number').map(String);
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}
