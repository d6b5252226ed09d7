import type { FixStep } from '../diagnosis.ts';
import { apiOfResource } from '../facts/api.ts';
import type { Facts } from '../facts/facts.ts';
import type { RootCause, Signal } from './root-cause.ts';

/** Entra ID puts a nonce into the header of tokens for its own APIs; only those APIs can check the signature over it. */
function tokenOfMicrosoftsApi(facts: Facts): boolean {
  return facts
    .of('token')
    .some(
      (token) =>
        token.header.nonce !== undefined ||
        (token.claims.aud !== undefined && apiOfResource(token.claims.aud) === 'graph'),
    );
}

/** Graph itself could not confirm the signature: then nobody validates a token that was not meant for them. */
function refusedByGraph(facts: Facts): boolean {
  return (
    facts.of('api-error').some((it) => it.code === 'InvalidAuthenticationToken') &&
    facts.anyPhrase('signature is invalid', 'signing key is invalid', 'invalid x5t claim') !== undefined
  );
}

function nonceInHeader(facts: Facts): Signal | undefined {
  const token = facts.of('token').find((item) => item.header.nonce !== undefined);
  if (
    token === undefined ||
    facts.anyPhrase(
      'signature validation failed',
      'invalid signature',
      'signature verification failed',
      'jwssignatureerror',
      'idx10511',
    ) === undefined
  )
    return undefined;
  return {
    strength: 'strong',
    at: token.span,
    says: 'The header of the token holds a nonce: it was made for a Microsoft API, and nobody else can check its signature',
  };
}

/** Entra ID signs with RS256 and a key pair of its own: no text that two programs share verifies its tokens. */
function symmetricKey(facts: Facts): Signal | undefined {
  const at = facts.phrase('new symmetricsecuritykey');
  const refused = facts.of('challenge').some((item) => item.parameters.error === 'invalid_token');
  return at !== undefined && refused && (facts.microsoft || facts.phrase('azureadprovider') !== undefined)
    ? {
        strength: 'fair',
        at,
        says: 'The program checks tokens with a shared secret; Entra ID signs with RS256, and its public keys stand in its metadata',
      }
    : undefined;
}

function validationSteps(facts: Facts): FixStep[] {
  return [
    ...(tokenOfMicrosoftsApi(facts)
      ? [
          { text: 'Do not validate tokens for Microsoft Graph: pass them on to Graph and look at its answer.' },
          {
            text: 'For your own API, expose a scope and ask for it, so that the token is made for you:',
            value: `api://${facts.values.clientId ?? 'YOUR_API_CLIENT_ID'}/access_as_user`,
          },
        ]
      : [
          {
            text: 'Read the keys from the metadata of the issuer that stands in the token (same tenant, policy and cloud):',
            value: `https://login.microsoftonline.com/${facts.values.tenant ?? 'YOUR_TENANT_ID'}/v2.0/.well-known/openid-configuration`,
          },
        ]),
    { text: 'With IDX10500 or IDX10501 in .NET, bring all Microsoft.IdentityModel.* packages to one version.' },
    { text: 'Refresh the key list when an unknown kid comes, at most every five minutes.' },
  ];
}

