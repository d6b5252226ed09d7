import { randomBytes } from 'node:crypto';
import type { Refusal } from '../../refusals/refusal.ts';
import { refusalPaste } from '../../refusals/refusal-paste.ts';
import { authorizeUrl, clientCredentials, redeemCode, type TokenAnswer } from './entra-client.ts';
import { codePage, overPage, refusalPage, unknownConnectionPage } from './pages.ts';
import type { TokenOwner, TokenServiceParts } from './token-service-parts.ts';
import { connectionIsKnown, type TokenServiceState } from './usertoken-routes.ts';

export type PageReply =
  | { readonly kind: 'page'; readonly status: number; readonly html: string; readonly code?: string }
  | { readonly kind: 'redirect'; readonly to: string };

/** The start page of a sign-in link: leads on to Entra ID. */
export async function startSignIn(state: TokenServiceState, query: URLSearchParams): Promise<PageReply> {
  const owner = state.signIns.ownerOfLink(query.get('signin') ?? '');
  if (owner === undefined) return { kind: 'page', status: 400, html: overPage() };
  if (!connectionIsKnown(state.parts, owner.connectionName))
    return { kind: 'page', status: 404, html: unknownConnectionPage(owner.connectionName) };
  if (state.parts.world.connection.grantFlow === 'app-only')
    return finished(state, owner, await clientCredentials(state.parts));
  const { state: oauthState, codeChallenge } = state.signIns.authorize(owner);
  return { kind: 'redirect', to: authorizeUrl(state.parts, oauthState, codeChallenge) };
}

/** Where Entra ID sends the browser back to: redeems the code and shows the one to type, or the refusal. */
export async function finishSignIn(state: TokenServiceState, answer: URLSearchParams): Promise<PageReply> {
  const begun = state.signIns.takeState(answer.get('state') ?? '');
  if (begun === undefined) return { kind: 'page', status: 400, html: overPage() };
  const code = answer.get('code');
  if (code === null || code === '') return refused(state, begun.owner, redirectRefusal(state.parts, answer));
  return finished(
    state,
    begun.owner,
    await redeemCode(state.parts, code, verifierToSend(state.parts, begun.codeVerifier)),
  );
}

/** Whether the connection sends the right code verifier is a setting that can be wrong. */
function verifierToSend({ world }: TokenServiceParts, codeVerifier: string): string | null {
  switch (world.connection.pkce) {
    case 'right':
      return codeVerifier;
    case 'wrong':
      return randomBytes(32).toString('base64url');
    case 'missing':
      return null;
  }
}

function finished(state: TokenServiceState, owner: TokenOwner, answer: TokenAnswer): PageReply {
  if (answer.kind === 'refused') return refused(state, owner, answer.refusal);
  state.refusals.forget(owner);
  return { kind: 'page', status: 200, html: codePage(state.signIns.complete(owner, answer.tokens)) };
}

function refused(state: TokenServiceState, owner: TokenOwner, refusal: Refusal): PageReply {
  state.refusals.note(owner, refusal);
  // What was asked of the token endpoint belongs to what it answered: some codes mean another thing for each grant.
  const told = refusal.request.grantType === undefined ? refusal.response?.body : undefined;
  const words = told ?? refusalPaste(refusal);
  const code = /AADSTS\d{4,8}/.exec(words)?.[0];
  return { kind: 'page', status: 400, html: refusalPage(words), ...(code === undefined ? {} : { code }) };
}

/** RFC 6749, section 4.1.2.1: the refusal stands in the address that the browser was sent to. */
function redirectRefusal({ world }: TokenServiceParts, answer: URLSearchParams): Refusal {
  const { connection } = world;
  const told = new URLSearchParams(answer);
  for (const name of ['state', 'session_state', 'code']) told.delete(name);
  const query = new URLSearchParams({
    client_id: connection.clientId,
    response_type: connection.responseType,
    redirect_uri: connection.redirectUri,
    scope: connection.scopes.join(' '),
  });
  return {
    request: {
      method: 'GET',
      url: `https://login.microsoftonline.com/${connection.tenant}/oauth2/v2.0/authorize?${query.toString()}`,
      scopes: connection.scopes,
    },
    response: {
      status: 302,
      headers: { location: `${connection.redirectUri}?${told.toString()}` },
      body: [...told].map(([name, value]) => `${name}=${value}`).join('\n'),
    },
  };
}
