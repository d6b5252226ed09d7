import type { PatchLanguage } from '../diagnosis.ts';
import type { Span } from '../text/span.ts';
import type { Mention } from './aadsts/mention.ts';
import type { Circumstance } from './told/circumstances.ts';

/**
 * Evidence: one thing read from a paste, with the place it was read from.
 *
 * No evidence ever carries a secret: of a client secret only its shape is kept, of a token only its header
 * and claims, of a code only that it was there.
 */
export type Evidence =
  | ChallengeEvidence
  | DiagnosticsEvidence
  | RequestEvidence
  | ResponseEvidence
  | ApiErrorEvidence
  | OAuthErrorEvidence
  | AadstsEvidence
  | ExceptionEvidence
  | TokenEvidence
  | OAuthRequestEvidence
  | SettingEvidence
  | PhraseEvidence
  | InstantEvidence
  | VendorEvidence
  | ToldEvidence;

export type EvidenceKind = Evidence['kind'];
export type EvidenceOf<K extends EvidenceKind> = Extract<Evidence, { kind: K }>;

interface Read {
  /** Where it stands in the person's own text. */
  readonly span: Span;
  /** Set on evidence kept from an earlier message of the same conversation; its span then points nowhere. */
  readonly earlier?: true;
}

/** One challenge of a WWW-Authenticate header, RFC 9110 section 11.6.1. */
export interface ChallengeEvidence extends Read {
  readonly kind: 'challenge';
  /** Lower case: `bearer`, `pop`, `basic`, `negotiate`, `ntlm`. */
  readonly scheme: string;
  /** Names in lower case, with `errordescription` folded into `error_description`; values unescaped. */
  readonly parameters: Readonly<Record<string, string>>;
  /** True when the strict grammar failed and the second pass read it. */
  readonly lenient: boolean;
  /** The decoded `claims` parameter, where there is one and it is JSON. */
  readonly claims?: ClaimsChallenge;
}

/** What a claims challenge asks for (OpenID Connect 5.5, Entra's claims challenge). */
export interface ClaimsChallenge {
  /** The JSON text, not a secret, needed by the fix. */
  readonly json: string;
  /** Claim names asked for in the access token, for example `nbf`, `acrs`, `xms_rp_ipaddr`, `capolids`. */
  readonly asked: readonly string[];
  /** Values of `acrs` (authentication contexts), where asked for. */
  readonly acrs: readonly string[];
  /** Value of `nbf` in seconds since 1970, where asked for. */
  readonly nbf?: number;
}

/** The x-ms-diagnostics header of Exchange and SharePoint. */
export interface DiagnosticsEvidence extends Read {
  readonly kind: 'diagnostics';
  readonly code: string;
  readonly reason: string;
  /** Lower case, as spelled (`insufficiant_claims` occurs). */
  readonly category: string | null;
}

/** A call to an API (not to a sign-in endpoint: that is an OAuthRequestEvidence). */
export interface RequestEvidence extends Read {
  readonly kind: 'request';
  /** Upper case; `null` where only an address was seen. */
  readonly method: string | null;
  /** Lower case, without port; `null` for a bare path such as `POST /users`. */
  readonly host: string | null;
  /** As written, without query. */
  readonly path: string;
  /** Query names, lower case. */
  readonly query: readonly string[];
  /**
   * The Authorization header that was seen with it: `absent` only where the headers of the request were shown without it.
   * `undefined` is the word undefined/null/None; `placeholder` an unfilled template; `doubled` Bearer twice;
   * `id-token` code that puts the ID token there; `unspaced` Bearer without a space; `quoted` a token in quotes; `hidden` redacted or cut off by the person.
   */
  readonly authorization:
    | 'token'
    | 'hidden'
    | 'empty'
    | 'absent'
    | 'undefined'
    | 'placeholder'
    | 'doubled'
    | 'id-token'
    | 'unspaced'
    | 'quoted'
    | 'basic'
    | 'other'
    | null;
  /** Where that header stands, for quoting it; left out where it was not seen. */
  readonly authorizationSpan?: Span;
  /** The message or the stack of an error names this call: of several it is the one that failed. */
  readonly failed?: true;
  /** JSON body of the request where it could be parsed (events, sendMail). Secrets never stand here. */
  readonly body?: unknown;
  /** Its id within a `$batch`. */
  readonly partOfBatch?: string;
}

export interface ResponseEvidence extends Read {
  readonly kind: 'response';
  readonly status: number;
  /** Milliseconds since 1970, from its `Date` header. */
  readonly date: number | null;
  /** Seconds, from Retry-After. */
  readonly retryAfter: number | null;
  /** Lower-case header names that were shown. */
  readonly headers: readonly string[];
  /** The id of the request within a `$batch` that it answers: answers come in any order. */
  readonly partOfBatch?: string;
}

/** An error body of Graph or another OData API. */
export interface ApiErrorEvidence extends Read {
  readonly kind: 'api-error';
  /** As written; `''` where the API left it empty. */
  readonly code: string;
  readonly message: string;
  /** Codes of innerError, outermost first. */
  readonly innerCodes: readonly string[];
  /** Milliseconds since 1970, from innerError.date (UTC by definition). */
  readonly date: number | null;
  readonly requestId: string | null;
}

