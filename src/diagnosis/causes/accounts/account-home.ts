import { CONSUMER_TENANT } from '../../facts/values.ts';

/**
 * Where an account comes from, by the identity provider that Entra ID names. The name is never translated, so it
 * decides in a message of any language.
 * - `personal`: a Microsoft account (outlook.com, hotmail.com, live.com, or any address registered as one)
 * - `organisation`: a work or school account of another tenant
 * - `other`: Google, Facebook, a one-time passcode, a federated domain
 */
export type AccountHome = 'personal' | 'organisation' | 'other';

/** Not the end of an address such as x@live.com, nor of login.live.com. */
const LIVE = /(?<![\w@.-])live\.com(?![\w.-]*\w)/i;
const ISSUER = /sts\.windows\.net(?:\/|%2f)([0-9a-f-]{36})/i;
const NAMED = /identity provider ['"]([^'"{}\s]{2,120})['"]/i;

/** Reads the identity provider from a message; `null` where none is named. */
export function accountHome(words: string): AccountHome | null {
  const tenant = homeTenant(words);
  if (tenant === CONSUMER_TENANT || LIVE.test(words)) return 'personal';
  if (tenant !== undefined) return 'organisation';
  return NAMED.test(words) ? 'other' : null;
}

/** The tenant of the account, where the identity provider is another organisation. */
export function homeTenant(words: string): string | undefined {
  return ISSUER.exec(words)?.[1]?.toLowerCase();
}

/** The account, where the message names it: `{EmailHidden}` and the like are no names. */
export function namedAccount(words: string): string | undefined {
  return /['"‘«]([^'"‘’«»\s{}<>]{1,80}@[^'"‘’«»\s{}<>]{3,80})['"’»]/.exec(words)?.[1];
}
