import { randomInt } from 'node:crypto';
import { keptError } from '../../../refusals/record-refusal.ts';
import { tokenEndpoint } from '../entra-address.ts';
import { redirectRefusal } from '../entra-refusal.ts';
import type { Grant } from '../grants/grant.ts';
import { UnsealError } from '../grants/seal.ts';
import type { MsalParts } from '../msal-parts.ts';
import { cookieName, cookieValue, removal } from './browser-cookie.ts';
import { onlyValue } from './only-value.ts';
import { openedLink } from './opened-link.ts';
import { type BrowserContent, type CompletedContent, parseBrowser } from './pending-content.ts';
import type { PageAnswer, PageRequest } from './sign-in-page.ts';

/**
 * Entra ID sent the browser back. The grant is kept sealed beside the pending sign-in, bound to nobody: only the code
 * shown now, typed in the chat by the person who asked, binds it.
 */
export async function callback(parts: MsalParts, { query, cookies }: PageRequest): Promise<PageAnswer> {
  const now = parts.now();
  const opened = await openedLink(parts, 'callback', query, now);
  if (typeof opened === 'string') return { kind: 'stopped', reason: opened };
  const { state, pending, content } = opened;
  const { id } = state;

  const secure = parts.publicUrl.startsWith('https:');
  const cookie = cookieName(id, secure);
  const browser = await openedCookie(parts, id, cookieValue(cookies, cookie));
  if (browser === undefined || browser.browser !== state.browser) {
    return { kind: 'stopped', reason: 'other-browser' };
  }
  const app = parts.app();
  if (query.has('error')) return { kind: 'refused', refusal: redirectRefusal(query, app, content.scopes) };
  const code = onlyValue(query, 'code');
  if (code === undefined) return { kind: 'stopped', reason: 'link-invalid' };

  const { scopes } = content;
  const redeemed = await parts
    .session(app)
    .redeemCode({ scopes, code, verifier: browser.verifier, nonce: browser.nonce });
  if (redeemed.kind === 'denied') return { kind: 'refused', refusal: redeemed.refusal };
  try {
    await parts.idTokens.read(redeemed.result.idToken, app, browser.nonce, now);
  } catch (error) {
    const request = { method: 'POST', url: tokenEndpoint(app.tenant), scopes };
    return { kind: 'refused', refusal: { request, error: keptError(error) } };
  }

  const grant: Grant = {
    ...redeemed.grant,
    ...(content.claims === null ? {} : { challenge: { claims: content.claims, at: now, by: 'sign-in' } }),
  };
  const completed: CompletedContent = { code: sixDigits(), grant };
  const sealedGrant = await parts.seal.close('completed', `${id} ${pending.person}`, completed);
  if (!(await parts.store.signIns.complete(id, sealedGrant, parts.now()))) {
    return { kind: 'stopped', reason: 'already-done' };
  }
  return {
    kind: 'code',
    code: completed.code,
    channelId: content.channelId,
    personName: content.name,
    account: redeemed.result.account?.username || null,
    cookie: removal(cookie, secure),
  };
}

async function openedCookie(
  parts: MsalParts,
  id: string,
  value: string | undefined,
): Promise<BrowserContent | undefined> {
  if (value === undefined) return undefined;
  try {
    return parseBrowser(await parts.seal.open('browser', id, value));
  } catch (error) {
    if (error instanceof UnsealError) return undefined;
    throw error;
  }
}

const sixDigits = (): string => String(randomInt(1_000_000)).padStart(6, '0');
