import { clientIdProblem } from './client-id.ts';
import { type Environment, given } from './environment.ts';
import { CALLBACK_PATH, missingPublicUrl, readPublicUrl } from './public-url.ts';
import { clientSecretProblem, unfilledProblem } from './secret-value.ts';
import type { SettingsProblem } from './settings-error.ts';
import { missingTokenKeys } from './token-keys.ts';
import { isDomain, isGuid, isPlaceholder } from './value-forms.ts';

/** How the app proves to Entra ID that it is itself. */
export type AppCredential =
  | { readonly kind: 'secret'; readonly secret: string }
  /** Paths of PEM files. */
  | { readonly kind: 'certificate'; readonly certificateFile: string; readonly privateKeyFile: string };

/** People sign in at Entra ID by MSAL, and the service keeps their grants, sealed. */
export interface MsalSettings {
  readonly way: 'msal';
  readonly clientId: string;
  /** Tenant id, domain, `common`, `organizations` or `consumers`. */
  readonly tenant: string;
  readonly credential: AppCredential;
  /** Without a slash at its end. */
  readonly publicUrl: string;
  /** What the app registration must have as a redirect URI of the platform Web. */
  readonly redirectUri: string;
  /** One or two keys of 32 bytes: the first seals, the second only opens. */
  readonly tokenKeys: readonly Uint8Array[];
  /** The app that Teams issues its assertion for. On-behalf-of works only for that app itself, so it is `clientId`. */
  readonly ssoAppId: string;
  /** The identifier URI of that app, for which Teams issues its assertion; absent where nobody signs in silently. */
  readonly appIdUri?: string;
}

const ANY_TENANT: ReadonlySet<string> = new Set(['common', 'organizations', 'consumers']);

/** The variables that make up the MSAL way and that nothing else reads. */
export const MSAL_NAMES = [
  'WHY401_MSAL_CLIENT_ID',
  'WHY401_MSAL_TENANT',
  'WHY401_MSAL_CLIENT_SECRET',
  'WHY401_MSAL_CERTIFICATE_FILE',
  'WHY401_MSAL_PRIVATE_KEY_FILE',
  'WHY401_MSAL_APP_ID_URI',
] as const;

/** `null` where something is wrong: `problems` then has more than before. */
export function readMsal(
  env: Environment,
  tokenKeys: readonly Uint8Array[],
  problems: SettingsProblem[],
): MsalSettings | null {
  const clientId = readClientId(env, problems);
  const tenant = readTenant(env, problems);
  const credential = readCredential(env, problems);
  const publicUrl = readPublicUrl(env, problems);
  if (publicUrl === undefined && given(env.WHY401_PUBLIC_URL) === undefined) problems.push(missingPublicUrl());
  if (given(env.WHY401_TOKEN_KEYS) === undefined) problems.push(missingTokenKeys());
  checkSsoApp(env, clientId, problems);
  const appIdUri = readAppIdUri(env, problems);
  if (clientId === undefined || tenant === undefined || credential === undefined || publicUrl === undefined)
    return null;
  const redirectUri = `${publicUrl}${CALLBACK_PATH}`;
  return {
    way: 'msal',
    clientId,
    tenant,
    credential,
    publicUrl,
    redirectUri,
    tokenKeys,
    ssoAppId: clientId,
    ...(appIdUri === undefined ? {} : { appIdUri }),
  };
}

function readClientId(env: Environment, problems: SettingsProblem[]): string | undefined {
  const name = 'WHY401_MSAL_CLIENT_ID';
  const value = given(env.WHY401_MSAL_CLIENT_ID);
  if (value === undefined) {
    problems.push({
      name,
      problem: 'is not set, and people sign in by MSAL',
      fix: 'Set it to the Application (client) ID of the app that people sign in to',
    });
    return undefined;
  }
  const problem = clientIdProblem(name, value, 'the app that people sign in to');
  if (problem === undefined) return value.toLowerCase();
  problems.push(problem);
  return undefined;
}

