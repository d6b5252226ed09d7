import { isObject } from '../is-object.ts';

const SIGN_IN_VERBS = ['check-sign-in', 'sign-in', 'sign-out', 'who-am-i', 'delete-my-data'] as const;
export type SignInVerb = (typeof SIGN_IN_VERBS)[number];

/**
 * The verb of a pressed button that has to do with the presser's own grant. Cards cannot be trusted; nothing else of
 * the data is looked at, and what is done is done for whoever pressed, never for somebody the card names.
 *
 * @param data `{ why401: { verb } }`
 */
export function readSignInPress(data: unknown): SignInVerb | null {
  if (!isObject(data) || !isObject(data.why401)) return null;
  const { verb } = data.why401;
  return SIGN_IN_VERBS.find((known) => known === verb) ?? null;
}
