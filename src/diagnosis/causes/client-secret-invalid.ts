import type { FixStep } from '../diagnosis.ts';
import type { Facts } from '../facts/facts.ts';
import { bareInvalidClient } from './credentials/bare-invalid-client.ts';
import { provesByAssertion } from './credentials/own-assertion.ts';
import { isInAPipeline, NAMES_A_PIPELINE, pipelineSteps } from './credentials/pipeline-secret.ts';
import { sendsNoSecret } from './credentials/sends-no-secret.ts';
import type { RootCause } from './root-cause.ts';
import { retold, told } from './words/told.ts';
import { sentence, theApp } from './words/wording.ts';

function withoutSecret(facts: Facts): FixStep[] {
  const steps = pipelineSteps(facts);
  return steps === undefined ? [] : [steps.without];
}

export const clientSecretInvalid: RootCause = {
  id: 'client-secret-invalid',
  title: 'The client secret is not one of the app',
  owner: 'app-developer',
  explanation:
    'The secret that was sent is none of the values registered for the app. Most often the ID of the secret was copied in place of its value: the portal lists both, the value is shown only once, right after it was made, and the ID has the shape of a GUID. Otherwise the value belongs to another app, lost a character on its way (a shell expands $, form data needs + and / encoded, a file adds a line end), or the running program still holds the value from before a rotation.',
  symptoms: [
    'AADSTS7000215 «Invalid client secret provided»',
    'invalid_client from the token endpoint',
    'It worked until the secret was rotated',
  ],
  // Without a token, what is called next gets none, or the word undefined.
  explains: ['token-missing', 'token-malformed'],
  rules: [
    NAMES_A_PIPELINE,
    {
      kind: 'code',
      codes: [7000215],
      strength: 'decisive',
      says: 'AADSTS7000215: the value sent is no secret of this app',
    },
    {
      kind: 'code',
      codes: [50012, 70002],
      strength: 'decisive',
      when: (_, code) => /invalid client secret/i.test(code.message),
      says: (_, code) => `AADSTS${code.code} with the words «Invalid client secret» is the older form of AADSTS7000215`,
    },
    {
      // RFC 6749, section 5.2: client authentication failed. Without its sentence, the secret is the usual reason, not the only one.
      kind: 'facts',
      phrases: ['client authentication failed (e.g., unknown client', 'identityproviderexception: invalid_client'],
      onlyWith: {
        evidence: ['oauth-error'],
        phrases: ['client authentication failed (e.g., unknown client', 'identityproviderexception: invalid_client'],
      },
      test: (facts) => {
        if (facts.of('aadsts').length > 0 || facts.of('vendor').length > 0) return undefined;
        if (provesByAssertion(facts) || sendsNoSecret(facts)) return undefined;
        const error = bareInvalidClient(facts);
        const at =
          error?.span ??
          facts.anyPhrase(
            'client authentication failed (e.g., unknown client',
            'identityproviderexception: invalid_client',
          );
        return (
          at && {
            strength: 'weak',
            at,
            says: 'invalid_client without its sentence: most often the secret is wrong or over',
          }
        );
      },
    },
    {
      kind: 'facts',
      onlyWith: { evidence: ['oauth-request'], settings: ['client-secret'] },
      test: (facts) => {
        const secret = facts.of('setting').find((item) => item.name === 'client-secret' && item.values[0] === '(guid)');
        const sent = facts.of('oauth-request').find((item) => item.parameters.client_secret === '(guid)');
        const found = secret ?? sent;
        return (
          found && {
            strength: 'strong',
            at: found.span,
            says: 'The secret has the shape of a GUID: that is the ID of a secret, not its value',
          }
        );
      },
    },
    {
      // Entra ID answers 401 at the token endpoint only where the app's own credential is refused (RFC 6749, section 5.2),
      // and Java's HttpURLConnection drops the body of a 401.
      kind: 'phrase',
      phrases: ['retrieve the oauth 2.0 access token response: 401'],
      strength: 'fair',
      when: (facts) =>
        facts.microsoft &&
        facts.of('aadsts').length === 0 &&
        !facts.of('oauth-error').some(({ error }) => error === 'invalid_client'),
      says: 'The token endpoint answered 401, which it does only where the app’s own secret or certificate is refused',
    },
    {
      // Supabase, where the token endpoint refused to redeem the code: it hides the answer.
      kind: 'phrase',
      phrases: ['unable to exchange external code'],
      strength: 'weak',
      when: (facts) => facts.of('aadsts').length === 0 && facts.of('vendor').length === 0,
      says: 'The code could not be redeemed: most often the secret is wrong',
    },
    {
      kind: 'phrase',
      phrases: ['secret id'],
      strength: 'strong',
      when: (facts) =>
        facts.of('aadsts').length === 0 && facts.of('vendor').length === 0 && bareInvalidClient(facts) !== undefined,
      says: 'invalid_client, and the text speaks of the Secret ID: the column «Value» is the secret',
    },
    {
      // The sign-in service of personal accounts, which has no AADSTS number for it.
      kind: 'phrase',
      phrases: ["the provided value for the 'client_secret' parameter is not valid"],
      strength: 'decisive',
      when: (facts) => facts.of('aadsts').length === 0,
      says: 'The sign-in service for personal accounts does not know the secret that was sent',
    },
    told('secret-rotated', {
      strength: 'fair',
      says: 'It fails since the secret was rotated: some instance or setting holds the value from before, or another one',
    }),
    told('secret-changed', {
      errors: ['invalid_client'],
      says: 'The app was refused, and its secret is said to be replaced or changed on its way',
    }),
    retold(
      {
        'secret-said-removed': 'The client secret is said to be deleted: whatever still sends it is refused',
        'secret-id-said-used':
          'The Secret ID is said to be in the place of the secret; the column Value holds the secret',
      },
      { unnamed: 'weak' },
    ),
  ],
  headline: (facts) =>
    facts.of('aadsts').length === 0 && facts.of('told').some((item) => item.circumstance === 'secret-rotated')
      ? `Since the client secret was rotated, ${theApp(facts)} (or one of its instances) sends one that is not valid.`
      : `${sentence(theApp(facts))} sent a client secret that is none of its own: often the secret’s ID in place of its value.`,
  steps: (facts) => [
    { text: `Open Certificates & secrets of ${theApp(facts)}.` },
    {
      text: 'Make a new client secret and copy the column «Value» at once: it is shown only now. The column «Secret ID» is not it.',
    },
    pipelineSteps(facts)?.put ?? {
      text: 'Put the value into the setting that the running program reads, in every environment (server, pipeline, Key Vault, the OAuth connection of an Azure Bot), and restart every instance: a program keeps the old one in memory.',
    },
    { text: 'Delete the old secret when nothing uses it any more.' },
    ...withoutSecret(facts),
  ],
  patches: (facts) => (isInAPipeline(facts) ? [] : ['client-secret']),
  check: (facts) => ({
    text: 'Ask for a token with the new value; the answer must be 200 with an access_token:',
    command: `curl -i https://login.microsoftonline.com/${facts.values.tenant ?? 'YOUR_TENANT_ID'}/oauth2/v2.0/token --data-urlencode client_id=${facts.values.clientId ?? 'YOUR_CLIENT_ID'} --data-urlencode "client_secret=$CLIENT_SECRET" --data-urlencode scope=https://graph.microsoft.com/.default --data-urlencode grant_type=client_credentials`,
  }),
  sources: [
    {
      title: 'AADSTS7000215 invalid client secret',
      url: 'https://learn.microsoft.com/troubleshoot/entra/entra-id/app-integration/error-code-aadsts7000215-invalid-client-secret',
    },
    {
      title: 'Add credentials to an app',
      url: 'https://learn.microsoft.com/entra/identity-platform/how-to-add-credentials',
    },
  ],
  lastChecked: '2026-11-22',
  hits: [
    {
      paste:
        'Somebody deleted the old client secret in the Azure portal, since then the nightly job cannot get a token.',
    },
    { paste: 'I pasted the Secret ID and not the value, is that why Microsoft says invalid client secret?' },
    { paste: 'We rotated the client secret yesterday, since then the refresh of the Graph token fails' },
    { paste: 'Wir haben das Client Secret erneuert, seitdem schlägt jede Erneuerung des Tokens fehl' },
    {
      paste:
        'HTTP POST https://login.microsoftonline.com/f1d3c7de-5d3c-4b0b-9a3f-b8e2f7f5c0aa/oauth2/v2.0/token\n[invalid_token_response] An error occurred while attempting to retrieve the OAuth 2.0 Access Token Response: 401 Unauthorized: [no body]',
      verdict: 'possible',
    },
    { paste: 'We rotated the secret, but the pods still have the old one: invalid_client', verdict: 'likely' },
    {
      paste:
        'Application (client) ID   7d1f0c9e-5a0b-4a5c-8f65-0f0a4f3f1c22\nSecret value   5a1c9b54-6d1e-4a0e-9d70-2b0a2f1c4e77',
    },
    { paste: 'error=server_error&error_description=Unable+to+exchange+external+code%3A+0.AX', verdict: 'possible' },
    {
      paste: 'The secret I send is the Secret ID from the portal, and the token endpoint answers invalid_client',
      verdict: 'likely',
    },
    {
      paste:
        'Fatal error: Uncaught League\\OAuth2\\Client\\Provider\\Exception\\IdentityProviderException: invalid_client in GenericProvider.php:222',
      verdict: 'possible',
    },
    {
      paste:
        '{"error":"invalid_client","error_description":"AADSTS7000215: Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app \'7d1f0c9e-5a0b-4a5c-8f65-0f0a4f3f1c22\'.","error_codes":[7000215]}',
      verdict: 'certain',
    },
    {
      paste: 'AADSTS70002: Error validating credentials. AADSTS50012: Invalid client secret is provided.',
      verdict: 'certain',
    },
    {
      paste:
        'oauth2: cannot fetch token: 401 Unauthorized\nResponse: {"error":"invalid_client","error_description":"The provided value for the \'client_secret\' parameter is not valid."}',
      verdict: 'certain',
    },
  ],
  nearMisses: [
    {
      paste: 'The client secret was rotated last week without downtime, nothing failed since',
      cause: 'not-enough-evidence',
    },
    {
      paste:
        'HTTP POST https://sso.contoso.example/realms/main/protocol/openid-connect/token\n[invalid_token_response] An error occurred while attempting to retrieve the OAuth 2.0 Access Token Response: 401 Unauthorized: [no body]',
      cause: 'not-enough-evidence',
    },
    {
      paste:
        "AADSTS7000222: The provided client secret keys for app '7d1f0c9e-5a0b-4a5c-8f65-0f0a4f3f1c22' are expired.",
      cause: 'client-secret-expired',
    },
  ],
};
