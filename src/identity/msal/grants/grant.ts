/** What one person granted: MSAL's token cache, which holds one account only, and what is needed to keep it in order. */
export interface Grant {
  /** Random, made at sign-in: a renewal belongs to the sign-in that it renews. */
  readonly id: string;
  /** MSAL's token cache, serialised. Holds access, refresh and ID token. */
  readonly cache: string;
  /** When its refresh token came, milliseconds since 1970: of two renewals at once the later one stays. */
  readonly renewed: number;
  /** The last claims challenge that was answered: the same one again is answered otherwise. */
  readonly challenge?: AnsweredChallenge;
}

export interface AnsweredChallenge {
  /** The decoded JSON. */
  readonly claims: string;
  readonly at: number;
  readonly by: 'renewal' | 'sign-in';
}

/** @returns `undefined` for what is not a grant */
export function parseGrant(value: unknown): Grant | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { id, cache, renewed, challenge } = value as Partial<Record<keyof Grant, unknown>>;
  if (typeof id !== 'string' || typeof cache !== 'string' || typeof renewed !== 'number') return undefined;
  return { id, cache, renewed, ...parseChallenge(challenge) };
}

function parseChallenge(value: unknown): Pick<Grant, 'challenge'> {
  if (typeof value !== 'object' || value === null) return {};
  const { claims, at, by } = value as Partial<Record<keyof AnsweredChallenge, unknown>>;
  if (typeof claims !== 'string' || typeof at !== 'number') return {};
  return { challenge: { claims, at, by: by === 'sign-in' ? 'sign-in' : 'renewal' } };
}
