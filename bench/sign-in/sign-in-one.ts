import { decodeJwt } from 'jose';
import type { GrantedToken } from '../../src/identity/sign-in.ts';
import type { Participant, SignInFixture } from '../../test/contract/sign-in.contract.ts';

/** From the card to the grant: link, sign-in page, code. Throws where somebody is not signed in at its end. */
export async function signInOne(fixture: SignInFixture, { person, account }: Participant): Promise<GrantedToken> {
  const { signIn, completeAtPage } = fixture;
  const invitation = await signIn.invite(person);
  if ('refusal' in invitation) throw new Error('An invitation was refused');
  const answer = await signIn.redeem(person, await completeAtPage(invitation.signInLink, account));
  if (answer.kind !== 'signed-in') throw new Error(`A code led to «${answer.kind}»`);
  return answer.token;
}

export function isOwnedBy(token: GrantedToken, { account }: Participant): boolean {
  return decodeJwt(token.accessToken).oid === account.oid;
}
