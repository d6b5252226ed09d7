import type { Person } from '../../identity/person.ts';
import type { GrantedToken } from '../../identity/sign-in.ts';
import { type Fact, factsCard, factsText } from '../../presentation/cards/facts-card.ts';
import { NOT_SIGNED_IN_TEXT } from '../../presentation/cards/sign-in/sign-in-words.ts';
import { instantWords } from '../../presentation/instant-words.ts';
import { plainLine } from '../../presentation/plain-data.ts';
import { accessTokenClaims } from '../../refusals/access-token-claims.ts';
import type { Answer } from '../answer.ts';
import { isObject } from '../is-object.ts';
import { refusalAnswer } from './refusal-answer.ts';
import type { SignInParts } from './sign-in-parts.ts';

/** «who am I»: whose grant it is, in which tenant, what it allows and how long. The token itself is never shown. */
export async function whoAmI(parts: SignInParts, person: Person): Promise<Answer> {
  const answer = await parts.signIn.token(person);
  switch (answer.kind) {
    case 'refused':
      return refusalAnswer(parts.turn, answer.refusal, person.channelId);
    case 'sign-in-needed':
      return answer.refusal === undefined
        ? { text: NOT_SIGNED_IN_TEXT }
        : refusalAnswer(parts.turn, answer.refusal, person.channelId);
    case 'token':
      return grantAnswer(parts, answer.token);
  }
}

async function grantAnswer(parts: SignInParts, token: GrantedToken): Promise<Answer> {
  const { headline, facts } = await grantFacts(parts, token);
  return { text: factsText(headline, facts), card: factsCard(headline, facts), summary: headline };
}

async function grantFacts(
  parts: SignInParts,
  token: GrantedToken,
): Promise<{ readonly headline: string; readonly facts: readonly Fact[] }> {
  const until =
    token.expires === null
      ? []
      : [{ label: 'Token until', value: instantWords(new Date(token.expires).toISOString()) }];
  const claims = accessTokenClaims(token.accessToken);
  if (claims === null) {
    const who = await nameByGraph(parts, token);
    const opaque = { label: 'Token', value: 'Opaque, as those of personal accounts are: I cannot read more from it.' };
    return {
      headline: who === undefined ? 'You are signed in.' : `You are signed in as ${who}.`,
      facts: [opaque, ...until],
    };
  }
  const account = text(claims.upn) ?? text(claims.preferred_username) ?? text(claims.unique_name);
  const who = account ?? (await nameByGraph(parts, token)) ?? `object id ${text(claims.oid) ?? 'unknown'}`;
  return {
    headline: `You are signed in as ${plainLine(who, 120)}.`,
    facts: [
      ...fact('Permissions', text(claims.scp)?.split(' ').filter(isOfGraph).join(', ')),
      ...until,
      ...fact('Tenant', text(claims.tid)),
      ...fact('Object id', text(claims.oid)),
    ],
  };
}

/** Those of OpenID Connect say how somebody signs in, not what may be done for them. */
function isOfGraph(scope: string): boolean {
  return !OPENID.has(scope);
}

const OPENID: ReadonlySet<string> = new Set(['', 'openid', 'profile', 'email', 'offline_access']);

function fact(label: string, value: string | undefined): Fact[] {
  return value === undefined || value === '' ? [] : [{ label, value: plainLine(value, 400) }];
}

async function nameByGraph({ graph }: SignInParts, token: GrantedToken): Promise<string | undefined> {
  const answer = await graph.send(token.accessToken, { method: 'GET', path: '/me', withinMs: 4_000 });
  if (answer.kind !== 'ok' || !isObject(answer.body)) return undefined;
  const name = text(answer.body.userPrincipalName) ?? text(answer.body.mail) ?? text(answer.body.displayName);
  return name === undefined ? undefined : plainLine(name, 120);
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
