import type { SignInReason, TokenRequest } from '../../../identity/sign-in.ts';

/** Why somebody is asked to sign in, and what follows. Kept with the dialog: no secret, JSON only. */
export interface SignInOptions {
  readonly reason: SignInReason;
  /** Claims of a challenge, or further scopes; a sign-in is begun although there is a token. */
  readonly request?: Pick<TokenRequest, 'claims' | 'extraScopes'>;
  /** A sign-in is begun although there is a token: it works for now and cannot be renewed. */
  readonly again?: boolean;
  /** `check`: the check of the sign-in runs once they are back; `draft`: the event that waits for it goes on. */
  readonly next: 'nothing' | 'check' | 'draft';
  /** With `draft`: its id. Whose it is is looked up again. */
  readonly draft?: string;
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
  const { reason, next, request, draft, again } = found;
  return {
    reason: typeof reason === 'string' && Object.hasOwn(REASONS, reason) ? (reason as SignInReason) : 'first-time',
    ...nextOf(next, draft),
    ...(again === true ? { again } : {}),
    ...(typeof request === 'object' && request !== null ? { request: readRequest(request) } : {}),
  };
}

function nextOf(next: unknown, draft: unknown): Pick<SignInOptions, 'next' | 'draft'> {
  if (next === 'draft' && typeof draft === 'string') return { next, draft };
  return { next: next === 'check' ? 'check' : 'nothing' };
}

function readRequest(value: object): Pick<TokenRequest, 'claims' | 'extraScopes'> {
  const { claims, extraScopes } = value as Record<string, unknown>;
  return {
    ...(typeof claims === 'string' ? { claims } : {}),
    ...(Array.isArray(extraScopes) ? { extraScopes: extraScopes.filter((scope) => typeof scope === 'string') } : {}),
  };
}
