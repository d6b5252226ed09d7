import type { SecretKind } from '../diagnosis.ts';

/** A secret as found in one text, before it is mapped back to the paste. */
export interface SecretHit {
  /** Of the value only, without its name and quotes. */
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
  readonly kind: SecretKind;
  /** False for what is masked to be safe but opens nothing: a token without its signature, a cut code. */
  readonly live: boolean;
  /** Milliseconds since 1970, where it can be known. */
  readonly expires: number | null;
  /** Which reading wins where two overlap: a decoded token over a named value over a bare shape. */
  readonly rank: number;
}
