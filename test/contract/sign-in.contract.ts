import { decodeJwt } from 'jose';
import { describe, expect, test } from 'vitest';
import type { GraphAnswer } from '../../src/graph/graph.ts';
import type { Person } from '../../src/identity/person.ts';
import type { GrantedToken, Invitation, SignIn, TokenAnswer, TokenRequest } from '../../src/identity/sign-in.ts';
import { diagnoseRefusal } from '../../src/refusals/diagnose-refusal.ts';
import type { SandboxPerson, World } from '../../src/sandbox/world/world.ts';

/** Somebody in a chat, and their account in the sandbox's Entra ID. */
export interface Participant {
  readonly person: Person;
  readonly account: SandboxPerson;
}

/** One way to sign in, against a sandbox of its own. */
export interface SignInFixture {
  readonly signIn: SignIn;
  readonly sandbox: { readonly world: World };
  readonly now: () => number;
  /** Lets time pass for the sandbox and the sign-in alike. */
  advance(ms: number): void;
  /** The n-th of as many people as are asked for, from 0; always the same one for a number. */
  asPerson(n: number): Participant;
  /** Opens the link of the card, signs in as `who`, and reads the six digits that the last page shows. */
  completeAtPage(link: string, who: SandboxPerson): Promise<string>;
  /** Asks for a token in such a way that it has to be renewed. */
  renew(person: Person): Promise<TokenAnswer>;
  /** What Teams sends: an access token for the app itself, or for another audience. */
  assertionFor(who: SandboxPerson, audience?: string): Promise<string>;
  /** `GET /me` */
  callGraph(token: GrantedToken): Promise<GraphAnswer>;
  dispose(): Promise<void>;
}

