/** The `error` of RFC 6749, OpenID Connect or Entra ID. */
export type OAuthError =
  | 'access_denied'
  | 'consent_required'
  | 'interaction_required'
  | 'invalid_client'
  | 'invalid_grant'
  | 'invalid_request'
  | 'invalid_resource'
  | 'invalid_scope'
  | 'invalid_tenant'
  | 'login_required'
  | 'temporarily_unavailable'
  | 'unauthorized_client'
  | 'unsupported_grant_type'
  | 'unsupported_response_type';

export interface RefusalMore {
  /** HTTP status at the token endpoint; 400 where it is left out. */
  readonly status?: number;
  readonly suberror?: string;
  /** JSON, as text. */
  readonly claims?: string;
  /** Seconds. */
  readonly retryAfter?: number;
}

/** What Entra ID refuses, in its own words. Holds no secret: its sentences quote names and ids only. */
export class EntraRefusal extends Error {
  /** The number behind `AADSTS`. */
  readonly aadsts: number;
  readonly error: OAuthError;
  /** Without the code and without the ids at the end. */
  readonly sentence: string;
  readonly status: number;
  readonly suberror: string | undefined;
  readonly claims: string | undefined;
  readonly retryAfter: number | undefined;

  constructor(aadsts: number, error: OAuthError, sentence: string, more: RefusalMore = {}) {
    super(`AADSTS${aadsts}: ${sentence}`);
    this.name = 'EntraRefusal';
    this.aadsts = aadsts;
    this.error = error;
    this.sentence = sentence;
    this.status = more.status ?? 400;
    this.suberror = more.suberror;
    this.claims = more.claims;
    this.retryAfter = more.retryAfter;
  }
}

/** The ids by which Microsoft's support finds a request. */
export interface RequestIds {
  readonly traceId: string;
  readonly correlationId: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** `2026-08-29 09:14:05Z` */
export function entraTimestamp(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19).replace('T', ' ')}Z`;
}

/** `2026-08-29T09:14:05.1230000Z`, as times inside of sentences are written. */
export function entraInstant(at: number): string {
  return `${new Date(at).toISOString().slice(0, -1)}0000Z`;
}

/** `90.00:00:00`, as lifetimes are written. */
export function entraDuration(seconds: number): string {
  const [days, rest] = [Math.floor(seconds / 86_400), seconds % 86_400];
  const clock = [Math.floor(rest / 3600), Math.floor((rest % 3600) / 60), rest % 60];
  return `${days > 0 ? `${days}.` : ''}${clock.map((part) => String(part).padStart(2, '0')).join(':')}`;
}

/** The sentence with its code and its ids: what `error_description` holds. */
export function errorDescription(refusal: EntraRefusal, ids: RequestIds): string {
  const { traceId, correlationId, at } = ids;
  return `${refusal.message} Trace ID: ${traceId} Correlation ID: ${correlationId} Timestamp: ${entraTimestamp(at)}`;
}

/** The body of a refusal at the token endpoint. */
export function errorBody(refusal: EntraRefusal, ids: RequestIds): Record<string, unknown> {
  return {
    error: refusal.error,
    error_description: errorDescription(refusal, ids),
    error_codes: [refusal.aadsts],
    timestamp: entraTimestamp(ids.at),
    trace_id: ids.traceId,
    correlation_id: ids.correlationId,
    error_uri: `https://login.microsoftonline.com/error?code=${refusal.aadsts}`,
    ...(refusal.suberror === undefined ? {} : { suberror: refusal.suberror }),
    ...(refusal.claims === undefined ? {} : { claims: refusal.claims }),
  };
}
