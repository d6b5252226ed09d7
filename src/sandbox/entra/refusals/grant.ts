import type { AppRegistration } from '../../world/world.ts';
import { EntraRefusal, entraDuration, entraInstant } from '../entra-refusal.ts';

/** What is wrong with a grant: a code, a refresh token, an assertion. */

export function codeRedeemed(): EntraRefusal {
  return new EntraRefusal(
    54005,
    'invalid_grant',
    'OAuth2 Authorization code was already redeemed, please retry with a new valid code or use an existing refresh token.',
  );
}

export function codeExpired(): EntraRefusal {
  return new EntraRefusal(
    70008,
    'invalid_grant',
    'The provided authorization code or refresh token has expired due to inactivity. Send a new interactive authorization request for this user and resource.',
    { suberror: 'bad_token' },
  );
}

export function grantUnreadable(): EntraRefusal {
  return new EntraRefusal(9002313, 'invalid_grant', 'Invalid request. Request is malformed or invalid.', {
    suberror: 'bad_token',
  });
}

export function grantInvalid(): EntraRefusal {
  return new EntraRefusal(
    70000,
    'invalid_grant',
    "The provided value for the 'code' or 'refresh_token' parameter is not valid. The grant may have been revoked by the user.",
    { suberror: 'bad_token' },
  );
}

export function codeOfAnotherTenant(): EntraRefusal {
  return new EntraRefusal(
    700005,
    'invalid_grant',
    'Provided Authorization Code is intended to use against other tenant, thus rejected. OAuth2 Authorization Code must be redeemed against same tenant it was acquired for (/common or /{tenant-ID} as appropriate).',
  );
}

export function verifierMissing(): EntraRefusal {
  return new EntraRefusal(
    50148,
    'invalid_grant',
    'The code_verifier does not match the code_challenge supplied in the authorization request for PKCE.',
  );
}

export function verifierWrong(): EntraRefusal {
  return new EntraRefusal(
    501481,
    'invalid_grant',
    'The Code_Verifier does not match the code_challenge supplied in the authorization request.',
  );
}

/** @param issued milliseconds since 1970 */
export function refreshExpired(issued: number, seconds: number): EntraRefusal {
  return new EntraRefusal(
    700082,
    'invalid_grant',
    `The refresh token has expired due to inactivity. The token was issued on ${entraInstant(issued)} and was inactive for ${entraDuration(seconds)}.`,
    { suberror: 'token_expired' },
  );
}

export function refreshOfSpaExpired(issued: number, now: number, seconds: number): EntraRefusal {
  return new EntraRefusal(
    700084,
    'invalid_grant',
    `The refresh token was issued to a single page app (SPA), and therefore has a fixed, limited lifetime of ${entraDuration(seconds)}, which cannot be extended. It is now expired and a new sign in request must be sent by the SPA to the sign in page. The token was issued on ${entraInstant(issued)}. Current time: ${entraInstant(now)}.`,
    { suberror: 'token_expired' },
  );
}

export function signInFrequency(issued: number, seconds: number): EntraRefusal {
  return new EntraRefusal(
    70043,
    'invalid_grant',
    `The refresh token has expired or is invalid due to sign-in frequency checks by conditional access. The token was issued on ${entraInstant(issued)} and the maximum allowed lifetime for this request is ${seconds}.`,
    { suberror: 'token_expired' },
  );
}

/** @param issued @param validFrom milliseconds since 1970 */
export function sessionsRevoked(issued: number, validFrom: number): EntraRefusal {
  return new EntraRefusal(
    50173,
    'invalid_grant',
    `The provided grant has expired due to it being revoked, a fresh auth token is needed. The user might have changed or reset their password. The grant was issued on '${entraInstant(issued)}' and the TokensValidFrom date (before which tokens are not valid) for this user is '${entraInstant(validFrom)}'.`,
    { suberror: 'bad_token' },
  );
}

export function assertionUnreadable(): EntraRefusal {
  return new EntraRefusal(50027, 'invalid_grant', 'JWT token is invalid or malformed.');
}

/** @param key the key id in the assertion's header */
export function assertionSignature(key: string, reason: 'unknown-key' | 'mismatch'): EntraRefusal {
  const why =
    reason === 'unknown-key'
      ? 'The key was not found.'
      : 'The provided signature value did not match the expected signature value.';
  return new EntraRefusal(
    50013,
    'invalid_grant',
    `Assertion failed signature validation. [Reason - ${why}, Thumbprint of key used by client: '${key}']`,
  );
}

/** @param expires milliseconds since 1970 */
export function assertionExpired(now: number, expires: number): EntraRefusal {
  return new EntraRefusal(
    500133,
    'invalid_grant',
    `Assertion is not within its valid time range. Ensure that the access token is not expired before using it for user assertion, or request a new token. Current time: ${entraInstant(now)}, expiry time of assertion ${entraInstant(expires)}.`,
  );
}

export function assertionAudience(audience: string, app: AppRegistration): EntraRefusal {
  return new EntraRefusal(
    500131,
    'invalid_grant',
    `Assertion audience does not match the Client app presenting the assertion. The audience in the assertion was '${audience}' and the expected audience is '${app.clientId}' or one of the Application Uris of this application with App ID '${app.clientId}'(${app.name}). The downstream client must request a token for the expected audience (the application that made the OBO request) and this application should use that token as the assertion.`,
  );
}

export function idTokenAsAssertion(): EntraRefusal {
  return new EntraRefusal(
    240002,
    'invalid_grant',
    "Input id_token cannot be used as 'urn:ietf:params:oauth:grant-type:jwt-bearer' grant.",
  );
}

export function appTokenAsAssertion(app: AppRegistration): EntraRefusal {
  return new EntraRefusal(
    7000113,
    'unauthorized_client',
    `Application '${app.clientId}' is not authorized to make application on-behalf-of calls.`,
  );
}
