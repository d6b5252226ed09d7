import type { Refusal } from '../refusals/refusal.ts';

/** One request to Microsoft Graph. */
export interface GraphRequest {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Below the version, as `/me/calendarView?startDateTime=…`. */
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /**
   * Whether a repetition after a 5xx or a lost connection does no harm. Reading always may be; a POST only where it
   * carries its own transactionId.
   */
  readonly repeatable?: boolean;
  /** Milliseconds for all tries together; a turn must not outlive its channel. */
  readonly withinMs?: number;
}

export type GraphAnswer =
  | {
      readonly kind: 'ok';
      readonly status: number;
      /** The parsed JSON; `null` where there is no body. Callers parse it further. */
      readonly body: unknown;
      /** Graph's own clock, milliseconds since 1970, from its `Date` header. */
      readonly serverTime: number | null;
      readonly requestId: string | null;
    }
  | {
      readonly kind: 'refused';
      readonly refusal: Refusal;
      readonly status: number | null;
      readonly serverTime: number | null;
      readonly requestId: string | null;
      /** The decoded JSON of a claims challenge, ready for TokenRequest.claims; `null` where there was none. */
      readonly claims: string | null;
      /** How many tries were made. */
      readonly tries: number;
    };

/** Microsoft Graph on behalf of one token. Never throws for what the network or Graph does. */
export interface Graph {
  send(token: string, request: GraphRequest): Promise<GraphAnswer>;
}
