/** A paste to try: a token for the app's own API, sent to Microsoft Graph. Nothing in it is a credential. */
export const SAMPLE_PASTE = [
  'HTTP/1.1 401 Unauthorized',
  'WWW-Authenticate: Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", client_id="00000003-0000-0000-c000-000000000000"',
  '',
  '{"error":{"code":"InvalidAuthenticationToken","message":"Access token validation failure. Invalid audience.","innerError":{"date":"2026-03-02T09:14:31"}}}',
].join('\n');
