import type { Facts } from '../../facts/facts.ts';
import { hasSignInBehindIt } from '../../facts/let-in.ts';
import { CONSUMER_TENANT } from '../../facts/values.ts';
import type { FactRule, Signal } from '../root-cause.ts';
import { issuerWords } from '../words/code-words.ts';
import { officeAddIn } from '../words/office-add-in-codes.ts';
import { told } from '../words/told.ts';
import { AUDIENCE_NAMES, accountAudience, authorityOf } from './account-audience.ts';
import { accountHome } from './account-home.ts';

/** Whether a personal Microsoft account takes part: by the token, the authority, or the identity provider named. */
export function isPersonal(facts: Facts): boolean {
  if (
    facts.token?.format === 'opaque' ||
    facts.claims.tid === CONSUMER_TENANT ||
    (facts.claims.iss ?? '').includes(CONSUMER_TENANT)
  )
    return true;
  return authorityOf(facts) === 'consumers' || accountHome(issuerWords(facts)) === 'personal';
}

/** An API that knows work accounts only, called with a token of a personal one. */
export function personalTokenAtWorkApi(facts: Facts): Signal | undefined {
  const personal = facts.token?.format === 'opaque' || facts.claims.tid === CONSUMER_TENANT;
  if (!personal || facts.token === null || facts.need === null || facts.need.personal.length > 0) return undefined;
  if (facts.status !== null && facts.status < 400) return undefined;
  return {
    strength: 'strong',
    at: facts.token.span,
    says: `The token is one of a personal account; ${facts.need.method} ${facts.need.operation} takes work and school accounts only`,
  };
}

/** Domains that belong to Microsoft's consumer service: no organisation can have an account in them. */
const CONSUMER_DOMAIN = /@(?:outlook|hotmail|live|msn)\.[a-z]{2,3}(?:\.[a-z]{2})?$/i;

/** Application permissions reach the mailboxes of the app's tenant; a personal account lives in none. */
export function appOnPersonalMailbox(facts: Facts): Signal | undefined {
  const { mailbox } = facts.values;
  const error = facts.call?.error;
  if (facts.actor !== 'app' || mailbox === undefined || !CONSUMER_DOMAIN.test(mailbox)) return undefined;
  if (facts.status !== null && facts.status < 400) return undefined;
  if (facts.status === null && error == null) return undefined;
  return {
    strength: 'decisive',
    at: facts.call?.request?.span ?? error?.span,
    says: `${mailbox} is an address of Microsoft's consumer service: application permissions reach work and school mailboxes only`,
  };
}

/** How Graph answers where the service behind it does not know the account; its code AuthenticationError says no more. */
export const NOT_AUTHENTICATED = 'error authenticating with resource';
export const PERSONAL_WORDS = [
  'personal microsoft account',
  'with a personal account',
  'hotmail account',
  'outlook.com account',
] as const;
/** «It is not a personal account.» */
export const NO_PERSONAL = ['not a personal', 'no personal', 'not with a personal', "n't a personal"] as const;

/** The same, where a person tells that they signed in with a personal account: told by words alone it is less. */
export function toldPersonalAtWorkApi(facts: Facts): Signal | undefined {
  const { need, token, actor } = facts;
  if (need === null || need.personal.length > 0 || need.work.length === 0 || token !== null || actor === 'app')
    return undefined;
  const refused =
    facts.status !== null
      ? facts.status >= 400
      : facts.call?.error != null || facts.phrase(NOT_AUTHENTICATED) !== undefined;
  if (!refused || facts.anyPhrase(...NO_PERSONAL) !== undefined) return undefined;
  const at = facts.anyPhrase(...PERSONAL_WORDS);
  return (
    at && {
      strength: 'fair',
      at,
      says: `A personal account is said to sign in; ${need.method} ${need.operation} takes work and school accounts only`,
    }
  );
}

/** Libraries that expect a JWT refuse a personal account's token, which is not one. */
export function notAJwt(facts: Facts): Signal | undefined {
  const at = facts.anyPhrase('invalid jwt access token');
  if (at === undefined || !isPersonal(facts)) return undefined;
  return {
    strength: 'strong',
    at,
    says: 'A personal account signed in: its access token is no JWT, and this library reads JWTs only',
  };
}

/** Microsoft's tenant of personal accounts as the issuer that somebody refuses. */
export function consumerIssuerRefused(facts: Facts): Signal | undefined {
  const refused =
    facts.of('oauth-error').find((item) => namesConsumerIssuer(item.description)) ??
    facts.of('challenge').find((item) => namesConsumerIssuer(item.parameters.error_description ?? '')) ??
    facts.of('exception').find((item) => namesConsumerIssuer(item.message));
  return (
    refused && {
      strength: 'decisive',
      at: refused.span,
      says: 'The refused issuer 9188040d-… is the tenant of all personal Microsoft accounts: a personal account signed in',
    }
  );
}

