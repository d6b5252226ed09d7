import { WordSearch } from './word-search.ts';

/**
 * What a failure looks like in a log line. Only a sieve: it decides which lines are kept together and handed to the
 * engine, never what the cause is. Every pattern begins with a literal and has bounded repeats, so a line is read in
 * linear time.
 */
const FAILURE_KINDS = ['code', 'status', 'oauth', 'api', 'challenge', 'exception'] as const;
export type FailureKind = (typeof FAILURE_KINDS)[number];

const PATTERNS: Readonly<Record<FailureKind, string>> = {
  /** Codes of Entra ID and Azure AD B2C. */
  code: 'AADSTS ?\\d{4,7}|AADB2C ?\\d{4,6}',
  /** 401 and 403, where something beside the number says that it is a status. */
  status:
    'HTTP/[\\d.]{1,3}"? 40[13]\\b|\\b40[13] \\(?(?:Unauthorized|Forbidden)|status[ _]?(?:code)?[\\\\"\']{0,3} ?(?:[:=]|is|was|of)? ?[\\\\"\']{0,3}40[13]\\b|\\(40[13]\\)|\\b(?:error|returned|response|respond(?:ed)? with|failed with|got)(?: code)?[: ]{1,2}40[13]\\b|\\b(?:Unauthorized|Forbidden)\\b|\\b429 Too Many Requests|\\b400 Bad Request|\\bError Code: \\d{5,6}\\b',
  /** Errors of RFC 6749, RFC 6750, OpenID Connect and Entra's own. */
  oauth:
    'invalid_(?:grant|client|token|scope|request|resource|session|audience|target)|unauthorized_client|interaction_required|consent_required|login_required|insufficient_(?:claims|scope)|unsupported_(?:grant|response)_type|"error" ?: ?"access_denied|error=access_denied|temporarily_unavailable',
  /** Error codes of Graph, Exchange and SharePoint. */
  api: 'InvalidAuthenticationToken|Authorization_(?:RequestDenied|IdentityNotFound)|ErrorAccessDenied|AccessDenied|AuthenticationError|CompactToken|ErrorInvalidUser|ErrorItemNotFound|ErrorInvalid[A-Z]|MailboxNotEnabledForRESTAPI|ApplicationThrottled|TooManyRequests|ActivityLimitReached|RequestBroker--ParseUri|Missing scope permissions|Access token (?:has expired|is empty|validation failure)|AUTHENTICATE failed|5\\.7\\.(?:139|57|3)\\b|"error\\\\{0,3}" ?: ?\\{|TimeZoneNotSupported|TenantGuidNotFound',
  challenge: 'WWW-Authenticate|x-ms-diagnostics',
  /** Exceptions of the sign-in and Graph libraries, and of token validation. */
  exception:
    'Msal[A-Z][A-Za-z]{2,40}Exception|(?:ClientAuth|InteractionRequiredAuth|BrowserAuth|ClientConfigurationAuth|AuthorizationCode)Error|ODataError|IDX\\d{5}|no_tokens_found|no_account_|Credential(?:Unavailable|AuthenticationFailed)|AuthenticationFailedException|AuthenticationRequiredError|CredentialUnavailableError|SecurityToken[A-Z][A-Za-z]{2,40}Exception|JwtException|OAuth2[A-Z][A-Za-z]{2,40}Exception|TokenExpiredError|JsonWebTokenError|JWSSignatureError|OAUTH_CALLBACK_ERROR|[Ss]tate cookie|Connection Setting with name|DialogContextError',
};

const ONE: Readonly<Record<FailureKind, RegExp>> = {
  code: new RegExp(PATTERNS.code),
  status: new RegExp(PATTERNS.status, 'i'),
  oauth: new RegExp(PATTERNS.oauth),
  api: new RegExp(PATTERNS.api),
  challenge: new RegExp(PATTERNS.challenge, 'i'),
  exception: new RegExp(PATTERNS.exception),
};

/** Pieces of which every failure has one. */
const MARK_WORDS = [
  ...['401', '403', '429 ', '400 Bad', '5.7.', 'AADSTS', 'AADB2C', 'rror Code: ', '"error', 'IDX', 'OAuth2', 'Msal'],
  ...['nauthori', 'NAUTHORI', 'orbidden', 'ORBIDDEN', 'ww-auth', 'ww-Auth', 'WW-Auth', '-ms-diag', '-Ms-Diag'],
  ...['invalid_', '_required', 'insufficient_', 'unauthorized_', 'unsupported_', 'access_denied', 'temporarily_un'],
  ...['InvalidAuth', 'Authorization_', 'Denied', 'Authenti', 'AUTHENTICATE', 'CompactToken', 'ErrorI', 'MailboxNot'],
  ...['Throttled', 'TooManyReq', 'ActivityLimit', 'RequestBroker', 'Missing scope', 'Access token', 'NotSupported'],
  ...[
    'GuidNotFound',
    'AuthError',
    'ClientConfigurationA',
    'AuthorizationCodeE',
    'ODataError',
    'no_tokens',
    'no_account',
  ],
  ...['Credential', 'SecurityToken', 'JwtEx', 'TokenExpired', 'JsonWebToken', 'JWSSig', 'OAUTH_CALL', 'tate cookie'],
  ...['Connection Setting', 'DialogContextE'],
];

const SEARCH = new WordSearch(MARK_WORDS);

/** Offset of the next place at which a failure may stand, or -1: the quick sieve over many lines at once. */
export function nextMarkWord(text: string, from: number): number {
  return SEARCH.next(text, from);
}

/** The kinds of failure that a line shows. */
export function failureKinds(line: string): Set<FailureKind> {
  const kinds = new Set<FailureKind>();
  for (const kind of FAILURE_KINDS) if (ONE[kind].test(line)) kinds.add(kind);
  return kinds;
}

/** Codes of Entra ID in a line, each once. */
export function codesIn(line: string): string[] {
  return [...new Set(line.match(/(?:AADSTS|AADB2C) ?\d{4,7}/g) ?? [])];
}

const RELATED =
  /\b(?:GET|POST|PUT|PATCH|DELETE) (?:https?:\/|\/)|graph\.microsoft|login\.microsoftonline|outlook\.office|authorization:|\bscopes?\b|\bauthority\b|redirect_uri|client_id|\baud\b/i;

/** Whether a line without a failure tells something about one beside it: the request, the token, a setting. */
export function isRelated(line: string): boolean {
  return RELATED.test(line);
}

const CORRELATION =
  /(?:correlation|trace|request|operation|activity)[ _-]{0,2}id["'\\]{0,3} ?[:=]? ?["'\\]{0,3}([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})/gi;

/** Ids that tie lines of one failure together. */
export function correlationIds(line: string): string[] {
  return Array.from(line.matchAll(CORRELATION), (match) => (match[1] as string).toLowerCase());
}
