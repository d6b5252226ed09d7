import { URL_SAFE } from '../../../../bench/fuzz/random-text.ts';
import { bytes, CLIENT, generated, guid, hex, type LabelledPaste, paste, TENANT } from './pasted-secrets.ts';

const claims = Buffer.from('{"access_token":{"nbf":{"essential":true, "value":"1748858400"}}}').toString('base64');
const eventId = `AAMkAGI2${generated(500, 110, URL_SAFE)}=`;
const OF_A_WORKFLOW = `$\{{ secrets.AZURE_CLIENT_SECRET }}`;
const modulus = generated(501, 342, URL_SAFE);
const chain = `MIIC/jCCAeagAwIBAgIJA${bytes(502, 900)}`;
const none = (name: string, text: string, readable: readonly string[] = []): LabelledPaste =>
  paste(name, text, [], readable);

/** What looks like a credential and is none: every value of it is worth reading. */
export const NOTHING_SECRET: readonly LabelledPaste[] = [
  none('templates', 'client_secret=<your-client-secret>&password={{password}}&refresh_token=$REFRESH_TOKEN', [
    '<your-client-secret>',
    '{{password}}',
    '$REFRESH_TOKEN',
  ]),
  none('references of workflows', `client-secret: ${OF_A_WORKFLOW}\ntenant: $\{{ vars.TENANT }}`, [OF_A_WORKFLOW]),
  none(
    'references of programs',
    'clientSecret: process.env.CLIENT_SECRET,\nsecret = os.environ[\'GRAPH_SECRET\']\nClientSecret = Configuration["AzureAd:ClientSecret"]',
    ['process.env.CLIENT_SECRET', "os.environ['GRAPH_SECRET']", 'AzureAd:ClientSecret'],
  ),
  none(
    'references of a key vault',
    'MicrosoftAppPassword=@Microsoft.KeyVault(SecretUri=https://contoso.vault.azure.net/secrets/bot/)',
    ['https://contoso.vault.azure.net/secrets/bot/'],
  ),
  none(
    'hidden ones',
    'client_secret=***\npassword: ********\n"access_token": "[REDACTED]"\nAuthorization: Bearer xxxxxxxx\nsecret=(sensitive value)\ntoken: <hidden>',
    ['***', '[REDACTED]', '(sensitive value)'],
  ),
  none(
    'names without values',
    'client_secret=\npassword:\nThe client_secret and the refresh_token are missing, AADSTS7000218: The request body must contain the following parameter: client_assertion or client_secret.',
    ['client_assertion or client_secret'],
  ),
  none(
    'ids',
    `appId: ${CLIENT}\ntenant: ${TENANT}\noid ${guid(60)}\nkeyId: ${guid(61)}\nsecretId: ${guid(62)}\nCorrelation ID: ${guid(63)}`,
    [CLIENT, TENANT, guid(60), guid(61), guid(62), guid(63)],
  ),
  none('an ID in the place of a value', `client_secret=${guid(64)}\nAADSTS7000215`, [guid(64)]),
  none(
    'thumbprints',
    `A configuration issue is preventing authentication. Thumbprint of key used by client: '${hex(503, 40)}', x5t=${generated(504, 27, URL_SAFE)}, kid: ${generated(505, 27, URL_SAFE)}`,
    [hex(503, 40), generated(504, 27, URL_SAFE), generated(505, 27, URL_SAFE)],
  ),
  none(
    'a claims challenge',
    `WWW-Authenticate: Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", client_id="00000003-0000-0000-c000-000000000000", error="insufficient_claims", claims="${claims}"`,
    [claims, 'insufficient_claims'],
  ),
  none(
    'ids of Graph',
    `GET https://graph.microsoft.com/v1.0/me/events/${eventId}\n404 ErrorItemNotFound\n"changeKey": "${generated(506, 44)}=="`,
    [eventId, 'ErrorItemNotFound', generated(506, 44)],
  ),
  none('an etag', `If-Match: W/"${generated(507, 24)}=="\n"@odata.etag": "W/\\"${generated(508, 24)}==\\""\n412`, [
    generated(507, 24),
    generated(508, 24),
  ]),
  none(
    'a delta link',
    `"@odata.deltaLink": "https://graph.microsoft.com/v1.0/me/calendarView/delta?$deltatoken=${generated(509, 120, URL_SAFE)}"\n"@odata.nextLink": "https://graph.microsoft.com/v1.0/me/events?$skiptoken=${generated(510, 60, URL_SAFE)}"`,
    [generated(509, 120, URL_SAFE), generated(510, 60, URL_SAFE)],
  ),
  none(
    'a nonce and a state',
    `nonce=${generated(511, 43, URL_SAFE)}&state=${generated(512, 30, URL_SAFE)}\nIDX21323: RequireNonce is 'True'. OpenIdConnectProtocolValidationContext.Nonce was null`,
    [generated(511, 43, URL_SAFE), generated(512, 30, URL_SAFE), 'IDX21323'],
  ),
  none('a picture', `<img src="data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAA${bytes(513, 900)}" />`, [
    `iVBORw0KGgoAAAANSUhEUgAA${bytes(513, 900).slice(0, 60)}`,
  ]),
  none(
    'keys that everybody may read',
    JSON.stringify({
      keys: [
        {
          kty: 'RSA',
          use: 'sig',
          kid: generated(514, 27, URL_SAFE),
          x5t: generated(514, 27, URL_SAFE),
          n: modulus,
          e: 'AQAB',
          x5c: [chain],
        },
      ],
    }),
    [modulus, generated(514, 27, URL_SAFE), chain.slice(0, 80)],
  ),
  none(
    'a certificate',
    `-----BEGIN CERTIFICATE-----\n${chain.slice(0, 640).replaceAll(/(.{64})/g, '$1\n')}-----END CERTIFICATE-----`,
    [chain.slice(64, 128)],
  ),
  none(
    'a public key',
    `-----BEGIN PUBLIC KEY-----\n${bytes(515, 360).replaceAll(/(.{64})/g, '$1\n')}\n-----END PUBLIC KEY-----`,
    [bytes(515, 360).slice(64, 128)],
  ),
  none(
    'hashes',
    `sha256:${hex(516, 64).toLowerCase()}\ncommit ${hex(517, 40).toLowerCase()}\nintegrity="sha512-${bytes(518, 86)}=="\nclient secret hash: none`,
    [hex(516, 64).toLowerCase(), hex(517, 40).toLowerCase(), bytes(518, 86)],
  ),
  none(
    'a challenge of PKCE',
    `https://login.microsoftonline.com/common/oauth2/v2.0/authorize?client_id=${CLIENT}&response_type=code&code_challenge=${generated(519, 43, URL_SAFE)}&code_challenge_method=S256&prompt=select_account`,
    [CLIENT, generated(519, 43, URL_SAFE), 'prompt=select_account'],
  ),
  none(
    'error codes under the name of code',
    '"code": "InvalidAuthenticationToken", error_uri: https://login.microsoftonline.com/error?code=7000215\nexit code: 0x80070005 code=ErrorAccessDenied',
    ['InvalidAuthenticationToken', 'error?code=7000215', 'ErrorAccessDenied', '0x80070005'],
  ),
  none(
    'names of keys',
    `keyvault secret name: graph-client-secret\nsecretName: graph-client-secret\nSharedAccessKeyName=RootManageSharedAccessKey\nprimaryKey: id\npublicKeyToken=31bf3856ad364e35`,
    [
      'secretName: graph-client-secret',
      'SharedAccessKeyName=RootManageSharedAccessKey',
      'primaryKey: id',
      '31bf3856ad364e35',
    ],
  ),
  none(
    'sentences of token and password',
    'Password hash sync is enabled. The token: expired. Password reset: required. Access token validation failure. Invalid audience. token_type: Bearer, tokenLifetimePolicies: none, passwordProfile: {"forceChangePasswordNextSignIn": true}',
    ['forceChangePasswordNextSignIn', 'Password hash sync is enabled', 'tokenLifetimePolicies: none'],
  ),
  none(
    'code that asks for tokens',
    'const token = await credential.getToken("https://graph.microsoft.com/.default");\nvar accessToken = await tokenAcquisition.GetAccessTokenForUserAsync(scopes);\npassword = getpass.getpass()\nrefresh_token = token_response["refresh_token"]',
    [
      'credential.getToken("https://graph.microsoft.com/.default")',
      'tokenAcquisition.GetAccessTokenForUserAsync(scopes)',
      'token_response["refresh_token"]',
    ],
  ),
  none(
    'ids of requests',
    `x-ms-ags-diagnostic: {"ServerInfo":{"DataCenter":"North Europe","Slice":"E","Ring":"4","ScaleUnit":"003","RoleInstance":"DB1PEPF00027A4A"}}\nx-ms-request-id: ${guid(65)}\nx-ms-diagnostics: 2000003;reason="The audience claim value is invalid."\nscenario: 19\ntraceparent: 00-${hex(520, 32).toLowerCase()}-${hex(521, 16).toLowerCase()}-01`,
    [guid(65), 'DB1PEPF00027A4A', hex(520, 32).toLowerCase()],
  ),
  none(
    'an id of a user under a pairwise name',
    `"sub": "${generated(522, 43, URL_SAFE)}", "rh": "1.AXoAhRzQ5tJ8dE2mVb7cWk3pLxY9aN4s-AAA.", "uti": "${generated(523, 22, URL_SAFE)}", "aio": "${generated(524, 60)}"`,
    [generated(522, 43, URL_SAFE), generated(523, 22, URL_SAFE)],
  ),
  none(
    'scopes and policies',
    'scope=openid profile offline_access https://graph.microsoft.com/Calendars.ReadWrite\npasswordCredentials: []\nkeyCredentials: []\n"requiredResourceAccess"',
    ['Calendars.ReadWrite', 'passwordCredentials: []', 'keyCredentials: []'],
  ),
  none(
    'postcodes and country codes',
    'postal code: AB12 3CD\ncountry_code=GB&lang=en\nstatus code: 401\npromo code HELLO2025WORLD',
    ['AB12 3CD', 'country_code=GB', 'HELLO2025WORLD'],
  ),
  none(
    'pairs of names in a list',
    "required = ['client_id', 'client_secret', 'tenant_id']\nfields: [\"username\", \"password\", \"grant_type\"]\nprint('client_secret', 'is set')",
    ["'client_secret', 'tenant_id'", '"password", "grant_type"', "'is set'"],
  ),
  none('tables of names', '| name | value |\n| client_secret | required |\n| refresh_token | optional |', [
    'required',
    'optional',
  ]),
  none(
    'a header without its credentials',
    'Cookie: SameSite=Lax; Secure\nAuthorization: Bearer\nAuthorization: Negotiate\nwww-authenticate: Basic realm="outlook.office365.com"',
    ['realm="outlook.office365.com"', 'SameSite=Lax'],
  ),
];
