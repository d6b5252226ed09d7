import { createHash } from 'node:crypto';
import type { BrowserCookie } from './sign-in-page.ts';

/**
 * The cookie of one sign-in, so that two in one browser do not meet. The prefix keeps other hosts of the domain and
 * plain http from setting it (RFC 6265bis, section 4.1.3.2).
 */
export function cookieName(signInId: string, secure: boolean): string {
  const own = createHash('sha256').update(signInId).digest('hex').slice(0, 16);
  return `${secure ? '__Host-' : ''}why401-${own}`;
}

/** The same cookie, empty and over: the browser drops it. */
export function removal(name: string, secure: boolean): BrowserCookie {
  return { name, value: '', maxAgeSeconds: 0, secure };
}

/** The value of a cookie in a `Cookie` header (RFC 6265, section 4.2.1); `undefined` where it is absent or there twice. */
export function cookieValue(header: string | undefined, name: string): string | undefined {
  const found = (header ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`));
  return found.length === 1 ? found[0]?.slice(name.length + 1) : undefined;
}
