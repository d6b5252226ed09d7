import type { IncomingMessage } from 'node:http';
import type { BrowserSession, GrantStore } from '../grant-store.ts';

/** Cookies are shared by all ports of a host, so that the name says whose it is. */
const NAME = 'why401-sandbox-session';

export function sessionOf(req: IncomingMessage, grants: GrantStore): BrowserSession | undefined {
  const id = new RegExp(`(?:^|;\\s*)${NAME}=([\\w-]{1,64})`).exec(req.headers.cookie ?? '')?.[1];
  return id === undefined ? undefined : grants.sessions.get(id);
}

/** Lax: it goes along when an app sends the person here, and stays away from requests that another page makes. */
export function sessionCookie(id: string): Record<string, string> {
  return { 'Set-Cookie': `${NAME}=${id}; Path=/entra; HttpOnly; SameSite=Lax` };
}

export function endedSessionCookie(): Record<string, string> {
  return { 'Set-Cookie': `${NAME}=; Path=/entra; HttpOnly; SameSite=Lax; Max-Age=0` };
}
