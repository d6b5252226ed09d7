import type { PatchValues } from '../patch-values.ts';
import { csharp, java, javascript, json, python, shell } from '../string-literal.ts';
import { shellNeeds } from './clients.ts';
import type { PatchSet } from './patch-set.ts';

/** Issuers of version 2 and version 1 tokens of one tenant: `requestedAccessTokenVersion` decides which come. */
function issuers(v: PatchValues): readonly [string, string] {
  return [`${v.tenantAuthority}/v2.0`, `https://sts.windows.net/${v.tenant}/`];
}

/** Version 2 tokens name the API by its client id, version 1 tokens by its identifier URI. */
function audiences(v: PatchValues): readonly [string, string] {
  return [v.clientId, `api://${v.clientId}`];
}

export const validateToken: PatchSet = {
  title: 'Validate tokens that are meant for this API',

  python: (v) => `import jwt  # PyJWT 2.10 or later, with cryptography

KEYS = jwt.PyJWKClient(${python(`${v.tenantAuthority}/discovery/v2.0/keys`)})
AUDIENCES = ${`[${audiences(v).map(python).join(', ')}]`}
ISSUERS = ${`[${issuers(v).map(python).join(', ')}]`}  # version 2, version 1


def validated(token, scope="access_as_user"):
    claims = jwt.decode(
        token,
        KEYS.get_signing_key_from_jwt(token).key,
        algorithms=["RS256"],
        audience=AUDIENCES,
        issuer=ISSUERS,
        leeway=60,  # seconds between two clocks
    )
    if scope not in claims.get("scp", "").split():
        raise PermissionError(f"The token lacks the scope {scope}.")
    return claims
# A token for Microsoft Graph (aud 00000003-...) can be validated by Graph alone: ask for one for this API.`,

  node: (v) => `import { createRemoteJWKSet, jwtVerify } from 'jose';

const keys = createRemoteJWKSet(new URL(${javascript(`${v.tenantAuthority}/discovery/v2.0/keys`)}));

export async function validated(token, scope = 'access_as_user') {
  const { payload } = await jwtVerify(token, keys, {
    algorithms: ['RS256'],
    audience: [${audiences(v).map(javascript).join(', ')}],
    issuer: [${issuers(v).map(javascript).join(', ')}], // version 2, version 1
    clockTolerance: 60, // seconds between two clocks
  });
  if (!String(payload.scp ?? '').split(' ').includes(scope)) throw new Error(\`The token lacks the scope \${scope}.\`);
  return payload;
}
// A token for Microsoft Graph (aud 00000003-...) can be validated by Graph alone: ask for one for this API.`,

  csharp: (v) => `using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Identity.Web;

builder.Services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme)
    .AddMicrosoftIdentityWebApi(
        options => options.TokenValidationParameters.ValidAudiences = new[]
        {
            ${audiences(v).map(csharp).join(', ')}
        },
        options =>
        {
            options.Instance = ${csharp(`https://${v.loginHost}/`)};
            options.TenantId = ${csharp(v.tenant)}; // its issuers of version 1 and 2 are known
            options.ClientId = ${csharp(v.clientId)};
        });
// app.UseAuthentication() must stand before app.UseAuthorization(). Keep all Microsoft.IdentityModel.* packages
// at one version: mixed ones fail with IDX10500.`,

  java: (v) => `import java.util.List;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.*;

var decoder = NimbusJwtDecoder.withJwkSetUri(${java(`${v.tenantAuthority}/discovery/v2.0/keys`)}).build();
var issuers = List.of(${issuers(v).map(java).join(', ')}); // version 2, version 1
var audiences = List.of(${audiences(v).map(java).join(', ')});
decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
    new JwtTimestampValidator(),
    new JwtClaimValidator<Object>("iss", issuer -> issuers.contains(String.valueOf(issuer))),
    new JwtClaimValidator<List<String>>("aud", aud -> aud != null && aud.stream().anyMatch(audiences::contains))));`,

  curl: (v) => `${shellNeeds('ACCESS_TOKEN')}

# What the token says (decoded here, sent nowhere):
BODY=$(printf %s "$ACCESS_TOKEN" | cut -d. -f2 | tr '_-' '/+')
while [ $((\${#BODY} % 4)) -ne 0 ]; do BODY="$BODY="; done
printf %s "$BODY" | base64 --decode | jq '{aud, iss, ver, scp, roles, exp}'

# What the API has to expect: this issuer for ver 2.0, https://sts.windows.net/<tenant>/ for ver 1.0.
curl --silent --show-error --fail-with-body ${shell(`${v.tenantAuthority}/v2.0/.well-known/openid-configuration`)} |
  jq '{issuer, jwks_uri}'`,

  json: (v) => `{
  "appId": ${json(v.clientId)},
  "identifierUris": [${json(`api://${v.clientId}`)}],
  "api": {
    "requestedAccessTokenVersion": 2
  }
}`,
};
