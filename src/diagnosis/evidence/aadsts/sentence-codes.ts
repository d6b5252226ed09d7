import { type Literal, literal } from '../../text/literal-filter.ts';
import { original } from '../../text/mapped-text.ts';
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
  { mark: 'invalid jwt token. unsupported key for the signing algorithm', code: 5002730 },
  { mark: 'subject name in certificate is not authorized', code: 700030 },
  { mark: 'assertion audience claim does not match the required value', code: 50013 },
  { mark: 'oauth2 authorization code was already redeemed', code: 54005 },
  { mark: 'authorization code or refresh token has expired', code: 70008 },
  { mark: "'code' or 'refresh_token' parameter is not valid", code: 70000 },
  { mark: 'provided access grant is invalid or malformed', code: 70000 },
  { mark: 'provided grant is invalid or malformed', code: 70000 },
  { mark: 'is requesting a token for itself', code: 90009 },
  { mark: 'asked for permissions to access a resource that has been removed', code: 65005 },
  { mark: 'deserialization of the kerberos ticket failed', code: 81010 },
  { mark: 'no reply address provided', code: 500113 },
  { mark: 'redirect uris with urn: schemes are prohibited', code: 500119 },
  { mark: ') is disabled', code: 7000112, before: /application '[0-9a-f-]{36}'\([^()\n]{1,120}$/ },
  { mark: 'this indicate that a subscription within the tenant has lapsed', code: 500014 },
  { mark: 'has not subscribed to or enabled', code: 650052 },
  { mark: 'misconfigured application. this could be due to one of the following', code: 650056 },
  { mark: "that doesn't exist", code: 650053, before: /asked for scope '[^'\n]{1,200}' $/ },
  { mark: 'must be configured via preauthorization', code: 65002 },
  { mark: "provided value for the input parameter 'scope' is not valid", code: 70011 },
  { mark: 'to sign into this application, the account must be added to the directory', code: 50034 },
  { mark: "the user's password is expired, and therefore their login or session was ended", code: 50055 },
  { mark: 'external security challenge not satisfied', code: 50158 },
  { mark: 'presented multi-factor authentication has expired', code: 50078 },
  { mark: 'device is not in required device state', code: 50131 },
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
const WORDS: readonly (readonly Literal[])[] = SENTENCES.map(({ mark }) =>
  mark
    .split(' ')
    .filter(({ length }) => length >= 3)
    .sort((a, b) => b.length - a.length)
    .map(literal),
);

/**
 * The code of a sentence whose number was cut off or dropped by a wrapper. Read only where the text shows no code at all;
 * a conclusion, so it counts like a repaired number.
 */
export function sentenceCodes(views: Views): FoundCode[] {
  if (!WORDS.some((words) => words.every((word) => views.plain.mayHold(word)))) return [];
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