/** What both ways to sign in must do. */
export function describeSignIn(name: string, createFixture: () => Promise<SignInFixture>): void {
  const holds = (what: string, body: (fixture: SignInFixture) => Promise<void>): void =>
    test(what, () => withFixture(createFixture, body));

  describe(`${name}: signing in`, () => {
    holds('who never signed in is asked to, for the first time', async ({ signIn, asPerson }) => {
      expect(await signIn.token(asPerson(0).person)).toMatchObject({ kind: 'sign-in-needed', reason: 'first-time' });
    });

    holds('link, page and code give a token of the right person, and Graph takes it', async (fixture) => {
      const { signIn, asPerson, callGraph } = fixture;
      const ada = asPerson(0);
      const code = await codeFor(fixture, ada);
      expect(code).toMatch(/^\d{6}$/);
      expect(await signIn.token(ada.person)).toMatchObject({ kind: 'sign-in-needed' });
      const redeemed = await signIn.redeem(ada.person, code);
      if (redeemed.kind !== 'signed-in') throw new Error(redeemed.kind);
      expect(ownerOf(redeemed.token)).toBe(ada.account.oid);
      expect(redeemed.token.expires).toBeGreaterThan(fixture.now());
      expect(ownerOf(tokenOf(await signIn.token(ada.person)))).toBe(ada.account.oid);
      expect(await callGraph(redeemed.token)).toMatchObject({ kind: 'ok', body: { id: ada.account.oid } });
    });

    holds('a wrong code binds nothing, and the right one still works after it', async (fixture) => {
      const { signIn, asPerson } = fixture;
      const ada = asPerson(0);
      const code = await codeFor(fixture, ada);
      for (const wrong of [otherCode(code), '', '12345']) {
        expect((await signIn.redeem(ada.person, wrong)).kind, wrong).toBe('wrong-code');
      }
      expect(await signIn.token(ada.person)).toMatchObject({ kind: 'sign-in-needed' });
      expect((await signIn.redeem(ada.person, code)).kind).toBe('signed-in');
    });

    holds('the code of somebody else is never accepted, and harms nobody', async (fixture) => {
      const { signIn, asPerson } = fixture;
      const [ada, ben, nobody] = [asPerson(0), asPerson(1), asPerson(2)];
      const [ofAda, ofBen] = [await codeFor(fixture, ada), await codeFor(fixture, ben)];
      if (ofAda === ofBen) return;
      expect((await signIn.redeem(ada.person, ofBen)).kind).toBe('wrong-code');
      expect((await signIn.redeem(ben.person, ofAda)).kind).toBe('wrong-code');
      expect((await signIn.redeem(nobody.person, ofAda)).kind).toBe('wrong-code');
      for (const { person } of [ada, ben, nobody]) expect((await signIn.token(person)).kind).toBe('sign-in-needed');
      expect((await signIn.redeem(ada.person, ofAda)).kind).toBe('signed-in');
      expect((await signIn.redeem(ben.person, ofBen)).kind).toBe('signed-in');
      expect(ownerOf(tokenOf(await signIn.token(ada.person)))).toBe(ada.account.oid);
      expect(ownerOf(tokenOf(await signIn.token(ben.person)))).toBe(ben.account.oid);
    });

    holds('the same user id in another channel is another person', async (fixture) => {
      const { signIn, asPerson } = fixture;
      const ada = asPerson(0);
      await signInAs(fixture, ada);
      const inSlack: Person = { ...ada.person, channelId: 'slack' };
      expect((await signIn.token(inSlack)).kind).toBe('sign-in-needed');
    });

    holds('a code works once', async (fixture) => {
      const { signIn, asPerson } = fixture;
      const ada = asPerson(0);
      const code = await codeFor(fixture, ada);
      const answers = await Promise.all([1, 2, 3].map(() => signIn.redeem(ada.person, code)));
      expect(answers.filter(({ kind }) => kind === 'signed-in')).toHaveLength(1);
      expect((await signIn.redeem(ada.person, code)).kind).toBe('wrong-code');
      expect((await signIn.token(ada.person)).kind).toBe('token');
    });

    holds(
      'who signs in with the account of somebody else gets that account, in their own chat only',
      async (fixture) => {
        const { signIn, asPerson, completeAtPage } = fixture;
        const [ada, ben] = [asPerson(0), asPerson(1)];
        const code = await completeAtPage((await invited(signIn, ada.person)).signInLink, ben.account);
        expect((await signIn.redeem(ben.person, code)).kind).toBe('wrong-code');
        expect((await signIn.redeem(ada.person, code)).kind).toBe('signed-in');
        expect(ownerOf(tokenOf(await signIn.token(ada.person)))).toBe(ben.account.oid);
        expect((await signIn.token(ben.person)).kind).toBe('sign-in-needed');
      },
    );
  });

  describe(`${name}: afterwards`, () => {
    holds('a renewal gives another token of the same person', async (fixture) => {
      const { signIn, asPerson, renew, callGraph } = fixture;
      const ada = asPerson(0);
      const first = await signInAs(fixture, ada);
      expect(tokenOf(await signIn.token(ada.person)).accessToken).toBe(first.accessToken);
      const second = tokenOf(await renew(ada.person));
      expect(second.accessToken).not.toBe(first.accessToken);
      expect(ownerOf(second)).toBe(ada.account.oid);
      expect((await callGraph(second)).kind).toBe('ok');
      const third = tokenOf(await renew(ada.person));
      expect([first.accessToken, second.accessToken]).not.toContain(third.accessToken);
    });

    holds('after signing out there is nothing left, and one may sign in again', async (fixture) => {
      const { signIn, asPerson } = fixture;
      const ada = asPerson(0);
      await signInAs(fixture, ada);
      expect(await signIn.signOut(ada.person)).toBe(true);
      expect(await signIn.token(ada.person)).toMatchObject({
        kind: 'sign-in-needed',
        reason: expect.stringMatching(/^(?:first-time|signed-out)$/),
      });
      expect(await signIn.signOut(ada.person)).toBe(false);
      expect(ownerOf(await signInAs(fixture, ada))).toBe(ada.account.oid);
    });

    holds('signing out ends nobody else’s sign-in', async (fixture) => {
      const { signIn, asPerson } = fixture;
      const [ada, ben] = [asPerson(0), asPerson(1)];
      await signInAs(fixture, ada);
      await signInAs(fixture, ben);
      await signIn.signOut(ada.person);
      expect(ownerOf(tokenOf(await signIn.token(ben.person)))).toBe(ben.account.oid);
    });

    holds('two people at once are not mixed up', async (fixture) => {
      await expectEverybodyTheirOwn(fixture, 2);
    });

    holds('a claims challenge leads to one card and no loop, and then Graph answers', async (fixture) => {
      const { sandbox, asPerson, now, advance } = fixture;
      const ada = asPerson(0);
      await signInAs(fixture, ada);
      advance(2_000);
      sandbox.world.graph.claimsChallengeBefore = now();
      advance(2_000);
      expect(await walkToGraph(fixture, ada)).toEqual({ cards: 1, tokens: 2, end: 'ok' });
      expect(await walkToGraph(fixture, ada)).toEqual({ cards: 0, tokens: 1, end: 'ok' });
    });

    holds('an expired secret is told as what it is: signing in again would not help', async (fixture) => {
      const { sandbox, asPerson, now, renew } = fixture;
      const ada = asPerson(0);
      await signInAs(fixture, ada);
      for (const app of sandbox.world.apps) for (const secret of app.secrets) secret.expires = now() - 1;
      const answer = await renew(ada.person);
      expect(answer.kind).toBe('refused');
      expect(causeOf(answer, now())).toBe('client-secret-expired');
    });

    holds('revoked sessions are told as such, and a fresh sign-in helps', async (fixture) => {
      const { sandbox, signIn, asPerson, now, advance, renew } = fixture;
      const ada = asPerson(0);
      await signInAs(fixture, ada);
      advance(2_000);
      for (const person of sandbox.world.people) person.sessionsValidFrom = Math.ceil(now() / 1000);
      advance(2_000);
      const answer = await renew(ada.person);
      expect(answer).toMatchObject({ kind: 'sign-in-needed', reason: 'revoked' });
      expect(causeOf(answer, now())).toBe('session-revoked');
      await signInAs(fixture, ada);
      expect(ownerOf(tokenOf(await signIn.token(ada.person)))).toBe(ada.account.oid);
    });
  });

  describe(`${name}: the assertion of Teams`, () => {
    holds('is exchanged for a token of the same person, who is signed in from then on', async (fixture) => {
      const { signIn, asPerson, assertionFor, callGraph, renew } = fixture;
      const ada = asPerson(0);
      const token = tokenOf(await signIn.exchange(ada.person, await assertionFor(ada.account)));
      expect(ownerOf(token)).toBe(ada.account.oid);
      expect((await callGraph(token)).kind).toBe('ok');
      expect(ownerOf(tokenOf(await signIn.token(ada.person)))).toBe(ada.account.oid);
      expect(ownerOf(tokenOf(await renew(ada.person)))).toBe(ada.account.oid);
    });

    holds('for another audience is refused and binds nothing', async (fixture) => {
      const { signIn, asPerson, assertionFor, now } = fixture;
      const ada = asPerson(0);
      const answer = await signIn.exchange(ada.person, await assertionFor(ada.account, 'https://graph.microsoft.com'));
      expect(answer.kind).toBe('refused');
      expect(causeOf(answer, now())).toBe('obo-assertion-invalid');
      expect((await signIn.token(ada.person)).kind).toBe('sign-in-needed');
    });

    holds('that was altered, cut or made up is refused, and stands in no refusal', async (fixture) => {
      const { signIn, asPerson, assertionFor } = fixture;
      const ada = asPerson(0);
      const good = await assertionFor(ada.account);
      const [head = '', body = '', signature = ''] = good.split('.');
      const altered = `${head}.${body}.${[...signature].reverse().join('')}`;
      for (const wrong of [altered, `${head}.${body}.`, 'made-up']) {
        const answer = await signIn.exchange(ada.person, wrong);
        expect(answer.kind).not.toBe('token');
        expect(JSON.stringify(answer)).not.toContain(body);
      }
      expect((await signIn.token(ada.person)).kind).toBe('sign-in-needed');
    });
  });
}

