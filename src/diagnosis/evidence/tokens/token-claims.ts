import { idTokenMarks } from '../../secrets/jwt-secrets.ts';
import type { TokenClaims } from '../evidence.ts';

type Json = Readonly<Record<string, unknown>>;

/**
 * The claims that rules and words use, out of a payload of Entra version 1 or 2, of B2C, or of another issuer.
 * Claims of an unexpected type are left out.
 */
export function tokenClaims(payload: Json, header: Json): TokenClaims {
  const claims: Record<string, unknown> = { idTokenMarks: idTokenMarks(payload, header) };
  const put = (name: keyof TokenClaims, value: unknown): void => {
    if (value !== undefined) claims[name] = value;
  };
  put('aud', text(payload.aud) ?? list(payload.aud)?.[0]);
  for (const name of ['iss', 'tid', 'ver', 'idtyp', 'oid', 'sub', 'nonce', 'idp'] as const)
    put(name, text(payload[name]));
  put('appid', text(payload.appid) ?? text(payload.azp));
  put('appDisplayName', text(payload.app_displayname));
  put('clientProof', text(payload.appidacr) ?? text(payload.azpacr));
  put('scp', words(payload.scp));
  put('roles', list(payload.roles) ?? words(payload.roles));
  for (const name of ['exp', 'nbf', 'iat'] as const) put(name, numericDate(payload[name]));
  put('upn', text(payload.upn) ?? text(payload.unique_name) ?? text(payload.preferred_username));
  put('capabilities', list(payload.xms_cc) ?? words(payload.xms_cc));
  put('acrs', list(payload.acrs) ?? words(payload.acrs));
  put('amr', list(payload.amr) ?? words(payload.amr));
  put('wids', list(payload.wids) ?? words(payload.wids));
  const acr = text(payload.acr);
  put('policy', text(payload.tfp) ?? (acr !== undefined && /^b2c_/i.test(acr) ? acr : undefined));
  return claims as unknown as TokenClaims;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value.slice(0, 1000) : undefined;
}

function words(value: unknown): string[] | undefined {
  if (Array.isArray(value)) return list(value);
  return typeof value === 'string'
    ? value
        .split(/[\s,]+/)
        .filter((word) => word !== '')
        .slice(0, 200)
    : undefined;
}

function list(value: unknown): string[] | undefined {
  return Array.isArray(value)
    ? value.filter((item): item is string => typeof item === 'string').slice(0, 200)
    : undefined;
}

/** As debuggers of tokens and programs print it. */
const ISO = /^20\d\d-[01]\d-[0-3]\d[T ][0-2]\d:[0-5]\d(?::[0-5]\d)?(?:\.\d{1,7})?(?:Z|[+-]\d\d:?\d\d)$/;

/** Seconds since 1970 (NumericDate of RFC 7519, section 2), as a number, as digits, or as debuggers of tokens print it. */
export function numericDate(value: unknown): number | undefined {
  if (typeof value === 'string' && ISO.test(value)) {
    const at = Date.parse(value.replace(/(\.\d{3})\d*/, '$1'));
    return Number.isNaN(at) ? undefined : Math.trunc(at / 1000);
  }
  const number = typeof value === 'string' && /^\d{9,11}$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? Math.trunc(number) : undefined;
}
