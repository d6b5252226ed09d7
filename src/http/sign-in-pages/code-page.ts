import { escapeHtml } from '../escape-html.ts';
import { chatName } from './chat-name.ts';
import { pageFrame } from './page-frame.ts';

export interface CodePage {
  readonly code: string;
  readonly channelId: string;
  readonly personName: string | null;
  readonly account: string | null;
}

/**
 * The code that binds the sign-in. Whoever was sent somebody else's link must not hand the code over, so the page says
 * who asked and where.
 */
export function codePage({ code, channelId, personName, account }: CodePage): string {
  const chat = escapeHtml(chatName(channelId));
  const who = personName === null ? 'you asked' : `<strong>${escapeHtml(personName)}</strong> asked`;
  const signedIn = account === null ? '' : `<p class="faint">Signed in as ${escapeHtml(account)}.</p>`;
  return pageFrame(
    'Type this code in the chat',
    `<p class="code">${escapeHtml(code)}</p>
<p>Go back to the chat with why401 in <strong>${chat}</strong> where ${who} to sign in, and send this code. It works once, within ten minutes.</p>
${signedIn}
<p class="care">Did you not ask for this yourself, or did somebody send you the link? Then close this page and give the code to nobody: whoever types it can use your calendar. Type it into no other chat.</p>`,
  );
}
