import { expect, it } from 'vitest';
import type { Person } from '../../src/identity/person.ts';
import type { RedeemAnswer, SignIn, TokenAnswer } from '../../src/identity/sign-in.ts';
import { meteredSignIn } from '../../src/metrics/metered-sign-in.ts';

const ADA: Person = { channelId: 'msteams', userId: '29:ada', aadObjectId: null, tenantId: null, name: null };
const refusal = { request: { method: 'POST', url: 'https://login.microsoftonline.com/common/oauth2/v2.0/token' } };
const token = { accessToken: 'made-up-for-tests', expires: null };

function signInThat(answers: {
  invite?: Awaited<ReturnType<SignIn['invite']>>;
  redeem?: RedeemAnswer;
  exchange?: TokenAnswer;
  signOut?: boolean;
}): SignIn {
  return {
    way: 'msal',
    token: async () => ({ kind: 'token', token }),
    invite: async () => answers.invite ?? { signInLink: 'https://bot.example.com/auth/start', carriesClaims: true },
    redeem: async () => answers.redeem ?? { kind: 'signed-in', token },
    exchange: async () => answers.exchange ?? { kind: 'token', token },
    signOut: async () => answers.signOut ?? true,
  };
}

it('counts what comes of each step, and hands on what came', async () => {
  const seen: string[] = [];
  const metered = (answers: Parameters<typeof signInThat>[0] = {}): SignIn =>
    meteredSignIn(signInThat(answers), (way, outcome) => seen.push(`${way} ${outcome}`));
  await metered().invite(ADA);
  await metered({ invite: { refusal } }).invite(ADA);
  expect(await metered().redeem(ADA, '123456')).toEqual({ kind: 'signed-in', token });
  await metered({ redeem: { kind: 'wrong-code', attemptsLeft: 2 } }).redeem(ADA, '1');
  await metered({ redeem: { kind: 'refused', refusal } }).redeem(ADA, '1');
  await metered().exchange(ADA, 'assertion');
  await metered({ exchange: { kind: 'sign-in-needed', reason: 'first-time' } }).exchange(ADA, 'assertion');
  await metered({ exchange: { kind: 'refused', refusal } }).exchange(ADA, 'assertion');
  expect([await metered().signOut(ADA), await metered({ signOut: false }).signOut(ADA)]).toEqual([true, false]);
  await metered().token(ADA);
  expect(seen).toEqual(
    ['started', 'refused', 'signed-in', 'wrong-code', 'refused', 'signed-in', 'refused', 'signed-out'].map(
      (outcome) => `msal ${outcome}`,
    ),
  );
});
