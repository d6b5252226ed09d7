import type { OtherVendor } from '../evidence.ts';

/**
 * A mark: a literal that only this service's refusals have, or one that does so together with another.
 * A name alone never counts: Microsoft's own errors speak of GitHub's federated tokens, of Google as an identity
 * provider, of Slack as a channel.
 */
export interface Mark {
  /** Lower case. */
  readonly mark: string;
  /** Lower case; one of these must stand in the paste too. */
  readonly beside?: readonly string[];
}

export interface VendorMarks {
  readonly vendor: OtherVendor;
  /** A piece of every mark of the group: where none of these stands, none of the marks does. */
  readonly stems: readonly string[];
  readonly marks: readonly Mark[];
}

const REFUSED = ['401', '403', 'unauthorized', 'invalid_token', 'bad credentials', 'authentication', 'not authorized'];
/** What an authorization server or its client says: RFC 6749, sections 4.1.2.1 and 5.2. */
const SIGN_IN_REFUSED = [
  'invalid_grant',
  'invalid_client',
  'invalid_request',
  'invalid_scope',
  'invalid_token',
  'unauthorized_client',
  'access_denied',
  'login_required',
  'redirect_uri',
];
/**
 * Refusals of Keycloak's own endpoints; those of an identity provider behind it begin with IDENTITY_PROVIDER.
 * https://www.keycloak.org/docs-api/latest/javadocs/org/keycloak/events/EventType.html
 */
const EVENTS_OF_KEYCLOAK = [
  'code_to_token_error',
  'client_login_error',
  'refresh_token_error',
  'token_exchange_error',
  'introspect_token_error',
  'user_info_request_error',
  'type=login_error',
  'type="login_error',
];
const SLACK_ANSWER = ['"ok"', "'ok'", 'ok:', 'slack'];