/** An error of the authorization server: RFC 6749 section 5.2 and 4.1.2.1, OpenID Connect. */
export interface OAuthErrorEvidence extends Read {
  readonly kind: 'oauth-error';
  /** Lower case: `invalid_grant`, `interaction_required`, … */
  readonly error: string;
  readonly description: string;
  readonly suberror: string | null;
  readonly claims?: ClaimsChallenge;
  /** `body` JSON of a token endpoint, `redirect` a query or fragment, `text` any other mention. */
  readonly where: 'body' | 'redirect' | 'text';
}

/** A code of Entra ID (AADSTS) or of Azure AD B2C (AADB2C). Codes are matched whole. */
export interface AadstsEvidence extends Read {
  readonly kind: 'aadsts';
  readonly family: 'AADSTS' | 'AADB2C';
  readonly code: number;
  /** The words that follow it, decoded, at most 600 characters, up to the trace id; `''` where only the number was seen. */
  readonly message: string;
  /**
   * How it was found: in running text, in `error_codes`, in an address, in a sign-in log or error page without its prefix;
   * `words` by the service's own sentence, its number left out.
   */
  readonly where: 'text' | 'error-codes' | 'address' | 'log' | 'page' | 'words';
  /** Repaired from a split or misread spelling: never enough for certain by itself. */
  readonly repaired: boolean;
  /** Where the paste talks about it and it did not come here and now; left out where it came. */
  readonly mention?: Mention;
}

export const EXCEPTION_LIBRARIES = [
  'msal-js',
  'msal-node',
  'msal-python',
  'msal-net',
  'msal-java',
  'msal-mobile',
  'adal',
  'azure-identity',
  'graph-sdk',
  'bot-framework',
  'teams-js',
  'office-js',
  'windows-broker',
  'spring',
  'aspnet',
  'identity-model',
  'passport',
  'next-auth',
  'exchange',
  'jose',
  'other',
] as const;
export type ExceptionLibrary = (typeof EXCEPTION_LIBRARIES)[number];

/** An exception or error object of a client library. */
export interface ExceptionEvidence extends Read {
  readonly kind: 'exception';
  readonly library: ExceptionLibrary;
  /** The type as written, without namespace: `MsalUiRequiredException`, `ClientAuthError`, `SecurityTokenNotYetValidException`. */
  readonly type: string;
  /** The library's own stable code where it has one, lower case: `no_tokens_found`, `state_not_found`, `idx10222`. */
  readonly code: string | null;
  /** At most 600 characters. */
  readonly message: string;
}

/** A token: decoded, never trusted, never kept. */
export interface TokenEvidence extends Read {
  readonly kind: 'token';
  /**
   * `jwt` a signed token; `claims` a pasted payload without its token; `opaque` a personal account's compact ticket
   * (`EwB…`, `EwA…`); `refresh` an Entra or personal refresh token (`0.A…`, `1.A…`, `M.C5…`).
   */
  readonly format: 'jwt' | 'claims' | 'opaque' | 'refresh';
  readonly header: Readonly<Record<string, unknown>>;
  /** Cut to the claims that rules and words use; `{}` for opaque ones. */
  readonly claims: TokenClaims;
  /** It was in an Authorization header. */
  readonly sent: boolean;
  /** The field name it was found under, lower case (`access_token`, `id_token`, `client_assertion`, `assertion`), or `null`. */
  readonly field: string | null;
  /** True where the text broke off inside it. */
  readonly truncated: boolean;
}

export interface TokenClaims {
  readonly aud?: string;
  readonly iss?: string;
  readonly tid?: string;
  readonly ver?: string;
  /** `appid` of version 1 or `azp` of version 2. */
  readonly appid?: string;
  readonly appDisplayName?: string;
  /** `appidacr` or `azpacr`, how the client proved who it is: `0` not at all, `1` a secret, `2` a certificate. */
  readonly clientProof?: string;
  /** Split at spaces. */
  readonly scp?: readonly string[];
  readonly roles?: readonly string[];
  readonly idtyp?: string;
  readonly exp?: number;
  readonly nbf?: number;
  readonly iat?: number;
  readonly oid?: string;
  readonly sub?: string;
  readonly upn?: string;
  /** `xms_cc`, client capabilities such as `cp1`. */
  readonly capabilities?: readonly string[];
  readonly nonce?: string;
  readonly idp?: string;
  readonly acrs?: readonly string[];
  readonly amr?: readonly string[];
  readonly wids?: readonly string[];
  /** B2C policy: `tfp` or `acr` beginning with b2c_. */
  readonly policy?: string;
  /** Whether claims stand there that only an ID token has (`name`/`preferred_username` with `nonce`, no `scp`, `at_hash`, `c_hash`). */
  readonly idTokenMarks: readonly string[];
}

export type OAuthEndpoint = 'authorize' | 'token' | 'devicecode' | 'adminconsent' | 'logout' | 'discovery';