/** `api://…` or `https://…`, as «Expose an API» shows it; the scope behind it belongs to the app registration. */
const APP_ID_URI = /^(?:api|https):\/\/[^\s/?#]{1,200}(?:\/[^\s/?#]{1,100}){0,5}$/i;

function readAppIdUri(env: Environment, problems: SettingsProblem[]): string | undefined {
  const name = 'WHY401_MSAL_APP_ID_URI';
  const value = given(env.WHY401_MSAL_APP_ID_URI);
  if (value === undefined) return undefined;
  const fix = 'Set it to the Application ID URI from Expose an API, as api://botid-<client id>, or leave it out';
  const unfilled = /[<>{}]/.test(value) ? { problem: 'still holds a placeholder', fix } : unfilledProblem(value, fix);
  if (unfilled !== undefined) problems.push({ name, ...unfilled });
  else if (!APP_ID_URI.test(value)) problems.push({ name, problem: 'is no Application ID URI', fix });
  else if (value.endsWith('/access_as_user')) {
    problems.push({ name, problem: 'ends with the scope access_as_user, which is no part of the URI', fix });
  }
  return value;
}

function readTenant(env: Environment, problems: SettingsProblem[]): string | undefined {
  const name = 'WHY401_MSAL_TENANT';
  const value = given(env.WHY401_MSAL_TENANT);
  const fix =
    'Set it to the Directory (tenant) ID, its domain, or for an app of several tenants common, organizations or consumers';
  if (value === undefined) {
    problems.push({ name, problem: 'is not set, and people sign in by MSAL', fix });
    return undefined;
  }
  const tenant = value.toLowerCase();
  if (ANY_TENANT.has(tenant)) return tenant;
  if (!isPlaceholder(value) && (isGuid(value) || isDomain(value))) return tenant;
  problems.push({
    name,
    problem: isPlaceholder(value) ? 'still holds a placeholder' : 'is neither a GUID, a domain nor one of the words',
    fix,
  });
  return undefined;
}

function readCredential(env: Environment, problems: SettingsProblem[]): AppCredential | undefined {
  const raw = env.WHY401_MSAL_CLIENT_SECRET;
  const secret = given(raw);
  const certificateFile = given(env.WHY401_MSAL_CERTIFICATE_FILE);
  const privateKeyFile = given(env.WHY401_MSAL_PRIVATE_KEY_FILE);
  const name = 'WHY401_MSAL_CLIENT_SECRET';
  if (secret !== undefined && raw !== undefined) {
    if (certificateFile !== undefined || privateKeyFile !== undefined) {
      problems.push({
        name,
        problem: 'is set, and a certificate is too',
        fix: 'Keep one of them, best the certificate',
      });
    }
    const problem = clientSecretProblem(raw, secret);
    if (problem !== undefined) problems.push({ name, ...problem });
    return { kind: 'secret', secret };
  }
  if (certificateFile !== undefined && privateKeyFile !== undefined) {
    return { kind: 'certificate', certificateFile, privateKeyFile };
  }
  if (certificateFile === undefined && privateKeyFile === undefined) {
    problems.push({
      name,
      problem: 'is not set, and there is no certificate either',
      fix: 'Set it to the Value of a client secret, or set WHY401_MSAL_CERTIFICATE_FILE and WHY401_MSAL_PRIVATE_KEY_FILE',
    });
    return undefined;
  }
  const missing = certificateFile === undefined ? 'WHY401_MSAL_CERTIFICATE_FILE' : 'WHY401_MSAL_PRIVATE_KEY_FILE';
  problems.push({
    name: missing,
    problem: 'is not set, though the other half of the certificate is',
    fix: 'Set both, each to the path of a PEM file',
  });
  return undefined;
}

function checkSsoApp(env: Environment, clientId: string | undefined, problems: SettingsProblem[]): void {
  const ssoAppId = given(env.WHY401_SSO_APP_ID)?.toLowerCase();
  if (ssoAppId === undefined || clientId === undefined || ssoAppId === clientId) return;
  problems.push({
    name: 'WHY401_SSO_APP_ID',
    problem:
      'is another app than WHY401_MSAL_CLIENT_ID: only the app that Teams issued an assertion for can exchange it',
    fix: 'Leave it out, and let webApplicationInfo.id of the Teams manifest be WHY401_MSAL_CLIENT_ID',
  });
}
