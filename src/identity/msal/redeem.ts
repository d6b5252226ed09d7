import { timingSafeEqual } from 'node:crypto';
import { type Person, personKey } from '../person.ts';
import type { RedeemAnswer, TokenAnswer } from '../sign-in.ts';
import { UnsealError } from './grants/seal.ts';
import type { MsalParts } from './msal-parts.ts';
import { type CompletedContent, parseCompleted } from './pages/pending-content.ts';

/** A guess of six digits succeeds once in a million; five tries keep it that way. */
const MOST_ATTEMPTS = 5;

/**
 * Binds the grant that waits for this person. The code of another person's sign-in is never even compared: only the
 * entry of the person who typed is looked at.
 *
 * @param token gets the token of what was bound
 */
export async function redeem(
  parts: MsalParts,
  person: Person,
  typed: string,
  token: () => Promise<TokenAnswer>,
): Promise<RedeemAnswer> {
  const key = personKey(person);
  const pending = await parts.store.signIns.attempt(key, parts.now(), MOST_ATTEMPTS);
  if (pending === undefined || pending.sealedGrant === null) return { kind: 'wrong-code', attemptsLeft: null };
  const completed = await openedCompleted(parts, `${pending.id} ${key}`, pending.sealedGrant);
  if (completed === undefined) {
    await parts.store.signIns.remove(pending.id);
    return { kind: 'wrong-code', attemptsLeft: null };
  }
  if (!sameCode(typed, completed.code)) {
    const attemptsLeft = Math.max(0, MOST_ATTEMPTS - pending.attempts);
    if (attemptsLeft === 0) await parts.store.signIns.remove(pending.id);
    return { kind: 'wrong-code', attemptsLeft };
  }
  // Whoever removes it binds it: once, over all instances.
  if (!(await parts.store.signIns.remove(pending.id))) return { kind: 'wrong-code', attemptsLeft: null };
  await parts.shelf.bind(key, completed.grant, parts.now());
  const answer = await token();
  if (answer.kind === 'token') return { kind: 'signed-in', token: answer.token };
  if (answer.refusal !== undefined) return { kind: 'refused', refusal: answer.refusal };
  return { kind: 'wrong-code', attemptsLeft: null };
}

async function openedCompleted(parts: MsalParts, owner: string, sealed: string): Promise<CompletedContent | undefined> {
  try {
    return parseCompleted(await parts.seal.open('completed', owner, sealed));
  } catch (error) {
    if (error instanceof UnsealError) return undefined;
    throw error;
  }
}

/** Spaces come with copying and with keyboards that group digits. */
function sameCode(typed: string, code: string): boolean {
  const given = Buffer.from(typed.replace(/\s/g, '').slice(0, 16));
  const right = Buffer.from(code);
  return given.length === right.length && timingSafeEqual(given, right);
}
