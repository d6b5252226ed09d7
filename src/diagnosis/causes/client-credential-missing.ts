import type { FixStep } from '../diagnosis.ts';
import type { SettingEvidence } from '../evidence/evidence.ts';
import type { Facts } from '../facts/facts.ts';
import { bareInvalidClient } from './credentials/bare-invalid-client.ts';
import {
  CHAINS,
  CREDENTIAL_FOR_EACH_PLACE,
  findsNoCredential,
  NO_CREDENTIAL_IN_CHAIN,
  NOT_CONFIGURED,
} from './credentials/credential-chain.ts';
import { sendsNoSecret } from './credentials/sends-no-secret.ts';
import { missingParameter } from './request/missing-parameter.ts';
import type { RootCause } from './root-cause.ts';
import { told } from './words/told.ts';
import { sentence, theApp } from './words/wording.ts';

const NO_GITHUB_TOKEN = [
  // The Terraform providers, whose address of the request is empty then.
  'githubassertion: cannot request token: get "?audience',
  'unable to get actions_id_token_request_url',
  'unable to get actions_id_token_request_token',
  'please make sure to give write permissions to id-token',
] as const;

/** What the Terraform providers and others say who ask the build system for the assertion (the SDKs of HashiCorp and Azure). */
const NO_ASSERTION_GIVEN = 'assertion: received http status';
const GET_OF_PIPELINES = "does not support http method 'get'";

const INVALID_CREDENTIAL_OF_MSAL = 'invalid_client_credential';
/** Other servers' word, by which they refuse what was sent. */
const INVALID_CREDENTIALS = `${INVALID_CREDENTIAL_OF_MSAL}s`;

/** Azure Identity for JavaScript, Java, Python and Go: a credential was made with an empty value. */
const MADE_WITHOUT_A_VALUE = [
  'clientid, and clientsecret are required parameters',
  'clientid, and clientassertion are required parameters',
  'credential: clientsecret is a required parameter',
  'credential: clientassertion is a required parameter',
  'credential: clientid is a required parameter',
  'properties in clientsecretcredentialbuilder',
  'properties in clientcertificatecredentialbuilder',
  'properties in clientassertioncredentialbuilder',
  "should be an azure active directory application's client secret",
  "should be a microsoft entra application's client secret",
  'client_id should be the id of an azure active directory application',
  'client_id should be the id of a microsoft entra application',
  "secret can't be empty string",
] as const;

/** Where Azure Arc's agent puts the key that its caller must read, and that only members of its group may. */
const ARC_KEYS = ['azcmagent/tokens/', 'azureconnectedmachineagent\\tokens\\'] as const;
const UNREADABLE = [
  'permission denied',
  'permissionerror',
  'access is denied',
  'is denied',
  'unauthorizedaccessexception',
  'because it does not exist',
] as const;

const MARKED_AS_MOBILE = "must be marked as 'mobile";

function allowPublicFlows(facts: Facts): FixStep[] {
  return [
    {
      text: `A device-code, desktop or command-line app: App registrations, ${theApp(facts)}, Authentication, «Allow public client flows»: Yes.`,
    },
  ];
}

function misspeltName(facts: Facts): SettingEvidence | undefined {
  return facts.of('setting').find((item) => item.name === 'misspelt-name');
}

function renamings(facts: Facts): FixStep[] {
  return [
    ...facts
      .of('setting')
      .flatMap((item) =>
        item.name === 'misspelt-name'
          ? [{ text: `Rename ${item.key}: the name is read exactly as it is documented.`, value: item.values[0]! }]
          : [],
      ),
    {
      text: 'Start the program anew, container and shell as well: a process keeps the environment it was started with.',
    },
  ];
}

const EMPTY_VALUES: readonly FixStep[] = [
  {
    text: 'Print the length of each value (not the value) on the line before the credential is made: tenant id, client id, and the secret or certificate. The one of length 0 is missing in this environment, or its setting has another name.',
  },
  {
    text: 'A pipeline whose service connection uses workload identity federation has no secret to hand on: use a version of the task that knows it, or a credential that takes an assertion (AzurePipelinesCredential).',
  },
];

/** Nothing answers for a managed identity where the program runs. */
const NO_IDENTITY_HERE = [
  'no response received from the managed identity endpoint',
  // Tasks of Azure Pipelines on an agent without one.
  'could not fetch access token for managed service principal',
  'no response from the imds endpoint',
  'no managed identity endpoint found',
  'managed_identity_unreachable_network',
] as const;