/** A request to a sign-in endpoint: its address and its body together. */
export interface OAuthRequestEvidence extends Read {
  readonly kind: 'oauth-request';
  readonly endpoint: OAuthEndpoint;
  readonly method: string | null;
  /** Lower case: `login.microsoftonline.com`, `login.microsoftonline.us`, `…b2clogin.com`, …; `null` for a bare path. */
  readonly host: string | null;
  /** As written: a GUID, a domain, `common`, `organizations`, `consumers`, `{{tenantid}}`. */
  readonly tenant: string | null;
  readonly version: 'v1' | 'v2' | null;
  /**
   * Decoded, names in lower case. Secret values (`client_secret`, `code`, `refresh_token`, `client_assertion`, `assertion`,
   * `code_verifier`, `password`, `device_code`) are replaced by `SecretShape` words, never kept.
   */
  readonly parameters: Readonly<Record<string, string>>;
  /** Content type of the body, lower case, where shown. */
  readonly contentType: string | null;
  /** How its body is written, where there is one: a form, JSON text, or the dictionary of some code. */
  readonly bodyForm?: 'form' | 'json' | 'code';
}

const SETTING_NAMES = [
  'scopes',
  'authority',
  'tenant',
  'client-id',
  'client-secret',
  'secret-end',
  'certificate',
  'redirect-uri',
  'audience',
  'resource',
  'account-types',
  'public-client',
  'registered-redirect-uris',
  'grant',
  'bot-app-type',
  'bot-app-id',
  'bot-connection',
  'valid-domains',
  'instance',
  'cloud',
  'token-version',
  'federated-subject',
  'presented-subject',
  'presented-issuer',
  'presented-audience',
  'response-mode',
  'same-site',
  'token-cache',
  'end-time',
  'time-zone',
  // Told in words or by a portal's list, under no key: who signs in (`app`, `user`); permissions of the registration.
  'told-actor',
  'told-api',
  // Values that somebody writes beside what failed: for the words of the answer, and for no rule.
  'told-client-id',
  'told-tenant',
  'told-person',
  'told-mailbox',
  'told-permission',
  'told-redirect',
  'application-permissions',
  'delegated-permissions',
  'ungranted-permissions',
  // Of the token, as somebody tells it: «scp does not include Calendars.ReadWrite».
  'absent-scopes',
  // The sentence in which a service lists what would do.
  'wanted-permissions',
  // Of an entry of the sign-in log, of the error page's details, or of an administrator's command.
  'person',
  'app-name',
  'mailbox',
  'failed-policy',
  // The API under whose heading the list of permissions has them.
  'permission-api',
  // The name of the app on a page of the sign-in.
  'issuer',
  // What stands behind Bearer in the decoded string of SASL XOAUTH2, where it is no token.
  'sasl-bearer',
  // `webApplicationInfo.resource` of a Teams manifest: for which API Teams asks for a token.
  'sso-resource',
  'tab-page',
  'refused-audience',
  'refused-issuer',
  // A name that is nearly the one that the complaining library documents: the value is the documented one.
  'misspelt-name',
] as const;
export type SettingName = (typeof SETTING_NAMES)[number];

/** One setting or line of code. */
export interface SettingEvidence extends Read {
  readonly kind: 'setting';
  readonly name: SettingName;
  /** One value, or each element of a list. Secrets as `SecretShape` words. */
  readonly values: readonly string[];
  /** The name as it was written. */
  readonly key: string;
  /** Of the line, by its syntax: of scopes and of calls of MSAL, as rules ask it of nothing else. */
  readonly language: PatchLanguage | null;
}

/** Words of a service or library that a rule asked to be looked for; the words are ours, not the person's. */
export interface PhraseEvidence extends Read {
  readonly kind: 'phrase';
  readonly phrase: string;
}

/** An instant that the paste states about itself: `Date:`, `Timestamp:`, a log line's beginning. */
export interface InstantEvidence extends Read {
  readonly kind: 'instant';
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly source: 'date-header' | 'timestamp' | 'inner-error' | 'log-line';
}

export const OTHER_VENDORS = [
  'github',
  'gitlab',
  'google',
  'aws',
  'slack',
  'okta',
  'auth0',
  'keycloak',
  'atlassian',
  'nextcloud',
  'openai',
  'stripe',
  'docker',
  'npm',
  'salesforce',
  'zoom',
  'hubspot',
  'shopify',
  'linkedin',
  'notion',
  'twilio',
  'meta',
  'x',
  'zendesk',
  'dropbox',
  'spotify',
  'discord',
  'paypal',
  'network',
  'other-service',
  'other-basic',
] as const;
export type OtherVendor = (typeof OTHER_VENDORS)[number];

/** A mark of somebody else's service. */
export interface VendorEvidence extends Read {
  readonly kind: 'vendor';
  readonly vendor: OtherVendor;
}

/** A circumstance that the person tells in words of their own. */
export interface ToldEvidence extends Read {
  readonly kind: 'told';
  readonly circumstance: Circumstance;
  /** What Microsoft's sign-in or Graph said is told, and its name stands there. */
  readonly named?: true;
}
