import { guidFrom, LETTERS_AND_DIGITS, textFrom, URL_SAFE } from './random-text.ts';

/** A piece of a paste, and what in it nobody may ever see again. */
export interface Fragment {
  readonly text: string;
  readonly secrets: readonly string[];
}

const generated = (seed: number, length: number): string => `${textFrom(seed, length - 2, LETTERS_AND_DIGITS)}a7`;

const segment = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

const AUDIENCES = [
  'https://graph.microsoft.com',
  '00000003-0000-0000-c000-000000000000',
  'api://contoso-api',
  'https://outlook.office.com',
  'https://management.azure.com',
];

interface SignedToken extends Fragment {
  readonly text: string;
}

/** A compact JWS; header and claims may be told, its signature never. */
function signedToken(seed: number): SignedToken {
  const signature = textFrom(seed + 1, seed % 3 === 0 ? 86 : 342, URL_SAFE);
  const claims = {
    aud: AUDIENCES[seed % AUDIENCES.length],
    iss: `https://sts.windows.net/${guidFrom(seed)}/`,
    exp: 1_763_000_000 + (seed % 40_000_000),
    nbf: 1_762_990_000,
    appid: guidFrom(seed + 2),
    ...(seed % 2 === 0 ? { scp: 'User.Read Mail.Read' } : { roles: ['Calendars.Read'], idtyp: 'app' }),
    tid: guidFrom(seed),
    ver: '1.0',
  };
  const header = { typ: 'JWT', alg: 'RS256', kid: 'TFmpsN9kLK5zaAB7BkA098eRYcc' };
  return { text: `${segment(header)}.${segment(claims)}.${signature}`, secrets: [signature] };
}

const entraSecret = (seed: number): string =>
  `${textFrom(seed, 3, LETTERS_AND_DIGITS)}8Q~${textFrom(seed + 1, 34, `${LETTERS_AND_DIGITS}_.~-`)}`;
const refreshToken = (seed: number): string =>
  seed % 2 === 0
    ? `0.A${textFrom(seed, 20, URL_SAFE)}.AgABAwEAAA${textFrom(seed + 1, 300, URL_SAFE)}`
    : `M.C5${seed % 10}_BAY.0.U.-${textFrom(seed, 180, `${LETTERS_AND_DIGITS}!*`)}`;
const authorizationCode = (seed: number): string =>
  `0.A${textFrom(seed, 40, URL_SAFE)}.AgABAAIAAA${textFrom(seed + 1, 200, URL_SAFE)}`;
const personalTicket = (seed: number): string => `EwB${textFrom(seed, 400, LETTERS_AND_DIGITS)}`;

const one = (secret: string, text: (secret: string) => string): Fragment => ({ text: text(secret), secrets: [secret] });
const token = (seed: number, text: (token: string) => string): Fragment => {
  const made = signedToken(seed);
  return { text: text(made.text), secrets: made.secrets };
};

/** Places in which people paste live credentials, each by the number that its values are made from. */
export const SECRET_FRAGMENTS: readonly ((seed: number) => Fragment)[] = [
  (seed) => token(seed, (jwt) => `Authorization: Bearer ${jwt}`),
  (seed) =>
    token(
      seed,
      (jwt) => `> GET /v1.0/me/events HTTP/1.1\n> Host: graph.microsoft.com\n> Authorization: Bearer ${jwt}\n>`,
    ),
  (seed) => token(seed, (jwt) => `{"token_type":"Bearer","expires_in":3599,"access_token":"${jwt}"}`),
  (seed) => token(seed, (jwt) => `curl -H "Authorization: Bearer ${jwt}" https://graph.microsoft.com/v1.0/me`),
  (seed) => token(seed, (jwt) => `var token = "${jwt}";`),
  (seed) => token(seed, (jwt) => `grant_type=client_credentials&client_assertion=${jwt}&client_id=${guidFrom(seed)}`),
  (seed) => token(seed, (jwt) => `#id_token=${jwt}&state=12345`),
  (seed) => token(seed, (jwt) => jwt),
  (seed) => one(entraSecret(seed), (secret) => `client_secret=${secret}`),
  (seed) => one(entraSecret(seed), (secret) => `AZURE_CLIENT_SECRET=${secret}\nAZURE_TENANT_ID=${guidFrom(seed)}`),
  (seed) => one(entraSecret(seed), (secret) => `"ClientSecret": "${secret}",`),
  (seed) => one(entraSecret(seed), (secret) => `client_credential="${secret}",`),
  (seed) =>
    one(
      entraSecret(seed),
      (secret) => `new ClientSecretCredential("${guidFrom(seed)}", "${guidFrom(seed + 1)}", "${secret}")`,
    ),
  (seed) =>
    one(
      entraSecret(seed),
      (secret) => `AADSTS7000215: Invalid client secret provided. We used ${secret} and it fails.`,
    ),
  (seed) => one(generated(seed, 44), (secret) => `client_secret: '${secret}'`),
  (seed) => one(generated(seed, 40), (secret) => `--client-secret ${secret} --tenant contoso.onmicrosoft.com`),
  (seed) => one(refreshToken(seed), (secret) => `"refresh_token":"${secret}"`),
  (seed) =>
    one(refreshToken(seed), (secret) => `grant_type=refresh_token&refresh_token=${secret}&scope=offline_access`),
  (seed) =>
    one(
      authorizationCode(seed),
      (secret) => `https://localhost:5001/signin-oidc?code=${secret}&state=abc&session_state=${guidFrom(seed)}`,
    ),
  (seed) =>
    one(
      authorizationCode(seed),
      (secret) => `grant_type=authorization_code&code=${secret}&redirect_uri=https://localhost/cb`,
    ),
  (seed) => one(personalTicket(seed), (secret) => `Authorization: Bearer ${secret}`),
  (seed) => one(generated(seed, 60), (secret) => `Cookie: ESTSAUTHPERSISTENT=${secret}; x-ms-gateway-slice=estsfd`),
  (seed) => one(generated(seed, 48), (secret) => `Set-Cookie: .AspNetCore.Cookies=${secret}; path=/; secure; httponly`),
  (seed) =>
    one(
      generated(seed, 43),
      (secret) => `https://contoso.blob.core.windows.net/a/b?sv=2024-01-01&se=2026-12-01T00%3A00%3A00Z&sig=${secret}`,
    ),
  (seed) =>
    one(
      generated(seed, 90),
      (secret) =>
        `"@microsoft.graph.downloadUrl":"https://contoso.sharepoint.com/_layouts/15/download.aspx?UniqueId=1&tempauth=${secret}"`,
    ),
  (seed) => one(generated(seed, 18), (secret) => `username=anna@contoso.com&password=${secret}&grant_type=password`),
  (seed) => one(generated(seed, 20), (secret) => `"password": "${secret}"`),
  (seed) => one(generated(seed, 43), (secret) => `code_verifier=${secret}&code=abc`),
  (seed) => one(generated(seed, 32), (secret) => `curl -u ${guidFrom(seed)}:${secret} https://example.com/token`),
  (seed) =>
    one(
      textFrom(seed, 600, LETTERS_AND_DIGITS),
      (secret) => `-----BEGIN PRIVATE KEY-----\n${secret}\n-----END PRIVATE KEY-----`,
    ),
];