/** Only that identity was asked for, and not one of a chain. */
function wantsIdentity(facts: Facts): boolean {
  return (
    facts.anyPhrase(...NO_IDENTITY_HERE) !== undefined &&
    facts.of('aadsts').length === 0 &&
    facts.anyPhrase(...CHAINS, 'environmentcredential') === undefined
  );
}

/** https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/overview */
const GIVE_IT_AN_IDENTITY: readonly FixStep[] = [
  {
    text: 'On a virtual machine, App Service, Functions, a container app or an agent of yours in Azure: open the resource, Identity, and switch the system-assigned one on, or add a user-assigned one and name its client id where it is asked for.',
  },
  {
    text: 'A runner that Microsoft or GitHub hosts, a machine of your own and your laptop have none: let a pipeline sign in by workload identity federation (service connection, azure/login), and yourself by az login.',
  },
  {
    text: 'In a container or behind a proxy, 169.254.169.254 must be reached directly:',
    value: 'NO_PROXY=169.254.169.254',
  },
];

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
  explains: [
    'redirect-platform-mismatch',
    'token-missing',
    'token-malformed',
    'obo-assertion-invalid',
    'client-assertion-invalid',
  ],
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
      // The sign-in of personal accounts, of a device code or a password: public client flows are off.
      kind: 'code',
      codes: [70002],
      strength: 'decisive',
      when: (_, code) => /must be marked as ['"]?mobile/i.test(code.message),
      says: 'The app signs in without a secret, and its registration does not mark it as a public («mobile») client',
    },
    {
      kind: 'phrase',
      phrases: [MARKED_AS_MOBILE],
      strength: 'strong',
      when: (facts) => facts.of('aadsts').length === 0,
      says: 'The app signs in without a secret, and its registration does not mark it as a public («mobile») client',
    },
    {
      kind: 'phrase',
      phrases: [
        "must contain the following parameter: 'client_assertion' or 'client_secret'",
        'client credential (secret, certificate, or assertion) must not be empty',
        INVALID_CREDENTIAL_OF_MSAL,
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
      when: (facts) =>
        facts.of('aadsts').length === 0 &&
        facts.of('vendor').length === 0 &&
        facts.phrase(INVALID_CREDENTIALS) === undefined,
      says: 'The library or service asks for a client credential',
    },
    { kind: 'facts', phrases: [INVALID_CREDENTIALS], test: () => undefined },
    {
      kind: 'facts',
      onlyWith: { evidence: ['oauth-request'], settings: ['client-secret'] },
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
    {
      // GitHub issues its token only to a job with the permission id-token: write (and never to a pull request of a fork).
      kind: 'phrase',
      phrases: NO_GITHUB_TOKEN,
      strength: 'decisive',
      says: 'The job may not have an ID token of GitHub, so no assertion can be sent: it lacks the permission id-token: write',
    },
    {
      kind: 'phrase',
      phrases: [
        'not all values are present. ensure',
        'a client secret must be configured when authenticating',
        'a client certificate must be configured when authenticating',
        ...MADE_WITHOUT_A_VALUE,
      ],
      strength: 'strong',
      when: (facts) => facts.of('aadsts').length === 0 && facts.of('vendor').length === 0,
      says: 'The tool was started without the values with which the app proves itself',
    },
    {
      // In a chain of credentials these lines stand for every way that was not set up; alone they are the failure.
      kind: 'phrase',
      phrases: NOT_CONFIGURED,
      strength: 'fair',
      when: (facts) => facts.of('aadsts').length === 0 && facts.anyPhrase(...CHAINS) === undefined,
      says: 'The variables with which the app proves itself (AZURE_CLIENT_ID, AZURE_TENANT_ID and a secret, certificate or token file) are not all set',
    },
    { kind: 'facts', phrases: CHAINS, test: () => undefined },
    NO_CREDENTIAL_IN_CHAIN,
    {
      kind: 'phrase',
      phrases: NO_IDENTITY_HERE,
      strength: 'fair',
      when: (facts) =>
        facts.of('aadsts').length === 0 && facts.anyPhrase(...CHAINS, 'environmentcredential') === undefined,
      says: 'No managed identity endpoint answers here: the program does not run on an Azure resource that has one',
    },
    { kind: 'facts', phrases: ['environmentcredential'], test: () => undefined },
    {
      // RFC 6749, section 5.2: the app had to prove itself. A public client cannot, so the registration takes it for another kind.
      kind: 'facts',
      onlyWith: { evidence: ['oauth-error'] },
      test: (facts) => {
        const error = bareInvalidClient(facts);
        if (error === undefined || facts.of('aadsts').length > 0 || facts.of('vendor').length > 0) return undefined;
        return sendsNoSecret(facts)
          ? {
              strength: 'fair',
              at: error.span,
              says: 'invalid_client, and the code signs in as a public client, which sends no secret: the registration does not allow that',
            }
          : undefined;
      },
    },
    {
      kind: 'phrase',
      phrases: [NO_ASSERTION_GIVEN],
      strength: 'strong',
      when: (facts) => facts.of('aadsts').length === 0,
      says: 'The build system gave no ID token, so no assertion could be sent',
    },
    { kind: 'facts', phrases: [GET_OF_PIPELINES], test: () => undefined },
    {
      kind: 'facts',
      phrases: [...ARC_KEYS, ...UNREADABLE],
      onlyWith: { phrases: ARC_KEYS },
      test: (facts) => {
        const at = facts.anyPhrase(...ARC_KEYS);
        if (at === undefined || facts.anyPhrase(...UNREADABLE) === undefined || facts.of('aadsts').length > 0)
          return undefined;
        return {
          strength: 'strong',
          at,
          says: 'Azure Arc hands out a token to whoever can read the key that it wrote for the request, and this account cannot',
        };
      },
    },
    {
      kind: 'facts',
      onlyWith: { settings: ['misspelt-name'] },
      test: (facts) => {
        const misspelt = misspeltName(facts);
        if (misspelt === undefined || facts.of('aadsts').length > 0) return undefined;
        return {
          strength: 'strong',
          at: misspelt.span,
          says: `Something is missing for the library, which reads ${misspelt.values[0]}; what is set here is called ${misspelt.key}`,
        };
      },
    },
    {
      // The sign-in of personal accounts, of an app that is registered for Web.
      kind: 'phrase',
      phrases: ['the client does not have a secret configured'],
      strength: 'fair',
      when: (facts) => facts.of('aadsts').length === 0,
      says: 'The registration has no client secret, and an app under the platform Web needs one',
    },
    {
      kind: 'facts',
      onlyWith: { evidence: ['oauth-error'] },
      test: (facts) => {
        const error = facts.of('aadsts').length > 0 ? undefined : missingParameter(facts);
        return error !== undefined && /^client_(?:secret|assertion)$/.test(error.name)
          ? {
              strength: 'strong',
              at: error.at,
              says: `The sign-in of personal accounts says that ${error.name} is missing`,
            }
          : undefined;
      },
    },
    told('secret-absent', {
      errors: ['invalid_client', 'invalid_request'],
      says: 'The app was refused, and no secret is said to be sent',
    }),
  ],
  headline: (facts) => {
    const misspelt = misspeltName(facts);
    if (misspelt !== undefined)
      return `The setting is called ${misspelt.values[0]}, and here ${misspelt.key} is set: the value never arrives.`;
    if (facts.anyPhrase(...MADE_WITHOUT_A_VALUE) !== undefined)
      return 'A value with which the app proves itself (tenant, client id, secret) is empty where the credential is made.';
    if (facts.anyPhrase(...ARC_KEYS) !== undefined)
      return 'The account that runs this cannot read the key of Azure Arc’s agent, so it gets no token of the machine’s identity.';
    if (facts.phrase(NO_ASSERTION_GIVEN) !== undefined)
      return 'The build system gave no ID token, so the app had nothing with which to prove itself to Entra ID.';
    if (wantsIdentity(facts)) return 'The program asks for a managed identity, and there is none where it runs.';
    if (findsNoCredential(facts))
      return 'The program finds no credential where it runs: what it looks for there is not set up.';
    if (facts.phrase(MARKED_AS_MOBILE) !== undefined)
      return `${sentence(theApp(facts))} signs in without a secret, and its registration does not allow public client flows.`;
    return `${sentence(theApp(facts))} sent neither a client secret nor a certificate assertion to the token endpoint.`;
  },
  steps: (facts) => {
    if (misspeltName(facts) !== undefined) return renamings(facts);
    if (facts.anyPhrase(...MADE_WITHOUT_A_VALUE) !== undefined) return EMPTY_VALUES;
    if (wantsIdentity(facts)) return GIVE_IT_AN_IDENTITY;
    if (findsNoCredential(facts)) return CREDENTIAL_FOR_EACH_PLACE;
    if (facts.phrase(MARKED_AS_MOBILE) !== undefined) return allowPublicFlows(facts);
    return [
      ...(facts.anyPhrase(...NO_GITHUB_TOKEN) === undefined
        ? []
        : [
            {
              text: 'GitHub Actions: give the job (and the caller of a reusable workflow) this permission:',
              value: 'permissions: { id-token: write, contents: read }',
            },
          ]),
      ...(facts.phrase(NO_ASSERTION_GIVEN) === undefined || facts.phrase(GET_OF_PIPELINES) === undefined
        ? []
        : [
            {
              text: 'Azure Pipelines gives its ID token to a POST that names the service connection, and the tool asked with GET, in the way of GitHub. Give it the id of the service connection (a GUID), and no request URL of your own:',
              value: 'ARM_ADO_PIPELINE_SERVICE_CONNECTION_ID',
            },
          ]),
      ...(facts.anyPhrase(...ARC_KEYS) === undefined
        ? []
        : [
            {
              text: 'Azure Arc: add the account of the program to the group that may read these keys (Windows: «Hybrid agent extension applications»), then start it anew:',
              value: 'sudo usermod -a -G himds ACCOUNT',
            },
          ]),
      {
        text: 'A server app: see whether the setting with the secret is there in this environment (print its length, not its value), and send it form-encoded as',
        value: 'client_secret',
      },
      ...allowPublicFlows(facts),
      {
        text: 'A browser or desktop app whose redirect URI stands under Web: move it to Single-page application, or Mobile and desktop applications.',
      },
      { text: 'The body is form-encoded, not JSON:', value: 'Content-Type: application/x-www-form-urlencoded' },
    ];
  },
  patches: (facts) => {
    if (misspeltName(facts) !== undefined || findsNoCredential(facts) || wantsIdentity(facts)) return [];
    return facts.phrase(MARKED_AS_MOBILE) === undefined ? ['client-secret', 'device-code'] : ['device-code'];
  },
  check: (facts) => ({
    text: wantsIdentity(facts)
      ? 'The same run gets a token; a role on the resource that it calls may still be missing.'
      : findsNoCredential(facts)
        ? 'The same call gets a token; where it does not, the chain now names the one credential that was tried and refused.'
        : 'The token request answers 200, or with another error that names the secret.',
  }),
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
        'DefaultAzureCredential failed to retrieve a token from the included credentials.\n- EnvironmentCredential authentication unavailable. Environment variables are not fully configured.\n- ManagedIdentityCredential authentication unavailable. No response received from the managed identity endpoint.\n- Azure CLI not installed',
      verdict: 'likely',
    },
    {
      paste:
        'ClientSecretCredential: tenantId, clientId, and clientSecret are required parameters. To troubleshoot, visit https://aka.ms/azsdk/js/identity/serviceprincipalauthentication/troubleshoot.',
      verdict: 'likely',
    },
    {
      paste:
        'java.lang.IllegalArgumentException: Must provide non-null values for clientSecret properties in ClientSecretCredentialBuilder',
      verdict: 'likely',
    },
    {
      paste:
        '{"error":"invalid_request","error_description":"The provided request must include a \'client_secret\' input parameter."}',
      verdict: 'likely',
    },
    {
      paste:
        'EnvironmentCredential authentication unavailable. Environment variables are not fully configured.\nexport AZURE_TENENT_ID=5d1f1e7a-2b3c-4d5e-8f90-a1b2c3d4e5f6\nexport AZURE_CLIENT_ID=7a0c1c52-3b44-4d0b-9d52-1c1f0a3e2b11',
      verdict: 'likely',
    },
    {
      paste:
        'Error: unable to build authorizer for Resource Manager API: could not configure AzureCli Authorizer: could not parse Azure CLI version\nenv:\n  ARM_CLIENTID: 7a0c1c52-3b44-4d0b-9d52-1c1f0a3e2b11\n  ARM_TENANT_ID: 5d1f1e7a-2b3c-4d5e-8f90-a1b2c3d4e5f6',
      verdict: 'likely',
    },
    {
      paste:
        'app = msal.PublicClientApplication(CLIENT_ID, authority=AUTHORITY)\nflow = app.initiate_device_flow(scopes=["User.Read"])\nprint(app.acquire_token_by_device_flow(flow))  # {"error": "invalid_client"}',
      verdict: 'likely',
    },
    {
      paste:
        'ClientAssertionCredential: getAssertion: received HTTP status 405 with response: {"count":1,"value":{"Message":"The requested resource does not support http method \'GET\'."}}',
      verdict: 'likely',
    },
    {
      paste:
        'Www-Authenticate: Basic realm=/var/opt/azcmagent/tokens/7d1f0c9e-5a0b-4a5c-8f65-0f0a4f3f1c22.key\ncat: /var/opt/azcmagent/tokens/7d1f0c9e-5a0b-4a5c-8f65-0f0a4f3f1c22.key: Permission denied',
      verdict: 'likely',
    },
    {
      paste:
        "Cannot find path 'C:\\ProgramData\\AzureConnectedMachineAgent\\Tokens\\7d1f0c9e-5a0b-4a5c-8f65-0f0a4f3f1c22.key' because it does not exist.",
      verdict: 'likely',
    },
    {
      paste:
        'Token request with client_id, grant_type=client_credentials and scope, no client_secret. Answer: invalid_client',
    },
    {
      paste:
        'ClientAuthError: invalid_client_credential: Client credential (secret, certificate, or assertion) must not be empty when creating a confidential client.',
    },
    {
      paste:
        "AADSTS70002: The provided client is not supported for this feature. The client application must be marked as 'mobile.'",
      verdict: 'certain',
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
    {
      paste:
        'Error: Unable to get ACTIONS_ID_TOKEN_REQUEST_URL env variable. Please make sure to give write permissions to id-token in the workflow.\nError: : AADSTS50027: JWT token is invalid or malformed.',
      verdict: 'certain',
    },
    {
      paste:
        "Error: Login failed with Error: Using auth-type: SERVICE_PRINCIPAL. Not all values are present. Ensure 'client-id' and 'tenant-id' are supplied.",
    },
    { paste: 'WorkloadIdentityCredential authentication unavailable. The workload options are not fully configured.' },
    {
      paste:
        'ManagedIdentityCredential authentication unavailable. No response received from the managed identity endpoint.',
    },
    {
      paste:
        'Error: building client: unable to obtain access token: githubAssertion: cannot request token: Get "?audience=api%3A%2F%2FAzureADTokenExchange": unsupported protocol scheme ""',
    },
    {
      paste:
        'AzureAppConfigurationProvider: no token file specified. Check pod configuration or set TokenFilePath in the options',
      verdict: 'likely',
    },
  ],
  nearMisses: [
    {
      paste:
        'ValueError: Could not deserialize key data.\nmsal.ConfidentialClientApplication(CLIENT, client_credential={"private_key": open("cert.cer").read(), "thumbprint": tp})',
      cause: 'client-assertion-invalid',
    },
    { paste: 'invalid_client\nclient_id=rota client_secret=<redacted>', cause: 'client-secret-invalid' },
    {
      paste:
        '{"error":"invalid_request","error_description":"The provided request must include a \'code\' input parameter."}',
      cause: 'invalid-request',
    },
    {
      paste:
        'WARN [org.keycloak.events] type="CODE_TO_TOKEN_ERROR", clientId="rota", error="invalid_client_credentials", grant_type="authorization_code"',
      cause: 'not-enough-evidence',
    },
    { paste: '{"error":"invalid_client_credentials"}', cause: 'not-enough-evidence' },
    {
      paste: 'Www-Authenticate: Basic realm=/var/opt/azcmagent/tokens/5a1c9b54.key\nWhat am I to do with this realm?',
      cause: 'not-enough-evidence',
    },
    {
      paste:
        "DefaultAzureCredential: failed to acquire a token.\nAttempted credentials:\n	EnvironmentCredential: missing environment variable AZURE_TENANT_ID\n	WorkloadIdentityCredential: no client ID specified. Check pod configuration or set ClientID in the options\n	AzureCLICredential: Please run 'az login' to setup account",
      cause: 'token-cache-miss',
    },
    {
      paste:
        'DefaultAzureCredential failed to retrieve a token from the included credentials.\n- ManagedIdentityCredential authentication failed: 400, Identity not found',
      cause: 'not-enough-evidence',
    },
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
