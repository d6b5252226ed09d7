import type { TokenRequest } from '../sign-in.ts';
import type { MsalApp } from './msal-app.ts';

/** MSAL adds these itself. */
const OIDC_SCOPES: ReadonlySet<string> = new Set(['openid', 'profile', 'email', 'offline_access']);

/** What a request asks for: the app's base scopes and those of the feature that needs more. */
export function wantedScopes(app: MsalApp, request: TokenRequest = {}): readonly string[] {
  const scopes = new Set([...app.scopes, ...(request.extraScopes ?? [])]);
  return [...scopes].filter((scope) => !OIDC_SCOPES.has(scope));
}
