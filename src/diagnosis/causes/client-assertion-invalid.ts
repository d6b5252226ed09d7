import type { Facts } from '../facts/facts.ts';
import type { Span } from '../text/span.ts';
import { assertionTimes, MACHINE_IS_OFF } from './clock-skew.ts';
import { bareInvalidClient } from './credentials/bare-invalid-client.ts';
import { assertionOutOfTime, clockError, ownAssertion, provesByAssertion } from './credentials/own-assertion.ts';
import type { RootCause } from './root-cause.ts';
import { told } from './words/told.ts';
import { instant, sentence, theApp, withValue } from './words/wording.ts';

function words(facts: Facts): string {
  return facts
    .of('aadsts')
    .map((item) => item.message)
    .join(' ');
}

/** The key that signed, as the message names it. */
function thumbprintOf(facts: Facts): string | undefined {
  return /thumbprint[^:]{0,40}:\s?'([0-9a-f]{20,64})\b/i.exec(words(facts))?.[1];
}

/** The thumbprint, where Entra ID says that no such key is registered. */
function keyNotFound(facts: Facts): string | undefined {
  return /the key was not found/i.test(words(facts)) ? thumbprintOf(facts) : undefined;
}

/** OpenSSL 1 and 3, as Node.js and Python show them. */
const KEY_UNREADABLE = [
  'pem routines',
  'decoder routines::unsupported',
  'err_ossl_pem_no_start_line',
  'could not deserialize key data',
  'unable to load pem file',
] as const;
const OF_THE_SIGN_IN = [
  'clientassertion',
  'client_assertion',
  'clientcertificate',
  'certificatecredential',
  'certificate_credential',
  'msal-node',
  'msal-common',
  'msal/application.py',
  'confidentialclientapplication(',
  '@azure/identity',
  'azure/identity',
  'azure.identity',
] as const;

const STORE_WORDS = [
  'cannot find certificate with this thumbprint in the certificate store',
  'certificate was not found or has expired',
] as const;
const NOT_IN_THE_STORE =
  'The certificate is not in a store of the account that runs this, or is over: a scheduled job runs as another account';

/** Windows says so of any key that it cannot open, in its own language. */
const NO_KEYSET = ['keyset does not exist', 'sselsatz ist nicht vorhanden', 'el conjunto de claves no existe'] as const;
/** In two pieces, between which stands one letter that ASCII lacks: French, Portuguese. */
const NO_KEYSET_IN_TWO = [
  ['le jeu de cl', "s n'existe pas"],
  ['o conjunto de chaves n', 'o existe'],
] as const;

/** What tells that the key is the one of the device and not of a certificate. */
const KEY_OF_THE_DEVICE = ['wam error', 'web account manager', 'trusted platform module has malfunctioned'] as const;

/** Where Windows says that it cannot open the private key. */
function noKeyset(facts: Facts): Span | undefined {
  for (const [beginning, end] of NO_KEYSET_IN_TWO) {
    const at = facts.phrase(beginning);
    const behind = facts.phrase(end);
    if (at !== undefined && behind !== undefined && behind.start - at.end === 1) return at;
  }
  return facts.anyPhrase(...NO_KEYSET);
}

/** Until when the certificate was valid, in Entra ID's own spelling; empty where only its end is told, `undefined` where it is not that. */
function expiredKey(facts: Facts): string | undefined {
  const told = words(facts);
  if (!/the key used is expired|is expired on application/i.test(told)) return undefined;
  return /\bEnd=(\d{1,2}\/\d{1,2}\/\d{4})/.exec(told)?.[1] ?? '';
}

/** `113 minutes after its time had run out (it was valid until 2026-11-20 06:20 UTC)`. */
function overBy(facts: Facts): string {
  const times = facts
    .of('aadsts')
    .map((code) => (code.code === 700024 ? assertionTimes(code) : null))
    .find((it) => it !== null);
  if (times == null || times.now <= times.until) return 'after its time had run out';
  const minutes = Math.max(1, Math.round((times.now - times.until) / 60_000));
  const by = minutes < 180 ? `${minutes} minute${minutes === 1 ? '' : 's'}` : `${Math.round(minutes / 60)} hours`;
  return `${by} after its time had run out (it was valid until ${instant(times.until)})`;
}

