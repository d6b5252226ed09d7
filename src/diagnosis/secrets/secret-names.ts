import type { SecretKind } from '../diagnosis.ts';

/**
 * What a value under a name must look like before it counts:
 * `value` anything that is no placeholder; `random` generated text of 16 characters or more;
 * `code` an authorization code's shape.
 */
export interface NamedSecret {
  readonly kind: SecretKind;
  readonly form: 'value' | 'random' | 'code';
  /** Masked, and not told: alone it opens nothing, or only for minutes. */
  readonly untold?: true;
}

const EXACT: ReadonlyMap<string, NamedSecret> = new Map<string, NamedSecret>(
  Object.entries({
    assertion: { kind: 'user-assertion', form: 'random' },
    userassertion: { kind: 'user-assertion', form: 'random' },
    oboassertion: { kind: 'user-assertion', form: 'random' },
    samlresponse: { kind: 'user-assertion', form: 'random' },
    code: { kind: 'authorization-code', form: 'code' },
    authcode: { kind: 'authorization-code', form: 'random' },
    authorizationcode: { kind: 'authorization-code', form: 'random' },
    oauthcode: { kind: 'authorization-code', form: 'random' },
    devicecode: { kind: 'device-code', form: 'random' },
    usercode: { kind: 'device-code', form: 'value', untold: true },
    onetimecode: { kind: 'password', form: 'value', untold: true },
    passcode: { kind: 'password', form: 'value', untold: true },
    mfacode: { kind: 'password', form: 'value', untold: true },
    clientstate: { kind: 'api-key', form: 'value' },
    codeverifier: { kind: 'code-verifier', form: 'random' },
    tempauth: { kind: 'download-link', form: 'random' },
    authtoken: { kind: 'download-link', form: 'random' },
    pass: { kind: 'password', form: 'value' },
    pwd: { kind: 'password', form: 'value' },
    bearer: { kind: 'access-token', form: 'random' },
    appkey: { kind: 'client-secret', form: 'random' },
    clientkey: { kind: 'client-secret', form: 'random' },
    idaappkey: { kind: 'client-secret', form: 'random' },
  }),
);

const ENDINGS: readonly (readonly [ending: string, secret: NamedSecret])[] = [
  ['clientassertion', { kind: 'client-assertion', form: 'random' }],
  ['codeverifier', { kind: 'code-verifier', form: 'random' }],
  ['devicecode', { kind: 'device-code', form: 'random' }],
  ['authorizationcode', { kind: 'authorization-code', form: 'random' }],
  ['secretaccesskey', { kind: 'api-key', form: 'random' }],
  ['sharedaccesskey', { kind: 'api-key', form: 'random' }],
  ['subscriptionkey', { kind: 'api-key', form: 'random' }],
  ['functionskey', { kind: 'api-key', form: 'random' }],
  ['accountkey', { kind: 'api-key', form: 'random' }],
  ['accesskey', { kind: 'api-key', form: 'random' }],
  ['privatekey', { kind: 'private-key', form: 'random' }],
  ['secretkey', { kind: 'api-key', form: 'random' }],
  ['encryptionkey', { kind: 'api-key', form: 'random' }],
  ['apikey', { kind: 'api-key', form: 'random' }],
  ['apppassword', { kind: 'client-secret', form: 'value' }],
  ['botpassword', { kind: 'client-secret', form: 'value' }],
  ['password', { kind: 'password', form: 'value' }],
  ['passwd', { kind: 'password', form: 'value' }],
  ['passphrase', { kind: 'password', form: 'value' }],
  ['pwd', { kind: 'password', form: 'value' }],
  ['websecret', { kind: 'api-key', form: 'random' }],
  ['webhooksecret', { kind: 'api-key', form: 'random' }],
  ['signingsecret', { kind: 'api-key', form: 'random' }],
  ['sessionsecret', { kind: 'api-key', form: 'value' }],
  ['cookiesecret', { kind: 'api-key', form: 'value' }],
  ['nextauthsecret', { kind: 'api-key', form: 'value' }],
  ['jwtsecret', { kind: 'api-key', form: 'value' }],
  ['secretvalue', { kind: 'client-secret', form: 'value' }],
  ['secrettext', { kind: 'client-secret', form: 'value' }],
  ['secret', { kind: 'client-secret', form: 'value' }],
  ['clientcredential', { kind: 'client-secret', form: 'value' }],
  ['refreshtoken', { kind: 'refresh-token', form: 'random' }],
  ['idtoken', { kind: 'id-token', form: 'random' }],
  ['idtokenhint', { kind: 'id-token', form: 'random' }],
];

/** By the letter they end in. */
const ENDINGS_BY_LAST = Map.groupBy(ENDINGS, ([ending]) => ending.at(-1));

/** Tokens of paging, of forms and of parsers: they open nothing. */
const HARMLESS_TOKENS =
  /(?:skip|delta|csrf|xsrf|verification|antiforgery|next|page|continuation|cancellation|sync|change|etag|v|unexpected|publickey)token$/;

const OF_TWO = /user(?:name(?:and)?|and)password$/;

/** What a name stands for, or `null`. The name may be written in any style; its case and separators do not matter. */
export function namedSecret(name: string): NamedSecret | null {
  const flat = name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
  const exact = EXACT.get(flat);
  if (exact !== undefined) return exact;
  // Names of methods, whose first argument is an account or a server.
  if (OF_TWO.test(flat)) return null;
  for (const [ending, secret] of ENDINGS_BY_LAST.get(flat.at(-1)) ?? []) if (flat.endsWith(ending)) return secret;
  if (flat.endsWith('token') && !HARMLESS_TOKENS.test(flat)) return { kind: 'access-token', form: 'random' };
  return null;
}
