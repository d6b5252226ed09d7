import type { RootCause } from './root-cause.ts';
import { sentence, theApp } from './wording.ts';

export const clientCredentialMissing: RootCause = {
  id: 'client-credential-missing',
  title: 'No client credential was sent where one is due',
  owner: 'app-developer',
  explanation:
    'A confidential app proves itself at the token endpoint with a secret, a certificate or a federated token, and none arrived: the variable is empty in this environment, the field has another name, or the body was sent as JSON. Or the program is meant to be a public client (device code, desktop, password) and the registration does not allow public client flows.',
  symptoms: [
    "AADSTS7000218 «The request body must contain the following parameter: 'client_assertion' or 'client_secret'»",
    'AADSTS7000216',
    'It works on one machine and not in the pipeline',
  ],
  explains: ['redirect-platform-mismatch', 'token-missing', 'token-malformed'],
  rules: [
    {
      kind: 'code',
      codes: [7000218, 7000216],
      strength: 'decisive',
      when: (facts) => !facts.of('setting').some((item) => item.name === 'registered-redirect-uris'),
      says: (_, code) => `AADSTS${code.code}: neither a secret nor an assertion was in the request`,
    },
    {
      kind: 'code',
      codes: [7000218],
      strength: 'fair',
      when: (facts) => facts.of('setting').some((item) => item.name === 'registered-redirect-uris'),
      says: 'Neither a secret nor an assertion was in the request',
    },
    {
      kind: 'code',
      codes: [70002, 90014, 900144],
      strength: 'decisive',
      when: (_, code) =>
        /must (?:contain the following parameter|include an?)[^.]{0,20}client_(?:secret|assertion)/i.test(code.message),
      says: 'The text says that the secret or assertion is missing',
    },
    {
      kind: 'phrase',
      phrases: [
        "must contain the following parameter: 'client_assertion' or 'client_secret'",
        'client credential (secret, certificate, or assertion) must not be empty',
        'invalid_client_credential',
        'idw10104',
        'both client secret and client certificate cannot be null',
        'one client credential type required',
        'client secret or client certificate is required',
        'client credential must not be empty',
        'client credentials have to be provided',
        'no client credential',
        'clientsecret is required',
        'client_secret is required',
        'client id and client secret are required',
        'a client credential is required',
      ],
      strength: 'strong',
      when: (facts) => facts.of('aadsts').length === 0 && facts.of('vendor').length === 0,
      says: 'The library or service asks for a client credential',
    },
    {
      kind: 'facts',
      test: (facts) => {
        const request = facts
          .of('oauth-request')
          .find(
            (item) => item.parameters.client_secret === '(empty)' || item.parameters.client_secret === '(undefined)',
          );
        const setting = facts
          .of('setting')
          .find(
            (item) =>
              item.name === 'client-secret' && (item.values[0] === '(empty)' || item.values[0] === '(undefined)'),
          );
        const found = request ?? setting;
        return found && { strength: 'strong', at: found.span, says: 'The client secret is empty' };
      },
    },
  ],
  headline: (facts) =>
    `${sentence(theApp(facts))} sent neither a client secret nor a certificate assertion to the token endpoint.`,
  steps: (facts) => [
    {
      text: 'A server app: see whether the setting with the secret is there in this environment (print its length, not its value), and send it form-encoded as',
      value: 'client_secret',
    },
    {
      text: `A device-code, desktop or command-line app: App registrations, ${theApp(facts)}, Authentication, «Allow public client flows»: Yes.`,
    },
    {
      text: 'A browser or desktop app whose redirect URI stands under Web: move it to Single-page application, or Mobile and desktop applications.',
    },
    { text: 'The body is form-encoded, not JSON:', value: 'Content-Type: application/x-www-form-urlencoded' },
  ],
  patches: ['client-secret', 'device-code'],
  check: () => ({ text: 'The token request answers 200, or with another error that names the secret.' }),
  sources: [
    { title: 'AADSTS7000218', url: 'https://learn.microsoft.com/entra/identity-platform/reference-error-codes' },
    {
      title: 'Public and confidential client apps',
      url: 'https://learn.microsoft.com/entra/identity-platform/msal-client-applications',
    },
  ],
  lastChecked: '2026-11-22',
  hits: [
    {
      paste:
        'ClientAuthError: invalid_client_credential: Client credential (secret, certificate, or assertion) must not be empty when creating a confidential client.',
    },
    {
      paste: "invalid_client: AADSTS70002: The provided request must include a 'client_secret' input parameter.",
      verdict: 'certain',
    },
    {
      paste:
        '{"error":"invalid_client","error_description":"AADSTS7000218: The request body must contain the following parameter: \'client_assertion\' or \'client_secret\'.","error_codes":[7000218]}',
      verdict: 'certain',
    },
    {
      paste:
        "AADSTS7000216: 'client_assertion', 'client_secret' or 'request' is required for the 'client_credentials' grant type.",
      verdict: 'certain',
    },
    {
      paste:
        "msal: AADSTS7000218: The request body must contain the following parameter: 'client_assertion' or 'client_secret'. app.acquire_token_by_device_flow(flow)",
      verdict: 'certain',
    },
  ],
  nearMisses: [
    {
      paste:
        'AADSTS7000218: The request body must contain the following parameter: \'client_assertion\' or \'client_secret\'.\n{"isFallbackPublicClient": true, "web": {"redirectUris": ["http://localhost"]}, "publicClient": {"redirectUris": []}}',
      cause: 'redirect-platform-mismatch',
    },
    {
      paste: "AADSTS700025: Client is public so neither 'client_assertion' nor 'client_secret' should be presented.",
      cause: 'public-client-with-secret',
    },
  ],
};
