import { describe, expect, it } from 'vitest';
import { readVendors } from '../../../src/diagnosis/evidence/vendor.ts';
import { unwrap } from '../../../src/diagnosis/text/unwrap.ts';

function vendors(paste: string) {
  return readVendors(unwrap(paste)).map((one) => one.vendor);
}

describe('readVendors', () => {
  it.each([
    ['github', 'HTTP/2 401\nserver: github.com\nx-github-media-type: github.v3\n\n{"message": "Bad credentials"}'],
    ['github', '{"message":"Bad credentials","documentation_url":"https://docs.github.com/rest","status":"401"}'],
    ['gitlab', 'GET https://gitlab.example/api/v4/projects\nHTTP/1.1 401\n{"message":"401 Unauthorized"}'],
    [
      'google',
      '{"error":{"code":401,"message":"Request had invalid authentication credentials.","status": "UNAUTHENTICATED"}}',
    ],
    ['google', '401 GET https://www.googleapis.com/calendar/v3/calendars/primary/events: Invalid Credentials'],
    [
      'google',
      'SASL(-13): server rejected XOAUTH2: {"status":"400","schemes":"Bearer","scope":"https://mail.google.com/"}',
    ],
    ['google', '535-5.7.8 Username and Password not accepted. x12-20020a5d4c8c000000b0032d - gsmtp'],
    ['aws', '{"__type":"com.amazon.coral.service#ExpiredTokenException","message":"x"}'],
    ['aws', 'An error occurred (ExpiredToken) when calling the ListBuckets operation'],
    ['aws', '<Code>SignatureDoesNotMatch</Code>'],
    ['github', '{"message":"Resource not accessible by integration","status":"403"}'],
    ['gitlab', 'remote: HTTP Basic: Access denied. The provided password or token is incorrect'],
    ['google', '"reason": "ACCESS_TOKEN_SCOPE_INSUFFICIENT"'],
    ['aws', 'An error occurred (AccessDenied) when calling the PutObject operation: Access Denied'],
    ['slack', "{'ok': False, 'error': 'missing_scope', 'needed': 'chat:write'}"],
    ['atlassian', 'GET https://api.atlassian.com/me {"code":401,"message":"Unauthorized; scope does not match"}'],
    ['zoom', '{"code":4711,"message":"Invalid access token, does not contain scopes:[meeting:write]."}'],
    ['hubspot', '403 required scopes: https://developers.hubspot.com/scopes'],
    ['dropbox', '{"error_summary":"missing_scope/..","error":{"required_scope":"files.content.write"}}'],
    ['other-service', '{"errorCode":"USER_AUTHENTICATION_FAILED","message":"x"}'],
    ['slack', '{"ok":false,"error":"invalid_auth"}'],
    ['slack', '{ ok: false, error: "not_authed" }'],
    ['okta', 'https://dev-1.okta.com/oauth2/v1/token {"error":"invalid_client"}'],
    ['auth0', 'POST https://x.eu.auth0.com/oauth/token 401 {"error":"access_denied"}'],
    ['keycloak', 'org.keycloak.events type="LOGIN_ERROR", clientId="rota", error="user_not_found"'],
    ['keycloak', 'http://localhost:8080/realms/master/protocol/openid-connect/token {"error":"invalid_grant"}'],
    ['atlassian', 'GET https://x.atlassian.net/rest/api/3/myself 401'],
    ['nextcloud', 'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic realm="Nextcloud", charset="UTF-8"'],
    ['openai', '{"error":{"message":"Incorrect API key provided: sk-x.","code":"invalid_api_key"}}'],
    ['stripe', '{"error":{"message":"Invalid API Key provided: sk_test_x","type":"invalid_request_error"}}'],
    ['docker', 'WWW-Authenticate: Bearer realm="https://auth.docker.io/token",service="registry.docker.io"'],
    ['npm', 'npm ERR! code E401\nnpm ERR! Incorrect or missing password.'],
    ['salesforce', '[{"message":"Session expired or invalid","errorCode":"INVALID_SESSION_ID"}]'],
    ['zoom', 'https://api.zoom.us/v2/users/me 401 {"code":124,"message":"Invalid access token."}'],
    ['hubspot', '{"status":"error","message":"The OAuth token used expired","category":"EXPIRED_AUTHENTICATION"}'],
    ['shopify', 'https://demo.myshopify.com/admin/api/2024-01/orders.json 401 Unauthorized'],
    ['linkedin', '{"status":401,"serviceErrorCode":65601,"code":"REVOKED_ACCESS_TOKEN"}'],
    ['notion', '{"object":"error","status":401,"code":"unauthorized","message":"API token is invalid."}'],
    ['twilio', '{"code":20003,"message":"Authenticate","more_info":"https://www.twilio.com/docs/errors/20003"}'],
    ['meta', '{"error":{"message":"Session has expired","type":"OAuthException","code":190,"fbtrace_id":"A1"}}'],
    ['x', 'https://api.twitter.com/2/tweets {"title":"Unauthorized","status":401}'],
    ['zendesk', '{"error":"Couldn\'t authenticate you"}'],
    ['dropbox', 'https://api.dropboxapi.com/2/files/list_folder {"error_summary":"expired_access_token/"}'],
    ['spotify', 'GET https://api.spotify.com/v1/me 401 {"error":{"status":401,"message":"The access token expired"}}'],
    ['discord', 'DiscordAPIError: 401: Unauthorized'],
    ['paypal', 'https://api-m.paypal.com/v2/checkout/orders 401 {"error":"invalid_token"}'],
    ['other-service', 'GET https://api.box.com/2.0/folders/0 401 Unauthorized'],
    ['gitlab', 'POST https://gitlab.com/oauth/token {"error":"invalid_grant"}'],
    ['google', 'Error 400: redirect_uri_mismatch'],
    ['linkedin', 'https://www.linkedin.com/oauth/v2/accessToken {"error":"invalid_request"}'],
    ['salesforce', 'POST https://login.salesforce.com/services/oauth2/token {"error":"invalid_client"}'],
    ['other-service', '/callback?error=redirect_uri_mismatch&error_description=The+redirect_uri+is+another'],
    ['other-service', 'appleid.apple.com answers invalid_client'],
    ['other-service', 'https://ids.example/connect/token {"error":"invalid_grant"}'],
    ['other-basic', 'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic realm="Router"'],
    ['network', 'HTTP/1.1 407 Proxy Authentication Required\nProxy-Authenticate: Negotiate'],
    ['network', 'Credential or SSLVPN configuration is wrong (-7200)'],
    ['network', 'VPN establishment capability for a remote user is disabled.'],
  ])('knows %s: %.60s', (vendor, paste) => {
    expect(vendors(paste)).toEqual([vendor]);
  });

  it.each([
    "AADSTS700213: subject 'repo:a/b:ref:refs/heads/main' issuer https://token.actions.githubusercontent.com see https://github.com/a/b/issues/1 401",
    "AADSTS50020: User account 'x@gmail.com' from identity provider 'google.com' does not exist in tenant",
    'HTTP/1.1 401\nWWW-Authenticate: Bearer client_id="00000002-0000-0ff1-ce00-000000000000", trusted_issuers="x", Basic realm="mail.x.example"',
    'WWW-Authenticate: Basic realm=""',
    'http://169.254.169.254/metadata/identity/oauth2/token?resource=https://vault.azure.net 400',
    'Www-Authenticate: Basic realm=/var/opt/azcmagent/tokens/5a1c9b54.key',
    'channelId: slack, error: invalid_token 401',
    'npm install @azure/msal-node',
    'with AnyConnect or FortiClient on it works, without the VPN I get You cannot access this right now',
    'the bot also posts to https://api.trello.com and https://api.spotify.com',
    'GET https://graph.microsoft.com/v1.0/me 401',
    'org.keycloak.events type=IDENTITY_PROVIDER_LOGIN_ERROR, error=identity_provider_login_failure',
    '',
  ])('keeps away from %.60s', (paste) => {
    expect(vendors(paste)).toEqual([]);
  });
});
