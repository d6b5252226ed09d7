import { PLACEHOLDER } from '../patch-values.ts';
import { javascript } from '../string-literal.ts';
import { javascriptList } from './clients.ts';
import type { PatchSet } from './patch-set.ts';

export const browserSignIn: PatchSet = {
  title: 'Sign in from a page in the browser, one sign-in at a time',
  doneIn: 'node',

  node: (v) => `import { InteractionRequiredAuthError, PublicClientApplication } from '@azure/msal-browser';

const scopes = ${javascriptList(v.scopes)};

// In the browser: no secret. The redirect URI is registered under Single-page application.
const browserClient = new PublicClientApplication({
  auth: {
    clientId: ${javascript(v.clientId)},
    authority: ${javascript(v.authority)},
    redirectUri: ${v.redirectUri === PLACEHOLDER.redirectUri ? 'window.location.origin' : javascript(v.redirectUri)},
  },
});

// Once a page, and before anything else: it takes up the answer of the sign-in that left this page.
await browserClient.initialize();
const answer = await browserClient.handleRedirectPromise();
if (answer?.account) browserClient.setActiveAccount(answer.account);

/** A token, or null: then the page is on its way to the sign-in. */
export async function accessToken() {
  const account = browserClient.getActiveAccount() ?? browserClient.getAllAccounts()[0];
  let claims;
  if (account) {
    try {
      return (await browserClient.acquireTokenSilent({ account, scopes })).accessToken;
    } catch (error) {
      if (!(error instanceof InteractionRequiredAuthError)) throw error;
      claims = error.claims || undefined;
    }
  }
  await browserClient.acquireTokenRedirect({ scopes, claims });
  return null;
}`,
};
