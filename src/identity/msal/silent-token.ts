import { setTimeout as sleep } from 'node:timers/promises';
import { challengeRefusal } from '../challenge-refusal.ts';
import { type Person, personKey } from '../person.ts';
import type { TokenAnswer, TokenRequest } from '../sign-in.ts';
import { saysTokenUnknown } from './entra-refusal.ts';
import type { Grant } from './grants/grant.ts';
import { unreadableGrant } from './grants/unreadable-grant.ts';
import type { MsalParts } from './msal-parts.ts';
import type { Denied, Granted } from './msal-session.ts';
import { wantedScopes } from './wanted-scopes.ts';

/** The same challenge again within this time was not met by what was done for it. */
const CHALLENGE_MS = 5 * 60_000;
/** Another instance that renewed or a new sign-in meanwhile is looked at, but not for ever. */
const MOST_LOOKS = 3;
/** How long another instance may take to keep what it got for the refresh token that was refused here. */
const PATIENCE_MS = [0, 100, 300];

/** A token without asking the person: the one at hand, or a renewed one. */
export async function silentToken(parts: MsalParts, person: Person, request: TokenRequest): Promise<TokenAnswer> {
  const key = personKey(person);
  let answer: TokenAnswer = { kind: 'sign-in-needed', reason: 'first-time' };
  for (let look = 0; look < MOST_LOOKS; look += 1) {
    const shelved = await parts.shelf.get(key);
    if (shelved.kind === 'none') return answer;
    if (shelved.kind === 'unreadable') return unreadableGrant(parts.app(), shelved.error);
    const again = challengedAgain(shelved.grant, request.claims, parts.now());
    if (again !== undefined) return again;
    const renewed = await renew(parts, shelved.grant, request);
    if (renewed.kind === 'denied') {
      answer = carrying(refusedAnswer(renewed), request.claims);
      const patience = saysTokenUnknown(renewed.refusal) ? PATIENCE_MS : [0];
      if (answer.kind === 'refused' || !(await changedSince(parts, key, shelved.version, patience))) return answer;
      continue;
    }
    if (!renewed.changed) return { kind: 'token', token: renewed.token };
    const kept = await parts.shelf.renew(key, renewed.grant, shelved.version, parts.now());
    if (kept === 'kept' || kept === 'later-one-stays') return { kind: 'token', token: renewed.token };
    answer = { kind: 'sign-in-needed', reason: 'signed-out' };
    if (kept === 'signed-out') return answer;
  }
  return answer;
}

function renew(parts: MsalParts, grant: Grant, request: TokenRequest): Promise<Granted | Denied> {
  const app = parts.app();
  return parts.session(app).renew({
    grant,
    scopes: wantedScopes(app, request),
    force: request.refresh === true,
    ...(request.claims === undefined ? {} : { claims: request.claims }),
  });
}

/** Never round in a circle: first a renewal that carries the claims, then one sign-in that carries them, then the truth. */
function challengedAgain({ challenge }: Grant, claims: string | undefined, now: number): TokenAnswer | undefined {
  if (claims === undefined || challenge?.claims !== claims || now - challenge.at >= CHALLENGE_MS) return undefined;
  return challenge.by === 'renewal'
    ? { kind: 'sign-in-needed', reason: 'claims-challenge', claims }
    : { kind: 'refused', refusal: challengeRefusal(claims) };
}

/** What the API asked for is not lost where Entra ID refuses the renewal without repeating it. */
function carrying(answer: TokenAnswer, claims: string | undefined): TokenAnswer {
  if (claims === undefined || answer.kind !== 'sign-in-needed') return answer;
  return { ...answer, reason: 'claims-challenge', claims: answer.claims ?? claims };
}

/** A refresh token that another instance has used up is refused here; what it brought is in the store a moment later. */
async function changedSince(
  parts: MsalParts,
  key: string,
  version: number,
  patience: readonly number[],
): Promise<boolean> {
  for (const wait of patience) {
    if (wait > 0) await sleep(wait);
    const there = await parts.shelf.get(key);
    if (there.kind !== 'grant') return false;
    if (there.version !== version) return true;
  }
  return false;
}

/** What a denied request means for the person, in the words of the port. */
export function refusedAnswer({ meaning, refusal }: Denied): TokenAnswer {
  return meaning.kind === 'refused' ? { kind: 'refused', refusal } : { ...meaning, refusal };
}
