/** What an argument is that has no name in the call. `other`: nothing that is read here. */
export type ArgumentKind =
  | 'tenant'
  | 'client-id'
  | 'authority'
  | 'redirect-uri'
  | 'client-secret'
  | 'username'
  | 'password'
  | 'other';

/** The arguments in their order. */
export type Signature = readonly ArgumentKind[];

const TENANT_CLIENT: Signature = ['tenant', 'client-id'];
const TENANT_CLIENT_SECRET: Signature = ['tenant', 'client-id', 'client-secret'];
const CLIENT_SECRET: Signature = ['client-id', 'client-secret'];

/**
 * The calls that take app, tenant and credential by their place, by their names in lower case without `_` and `new`. Where
 * the languages differ, the first signature counts that all strings of the call fit.
 *
 * - MSAL for Python, Java and Go; MSAL.NET with its builders and before them, and `WithAuthority(cloud, tenant)` (learn.microsoft.com/entra/msal).
 * - Azure Identity for .NET, JavaScript, Python and Go (learn.microsoft.com/dotnet/api/azure.identity and its like).
 * - Kiota's contexts for PHP (github.com/microsoftgraph/msgraph-sdk-php).
 * - ADAL: `ClientCredential`, `acquire_token_with_client_credentials`.
 * - O365 and Office365-REST-Python-Client: `Account((id, secret))`, `with_client_secret`, `with_client_credentials`.
 */
export const SIGNATURES: ReadonlyMap<string, readonly Signature[]> = new Map<string, readonly Signature[]>([
  [
    'confidentialclientapplication',
    [
      ['client-id', 'client-secret', 'authority'],
      ['client-id', 'authority', 'redirect-uri'],
      ['client-id', 'redirect-uri'],
    ],
  ],
  [
    'publicclientapplication',
    [
      ['client-id', 'authority'],
      ['client-id', 'other', 'authority'],
    ],
  ],
  ['confidentialclientapplication.builder', [['client-id']]],
  ['publicclientapplication.builder', [['client-id']]],
  ['confidentialclientapplicationbuilder.create', [['client-id']]],
  ['publicclientapplicationbuilder.create', [['client-id']]],
  ['withauthority', [['other', 'tenant']]],
  ['confidential.new', [['authority', 'client-id']]],
  ['public.new', [['client-id']]],
  ['clientsecretcredential', [TENANT_CLIENT_SECRET]],
  ['clientcertificatecredential', [TENANT_CLIENT]],
  ['certificatecredential', [TENANT_CLIENT]],
  ['clientassertioncredential', [TENANT_CLIENT]],
  ['onbehalfofcredential', [TENANT_CLIENT_SECRET]],
  ['onbehalfofcredentialwithsecret', [['tenant', 'client-id', 'other', 'client-secret']]],
  ['onbehalfofcredentialwithcertificate', [TENANT_CLIENT]],
  ['authorizationcodecredential', [TENANT_CLIENT_SECRET, TENANT_CLIENT]],
  ['interactivebrowsercredential', [TENANT_CLIENT]],
  ['devicecodecredential', [['other', 'tenant', 'client-id']]],
  [
    'usernamepasswordcredential',
    [
      ['username', 'password', 'tenant', 'client-id'],
      ['tenant', 'client-id', 'username', 'password'],
      ['client-id', 'username', 'password'],
    ],
  ],
  ['clientcredentialcontext', [TENANT_CLIENT_SECRET]],
  ['authorizationcodecontext', [TENANT_CLIENT_SECRET]],
  ['onbehalfofcontext', [TENANT_CLIENT_SECRET]],
  ['clientcredential', [CLIENT_SECRET]],
  ['acquiretokenwithclientcredentials', [['other', 'client-id', 'client-secret']]],
  ['withclientsecret', [TENANT_CLIENT_SECRET, CLIENT_SECRET]],
  ['withclientcredentials', [CLIENT_SECRET]],
  ['account((', [CLIENT_SECRET]],
  ['credentials=(', [CLIENT_SECRET]],
]);
