import type { LibraryWords } from './library-words.ts';

/** The library before MSAL, in .NET, Java, Python, Go and PowerShell. */
export const ADAL: LibraryWords = {
  library: 'adal',
  types: [
    'ActiveDirectoryAuthenticationException',
    'AadAuthenticationFailedException',
    'AdalClaimChallengeException',
    'AdalClaimsMismatchException',
    'AdalError',
    'AdalException',
    'AdalServiceException',
    'AdalSilentTokenAcquisitionException',
    'AdalUserMismatchException',
    { type: 'AuthenticationException', namespace: /adal4j|microsoft\.aad/i },
  ],
  codes: ['failed_to_acquire_token_silently', 'multiple_matching_tokens_detected'],
  codeType: 'AdalException',
  phrases: [
    { phrase: 'get token request returned http error', type: 'AdalError' },
    {
      phrase: 'failed to acquire token silently as no token was found in the cache',
      type: 'AdalSilentTokenAcquisitionException',
      code: 'failed_to_acquire_token_silently',
    },
    { phrase: 'adal: refresh request failed', type: 'AdalError' },
    { phrase: 'adal: failed to', type: 'AdalError' },
  ],
};

const CREDENTIALS = [
  'AuthorizationCodeCredential',
  'AzureCliCredential',
  'AzureDeveloperCliCredential',
  'AzurePipelinesCredential',
  'AzurePowerShellCredential',
  'ClientAssertionCredential',
  'ClientCertificateCredential',
  'ClientSecretCredential',
  'DeviceCodeCredential',
  'EnvironmentCredential',
  'InteractiveBrowserCredential',
  'ManagedIdentityCredential',
  'OnBehalfOfCredential',
  'SharedTokenCacheCredential',
  'UsernamePasswordCredential',
  'VisualStudioCredential',
  'WorkloadIdentityCredential',
] as const;

/** https://learn.microsoft.com/dotnet/api/overview/azure/identity-readme; the same names in Python, Java and JavaScript. */
export const AZURE_IDENTITY: LibraryWords = {
  library: 'azure-identity',
  types: [
    'AggregateAuthenticationError',
    'AuthenticationRequiredError',
    'AuthenticationRequiredException',
    'ChainedTokenCredentialError',
    'ClientAuthenticationError',
    'ClientAuthenticationException',
    'CredentialUnavailableError',
    'CredentialUnavailableException',
    {
      type: 'AuthenticationError',
      namespace: /azure|msrest/i,
      around: /@azure\/identity|azure\.identity|azure-identity/,
    },
    { type: 'AuthenticationFailedException', namespace: /azure/i, around: /credential/ },
  ],
  codes: [],
  codeType: 'ClientAuthenticationError',
  phrases: [
    { phrase: 'defaultazurecredential failed to retrieve a token', type: 'DefaultAzureCredential' },
    { phrase: 'failed to retrieve a token from the included credentials', type: 'DefaultAzureCredential' },
    { phrase: 'chainedtokencredential failed to retrieve a token', type: 'ChainedTokenCredential' },
    { phrase: 'chainedtokencredential authentication failed', type: 'ChainedTokenCredential' },
    ...CREDENTIALS.flatMap((type) => [
      { phrase: `${type.toLowerCase()} authentication failed`, type },
      { phrase: `${type.toLowerCase()} authentication unavailable`, type },
      { phrase: `${type.toLowerCase()} is unavailable`, type },
    ]),
    { phrase: 'connect-azaccount :', type: 'Connect-AzAccount' },
    { phrase: 'connect-azaccount:', type: 'Connect-AzAccount' },
  ],
};

/** Clients of Microsoft Graph, with its PowerShell module. */
export const GRAPH_SDK: LibraryWords = {
  library: 'graph-sdk',
  types: [
    'GraphClientError',
    'GraphError',
    'GraphFatalServiceException',
    'GraphServiceException',
    'ODataError',
    { type: 'APIError', around: /kiota|msgraph|mainerror/ },
    { type: 'ApiException', namespace: /kiota/i, around: /kiota/ },
    { type: 'ClientException', namespace: /microsoft\.graph/i },
    {
      type: 'ServiceException',
      namespace: /microsoft\.graph/i,
      around: /graph\.microsoft\.com|microsoft\.graph|status code: unauthorized/,
    },
  ],
  codes: [],
  codeType: 'GraphError',
  phrases: [
    { phrase: 'unable to parse claims from response', type: 'ValueError' },
    { phrase: 'authentication needed. please call connect-mggraph', type: 'Connect-MgGraph' },
    { phrase: 'connect-mggraph :', type: 'Connect-MgGraph' },
    { phrase: 'connect-mggraph:', type: 'Connect-MgGraph' },
    { phrase: 'invoke-mggraphrequest :', type: 'Invoke-MgGraphRequest' },
    { phrase: 'invoke-mggraphrequest:', type: 'Invoke-MgGraphRequest' },
  ],
};
