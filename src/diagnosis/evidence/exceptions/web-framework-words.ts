import type { LibraryWords } from './library-words.ts';

/** Spring Security: OAuth2Error codes stand in brackets. */
export const SPRING: LibraryWords = {
  library: 'spring',
  types: [
    'BadJwtException',
    'ClientAuthorizationException',
    'ClientAuthorizationRequiredException',
    'InvalidBearerTokenException',
    'JwtValidationException',
    'OAuth2AuthenticationException',
    'OAuth2AuthorizationException',
    'OAuth2IntrospectionException',
  ],
  codes: [
    'authorization_request_not_found',
    'client_authorization_required',
    'client_registration_not_found',
    'invalid_redirect_uri_parameter',
    'invalid_state_parameter',
    'invalid_token_response',
    'invalid_user_info_response',
    'jwk_set_endpoint',
    'missing_signature_verifier',
    'missing_user_info_uri',
    'missing_user_name_attribute',
    'user_info_response_error',
  ],
  codeType: 'OAuth2AuthenticationException',
  phrases: [
    { phrase: 'an error occurred while attempting to decode the jwt', type: 'BadJwtException' },
    {
      phrase: 'an error occurred while attempting to retrieve the oauth 2.0 access token response',
      type: 'OAuth2AuthorizationException',
      code: 'invalid_token_response',
    },
  ],
};

/** ASP.NET Core's OpenID Connect and cookie handlers. */
export const ASPNET: LibraryWords = {
  library: 'aspnet',
  types: [
    'AuthenticationFailureException',
    'OpenIdConnectProtocolException',
    { type: 'AuthenticationException', namespace: /Microsoft\.AspNetCore/ },
  ],
  codes: [],
  codeType: 'AuthenticationFailureException',
  phrases: [
    { phrase: 'correlation failed', type: 'AuthenticationFailureException' },
    { phrase: 'openidconnectmessage.error was not null', type: 'OpenIdConnectProtocolException' },
    { phrase: 'unable to unprotect the message.state', type: 'AuthenticationFailureException' },
    {
      phrase: 'openidconnectauthenticationhandler: message.state is null or empty',
      type: 'AuthenticationFailureException',
    },
    { phrase: 'the oauth state was missing or invalid', type: 'AuthenticationFailureException' },
    { phrase: '.aspnetcore.correlation. state property not found', type: 'AuthenticationFailureException' },
    { phrase: "cookie '.aspnetcore.correlation", type: 'AuthenticationFailureException', when: /not found|warn/ },
    { phrase: 'an error was encountered while handling the remote login', type: 'AuthenticationFailureException' },
  ],
};

/** Microsoft.IdentityModel; its IDX codes are read by their form. */
export const IDENTITY_MODEL: LibraryWords = {
  library: 'identity-model',
  types: [
    'OpenIdConnectProtocolInvalidAtHashException',
    'OpenIdConnectProtocolInvalidCHashException',
    'OpenIdConnectProtocolInvalidNonceException',
    'OpenIdConnectProtocolInvalidStateException',
    'SecurityTokenArgumentException',
    'SecurityTokenDecryptionFailedException',
    'SecurityTokenExpiredException',
    'SecurityTokenInvalidAlgorithmException',
    'SecurityTokenInvalidAudienceException',
    'SecurityTokenInvalidIssuerException',
    'SecurityTokenInvalidLifetimeException',
    'SecurityTokenInvalidSignatureException',
    'SecurityTokenInvalidSigningKeyException',
    'SecurityTokenInvalidTypeException',
    'SecurityTokenMalformedException',
    'SecurityTokenNoExpirationException',
    'SecurityTokenNotYetValidException',
    'SecurityTokenSignatureKeyNotFoundException',
    'SecurityTokenUnableToValidateException',
    'SecurityTokenValidationException',
  ],
  codes: [],
  codeType: 'SecurityTokenException',
  phrases: [],
};

/** passport-azure-ad. */
export const PASSPORT: LibraryWords = {
  library: 'passport',
  types: [],
  codes: [],
  codeType: 'OIDCStrategy',
  phrases: [
    { phrase: 'in collectinfofromreq', type: 'OIDCStrategy' },
    { phrase: 'in _validateresponse', type: 'OIDCStrategy' },
    { phrase: 'in _getaccesstokenbysecretorassertion', type: 'OIDCStrategy' },
    { phrase: 'in strategy.prototype.jwtverify', type: 'BearerStrategy' },
    { phrase: 'invalid nonce', type: 'OIDCStrategy', when: /passport|oidc|azuread/ },
    {
      phrase: 'authentication failed due to:',
      type: 'OIDCStrategy',
      when: /passport|oidc|azuread|bearerstrategy|collectinfofromreq|invalid token/,
    },
  ],
};

/** NextAuth 4 and Auth.js 5, with openid-client and oauth4webapi under them. */
export const NEXT_AUTH: LibraryWords = {
  library: 'next-auth',
  types: [
    'CallbackRouteError',
    'InvalidCheck',
    'MissingSecret',
    'OAuthCallbackError',
    'OAuthAccountNotLinked',
    'OAuthProfileParseError',
    'OAuthSignInError',
    { type: 'OPError', around: /openid|next-auth|auth\.js|aadsts|oauth/ },
    { type: 'RPError', around: /openid|next-auth|auth\.js|aadsts|oauth|mismatch/ },
  ],
  codes: [
    'oauth_callback_error',
    'oauth_callback_handler_error',
    'signin_oauth_error',
    'oauth_parse_profile_error',
    'jwt_session_error',
    'refreshaccesstokenerror',
  ],
  codeType: 'OAuthCallbackError',
  phrases: [
    { phrase: 'state cookie was missing', type: 'TypeError' },
    { phrase: 'nonce cookie was missing', type: 'TypeError' },
    { phrase: 'pkce code_verifier cookie was missing', type: 'TypeError' },
    { phrase: 'checks.state argument is missing', type: 'TypeError' },
    { phrase: 'pkcecodeverifier value could not be parsed', type: 'InvalidCheck' },
    { phrase: 'state value could not be parsed', type: 'InvalidCheck' },
    { phrase: 'did not find expected authorization request details in session', type: 'Error' },
  ],
};