export const signatureInvalid: RootCause = {
  id: 'signature-invalid',
  title: 'The signature check failed in an app that validates the token',
  owner: 'app-developer',
  explanation:
    'The validating program could not confirm the signature. Most often the token is not meant for it: tokens for Microsoft Graph carry a nonce in their header, and only Graph can check them. Otherwise the program looks at the keys of another tenant, policy or cloud, packages of different versions are mixed (IDX10500), or keys were rolled over and an old list is cached.',
  symptoms: [
    'IDX10511, IDX10501, IDX10503, IDX10500',
    '«JsonWebTokenError: invalid signature»',
    '«Signature verification failed»',
    'jwt.io says «Invalid signature» for a Graph token',
  ],
  explains: ['token-malformed'],
  rules: [
    {
      // Graph about a token that was changed, or whose signature was cut or replaced, on its way.
      kind: 'phrase',
      phrases: ['signature is invalid'],
      strength: 'strong',
      when: refusedByGraph,
      says: 'Microsoft Graph knows the key, and the signature does not fit the rest of the token',
    },
    {
      // Graph about a token whose key it does not know: of Azure AD B2C, of AD FS, of another cloud, or changed on its way.
      kind: 'phrase',
      phrases: ['signing key is invalid', 'invalid x5t claim'],
      strength: 'weak',
      when: (facts) => facts.microsoft || facts.of('api-error').some((it) => it.code === 'InvalidAuthenticationToken'),
      says: 'Microsoft Graph does not know the key that the token was signed with',
    },
    {
      kind: 'phrase',
      phrases: [
        'idx10511',
        'idx10503',
        'idx10501',
        'idx10500',
        'idx10516',
        'signature validation failed',
        'jsonwebtokenerror: invalid signature',
        'signature verification failed',
        'jwssignatureerror',
        'the signature is invalid',
        'the signature key was not found',
        'invalidsignatureerror',
        'securitytokensignaturekeynotfoundexception',
        'securitytokeninvalidsignatureexception',
        'unable to find a signing key that matches',
        'signedjwt rejected: invalid signature',
        'signed jwt rejected: invalid signature',
        'unauthorizederror: invalid signature',
        'no matching key found',
        'error in retrieving jwks',
        'token contains invalid signature',
        'unable to match keys',
        'jwt verification fails',
        'have key to match kid or alg from jwt',
        'token signature is invalid',
        'jwt signature does not match',
        'failed to verify signature',
        'failed to verify id token signature',
        'no applicable key found in the json web key set',
        'another algorithm expected, or no matching key',
        'signature is not valid',
        'unable to find a signing key',
        'signingkeynotfounderror',
        'the jwt signature is invalid',
        'jwks_no_matching_key',
        // openid-client (NextAuth).
        "no valid key found in issuer's jwks_uri",
        'invalid token signature',
        'verification failed: invalid signature',
        'err_jws_signature_verification_failed',
        // lcobucci/jwt, php-jwt, lestrrat/jwx, java-jwt, ruby-jwt, jose4j, Rust's jsonwebtoken, go-oidc, keyfunc,
        // fastapi-azure-auth, passport-azure-ad, jsonwebtoken, and the sample of python-jose that many programs began with.
        'jwt rejected due to invalid signature',
        'invalid jws signature',
        'token signature mismatch',
        'token signer mismatch',
        '"kid" invalid, unable to lookup',
        '"kid" empty, unable to lookup',
        'could not verify message using any of the signatures',
        'signature resulted invalid when verified',
        'signature verification raised',
        'unable to find a suitable verification key',
        'error(invalidsignature)',
        'unable to verify jwt signature',
        'key id was not found in the jwks',
        'no signing keys found',
        'a key with kid',
        'a key with x5t',
        'jsonwebtokenerror: invalid algorithm',
        'unable to find appropriate key',
        'idx10504',
        'idx10506',
        'idx10517',
        // authlib and joserfc, which add nothing behind it.
        'badsignatureerror: bad_signature',
      ],
      strength: 'decisive',
      when: (facts) => facts.of('aadsts').length === 0 && facts.api !== 'sharepoint',
      says: 'The program that validates the token could not confirm its signature',
    },
    {
      kind: 'facts',
      phrases: [
        'signature validation failed',
        'invalid signature',
        'signature verification failed',
        'jwssignatureerror',
        'idx10511',
      ],
      onlyWith: 'its phrases',
      test: nonceInHeader,
    },
    {
      kind: 'facts',
      phrases: ['new symmetricsecuritykey', 'azureadprovider'],
      onlyWith: { phrases: ['new symmetricsecuritykey'] },
      test: symmetricKey,
    },
    {
      kind: 'phrase',
      phrases: ['invalid signature'],
      strength: 'fair',
      when: (facts) => facts.of('aadsts').length === 0 && facts.microsoft && facts.api !== 'sharepoint',
      says: 'The text speaks of an invalid signature',
    },
  ],
  headline: (facts) =>
    refusedByGraph(facts)
      ? 'Microsoft Graph cannot confirm the signature of the token: it was changed on its way, or another issuer made it.'
      : tokenOfMicrosoftsApi(facts)
        ? 'Your app tries to validate a token that was issued for Microsoft Graph: only Graph can check its signature.'
        : 'The program that validates the token cannot confirm its signature.',
  steps: (facts) =>
    refusedByGraph(facts)
      ? [
          {
            text: 'Send access_token exactly as the token endpoint gave it: no part cut, replaced, decoded or encoded again.',
          },
          {
            text: 'Look for what changes it in between: a proxy, a log that masks, a column that is too short, a JWT library that writes it anew.',
          },
          {
            text: 'Where it is unchanged, its issuer is not one that Graph trusts: take the token from',
            value: `https://login.microsoftonline.com/${facts.values.tenant ?? 'YOUR_TENANT_ID'}`,
          },
        ]
      : validationSteps(facts),
  // A token that was changed on its way is no matter of code that validates.
  patches: (facts) => (refusedByGraph(facts) ? [] : ['validate-token']),
  check: (facts) =>
    refusedByGraph(facts)
      ? {
          text: 'The same request with an unchanged token answers 200:',
          command: 'curl -i https://graph.microsoft.com/v1.0/me -H "Authorization: Bearer $TOKEN"',
        }
      : { text: 'kid of the token is in the list at jwks_uri, aud is your API, and the request passes.' },
  sources: [
    {
      title: 'Validate tokens',
      url: 'https://learn.microsoft.com/entra/identity-platform/access-tokens#validate-tokens',
    },
    { title: 'Signing key rollover', url: 'https://learn.microsoft.com/entra/identity-platform/signing-key-rollover' },
  ],
  lastChecked: '2026-11-22',
  hits: [
    { paste: 'authlib.jose.errors.BadSignatureError: bad_signature', verdict: 'certain' },
    {
      paste: `WARNING fastapi_azure_auth auth.py:241 Unable to verify token. No signing keys found`,
      verdict: 'certain',
    },
    {
      paste: `ERROR ID token verification has failed: JWT rejected due to invalid signature. Additional details: [[9] Invalid JWS Signature: JsonWebSignature{"alg":"RS256","kid":"abc"}]`,
      verdict: 'certain',
    },
    {
      paste: `Error: a key with kid nOo3ZDrODXEK1jKWhXslHR_KXEg cannot be found
    at Metadata.generateOidcPEM (/srv/api/node_modules/passport-azure-ad/lib/metadata.js:146:11)`,
      verdict: 'certain',
    },
    {
      paste: `www-authenticate: Bearer error="invalid_token"
Authority = "https://login.microsoftonline.com/0f1e2d3c-4b5a-4968-8776-655443322110"
IssuerSigningKey = new SymmetricSecurityKey(Encoding.UTF8.GetBytes(config["Secret"]))`,
      verdict: 'likely',
    },
    {
      paste:
        '{"error":{"code":"InvalidAuthenticationToken","message":"Signature is invalid.","innerError":{"date":"2026-03-14T09:30:00","request-id":"4f1b0f2e-7c0f-44a8-8a0c-6b1f4c1f4f0e"}}}',
      verdict: 'likely',
    },
    { paste: '{"error":{"code":"InvalidAuthenticationToken","message":"Invalid x5t claim."}}', verdict: 'possible' },
    {
      paste: `com.nimbusds.jose.proc.BadJWSException: Signed JWT rejected: Invalid signature
	at com.nimbusds.jwt.proc.DefaultJWTProcessor.process(DefaultJWTProcessor.java:368)`,
      verdict: 'certain',
    },
    {
      paste: `UnauthorizedError: invalid signature
    at /srv/api/node_modules/express-jwt/lib/index.js:105:22`,
      verdict: 'certain',
    },
    {
      paste:
        "JWSSignatureVerificationFailed: signature verification failed\n  code: 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED'\nJWKS https://login.microsoftonline.com/common/discovery/v2.0/keys",
      verdict: 'certain',
    },
    {
      paste:
        "IDX10511: Signature validation failed. Keys tried: 'Microsoft.IdentityModel.Tokens.X509SecurityKey, KeyId: 'abc''. kid: 'abc'.",
      verdict: 'certain',
    },
    { paste: 'jose.exceptions.JWTError: Signature verification failed.', verdict: 'certain' },
    {
      paste:
        'JsonWebTokenError: invalid signature\n    at /app/node_modules/jsonwebtoken/verify.js:171:19\n{"typ":"JWT","nonce":"x","alg":"RS256","kid":"abc"}.{"aud":"00000003-0000-0000-c000-000000000000"}',
    },
    {
      paste: 'WWW-Authenticate: Bearer error="invalid_token", error_description="The signature key was not found"',
      verdict: 'certain',
    },
    {
      paste:
        '[next-auth][error][OAUTH_CALLBACK_ERROR] no valid key found in issuer\'s jwks_uri for key parameters {"kid":"nOo3ZDrODXEK1jKWhXslHR_KXEg","alg":"RS256"}',
    },
  ],
  nearMisses: [
    {
      // The certificate of a server, not the signature of a token.
      paste:
        'Get "https://login.microsoftonline.com/common/v2.0/.well-known/openid-configuration": x509: certificate signed by unknown authority (possibly because of "crypto/rsa: verification error" while trying to verify candidate authority certificate)',
      cause: 'not-enough-evidence',
    },
    {
      // The signature of a SAS token of storage: no token of Entra ID.
      paste:
        '<Code>AuthenticationFailed</Code><AuthenticationErrorDetail>Signature is invalid</AuthenticationErrorDetail>',
      cause: 'not-enough-evidence',
    },
    {
      paste: 'AADSTS700027: Client assertion contains an invalid signature. [Reason - The key was not found.]',
      cause: 'client-assertion-invalid',
    },
    {
      paste: 'WWW-Authenticate: Bearer error="invalid_token", error_description="The issuer is invalid"',
      cause: 'issuer-mismatch',
    },
  ],
};
