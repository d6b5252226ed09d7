import { randomBytes, randomUUID } from 'node:crypto';
import { type Person, personKey } from '../person.ts';
import type { Invitation, TokenRequest } from '../sign-in.ts';
import type { MsalParts } from './msal-parts.ts';
import { pendingContent } from './pages/pending-content.ts';
import { wantedScopes } from './wanted-scopes.ts';

/** From the card to the typed code. */
const SIGN_IN_MS = 10 * 60_000;
const START_PATH = '/auth/start';
/** What the OAuth cards of this way carry as connection: there is none, but Teams sends the name back with the assertion. */
export const CONNECTION_NAME = 'msal';

/** Opens a pending sign-in of the person and makes the link to it. Nothing is asked of Entra ID yet. */
export async function invite(parts: MsalParts, person: Person, request: TokenRequest): Promise<Invitation> {
  const now = parts.now();
  const id = randomBytes(24).toString('base64url');
  const app = parts.app();
  const content = pendingContent(person, wantedScopes(app, request), request.claims);
  const expires = now + SIGN_IN_MS;
  await parts.store.signIns.open({
    id,
    person: personKey(person),
    sealed: await parts.seal.close('pending', id, content),
    sealedGrant: null,
    attempts: 0,
    expires,
  });
  const state = await parts.states.sign('start', { id, browser: '' }, now, expires);
  return {
    signInLink: `${parts.publicUrl}${START_PATH}?state=${state}`,
    carriesClaims: true,
    ...(app.identifierUri === undefined
      ? {}
      : {
          connectionName: CONNECTION_NAME,
          tokenExchangeResource: { id: randomUUID(), uri: app.identifierUri },
        }),
  };
}
