import { escapeHtml } from '../escape-html.ts';
import { pageFrame } from './page-frame.ts';

export type StopReason = 'link-invalid' | 'link-expired' | 'already-done' | 'other-browser';

const WORDS: Readonly<Record<StopReason, { readonly title: string; readonly says: string; readonly todo: string }>> = {
  'link-invalid': {
    title: 'This link is not a whole sign-in link',
    says: 'It was cut off, changed on its way, or is not from why401.',
    todo: 'Go back to the chat, send “sign in”, and open the new link from there.',
  },
  'link-expired': {
    title: 'This sign-in is over',
    says: 'A sign-in link works for ten minutes, and a newer one takes the place of an older one.',
    todo: 'Go back to the chat, send “sign in”, and open the new link.',
  },
  'already-done': {
    title: 'This sign-in was completed already',
    says: 'The code was shown once, on the page before this one.',
    todo: 'Send that code in the chat. If you no longer have it, send “sign in” to start again.',
  },
  'other-browser': {
    title: 'This is not the browser in which the sign-in began',
    says: 'A sign-in begins and ends in the same browser, so that nobody can finish another person’s. It also stops here where the browser keeps no cookies, or where cookies were cleared meanwhile.',
    todo: 'Open the link from the chat once more, in this browser. In a private window, stay in it until you see the code.',
  },
};

/** The page of a sign-in that goes no further: why, and what to do. */
export function stoppedPage(reason: StopReason): string {
  const { title, says, todo } = WORDS[reason];
  return pageFrame(title, `<p>${escapeHtml(says)}</p>\n<p><strong>${escapeHtml(todo)}</strong></p>`);
}