export const clientAssertionInvalid: RootCause = {
  id: 'client-assertion-invalid',
  title: 'The certificate or signed assertion is not accepted',
  owner: 'app-developer',
  explanation:
    'The app signs in with a certificate: it sends a JWT signed with the private key, and Entra ID looks for the public key by its thumbprint in the registration. It fails when that certificate was never uploaded to this app, the thumbprint is encoded wrongly (x5t is base64url of the raw hash), the certificate has expired, iss, sub or aud of the assertion are wrong, or one assertion is kept and sent again after its few minutes.',
  symptoms: [
    'AADSTS700027 «Client assertion contains an invalid signature. [Reason - The key was not found …]»',
    'AADSTS700024 minutes after the assertion ended',
    'AADSTS50027 «No certificate thumbprint specified in token header»',
    'AADSTS700021, AADSTS700023, AADSTS50048',
  ],
  // Without a token, what is called next gets none, or the word undefined.
  explains: ['token-missing', 'token-malformed'],
  rules: [
    {
      kind: 'code',
      codes: [700027, 700026, 700021, 50048, 7000213, 7000214, 1000502],
      strength: 'decisive',
      says: (_, code) => `AADSTS${code.code} is about the assertion or certificate with which the app proves itself`,
    },
    {
      kind: 'code',
      codes: [700023, 700022],
      strength: 'decisive',
      when: (_, code) =>
        /assertion|audience|subject/i.test(code.message) && !/more than one resource/i.test(code.message),
      says: 'The claims of the client assertion do not fit (its audience must be the token endpoint, its issuer and subject the client id)',
    },
    {
      kind: 'code',
      codes: [700024],
      // One answer does not tell an assertion that was kept from a clock that is behind by any time.
      strength: 'strong',
      when: (facts, code) => {
        const times = assertionTimes(code);
        return times !== null && clockError(times) === null && facts.anyPhrase(...MACHINE_IS_OFF) === undefined;
      },
      says: (_, code) => {
        const times = assertionTimes(code)!;
        return `The assertion ended ${Math.round((times.now - times.until) / 60_000)} minutes before it was used: it was kept and sent again, or the clock that made it is behind`;
      },
    },
    {
      kind: 'code',
      codes: [700024],
      strength: 'weak',
      when: (facts, code) => {
        const times = assertionTimes(code);
        return times === null || clockError(times) !== null || facts.anyPhrase(...MACHINE_IS_OFF) !== undefined;
      },
      says: 'An assertion that was kept too long looks alike',
    },
    {
      kind: 'code',
      codes: [50027, 50012, 70002, 5002723, 5002710, 5002727, 5002730, 5002738],
      strength: 'decisive',
      when: (_, code) =>
        /thumbprint|certificate|x5t|signing key|client assertion (?:contains|audience|application identifier|is not signed)/i.test(
          code.message,
        ) && !/time range/i.test(code.message),
      says: 'The text names the certificate or its thumbprint',
    },
    {
      // The JWT of a certificate or federation; a user assertion (on-behalf-of) is told by its grant.
      kind: 'code',
      codes: [5002710, 5002723, 5002727, 5002730, 5002738],
      strength: 'strong',
      when: (facts, code) =>
        !/thumbprint|certificate|x5t|signing key/i.test(code.message) &&
        !facts.of('oauth-request').some((item) => /jwt-bearer/.test(item.parameters.grant_type ?? '')),
      says: (_, code) => `AADSTS${code.code}: the header or algorithm of the signed assertion was not accepted`,
    },
    {
      // RFC 7521: a refused client assertion is invalid_client (section 4.2.1), a refused user assertion invalid_grant (4.1.1).
      kind: 'code',
      codes: [50027],
      strength: 'strong',
      when: (facts, code) =>
        !/time range/i.test(code.message) &&
        !facts.of('oauth-request').some((item) => /jwt-bearer/.test(item.parameters.grant_type ?? '')) &&
        facts.of('oauth-error').some((item) => item.error === 'invalid_client'),
      says: 'AADSTS50027 with invalid_client: the JWT with which the app proves itself is broken',
    },
    {
      kind: 'code',
      codes: [50012, 50027, 70002],
      strength: 'weak',
      when: (_, code) => /time range/i.test(code.message),
      says: 'Or an assertion that was kept and used after its end',
    },
    {
      kind: 'code',
      codes: [50012],
      strength: 'fair',
      when: (_, code) =>
        !/client secret|time range|expired|thumbprint|certificate|x5t|signing key|client assertion contains/i.test(
          code.message,
        ),
      says: 'AADSTS50012: the credential of the app was refused',
    },
    {
      kind: 'code',
      codes: [50006, 900384],
      strength: 'strong',
      when: (_, code) => /client assertion/i.test(code.message),
      says: 'The signature of the client assertion was refused',
    },
    {
      kind: 'phrase',
      phrases: [
        'client assertion contains an invalid signature',
        'no certificate thumbprint specified',
        'private key is not found',
        'certificate was not found in the store',
        'could not find certificate',
        'does not have a private key',
        'bad decrypt',
        'the specified network password is not correct',
        'clientcertificatecredential authentication failed',
      ],
      strength: 'strong',
      when: (facts) =>
        facts.of('aadsts').length === 0 &&
        (facts.microsoft || facts.of('setting').some((item) => item.name === 'certificate')),
      says: 'The certificate or its private key could not be used',
    },
    {
      // OpenSSL of any key it cannot read; beside names of MSAL or Azure Identity it is the one that signs the assertion.
      kind: 'facts',
      phrases: [...KEY_UNREADABLE, ...OF_THE_SIGN_IN],
      onlyWith: { phrases: KEY_UNREADABLE },
      test: (facts) => {
        const at = facts.anyPhrase(...KEY_UNREADABLE);
        if (at === undefined || facts.anyPhrase(...OF_THE_SIGN_IN) === undefined || facts.of('aadsts').length > 0)
          return undefined;
        return {
          strength: 'strong',
          at,
          says: 'The private key is no readable PEM text: line breaks lost in a setting, a certificate in its place, or a password on it',
        };
      },
    },
    {
      // Inside the broker, and where the security chip fails, it is the key of the device.
      kind: 'facts',
      phrases: [...NO_KEYSET, ...NO_KEYSET_IN_TWO.flat(), ...KEY_OF_THE_DEVICE],
      onlyWith: { phrases: [...NO_KEYSET, ...NO_KEYSET_IN_TWO.map(([beginning]) => beginning)] },
      test: (facts) => {
        const at = noKeyset(facts);
        if (at === undefined || facts.anyPhrase(...KEY_OF_THE_DEVICE) !== undefined) return undefined;
        return {
          strength: 'strong',
          at,
          says: 'The private key of the certificate could not be opened by this process',
        };
      },
    },
    {
      // MSAL.NET, Exchange Online PowerShell, Azure Identity for Java and JavaScript: nobody else says it so.
      kind: 'phrase',
      phrases: [
        'could not use the certificate for signing',
        'failed to load the certificate, this can be because',
        'pem certificate provided does not contain',
        'file at the specified path does not contain a pem-encoded certificate',
        'certificate content does not contain a pem-encoded certificate',
      ],
      strength: 'strong',
      when: (facts) => facts.of('aadsts').length === 0,
      says: 'The library could not sign with the certificate that it was given: a wrong file or password, no private key, or a key that it cannot use',
    },
    {
      // PnP PowerShell looks in the certificate stores of the account that runs it; so does Microsoft Graph PowerShell, in plainer words.
      kind: 'phrase',
      phrases: [STORE_WORDS[0]],
      strength: 'strong',
      when: (facts) => facts.of('aadsts').length === 0,
      says: NOT_IN_THE_STORE,
    },
    {
      kind: 'phrase',
      phrases: [STORE_WORDS[1]],
      strength: 'strong',
      when: (facts) => facts.of('aadsts').length === 0 && facts.microsoft,
      says: NOT_IN_THE_STORE,
    },
    {
      // RFC 7521, section 4.2.1: what proves the app was refused, and it was no secret.
      kind: 'facts',
      onlyWith: { evidence: ['oauth-error'] },
      test: (facts) => {
        const error = bareInvalidClient(facts);
        if (error === undefined || facts.of('aadsts').length > 0 || !provesByAssertion(facts)) return undefined;
        return {
          strength: ownAssertion(facts) === undefined ? 'weak' : 'fair',
          at: error.span,
          says: 'invalid_client without its sentence, and the request proves the app by a signed assertion',
        };
      },
    },
    {
      kind: 'facts',
      onlyWith: { evidence: ['token'] },
      test: (facts) => {
        const late = assertionOutOfTime(facts);
        if (late === undefined || late.clock !== null) return undefined;
        return {
          strength: 'strong',
          at: late.token.span,
          says: `The assertion ended ${Math.round((late.now - late.until) / 60_000)} minutes before the answer: it was kept and sent again`,
        };
      },
    },
    told('certificate-changed', {
      errors: ['invalid_client', 'unauthorized_client'],
      says: 'The app was refused, and its certificate is said to be renewed, over or not registered',
    }),
  ],
  headline: (facts) => {
    if (noKeyset(facts) !== undefined)
      return 'The account that runs this may not use the private key of the certificate, so nothing was signed and nothing sent.';
    if (facts.anyPhrase(...STORE_WORDS) !== undefined)
      return 'The certificate is not in a store of the account that runs this, or it has expired; nothing was sent to Entra ID.';
    const kept = facts.of('aadsts').some((code) => code.code === 700024);
    const unknown = keyNotFound(facts);
    if (unknown !== undefined)
      return `No certificate with the thumbprint ${unknown} is registered for ${theApp(facts)}.`;
    const until = expiredKey(facts);
    if (until !== undefined)
      return `The certificate with which ${theApp(facts)} signs in has expired${until === '' ? '' : ` (valid until ${until})`}.`;
    return kept
      ? `${sentence(theApp(facts))} sent a signed assertion ${overBy(facts)}.`
      : `The certificate or signed assertion of ${theApp(facts)} is not accepted.`;
  },
  steps: (facts) => {
    const thumbprint = thumbprintOf(facts);
    if (noKeyset(facts) !== undefined || facts.anyPhrase(...STORE_WORDS) !== undefined)
      return [
        {
          text: 'See which account the job runs as: it needs the certificate together with its private key. Import the .pfx into that account’s own store, or into Local Machine, Personal.',
        },
        {
          text: 'Local Machine: run certlm.msc, the certificate, All Tasks, Manage Private Keys, and give that account the right to read.',
        },
        {
          text: 'Hand the certificate itself over where a cmdlet looks in the store of the current user only:',
          value: '-Certificate (Get-Item Cert:\\LocalMachine\\My\\THUMBPRINT)',
        },
      ];
    if (expiredKey(facts) !== undefined)
      return [
        {
          text: `Make a new certificate, or renew it in Key Vault, and upload its public part (.cer or .pem): App registrations, ${theApp(facts)}, Certificates & secrets, Certificates.`,
        },
        {
          text: 'Give the program the new certificate with its private key, in every environment, and restart every instance.',
        },
        {
          text: `Then delete the expired one there${thumbprint === undefined ? '.' : ', by its thumbprint:'}`,
          ...withValue(thumbprint),
        },
        { text: 'So that it does not happen again: let Key Vault renew it, or use a managed identity.' },
      ];
    if (facts.of('aadsts').some(({ code }) => code === 700024))
      return [
        {
          text: 'Sign a new assertion for every token request: pass MSAL a function, not a string that was computed at start.',
        },
        {
          text: 'Compare the clock of the machine that signs with the current time that the message gives, and synchronise it:',
          value: 'date -u',
        },
        {
          text: 'Where you build the assertion: nbf now and exp at most ten minutes ahead, both in UTC seconds, and a new jti each time.',
        },
      ];
    return [
      {
        text: `App registrations, ${theApp(facts)}, Certificates & secrets, Certificates: compare the thumbprints with the one that the program uses${thumbprint === undefined ? '.' : ':'}`,
        ...(thumbprint === undefined ? {} : { value: thumbprint }),
      },
      {
        text: 'Upload the public part (.cer or .pem) of exactly that certificate to exactly this app; see that it has not expired.',
      },
      {
        text: 'Let MSAL build the assertion. Where you build it: x5t#S256 (or x5t) is base64url of the raw hash, aud the token endpoint of the tenant, iss and sub the client id, exp at most ten minutes ahead, a new jti each time.',
      },
      {
        text: 'Sign a new assertion for every token request: pass MSAL a function, not a string that was computed at start.',
      },
    ];
  },
  patches: ['client-certificate'],
  check: (facts) =>
    facts.of('aadsts').some(({ code }) => code === 700024)
      ? { text: 'Tokens come for longer than one assertion lives, without a restart.' }
      : {
          text: 'These two are the same:',
          command: `openssl x509 -in cert.pem -noout -fingerprint -sha1; az ad app credential list --id ${facts.values.clientId ?? 'YOUR_CLIENT_ID'} --cert --query "[].customKeyIdentifier"`,
        },
  sources: [
    {
      title: 'Certificate credentials',
      url: 'https://learn.microsoft.com/entra/identity-platform/certificate-credentials',
    },
    {
      title: 'Client assertions in MSAL',
      url: 'https://learn.microsoft.com/entra/msal/dotnet/acquiring-tokens/web-apps-apis/confidential-client-assertions',
    },
  ],
  lastChecked: '2026-11-22',
  hits: [
    {
      paste:
        'Error: error:1E08010C:DECODER routines::unsupported\n    at Sign.sign (node:internal/crypto/sig:128:29)\n    at ClientAssertion.createJwt (node_modules/@azure/msal-node/dist/index.cjs:1203:20)',
    },
    {
      paste: 'The certificate was renewed last night and the new one not uploaded to the registration: invalid_client',
    },
    {
      paste:
        'grant_type=client_credentials&client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer\n{"error":"invalid_client","error_description":"AADSTS50027: JWT token is invalid or malformed."}',
    },
    { paste: 'AADSTS5002730: Invalid JWT token. Unsupported key for the signing algorithm.' },
    {
      paste:
        '{"error":"invalid_client","error_description":"Client assertion application identifier doesn\'t match \'client_id\' parameter."}',
    },
    {
      paste:
        "AADSTS700027: Client assertion contains an invalid signature. [Reason - The key was not found., Thumbprint of key used by client: '0A1B2C3D4E5F60718293A4B5C6D7E8F901234567']",
      verdict: 'certain',
    },
    {
      paste:
        'AADSTS700024: Client assertion is not within its valid time range. Current time: 2026-03-04T08:46:34.5519230Z, assertion valid from 2026-03-04T08:13:12.0000000Z, expiry time of assertion 2026-03-04T08:18:12.0000000Z.',
      verdict: 'likely',
    },
    {
      paste:
        'AADSTS70002: Error validating credentials. AADSTS50012: Client assertion contains an invalid signature. [Reason - The key was not found.]',
      verdict: 'certain',
    },
    {
      paste: "AADSTS700021: Client assertion application identifier doesn't match 'client_id' parameter.",
      verdict: 'certain',
    },
    {
      paste:
        'Connect-ExchangeOnline -Certificate $c\nError Acquiring Token:\nCould not use the certificate for signing. See inner exception for details. https://aka.ms/msal-net-signed-assertion',
    },
    {
      paste:
        'Connect-MgGraph : 0A1B2C3D4E5F60718293A4B5C6D7E8F901234567 certificate was not found or has expired.\nAt C:\\jobs\\licences.ps1:7 char:1',
      verdict: 'likely',
    },
    {
      paste: 'Connect-PnPOnline: Cannot find certificate with this thumbprint in the certificate store.',
      verdict: 'likely',
    },
    { paste: 'Connect-ExchangeOnline : Der Schlüsselsatz ist nicht vorhanden.', verdict: 'likely' },
    { paste: 'CryptographicException: Le jeu de clés n’existe pas.', verdict: 'likely' },
    {
      paste:
        'Error: The file at the specified path does not contain a PEM-encoded certificate.\n    at new ClientCertificateCredential',
      verdict: 'likely',
    },
    {
      paste:
        'POST https://login.microsoftonline.com/7d1f0c9e-5a0b-4a5c-8f65-0f0a4f3f1c22/oauth2/v2.0/token\ngrant_type=client_credentials&client_id=4b2f1d0a-8f7e-4a86-9c55-1f6a0f7f2d31&client_assertion_type=urn%3Aietf%3Aparams%3Aoauth%3Aclient-assertion-type%3Ajwt-bearer&client_assertion=eyJ***\n401 {"error":"invalid_client"}',
      verdict: 'possible',
    },
    {
      paste:
        'java.lang.IllegalArgumentException: PEM certificate provided does not contain -----BEGIN CERTIFICATE-----END CERTIFICATE----- block\n    at com.azure.identity.implementation.util.CertificateUtil.publicKeyFromPem(CertificateUtil.java:79)',
    },
  ],
  nearMisses: [
    { paste: 'Le jeu de clés JWKS de notre API est vide, le jeton arrive', cause: 'not-enough-evidence' },
    { paste: 'This share certificate was not found or has expired. (our gift shop)', cause: 'not-enough-evidence' },
    {
      paste: 'error:0909006C:PEM routines:get_name:no start line\n    at Object.createPrivateKey (nginx key)',
      cause: 'not-enough-evidence',
    },
    {
      paste:
        'grant_type=urn:ietf:params:oauth:grant-type:jwt-bearer&requested_token_use=on_behalf_of\n{"error":"invalid_grant","error_description":"AADSTS50027: JWT token is invalid or malformed."}',
      cause: 'obo-assertion-invalid',
    },
    {
      paste: 'AADSTS70002: Error validating credentials. AADSTS50012: Invalid client secret is provided.',
      cause: 'client-secret-invalid',
    },
    {
      paste:
        "AADSTS700213: No matching federated identity record found for presented assertion subject 'repo:contoso/app:ref:refs/heads/main'.",
      cause: 'federated-credential-mismatch',
    },
  ],
};
