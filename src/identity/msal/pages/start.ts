import { createHash, randomBytes } from 'node:crypto';
import { reachedAt } from '../entra-address.ts';
import { refusalOf } from '../entra-refusal.ts';
import type { MsalParts } from '../msal-parts.ts';
import { cookieName } from './browser-cookie.ts';
import { openedLink } from './opened-link.ts';
import type { BrowserContent } from './pending-content.ts';
import type { PageAnswer, PageRequest } from './sign-in-page.ts';

/**
 * The link of the card was opened: binds the sign-in to this browser by a sealed cookie, which holds the code verifier
 * (RFC 7636) and the nonce, and sends it on to Entra ID. Opening the link twice, as link previews do, harms nothing.
 */
export async function start(parts: MsalParts, { query }: PageRequest): Promise<PageAnswer> {
  const now = parts.now();
  const opened = await openedLink(parts, 'start', query, now);
  if (typeof opened === 'string') return { kind: 'stopped', reason: opened };
  const { pending, content } = opened;
  const { id } = opened.state;

  const browser: BrowserContent = { browser: random(), verifier: random(), nonce: random() };
  const state = await parts.states.sign('callback', { id, browser: browser.browser }, now, pending.expires);
  const app = parts.app();
  const secure = parts.publicUrl.startsWith('https:');
  try {
    const location = await parts.session(app).authorizeUrl({
      scopes: content.scopes,
      state,
      nonce: browser.nonce,
      challenge: createHash('sha256').update(browser.verifier).digest('base64url'),
      ...(content.claims === null ? {} : { claims: content.claims }),
    });
    return {
      kind: 'redirect',
      location: reachedAt(location, parts.entraAt),
      cookie: {
        name: cookieName(id, secure),
        value: await parts.seal.close('browser', id, browser),
        maxAgeSeconds: Math.max(1, Math.floor((pending.expires - now) / 1000)),
        secure,
      },
    };
  } catch (error) {
    return { kind: 'refused', refusal: refusalOf(error, app, content.scopes) };
  }
}

/** 32 bytes, as RFC 7636 (section 4.1) recommends for the verifier. */
const random = (): string => randomBytes(32).toString('base64url');
