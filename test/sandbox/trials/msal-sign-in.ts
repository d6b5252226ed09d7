import { CryptoProvider } from '@azure/msal-node';
import type { SandboxPerson } from '../../../src/sandbox/world/world.ts';
import { Browser } from './browser.ts';
import { signInOnPages } from './entra-pages.ts';
import { apiScopes, errorText, msalClient } from './msal-client.ts';
import { type Outcome, refused, WORKED } from './trial.ts';
import type { TrialSandbox } from './trial-sandbox.ts';

const ENTRA = 'https://login.microsoftonline.com';

/** What the authorization code flow with PKCE gave a client: tokens, or the refusal of the page or of MSAL. */
export type SignedIn =
  | { readonly kind: 'signed-in'; readonly accessToken: string; readonly idToken: string; readonly cache: string }
  | { readonly kind: 'refused'; readonly text: string };

/** The address that MSAL sends the browser to. */
async function msalAuthorizeUrl(sandbox: TrialSandbox, challenge: string): Promise<string> {
  const url = await msalClient(sandbox).getAuthCodeUrl({
    scopes: apiScopes(sandbox),
    redirectUri: redirectUriOf(sandbox),
    codeChallenge: challenge,
    codeChallengeMethod: 'S256',
    state: 'trial',
  });
  return url.replace(ENTRA, `${sandbox.origin}/entra`);
}

/** Where the client said it listens, whatever is registered now. */
function redirectUriOf(_sandbox: TrialSandbox): string {
  return 'http://localhost:3978/auth/callback';
}

/** Signs in by MSAL as a person does: pages, code, tokens. */
export async function msalSignIn(sandbox: TrialSandbox, person: SandboxPerson): Promise<SignedIn> {
  const { verifier, challenge } = await new CryptoProvider().generatePkceCodes();
  const redirectUri = redirectUriOf(sandbox);
  const browser = new Browser((url) => url.href.startsWith(redirectUri));
  const end = await signInOnPages(browser, await msalAuthorizeUrl(sandbox, challenge), person);
  if (end.kind === 'page') return { kind: 'refused', text: end.text };
  const code = end.parameters.get('code');
  // As it stands in the address bar.
  if (code === null) return { kind: 'refused', text: `${end.url.href}` };
  const client = msalClient(sandbox);
  try {
    const { pkce } = sandbox.world.connection;
    const result = await client.acquireTokenByCode({
      code,
      scopes: apiScopes(sandbox),
      redirectUri,
      ...(pkce === 'missing'
        ? {}
        : { codeVerifier: pkce === 'wrong' ? (await new CryptoProvider().generatePkceCodes()).verifier : verifier }),
    });
    const cache = client.getTokenCache().serialize();
    return { kind: 'signed-in', accessToken: result.accessToken, idToken: result.idToken, cache };
  } catch (error) {
    return { kind: 'refused', text: errorText(error) };
  }
}

/** Tokens of somebody who signed in while all was well. */
export async function signedIn(
  sandbox: TrialSandbox,
  person: SandboxPerson = sandbox.person('ada'),
): Promise<Extract<SignedIn, { kind: 'signed-in' }>> {
  const answer = await msalSignIn(sandbox, person);
  if (answer.kind === 'refused') throw new Error(`Could not sign in: ${answer.text}`);
  return answer;
}

export function outcomeOf(answer: SignedIn): Outcome {
  return answer.kind === 'signed-in' ? WORKED : refused(answer.text);
}