/** Two hundred people sign in at once; takes seconds. */
export function describeCrowdSigningIn(name: string, createFixture: () => Promise<SignInFixture>): void {
  describe(`${name}: a crowd`, () => {
    test('of 200 people at once: nobody is bound to another’s grant', async () => {
      await withFixture(createFixture, (fixture) => expectEverybodyTheirOwn(fixture, 200));
    });
  });
}

async function withFixture(
  createFixture: () => Promise<SignInFixture>,
  body: (fixture: SignInFixture) => Promise<void>,
): Promise<void> {
  const fixture = await createFixture();
  try {
    await body(fixture);
  } finally {
    await fixture.dispose();
  }
}

async function expectEverybodyTheirOwn(fixture: SignInFixture, count: number): Promise<void> {
  const { signIn, asPerson } = fixture;
  const people = Array.from({ length: count }, (_, n) => asPerson(n));
  const codes = await Promise.all(people.map((participant) => codeFor(fixture, participant)));
  const redeemed = await Promise.all(people.map(({ person }, n) => signIn.redeem(person, codes[n] ?? '')));
  const expected = people.map(({ account }) => account.oid);
  expect(redeemed.map((answer) => (answer.kind === 'signed-in' ? ownerOf(answer.token) : answer.kind))).toEqual(
    expected,
  );
  const again = await Promise.all(people.map(({ person }) => signIn.token(person)));
  expect(again.map((answer) => (answer.kind === 'token' ? ownerOf(answer.token) : answer.kind))).toEqual(expected);
  const renewed = await Promise.all(people.map(({ person }) => fixture.renew(person)));
  expect(renewed.map((answer) => (answer.kind === 'token' ? ownerOf(answer.token) : answer.kind))).toEqual(expected);
}

