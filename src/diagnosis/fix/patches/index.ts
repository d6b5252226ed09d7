import { accountAuthority, authority, publicAccountAuthority } from './authority.ts';
import { authorizationHeader } from './authorization-header.ts';
import { botSettings } from './bot-settings.ts';
import { browserSignIn } from './browser-sign-in.ts';
import { claimsChallenge } from './claims-challenge.ts';
import { clientCertificate } from './client-certificate.ts';
import { clientCredentials } from './client-credentials.ts';
import { clientSecret } from './client-secret.ts';
import { desktopSignIn } from './desktop-sign-in.ts';
import { deviceCode } from './device-code.ts';
import { eventBody } from './event-body.ts';
import { exchangeImapSmtp } from './exchange-imap-smtp.ts';
import { federatedCredential } from './federated-credential.ts';
import { mailboxPolicy } from './mailbox-policy.ts';
import { nationalCloud } from './national-cloud.ts';
import { onBehalfOf } from './on-behalf-of.ts';
import { oneResourcePerRequest } from './one-resource-per-request.ts';
import type { PatchId } from './patch-id.ts';
import type { PatchSet } from './patch-set.ts';
import { pkce } from './pkce.ts';
import { redirectUri } from './redirect-uri.ts';
import { refreshToken } from './refresh-token.ts';
import { requestGraphScopes } from './request-graph-scopes.ts';
import { retryAfter } from './retry-after.ts';
import { showDiagnostics } from './show-diagnostics.ts';
import { silentThenInteractive } from './silent-then-interactive.ts';
import { teamsSsoManifest } from './teams-sso-manifest.ts';
import { tokenCache } from './token-cache.ts';
import { usersInsteadOfMe } from './users-instead-of-me.ts';
import { validateToken } from './validate-token.ts';

/** Every patch by its id. */
export const PATCHES: Readonly<Record<PatchId, PatchSet>> = {
  'request-graph-scopes': requestGraphScopes,
  authority,
  'account-authority': accountAuthority,
  'public-account-authority': publicAccountAuthority,
  'redirect-uri': redirectUri,
  'client-secret': clientSecret,
  'client-certificate': clientCertificate,
  'client-credentials': clientCredentials,
  'silent-then-interactive': silentThenInteractive,
  'claims-challenge': claimsChallenge,
  'on-behalf-of': onBehalfOf,
  pkce,
  'browser-sign-in': browserSignIn,
  'authorization-header': authorizationHeader,
  'refresh-token': refreshToken,
  'token-cache': tokenCache,
  'validate-token': validateToken,
  'retry-after': retryAfter,
  'event-body': eventBody,
  'users-instead-of-me': usersInsteadOfMe,
  'desktop-sign-in': desktopSignIn,
  'device-code': deviceCode,
  'one-resource-per-request': oneResourcePerRequest,
  'show-diagnostics': showDiagnostics,
  'exchange-imap-smtp': exchangeImapSmtp,
  'bot-settings': botSettings,
  'teams-sso-manifest': teamsSsoManifest,
  'mailbox-policy': mailboxPolicy,
  'federated-credential': federatedCredential,
  'national-cloud': nationalCloud,
};
