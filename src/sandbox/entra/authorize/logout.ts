import type { IncomingMessage, ServerResponse } from 'node:http';
import type { EntraParts } from '../entra.ts';
import { sendPage } from '../pages/layout.ts';
import { signedOutPage } from '../pages/plain-pages.ts';
import { redirect } from '../send-answer.ts';
import { endedSessionCookie, sessionOf } from './session-cookie.ts';

/** Ends the browser's session. The person goes back to an address that some app registered, and to no other. */
export function logout({ world, grants }: EntraParts, req: IncomingMessage, res: ServerResponse): void {
  const session = sessionOf(req, grants);
  if (session !== undefined) grants.sessions.delete(session.id);
  const asked = new URL(req.url ?? '/', 'http://localhost').searchParams.get('post_logout_redirect_uri');
  const registered = world.apps.some(({ redirectUris }) => redirectUris.some(({ uri }) => uri === asked));
  if (asked !== null && registered) redirect(res, asked, endedSessionCookie());
  else sendPage(res, 200, signedOutPage(), endedSessionCookie());
}