/** oauth4webapi prints the refused claims below its sentence, as Auth.js and openid-client show them. */
export const ISSUER_CLAIM = 'jwt "iss" (issuer) claim value';
/** Then every account is refused, of whatever kind: no token has this issuer. */
export const COMMON_EXPECTED = [
  '"expected": "https://login.microsoftonline.com/common/',
  '"expected":"https://login.microsoftonline.com/common/',
  "expected: 'https://login.microsoftonline.com/common/",
] as const;

export function consumerIssuerInDetails(facts: Facts): Signal | undefined {
  const at = facts.phrase(ISSUER_CLAIM);
  if (at === undefined || facts.phrase(CONSUMER_TENANT) === undefined) return undefined;
  return facts.anyPhrase(...COMMON_EXPECTED) === undefined
    ? { strength: 'strong', at, says: 'The refused issuer 9188040d-… is the tenant of all personal Microsoft accounts' }
    : undefined;
}

function namesConsumerIssuer(words: string): boolean {
  return words.includes(CONSUMER_TENANT) && /issuer|\biss\b/i.test(words);
}

/** What the registration takes against what the authority lets in. */
export function registrationAgainstAuthority(facts: Facts): Signal | undefined {
  const audience = accountAudience(facts);
  const authority = authorityOf(facts);
  // Without words of the service it still is a contradiction, unless a token was issued.
  if (audience === null || authority === undefined || hasSignInBehindIt(facts)) return undefined;
  const at = facts.of('setting').find((item) => item.name === 'account-types')?.span;
  const wrong =
    (authority === 'consumers' && (audience === 'one-tenant' || audience === 'organisations')) ||
    ((authority === 'common' || authority === 'organizations') && audience === 'one-tenant') ||
    (audience === 'personal-only' && authority !== 'consumers');
  if (!wrong) return undefined;
  return {
    strength: 'fair',
    at,
    says: `The registration takes ${AUDIENCE_NAMES[audience]}; the sign-in goes to ${authority}`,
  };
}

/**
 * Addresses that are personal accounts wherever they stand: Microsoft's consumer service has these domains in many
 * countries, and no organisation can verify one of them.
 */
const CONSUMER_ADDRESS = [
  '@hotmail.',
  '@outlook.com',
  '@outlook.fr',
  '@outlook.de',
  '@outlook.es',
  '@outlook.it',
  '@outlook.jp',
  '@outlook.pt',
  '@live.com',
  '@live.fr',
  '@live.de',
  '@msn.com',
] as const;
export const PERSONAL_SIGNS = [...PERSONAL_WORDS, ...NO_PERSONAL, ...CONSUMER_ADDRESS] as const;

/** Whether the paste says of itself that personal accounts sign in. */
export function saidPersonal(facts: Facts): boolean {
  const personal = facts.anyPhrase(...PERSONAL_WORDS) ?? facts.anyPhrase(...CONSUMER_ADDRESS);
  return personal !== undefined && facts.anyPhrase(...NO_PERSONAL) === undefined;
}

/** `/organizations` takes work and school accounts only, whatever the registration allows. */
export function personalAtOrganisations(facts: Facts): Signal | undefined {
  if (authorityOf(facts) !== 'organizations' || facts.of('aadsts').length > 0 || hasSignInBehindIt(facts))
    return undefined;
  const at = facts.anyPhrase(...PERSONAL_WORDS) ?? facts.anyPhrase(...CONSUMER_ADDRESS);
  if (at === undefined || facts.actor === 'app' || facts.anyPhrase(...NO_PERSONAL) !== undefined) return undefined;
  return {
    strength: 'fair',
    at,
    says: 'A personal account is to sign in, and the sign-in goes to /organizations, which takes work and school accounts only',
  };
}

/** Whether the words say that something was looked for in the tenant of personal accounts. */
export function inConsumerTenant(words: string): boolean {
  return /(?:directory|tenant)(?: named)? ['"]?(?:Microsoft Accounts?\b|9188040d-6c67-4c5b-b112-36a304b66dad)/i.test(
    words,
  );
}

/** What people and Office tell of accounts. */
export const TOLD_ACCOUNTS: readonly FactRule[] = [
  officeAddIn(['13003'], 'strong', 'Office runs with a kind of account that single sign-on does not take'),
  told('other-organisation', {
    errors: ['unauthorized_client', 'access_denied', 'invalid_request'],
    says: 'The app is said to be for one organisation, and the account to belong to another',
  }),
  told('personal-account-at-one-tenant', {
    strength: 'fair',
    says: 'A personal account is said to sign in, and the app to be registered for one tenant',
  }),
  told('personal-account', {
    errors: ['unauthorized_client', 'access_denied', 'invalid_request'],
    says: 'The app is said to be for organisations, and the account to be a personal one',
  }),
];
