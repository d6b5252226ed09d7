import { literal, literalList } from '../../text/literal-filter.ts';
import { type MappedText, original } from '../../text/mapped-text.ts';
import { indexPhrases } from '../../text/phrase-index.ts';
import type { Views } from '../../text/views.ts';
import type { FoundCode } from './found-code.ts';
import { wordsBehind } from './words-behind.ts';

interface Sentence {
  /** Lower case, straight quotes: words that only this error has. */
  readonly mark: string;
  readonly code: number;
  readonly family?: FoundCode['family'];
  /** What stands shortly before the mark, where the mark alone could be somebody else's. */
  readonly before?: RegExp;
}

/**
 * Sentences of Entra ID and Azure AD B2C that name their error without its number. A longer sentence stands before the
 * one that it contains. Only sentences that no other issuer writes; from Microsoft's code reference and public reports.
 */
const SENTENCES: readonly Sentence[] = [
  { mark: "following parameter: 'client_assertion' or 'client_secret'", code: 7000218 },
  { mark: "following parameter: 'client_secret or client_assertion'", code: 7000218 },
  { mark: "must include a 'client_secret' input parameter", code: 7000216 },
  { mark: 'the request body must contain the following parameter', code: 900144 },
  { mark: 'is missing from the credential. ensure that you have all the necessary parameters', code: 90014 },
  { mark: "the 'resource' request parameter is not supported", code: 901002 },
  { mark: 'the endpoint only accepts post', code: 900561 },
  { mark: "the resource parameter provided in the request doesn't match with the requested scopes", code: 9010010 },
  { mark: 'intended to use against other tenant', code: 700005 },
  { mark: "requested authentication method '", code: 75011, before: /authenticated with the service doesn't match $/ },
  { mark: 'principal name format is not valid, or does not meet the expected', code: 90022 },
  { mark: 'the app requested an unsupported grant type', code: 70003 },
  { mark: "is required for the 'client_credentials' grant type", code: 7000216 },
  { mark: 'the provided client secret keys', code: 7000222 },
  { mark: 'are expired. visit the azure portal to create new keys for your app', code: 7000222 },
  { mark: 'invalid request. request is malformed or invalid', code: 9002313 },
  { mark: 'invalid client secret provided', code: 7000215 },
  { mark: 'invalid client secret is provided', code: 7000215 },
  { mark: 'client assertion is not within its valid time range', code: 700024 },
  { mark: 'client assertion contains an invalid signature', code: 700027 },
  { mark: 'used to sign the client assertion is not registered on application', code: 700027 },
  { mark: "client assertion application identifier doesn't match", code: 700021 },
  { mark: 'client assertion audience claim does not match', code: 50012 },
  { mark: 'the provided certificate is not within its specified validity', code: 1000502 },
  { mark: 'no certificate thumbprint specified in token header', code: 50027 },
  { mark: 'no certificate sha-1 thumbprint, certificate sha-256 thumbprint', code: 5002723 },
  { mark: "input id_token cannot be used as '", code: 240002 },
  { mark: 'is not authorized to make application on-behalf-of calls', code: 7000113 },
  { mark: 'is not allowed to make application on-behalf-of calls', code: 7000114 },
  { mark: 'invalid jwt token. unsupported key for the signing algorithm', code: 5002730 },
  { mark: 'subject name in certificate is not authorized', code: 700030 },
  { mark: 'assertion audience claim does not match the required value', code: 50013 },
  { mark: 'oauth2 authorization code was already redeemed', code: 54005 },
  { mark: 'authorization code or refresh token has expired', code: 70008 },
  { mark: 'the refresh token has expired or is invalid due to maximum lifetime', code: 700081 },
  { mark: "'device_code' is not valid. this device code has expired", code: 70020 },
  { mark: 'verification code expired. have the user retry the sign-in', code: 70019 },
  { mark: "'code' or 'refresh_token' parameter is not valid", code: 70000 },
  { mark: 'provided access grant is invalid or malformed', code: 70000 },
  { mark: 'provided grant is invalid or malformed', code: 70000 },
  { mark: 'is requesting a token for itself', code: 90009 },
  { mark: 'asked for permissions to access a resource that has been removed', code: 65005 },
  { mark: 'deserialization of the kerberos ticket failed', code: 81010 },
  { mark: 'no reply address provided', code: 500113 },
  {
    mark: 'provided when requesting authorization code',
    code: 500112,
    before: /does not match the reply address '[^'\n]{1,400}' $/,
  },
  { mark: "the reply uri specified in the request isn't using a secure scheme", code: 500117 },
  { mark: 'reply address must be provided when presenting an authorization code', code: 700009 },
  { mark: 'redirect uris with urn: schemes are prohibited', code: 500119 },
  { mark: ') is disabled', code: 7000112, before: /application '[0-9a-f-]{36}'\([^()\n]{1,120}$/ },
  { mark: "' is disabled", code: 500014, before: /the service principal for resource '[^'\n]{1,120}$/ },
  { mark: 'this indicate that a subscription within the tenant has lapsed', code: 500014 },
  { mark: 'has not subscribed to or enabled', code: 650052 },
  {
    mark: 'is currently not supported for your organization',
    code: 650051,
    before: /using application '[^'\n]{1,120}' $/,
  },
  { mark: 'was not found in the tenant named', code: 50001, before: /the application named [^\n]{1,300} $/ },
  {
    mark: 'is not assigned to a role for the application',
    code: 501051,
    before: /application '[0-9a-f-]{36}'\([^()\n]{0,120}\) $/,
  },
  { mark: 'is not assigned to a role for the signed in application', code: 50105 },
  { mark: "' is not a valid application identifier", code: 700038 },
  { mark: 'misconfigured application. this could be due to one of the following', code: 650056 },
  { mark: "that doesn't exist", code: 650053, before: /asked for scope '[^'\n]{1,200}' $/ },
  { mark: 'must be configured via preauthorization', code: 65002 },
  { mark: "provided value for the input parameter 'scope' is not valid", code: 70011 },
  { mark: 'to sign into this application, the account must be added to the directory', code: 50034 },
  { mark: "the user's password is expired, and therefore their login or session was ended", code: 50055 },
  { mark: "user's active directory password has expired", code: 50144 },
  { mark: 'password change is required due to account risk', code: 50135 },
  { mark: 'password does not exist in the directory for this user', code: 50056 },
  {
    mark: 'and cannot access the application',
    code: 50020,
    before: /identity provider '[^'\n]{1,160}' does not exist in tenant '[^'\n]{1,160}' $/,
  },
  { mark: "the account type can't be used for the resource you're trying to access", code: 500207 },
  { mark: 'is not a valid login domain for the account type', code: 500208 },
  { mark: 'guest user account is disabled', code: 500571 },
  { mark: 'sign-in was blocked because it came from an ip address with malicious activity', code: 50053 },
  { mark: 'session information is not sufficient for single-sign-on', code: 50058 },
  { mark: 'authentication failed due to flow token expired', code: 50089 },
  { mark: 'sign-in was interrupted because of a password reset or password registration entry', code: 50125 },
  { mark: 'the server terminated an operation because it encountered a loop while processing a request', code: 50196 },
  { mark: 'limit on telecom mfa calls reached', code: 50088 },
  { mark: 'user has not registered the authenticator app', code: 50203 },
  { mark: 'multi-factor authentication registration process before accessing this content', code: 53004 },
  { mark: 'external security challenge not satisfied', code: 50158 },
  { mark: 'presented multi-factor authentication has expired', code: 50078 },
  { mark: 'device is not in required device state', code: 50131 },
  { mark: 'your device is required to be managed to access this resource', code: 53000 },
  { mark: 'the app used is not an approved app for conditional access', code: 53002 },
  { mark: 'does not meet the conditional access approved app requirements', code: 530021 },
  { mark: 'blocked by conditional access token protection policy', code: 530084 },
  { mark: 'user blocked due to risk on home tenant', code: 53011 },
  { mark: 'user blocked due to tenant security policy', code: 530032 },
  { mark: 'access has been blocked by security defaults', code: 530035 },
  { mark: 'device used during the authentication is disabled', code: 135011 },
  { mark: 'needs to install a broker app to gain access to this content', code: 50127 },
  // The pages that show no number, or one below the fold.
  { mark: 'requires the device requesting access to be managed', code: 530003 },
  { mark: 'your organization has deleted this device', code: 700003 },
  { mark: 'your organization has disabled this device', code: 135011 },
  { mark: "authenticator app, but you didn't respond in time", code: 500121 },
  { mark: "authenticator app, but we didn't hear from you in time", code: 500121 },
  { mark: 'authenticator app, but you denied it', code: 500121 },
  { mark: 'device policy contains unsupported required device state', code: 9001011 },
  { mark: 'a delegated administrator was blocked from accessing the tenant', code: 530034 },
  { mark: 'this may happen if there are no active subscriptions for the tenant', code: 90002 },
  { mark: 'you have the correct tenant id and are signing into the correct cloud', code: 90002 },
  { mark: 'no tenant-identifying information found in either the request', code: 50059 },
  { mark: 'confidential client is not supported in cross cloud request', code: 900382 },
  { mark: 'has set an outbound access policy that', code: 500212 },
  { mark: 'restricted which organizations can be accessed', code: 500021 },
  { mark: 'restricts which organizations can be accessed', code: 500021 },
  { mark: "' tenant is denied", code: 500021, before: /access to '[^'\n]{1,120}$/ },
  { mark: 'we are sorry, this resource is not available. if you are seeing this message by mistake', code: 5000224 },
  { mark: 'has set a policy that prevents you from granting', code: 90094 },
  { mark: 'this operation can only be performed by an administrator. sign out and sign in as', code: 900941 },
  { mark: 'request to external oidc endpoint failed', code: 50166 },
  { mark: 'the identity or claim issuance provider denied the request', code: 90123 },
  { mark: 'the request budget for this operation has been exceeded', code: 90024 },
  { mark: 'error occurred while authenticating an msa (consumer) user', code: 70012 },
  { mark: 'the request tokens do not match the user context', code: 165000 },
  { mark: 'external server is retryable', code: 90006 },
  {
    mark: 'is not registered for the client id',
    code: 90006,
    family: 'AADB2C',
    before: /redirect uri '[^'\n]{1,400}' provided in the request $/,
  },
  { mark: 'is not configured to allow the oauth implicit flow', code: 90057, family: 'AADB2C' },
  { mark: 'the provided grant has not been issued for this endpoint', code: 90088, family: 'AADB2C' },
  { mark: 'the username or password provided in the request are invalid', code: 90225, family: 'AADB2C' },
  {
    mark: 'provided in request must specify a resource, such as',
    code: 90055,
    family: 'AADB2C',
    before: /the scope '[^'\n]{1,400}' $/,
  },
  { mark: 'specifies more than one resource for an access token', code: 90146, family: 'AADB2C' },
  { mark: 'must be formatted like https://<application-uri>/.default', code: 99068, family: 'AADB2C' },
  { mark: 'the request does not contain a scope parameter', code: 90010, family: 'AADB2C' },
  {
    mark: 'has no registered redirect uris',
    code: 90007,
    family: 'AADB2C',
    before: /application associated with client id '[^'\n]{1,80}' $/,
  },
  { mark: 'please use an application created via the b2c portal', code: 90068, family: 'AADB2C' },
  { mark: 'clients must send a client_secret when redeeming a confidential grant', code: 90079, family: 'AADB2C' },
  {
    mark: 'the specified client_secret does not match the expected value for this client',
    code: 90081,
    family: 'AADB2C',
  },
  { mark: 'the provided grant has expired. please re-authenticate and try again', code: 90080, family: 'AADB2C' },
  { mark: 'the provided grant has been revoked. please reauthenticate and try again', code: 90129, family: 'AADB2C' },
  {
    mark: 'does not have an existing session and request prompt parameter has a value of',
    code: 90077,
    family: 'AADB2C',
  },
  { mark: 'the user has cancelled entering self-asserted information', code: 90091, family: 'AADB2C' },
  { mark: 'does not have sufficient permissions against this web resource', code: 90205, family: 'AADB2C' },
  { mark: 'exceeded the maximum number for retries for multi-factor', code: 90151, family: 'AADB2C' },
  {
    mark: 'provided in the request is not supported',
    code: 90117,
    family: 'AADB2C',
    before: /the scope '[^'\n]{1,400}' $/,
  },
  {
    mark: 'the service has encountered an internal error. please reauthenticate and try again',
    code: 90085,
    family: 'AADB2C',
  },
];

