import { type Person, personKey } from '../person.ts';
import type { SignIn, TokenAnswer, TokenRequest } from '../sign-in.ts';
import { exchange } from './exchange.ts';
import { grantShelf } from './grants/grant-shelf.ts';
import { createSeal } from './grants/seal.ts';
import { deriveTokenKeys } from './grants/token-keys.ts';
import { idTokenReader } from './id-token.ts';
import { CONNECTION_NAME, invite } from './invite.ts';
import type { MsalSignInOptions } from './msal-options.ts';
import type { MsalParts } from './msal-parts.ts';
import { msalSession } from './msal-session.ts';
import { callback } from './pages/callback.ts';
import type { PageAnswer, PageRequest } from './pages/sign-in-page.ts';
import { createStateSigner } from './pages/signed-state.ts';
import { start } from './pages/start.ts';
import { redeem } from './redeem.ts';
import { silentToken } from './silent-token.ts';
import { singleFlight } from './single-flight.ts';

/** Sign-in by MSAL: the port, and the two pages that browsers see. */
export interface MsalSignIn extends SignIn {
  readonly way: 'msal';
  /** `GET /auth/start` */
  start(request: PageRequest): Promise<PageAnswer>;
  /** `GET /auth/callback` */
  callback(request: PageRequest): Promise<PageAnswer>;
}

/**
 * People sign in at Entra ID with an app of the operator's own: authorization code with PKCE, refreshed silently, kept
 * sealed in the store, one token cache a person.
 */
export async function createMsalSignIn(options: MsalSignInOptions): Promise<MsalSignIn> {
  const { app, publicUrl, store, now, entraAt } = options;
  const keys = await deriveTokenKeys(options.tokenKeys);
  const seal = createSeal(keys);
  const parts: MsalParts = {
    app,
    publicUrl,
    store,
    now,
    seal,
    states: createStateSigner(keys),
    shelf: grantShelf(store.grants, seal),
    idTokens: idTokenReader(entraAt),
    session: (registration) => msalSession(registration, entraAt, now),
    entraAt,
  };
  const oneAtATime = singleFlight<TokenAnswer>();
  const token = (person: Person, request: TokenRequest = {}): Promise<TokenAnswer> =>
    oneAtATime(personKey(person), JSON.stringify([request.extraScopes, request.refresh, request.claims]), () =>
      silentToken(parts, person, request),
    );
  return {
    way: 'msal',
    connectionName: CONNECTION_NAME,
    token,
    invite: (person, request = {}) => invite(parts, person, request),
    redeem: (person, code) => redeem(parts, person, code, () => silentToken(parts, person, {})),
    exchange: (person, assertion) => exchange(parts, person, assertion),
    signOut: (person) => parts.shelf.remove(personKey(person)),
    start: (request) => start(parts, request),
    callback: (request) => callback(parts, request),
  };
}
