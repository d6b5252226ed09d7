import type { SignInFixture } from '../../test/contract/sign-in.contract.ts';
import { isOwnedBy, signInOne } from './sign-in-one.ts';

export interface CrowdSignedIn {
  readonly tookMs: number;
  /** People whose chat got a token of somebody else, at once or when it was asked for again. */
  readonly mixedUp: number;
}

/** Many people sign in at once, each in a browser of their own. */
export async function signInCrowd(fixture: SignInFixture, size: number): Promise<CrowdSignedIn> {
  const people = Array.from({ length: size }, (_, n) => fixture.asPerson(n));
  const begun = performance.now();
  const first = await Promise.all(people.map((participant) => signInOne(fixture, participant)));
  const tookMs = performance.now() - begun;
  const again = await Promise.all(people.map(({ person }) => fixture.signIn.token(person)));
  const mixedUp = people.filter((participant, n) => {
    const later = again[n];
    if (later?.kind !== 'token') throw new Error('Somebody signed in has no token');
    return ![first[n]!, later.token].every((token) => isOwnedBy(token, participant));
  });
  return { tookMs, mixedUp: mixedUp.length };
}
