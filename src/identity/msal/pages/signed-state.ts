import { errors, jwtVerify, SignJWT } from 'jose';
import type { TokenKeys } from '../grants/token-keys.ts';

/** Which step of the sign-in a state was made for; one is never taken for the other. */
export type Step = 'start' | 'callback';

/** What `state` says of a sign-in under way. */
export interface SignInState {
  /** The pending sign-in. */
  readonly id: string;
  /** Of the browser that began, at the callback: equal to what its cookie holds. */
  readonly browser: string;
}

export type StateReading =
  | { readonly kind: 'valid'; readonly state: SignInState }
  | { readonly kind: 'expired' | 'invalid' };

/** Short-lived signed tokens (JWS, HS256) for `state`. They hold no secret: only who made them and when counts. */
export interface StateSigner {
  sign(step: Step, state: SignInState, now: number, expires: number): Promise<string>;
  read(step: Step, token: string, now: number): Promise<StateReading>;
}

const LONGEST = 2_048;

/** @param keys the first one signs, all of them verify */
export function createStateSigner(keys: TokenKeys): StateSigner {
  const [current] = keys;
  return {
    sign(step, { id, browser }, now, expires) {
      return new SignJWT({ browser })
        .setProtectedHeader({ alg: 'HS256', kid: current.kid })
        .setAudience(`why401 ${step}`)
        .setSubject(id)
        .setIssuedAt(Math.floor(now / 1000))
        .setExpirationTime(Math.floor(expires / 1000))
        .sign(current.signing);
    },
    async read(step, token, now) {
      if (token.length > LONGEST) return { kind: 'invalid' };
      try {
        const { payload } = await jwtVerify(token, ({ kid }) => keyOf(keys, kid), {
          algorithms: ['HS256'],
          audience: `why401 ${step}`,
          currentDate: new Date(now),
          requiredClaims: ['exp', 'sub', 'browser'],
        });
        const { sub, browser } = payload;
        if (typeof sub !== 'string' || typeof browser !== 'string') return { kind: 'invalid' };
        return { kind: 'valid', state: { id: sub, browser } };
      } catch (error) {
        return { kind: error instanceof errors.JWTExpired ? 'expired' : 'invalid' };
      }
    },
  };
}

function keyOf(keys: TokenKeys, kid: string | undefined): Uint8Array {
  const key = keys.find((candidate) => candidate.kid === kid);
  if (key === undefined) throw new errors.JWSSignatureVerificationFailed();
  return key.signing;
}
