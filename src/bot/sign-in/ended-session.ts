import type { Person } from '../../identity/person.ts';
import type { SignInReason } from '../../identity/sign-in.ts';
import type { SignInParts } from './sign-in-parts.ts';

/** Root causes that only a fresh sign-in mends, and how the card that asks for it puts them. */
const SESSION_OVER: ReadonlyMap<string, SignInReason> = new Map([
  ['cae-challenge', 'claims-challenge'],
  ['session-revoked', 'revoked'],
]);

/**
 * Where Graph ended the session of a token that the token service keeps. The service declares no capability cp1, so
 * Graph names no claims; the challenge that is meant is written out: a token newer than this one.
 *
 * @param causes what the engine said of Graph's refusals
 * @param claims of the token that was refused
 * @returns why the person has to sign in again; `undefined` where that would not help, or is not the reason
 */
export async function endedSession(
  { signIn, turn }: Pick<SignInParts, 'signIn' | 'turn'>,
  person: Person,
  causes: readonly string[],
  claims: Readonly<Record<string, unknown>> | undefined,
): Promise<SignInReason | undefined> {
  const [reason] = causes.flatMap((cause) => SESSION_OVER.get(cause) ?? []);
  if (signIn.way !== 'token-service' || reason === undefined) return undefined;
  const iat = claims?.iat;
  const newerThan = typeof iat === 'number' ? iat : Math.floor(turn.now() / 1000);
  const nbf = { essential: true, value: String(newerThan + 1) };
  const answer = await signIn.token(person, { claims: JSON.stringify({ access_token: { nbf } }) });
  return answer.kind === 'sign-in-needed' ? reason : undefined;
}