export const VENDORS: readonly VendorMarks[] = [
  {
    vendor: 'github',
    stems: ['github', 'password authentication was removed', 'accessible by integration', 'saml enforcement'],
    marks: [
      { mark: 'x-github-' },
      { mark: 'bad credentials', beside: ['docs.github.com', 'api.github.com', 'developer.github.com'] },
      { mark: 'api.github.com', beside: REFUSED },
      { mark: 'support for password authentication was removed' },
      { mark: 'resource not accessible by integration' },
      { mark: 'protected by organization saml enforcement' },
    ],
  },
  {
    vendor: 'gitlab',
    stems: ['gitlab', 'remote: http basic'],
    marks: [
      { mark: 'remote: http basic: access denied' },
      { mark: 'x-gitlab-' },
      { mark: '/api/v4/', beside: REFUSED },
      { mark: 'private-token', beside: REFUSED },
      { mark: 'gitlab.com/oauth', beside: SIGN_IN_REFUSED },
    ],
  },
  {
    vendor: 'google',
    stems: [
      'google',
      'gsmtp',
      'unauthenticated"',
      'access_token_type_unsupported',
      'access_token_scope_insuff',
      'redirect_uri_mismatch',
    ],
    marks: [
      { mark: '"unauthenticated"', beside: ['google', 'access token, login cookie', '"status"'] },
      { mark: 'access_token_type_unsupported' },
      { mark: 'access_token_scope_insufficient' },
      { mark: 'accounts.google.com/', beside: ['realm', 'invalid_grant', 'invalid_client', ...REFUSED] },
      { mark: '.googleapis.com/', beside: [...REFUSED, 'permission_denied'] },
      { mark: 'google.auth.exceptions' },
      { mark: 'redirect_uri_mismatch', beside: ['google', 'error 400'] },
      // Gmail's own answers over IMAP and SMTP.
      { mark: 'mail.google.com/', beside: ['schemes'] },
      { mark: ' gsmtp', beside: ['5.7.8', '5.7.9', '535', '534'] },
    ],
  },
  {
    vendor: 'aws',
    stems: [
      'amazon',
      'x-amzn-',
      'expiredtoken',
      'signaturedoesnotmatch',
      'unrecognizedclientex',
      'invalidclienttokenid',
      ' when calling the ',
    ],
    marks: [
      // botocore, in the AWS CLI and boto3.
      { mark: ' when calling the ', beside: ['an error occurred ('] },
      { mark: 'com.amazon.coral' },
      { mark: 'x-amzn-' },
      { mark: '(expiredtoken)' },
      { mark: '<code>expiredtoken' },
      { mark: 'signaturedoesnotmatch' },
      { mark: 'unrecognizedclientexception' },
      { mark: 'invalidclienttokenid' },
    ],
  },
  {
    vendor: 'slack',
    stems: ['invalid_auth', 'not_authed', 'token_revoked', 'slack.com/api/', 'missing_scope'],
    marks: [
      { mark: 'missing_scope', beside: ["'needed'", '"needed"'] },
      { mark: 'invalid_auth', beside: SLACK_ANSWER },
      { mark: 'not_authed' },
      { mark: 'token_revoked', beside: SLACK_ANSWER },
      { mark: 'slack.com/api/', beside: REFUSED },
    ],
  },
  {
    vendor: 'okta',
    stems: ['okta', 'e00000'],
    marks: [
      { mark: 'x-okta-' },
      { mark: '.okta.com', beside: [...REFUSED, 'invalid_client', 'invalid_grant', 'errorcode'] },
      { mark: '"errorcode":"e00000' },
      { mark: '"errorcode": "e00000' },
    ],
  },
  {
    vendor: 'auth0',
    stems: ['.auth0.com'],
    marks: [{ mark: '.auth0.com', beside: [...REFUSED, 'invalid_grant', 'access_denied'] }],
  },
  {
    vendor: 'keycloak',
    stems: ['/protocol/openid-connect', 'keycloak'],
    marks: [
      { mark: '/protocol/openid-connect/', beside: ['realms/'] },
      { mark: 'keycloak', beside: REFUSED },
      { mark: 'org.keycloak.events', beside: EVENTS_OF_KEYCLOAK },
    ],
  },
  {
    vendor: 'atlassian',
    stems: ['.atlassian.net', 'x-seraph', 'api.atlassian.com'],
    marks: [
      { mark: 'api.atlassian.com', beside: REFUSED },
      { mark: '.atlassian.net', beside: REFUSED },
      { mark: 'x-seraph-loginreason' },
    ],
  },
  {
    vendor: 'nextcloud',
    stems: ['sabre', 'nextcloud', 'remote.php'],
    marks: [{ mark: 'sabre\\dav' }, { mark: 'sabredav.org' }, { mark: 'realm="nextcloud' }, { mark: 'remote.php/dav' }],
  },
  {
    vendor: 'openai',
    stems: ['incorrect api key', 'api.openai.com'],
    marks: [{ mark: 'incorrect api key provided' }, { mark: 'api.openai.com', beside: REFUSED }],
  },
  {
    vendor: 'stripe',
    stems: ['invalid api key', 'api.stripe.com'],
    marks: [{ mark: 'invalid api key provided' }, { mark: 'api.stripe.com', beside: REFUSED }],
  },
  {
    vendor: 'docker',
    stems: ['docker', 'pull access denied', 'pull rate limit'],
    marks: [
      { mark: 'auth.docker.io' },
      { mark: 'registry-1.docker.io', beside: REFUSED },
      { mark: 'your pull rate limit' },
      { mark: 'docker-distribution-api-version' },
      { mark: 'pull access denied' },
    ],
  },
  {
    vendor: 'npm',
    stems: ['code e401', 'npmjs.org'],
    marks: [{ mark: 'code e401' }, { mark: 'npmjs', beside: ['401', 'e403', 'unauthorized'] }],
  },
  {
    vendor: 'salesforce',
    stems: ['invalid_session_id', '.salesforce.com'],
    marks: [{ mark: 'invalid_session_id' }, { mark: '.salesforce.com', beside: [...REFUSED, ...SIGN_IN_REFUSED] }],
  },
  {
    vendor: 'zoom',
    stems: ['zoom.us', 'not contain scopes:['],
    marks: [
      { mark: 'does not contain scopes:[' },
      { mark: 'api.zoom.us', beside: REFUSED },
      { mark: 'zoom.us/oauth', beside: ['invalid', ...REFUSED] },
    ],
  },
  {
    vendor: 'hubspot',
    stems: ['hubapi.com', 'expired_authentication', 'developers.hubspot.com'],
    marks: [
      { mark: 'api.hubapi.com', beside: REFUSED },
      { mark: '"expired_authentication"' },
      { mark: 'developers.hubspot.com', beside: REFUSED },
    ],
  },
  {
    vendor: 'shopify',
    stems: ['myshopify', 'api key or access token'],
    marks: [{ mark: '.myshopify.com', beside: REFUSED }, { mark: '[api] invalid api key or access token' }],
  },
  {
    vendor: 'linkedin',
    stems: ['linkedin.com', 'serviceerrorcode'],
    marks: [
      { mark: 'api.linkedin.com', beside: REFUSED },
      { mark: 'linkedin.com/oauth', beside: SIGN_IN_REFUSED },
      { mark: '"serviceerrorcode"' },
    ],
  },
  {
    vendor: 'notion',
    stems: ['api.notion.com', 'api token is invalid'],
    marks: [
      { mark: 'api.notion.com', beside: REFUSED },
      { mark: 'api token is invalid', beside: ['"object"'] },
    ],
  },
  {
    vendor: 'twilio',
    stems: ['twilio.com'],
    marks: [{ mark: 'twilio.com/docs/errors' }, { mark: 'api.twilio.com', beside: [...REFUSED, '20003'] }],
  },
  {
    vendor: 'meta',
    stems: ['graph.facebook', 'graph.instagram', 'fbtrace_id'],
    marks: [
      { mark: 'fbtrace_id' },
      { mark: 'graph.facebook.com', beside: REFUSED },
      { mark: 'graph.instagram.com', beside: REFUSED },
    ],
  },
  {
    vendor: 'x',
    stems: ['api.twitter.com', 'api.x.com/'],
    marks: [
      { mark: 'api.twitter.com', beside: REFUSED },
      { mark: '//api.x.com/', beside: REFUSED },
    ],
  },
  {
    vendor: 'zendesk',
    stems: ['.zendesk.com', "couldn't authenticate"],
    marks: [{ mark: '.zendesk.com', beside: REFUSED }, { mark: "couldn't authenticate you" }],
  },
  {
    vendor: 'dropbox',
    stems: ['dropboxapi', 'missing_scope/'],
    marks: [
      { mark: 'missing_scope/', beside: ['required_scope'] },
      { mark: 'dropboxapi.com', beside: [...REFUSED, 'expired_access_token', 'invalid_access_token'] },
    ],
  },
  {
    vendor: 'spotify',
    stems: ['api.spotify.com'],
    marks: [{ mark: 'api.spotify.com', beside: REFUSED }],
  },
  {
    vendor: 'discord',
    stems: ['discord.com/api', 'discordapi'],
    marks: [{ mark: 'discord.com/api', beside: REFUSED }, { mark: 'discordapierror' }],
  },
  {
    vendor: 'paypal',
    stems: ['paypal.com'],
    marks: [{ mark: '.paypal.com/v', beside: REFUSED }],
  },
  {
    vendor: 'other-service',
    stems: [
      'api.xero.com',
      '.api.intuit.com',
      'api.airtable.com',
      'app.asana.com/api',
      'api.trello.com',
      'api.telegram.org',
      'api.sendgrid.com',
      'api.mailgun.net',
      'api.cloudflare.com',
      'api.digitalocean.com',
      'api.anthropic.com',
      'huggingface.co',
      'api.dropboxsign.com',
      'api.calendly.com',
      'api.webex.com',
      'webexapis.com',
      'api.box.com',
      'api.mailchimp.com',
      'strava.com/api',
      'api.monday.com',
      'api.pipedrive.com',
      'docusign',
      'user_authentication_failed',
      'missing required scopes or the user',
      'required to provide auth information',
    ],
    marks: [
      { mark: '"user_authentication_failed"' },
      { mark: 'missing required scopes or the user is missing required roles' },
      { mark: 'required to provide auth information' },
      { mark: 'api.xero.com', beside: REFUSED },
      { mark: '.api.intuit.com', beside: REFUSED },
      { mark: 'api.airtable.com', beside: REFUSED },
      { mark: 'app.asana.com/api', beside: REFUSED },
      { mark: 'api.trello.com', beside: REFUSED },
      { mark: 'api.telegram.org', beside: REFUSED },
      { mark: 'api.sendgrid.com', beside: REFUSED },
      { mark: 'api.mailgun.net', beside: REFUSED },
      { mark: 'api.cloudflare.com', beside: REFUSED },
      { mark: 'api.digitalocean.com', beside: REFUSED },
      { mark: 'api.anthropic.com', beside: REFUSED },
      { mark: 'huggingface.co', beside: REFUSED },
      { mark: 'api.dropboxsign.com', beside: REFUSED },
      { mark: 'api.calendly.com', beside: REFUSED },
      { mark: 'api.webex.com', beside: REFUSED },
      { mark: 'webexapis.com', beside: REFUSED },
      { mark: 'api.box.com', beside: REFUSED },
      { mark: 'api.mailchimp.com', beside: REFUSED },
      { mark: 'strava.com/api', beside: REFUSED },
      { mark: 'api.monday.com', beside: REFUSED },
      { mark: 'api.pipedrive.com', beside: REFUSED },
      { mark: 'docusign', beside: ['"consent_required"', 'docusign.com', 'docusign.net'] },
    ],
  },
  {
    // The name that GitHub, Google, Salesforce and others give this error. Entra ID answers with a number (AADSTS50011).
    vendor: 'other-service',
    stems: ['redirect_uri_mismatch'],
    marks: [{ mark: 'redirect_uri_mismatch' }],
  },
  {
    // Proxies (RFC 9110, section 11.7.1) and clients of a VPN: what they refuse has not reached Microsoft.
    vendor: 'network',
    stems: ['proxy-auth', 'proxy auth', 'sslvpn', 'vpn '],
    marks: [
      { mark: 'proxy-authenticate:' },
      { mark: '407 proxy authentication required' },
      { mark: 'credential or sslvpn configuration is wrong' },
      { mark: 'vpn establishment capability' },
      { mark: 'secure vpn connection terminated' },
    ],
  },
  {
    // Other identity providers, by the addresses and names of their sign-in.
    vendor: 'other-service',
    stems: [
      'amazoncognito.com',
      'appleid.apple.com',
      'accounts.zoho.',
      'pingone.',
      'pingidentity',
      '.onelogin.com',
      'service-now.com',
      'login.yahoo.com',
      'authentik',
      'zitadel',
      'ory hydra',
      'fusionauth',
    ],
    marks: [
      { mark: 'amazoncognito.com', beside: SIGN_IN_REFUSED },
      { mark: 'appleid.apple.com', beside: SIGN_IN_REFUSED },
      { mark: 'accounts.zoho.', beside: SIGN_IN_REFUSED },
      { mark: 'pingone.', beside: SIGN_IN_REFUSED },
      { mark: 'pingidentity', beside: SIGN_IN_REFUSED },
      { mark: '.onelogin.com', beside: SIGN_IN_REFUSED },
      { mark: 'service-now.com', beside: SIGN_IN_REFUSED },
      { mark: 'login.yahoo.com', beside: SIGN_IN_REFUSED },
      { mark: 'authentik', beside: SIGN_IN_REFUSED },
      { mark: 'zitadel', beside: SIGN_IN_REFUSED },
      { mark: 'ory hydra', beside: SIGN_IN_REFUSED },
      { mark: 'fusionauth', beside: SIGN_IN_REFUSED },
    ],
  },
];
