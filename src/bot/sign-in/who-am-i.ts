import type { Person } from '../../identity/person.ts';
import type { GrantedToken } from '../../identity/sign-in.ts';
import { NOT_SIGNED_IN_TEXT } from '../../presentation/cards/sign-in-words.ts';
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
      return { text: await grantWords(parts, answer.token) };
  }
}

async function grantWords(parts: SignInParts, token: GrantedToken): Promise<string> {
  const claims = accessTokenClaims(token.accessToken);
  const until =
    token.expires === null ? [] : [`This token lasts until ${instantWords(new Date(token.expires).toISOString())}.`];
  if (claims === null) {
    const who = await nameByGraph(parts, token);
    return [
      who === undefined ? 'You are signed in.' : `You are signed in as ${who}.`,
      'The token is opaque, as those of personal accounts are, so I cannot read more from it.',
      ...until,
    ].join('\n');
  }
  const account = text(claims.upn) ?? text(claims.preferred_username) ?? text(claims.unique_name);
  const who = account ?? (await nameByGraph(parts, token)) ?? `object id ${text(claims.oid) ?? 'unknown'}`;
  return [
    `You are signed in as ${plainLine(who, 120)}.`,
    ...line('Tenant', claims.tid),
    ...line('Object id', claims.oid),
    ...line('Permissions', claims.scp),
    ...until,
  ].join('\n');
}

function line(label: string, value: unknown): string[] {
  const found = text(value);
  return found === undefined ? [] : [`${label}: ${plainLine(found, 400)}`];
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
