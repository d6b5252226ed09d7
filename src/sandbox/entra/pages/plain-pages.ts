import { Html, html } from './html.ts';
import { page, SUBMIT_SCRIPT } from './layout.ts';

/** response_mode=form_post (OAuth 2.0 Form Post Response Mode): the browser carries the answer in a form. */
export function formPostPage(redirectUri: string, fields: Readonly<Record<string, string>>): string {
  const inputs = Object.entries(fields).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  );
  return page(
    'Working',
    html`<p>Going back to the application…</p>
<form method="post" action="${redirectUri}" data-step="form-post">${inputs}<noscript><button class="main">Continue</button></noscript></form>
<script>${new Html(SUBMIT_SCRIPT)}</script>`,
  );
}

/** Where sign-out ends without an address to go back to. */
export function signedOutPage(): string {
  return page(
    'Signed out',
    html`<h1>You signed out of your account</h1><p class="soft">You may close this window.</p>`,
  );
}
