import type { SecretKind } from '../diagnosis.ts';

/**
 * How to make a pasted secret useless, one sentence a kind.
 * Sources: Microsoft Graph user: revokeSignInSessions; Entra access token lifetimes (60 to 90 minutes, up to 28 hours with
 * continuous access evaluation); RFC 6749 section 4.1.2 (codes live ten minutes at most and work once).
 */
export const REVOCATION: Readonly<Record<SecretKind, string>> = {
  'access-token':
    'It works until it expires; a person’s token can be ended early (POST /users/{id}/revokeSignInSessions), an app’s cannot.',
  'id-token': 'It cannot be revoked; it works until it expires wherever an app accepts it, so delete the message.',
  'refresh-token':
    'Revoke it now: POST /users/{id}/revokeSignInSessions, or Revoke sessions on the user in the Entra admin center.',
  'authorization-code': 'Redeem it or start a new sign-in: a code works once and for ten minutes at most.',
  'device-code': 'Do not finish that sign-in; the code dies by itself within 15 minutes.',
  'code-verifier': 'Start a new sign-in: each attempt makes its own verifier.',
  'client-secret':
    'Replace it now: in App registrations, Certificates & secrets, add a new secret, deploy it, then delete this one.',
  'client-assertion':
    'It works until it expires; if its certificate key may have leaked as well, replace the certificate.',
  'user-assertion': 'It works until it expires; end the user’s sessions with POST /users/{id}/revokeSignInSessions.',
  cookie:
    'Sign out everywhere: POST /users/{id}/revokeSignInSessions for Microsoft sign-ins, or sign out of the site that set it.',
  'sas-signature': 'Rotate the account key or delete the stored access policy that signed it.',
  password: 'Change it now, wherever it is used, and end the open sessions.',
  'download-link':
    'The link works without a sign-in until it expires; delete the message, and move the file if it matters.',
  'api-key': 'Revoke it at the service that issued it and create a new one.',
  'private-key': 'Treat the key as lost: remove its certificate or public key everywhere, and create a new pair.',
};