const MARKS = indexPhrases(SENTENCES.map(({ mark }) => mark));

/** The words of each sentence, the longest first. Line breaks may stand between them, so the sentence is no literal. */
const WORDS: readonly (readonly string[])[] = SENTENCES.map(({ mark }) =>
  mark
    .split(' ')
    .filter(({ length }) => length >= 3)
    .sort((a, b) => b.length - a.length),
);
const LONGEST_WORDS = literalList(WORDS.map(([longest = '']) => longest));
const OTHER_WORDS = WORDS.map(([_, ...others]) => others.map(literal));

/** Whether all words of one of the sentences may stand there. */
function mayHoldSentence(text: MappedText): boolean {
  for (let index = text.nextHeld(LONGEST_WORDS, 0); index !== -1; index = text.nextHeld(LONGEST_WORDS, index + 1))
    if (OTHER_WORDS[index]!.every((word) => text.mayHold(word))) return true;
  return false;
}

/**
 * The code of a sentence whose number was cut off or dropped by a wrapper. Read only where the text shows no code at all;
 * a conclusion, so it counts like a repaired number.
 */
export function sentenceCodes(views: Views): FoundCode[] {
  if (!mayHoldSentence(views.plain)) return [];
  // A longer log shows its codes.
  const source = views.plain.text.length > LOOKED_AT ? original(views.plain.text.slice(0, LOOKED_AT)) : views.plain;
  const { text, lower } = source;
  const places = MARKS.find(source);
  for (const { mark, code, family, before } of places.size > 0 ? SENTENCES : []) {
    const [at, end] = places.get(mark) ?? [-1, -1];
    if (at === -1) continue;
    if (before !== undefined && !before.test(lower.slice(Math.max(0, at - 440), at))) continue;
    const start = sentenceStart(lower, at);
    return [
      {
        family: family ?? 'AADSTS',
        code,
        message: wordsBehind(text, start),
        where: 'words',
        repaired: true,
        span: views.plain.spanOf(at, end),
      },
    ];
  }
  return [];
}

const LOOKED_AT = 1 << 17;
const FARTHEST = 300;

/** Where the sentence with the mark begins: behind the nearest double quote, line's end, colon or full stop before it. */
function sentenceStart(lower: string, at: number): number {
  const floor = Math.max(0, at - FARTHEST);
  for (let start = at; start > floor; start -= 1) {
    const before = lower[start - 1]!;
    if (before === '"' || before === '`' || before === '\n') return start;
    if (before === ' ' && start > 1 && /[.:!?]/.test(lower[start - 2]!)) return start;
  }
  return floor;
}