/** As the bot goes about it: a token, Graph, and where Graph challenges, what the port says about that. */
async function walkToGraph(
  fixture: SignInFixture,
  { person, account }: Participant,
): Promise<{ cards: number; tokens: number; end: string }> {
  let [cards, tokens, claims] = [0, 0, undefined as string | undefined];
  for (let round = 0; round < 10; round += 1) {
    const answer = await fixture.signIn.token(person, claims === undefined ? {} : { claims });
    if (answer.kind === 'refused') return { cards, tokens, end: 'refused' };
    if (answer.kind === 'sign-in-needed') {
      cards += 1;
      expect(answer.reason).toBe('claims-challenge');
      const invitation = await invited(fixture.signIn, person, claims === undefined ? {} : { claims });
      expect(invitation.carriesClaims).toBe(fixture.signIn.way === 'msal');
      const code = await fixture.completeAtPage(invitation.signInLink, account);
      expect((await fixture.signIn.redeem(person, code)).kind).toBe('signed-in');
      claims = undefined;
      continue;
    }
    tokens += 1;
    const graph = await fixture.callGraph(answer.token);
    if (graph.kind === 'ok') return { cards, tokens, end: 'ok' };
    // The token service declares no capability cp1, so Graph ends the session without naming claims to it.
    const unnamed = fixture.signIn.way === 'token-service' && graph.status === 401 ? newerThan(answer.token) : null;
    claims = graph.claims ?? unnamed ?? undefined;
    if (claims === undefined) return { cards, tokens, end: `refused with ${graph.status}` };
  }
  return { cards, tokens, end: 'a loop' };
}

async function codeFor({ signIn, completeAtPage }: SignInFixture, { person, account }: Participant): Promise<string> {
  return completeAtPage((await invited(signIn, person)).signInLink, account);
}

async function signInAs(fixture: SignInFixture, participant: Participant): Promise<GrantedToken> {
  const answer = await fixture.signIn.redeem(participant.person, await codeFor(fixture, participant));
  if (answer.kind !== 'signed-in') throw new Error(`Not signed in: ${answer.kind}`);
  return answer.token;
}

async function invited(signIn: SignIn, person: Person, request?: TokenRequest): Promise<Invitation> {
  const invitation = await signIn.invite(person, request);
  if ('refusal' in invitation) throw new Error('The invitation was refused');
  return invitation;
}

function tokenOf(answer: TokenAnswer): GrantedToken {
  if (answer.kind !== 'token') throw new Error(`No token: ${JSON.stringify(answer)}`);
  return answer.token;
}

const newerThan = ({ accessToken }: GrantedToken): string =>
  JSON.stringify({ access_token: { nbf: { essential: true, value: String((decodeJwt(accessToken).iat ?? 0) + 1) } } });

const ownerOf = ({ accessToken }: GrantedToken): unknown => decodeJwt(accessToken).oid;

function causeOf(answer: TokenAnswer, now: number): string {
  if (answer.kind === 'token' || answer.refusal === undefined) return 'no refusal';
  return diagnoseRefusal(answer.refusal, { now }).cause;
}

const otherCode = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0');
