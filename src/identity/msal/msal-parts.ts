import type { GrantShelf } from './grants/grant-shelf.ts';
import type { Seal } from './grants/seal.ts';
import type { IdTokenReader } from './id-token.ts';
import type { MsalApp } from './msal-app.ts';
import type { SignInStore } from './msal-options.ts';
import type { MsalSession } from './msal-session.ts';
import type { StateSigner } from './pages/signed-state.ts';

/** What the steps of the sign-in share. */
export interface MsalParts {
  readonly app: () => MsalApp;
  readonly publicUrl: string;
  readonly store: SignInStore;
  readonly now: () => number;
  readonly seal: Seal;
  readonly states: StateSigner;
  readonly shelf: GrantShelf;
  readonly idTokens: IdTokenReader;
  readonly session: (app: MsalApp) => MsalSession;
  /** Where a sandbox stands in for Entra ID. */
  readonly entraAt: string | undefined;
}
