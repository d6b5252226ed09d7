import type { SignInReason, TokenRequest } from '../../../identity/sign-in.ts';

/** Why somebody is asked to sign in, and what follows. Kept with the dialog: no secret, JSON only. */
export interface SignInOptions {
  readonly reason: SignInReason;
  /** Claims of a challenge, or further scopes; a sign-in is begun although there is a token. */
  readonly request?: Pick<TokenRequest, 'claims' | 'extraScopes'>;
  /** `check`: the check of the sign-in runs once they are back. */
  readonly next: 'nothing' | 'check';
}

const REASONS: Readonly<Record<SignInReason, true>> = {
  'first-time': true,
  expired: true,
  revoked: true,
  'claims-challenge': true,
  'more-scopes': true,
  'signed-out': true,
};

/** The options as they come back from the store, which an older version of the service may have written. */
export function readSignInOptions(value: unknown): SignInOptions {
  const found = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  const { reason, next, request } = found;
  return {
    reason: typeof reason === 'string' && Object.hasOwn(REASONS, reason) ? (reason as SignInReason) : 'first-time',
    next: next === 'check' ? 'check' : 'nothing',
    ...(typeof request === 'object' && request !== null ? { request: readRequest(request) } : {}),
  };
}

function readRequest(value: object): Pick<TokenRequest, 'claims' | 'extraScopes'> {
  const { claims, extraScopes } = value as Record<string, unknown>;
  return {
    ...(typeof claims === 'string' ? { claims } : {}),
    ...(Array.isArray(extraScopes) ? { extraScopes: extraScopes.filter((scope) => typeof scope === 'string') } : {}),
  };
}
