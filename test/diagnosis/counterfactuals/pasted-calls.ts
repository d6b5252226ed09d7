import { madeToken } from '../secrets/made-token.ts';

export const TENANT = '1f3a9509-f126-4db3-be30-a4e17015a80d';
export const OTHER_TENANT = '8c2d1f77-0b7e-4d0a-9a53-6b1f5a7e2c10';
export const APP = 'fd4d0981-1de1-45e9-bad5-210b633298d5';
export const OTHER_APP = '20a52b04-8662-4919-8adf-5cd4183e4dfa';

/** Seconds since 1970 of an instant. */
export function at(instant: string): number {
  return Date.parse(instant) / 1000;
}

/** A person's token for Graph that may read calendars, good from 10:00 to 11:10 on 4 May 2026; any claim may be another one, or taken away. */
export function personToken(claims: object = {}): string {
  return madeToken({ ...PERSON, ...claims });
}

export const PERSON = {
  aud: 'https://graph.microsoft.com',
  iss: `https://sts.windows.net/${TENANT}/`,
  iat: at('2026-05-04T10:00:00Z'),
  nbf: at('2026-05-04T10:00:00Z'),
  exp: at('2026-05-04T11:10:00Z'),
  appid: APP,
  scp: 'Calendars.Read User.Read',
  tid: TENANT,
  ver: '1.0',
} as const;

/** A token for the app itself. */
export function appToken(claims: object = {}): string {
  const { scp: _, ...own } = PERSON;
  return madeToken({ ...own, idtyp: 'app', roles: ['User.Read.All'], ...claims });
}

interface CallParts {
  readonly request?: string;
  readonly token?: string;
  readonly status?: string;
  readonly headers?: readonly string[];
  readonly body?: string;
}

/** A call with its answer, as a tool shows it, at half past ten of that day unless its headers say otherwise. */
export function call({
  request = 'GET https://graph.microsoft.com/v1.0/me/events',
  token,
  status = '401 Unauthorized',
  headers = ['Date: Mon, 04 May 2026 10:30:00 GMT'],
  body = '',
}: CallParts): string {
  return [
    request,
    ...(token === undefined ? [] : [`Authorization: Bearer ${token}`]),
    '',
    `HTTP/1.1 ${status}`,
    ...headers,
    ...(body === '' ? [] : ['', body]),
  ].join('\n');
}

/** Graph's error body. */
export function graphError(code: string, message: string, date?: string): string {
  const innerError =
    date === undefined ? {} : { innerError: { date, 'request-id': 'a5b0c1d2-1111-4222-8333-444455556666' } };
  return JSON.stringify({ error: { code, message, ...innerError } });
}

export const DENIED = graphError('ErrorAccessDenied', 'Access is denied. Check credentials and try again.');
export const INVALID_TOKEN = 'InvalidAuthenticationToken';

const TRACE =
  'Trace ID: 0f1e2d3c-4b5a-4697-8877-665544332211 Correlation ID: 11223344-5566-4778-899a-abbccddeeff0 Timestamp: 2026-05-04 10:30:00Z';

/** Sentences of Entra ID, each with its code, as it writes them. */
export const ENTRA = {
  redirect: (uri: string, app = APP) =>
    `AADSTS50011: The redirect URI '${uri}' specified in the request does not match the redirect URIs configured for the application '${app}'. Make sure the redirect URI sent in the request matches one added to your application in the Azure portal. ${TRACE}`,
  consent: (app = APP) =>
    `AADSTS65001: The user or administrator has not consented to use the application with ID '${app}' named 'planner'. Send an interactive authorization request for this user and resource. ${TRACE}`,
  secretWrong: (app = APP) =>
    `AADSTS7000215: Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '${app}'. ${TRACE}`,
  secretExpired: (app = APP) =>
    `AADSTS7000222: The provided client secret keys for app '${app}' are expired. Visit the Azure portal to create new keys for your app. ${TRACE}`,
  blocked: `AADSTS53003: Access has been blocked by Conditional Access policies. The access policy does not allow token issuance. ${TRACE}`,
  mfa: `AADSTS50076: Due to a configuration change made by your administrator, or because you moved to a new location, you must use multi-factor authentication to access '00000003-0000-0000-c000-000000000000'. ${TRACE}`,
  noApp: (directory: string, app = APP) =>
    `AADSTS700016: Application with identifier '${app}' was not found in the directory '${directory}'. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You may have sent your authentication request to the wrong tenant. ${TRACE}`,
  wrongPassword: `AADSTS50126: Error validating credentials due to invalid username or password. ${TRACE}`,
  locked: `AADSTS50053: The account is locked, you've tried to sign in too many times with an incorrect user ID or password. ${TRACE}`,
  notAssigned: `AADSTS50105: Your administrator has configured the application planner ('${APP}') to block users unless they are specifically granted ('assigned') access to the application. The signed in user 'lena@contoso.com' is blocked because they are not a direct member of a group with access, nor had access directly assigned by an administrator. ${TRACE}`,
  revoked: `AADSTS50173: The provided grant has expired due to it being revoked, a fresh auth token is needed. The user might have changed or reset their password. The grant was issued on '2026-05-01T07:22:34.0560000Z' and the TokensValidFrom date (before which tokens are not valid) for this user is '2026-05-03T08:00:00.0000000Z'. ${TRACE}`,
  codeRedeemed: `AADSTS54005: OAuth2 Authorization code was already redeemed, please retry with a new valid code or use an existing refresh token. ${TRACE}`,
  crossOrigin: `AADSTS9002326: Cross-origin token redemption is permitted only for the 'Single-Page Application' client-type. ${TRACE}`,
  silent: `AADSTS50058: A silent sign-in request was sent but no user is signed in. ${TRACE}`,
  noResource: `AADSTS500011: The resource principal named https://sync.wingtip.example was not found in the tenant named ${TENANT}. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. ${TRACE}`,
} as const;
