import type { Facts } from '../facts/facts.ts';
import { isInAPipeline, NAMES_A_PIPELINE, pipelineSteps } from './credentials/pipeline-secret.ts';
import type { RootCause } from './root-cause.ts';
import { retold, told } from './words/told.ts';
import { instant, ourApp, sentence, signInReference, theApp } from './words/wording.ts';

/** The token endpoint answers 401 only where it refuses what proves the app (RFC 6749, section 5.2): here without its body. */
function bare401(facts: Facts): boolean {
  return (
    facts.status === 401 &&
    facts.token === null &&
    (facts.api === null || facts.api === 'own-api') &&
    facts.of('oauth-error').length === 0 &&
    facts.of('oauth-request').some((item) => item.endpoint === 'token')
  );
}

export const clientSecretExpired: RootCause = {
  id: 'client-secret-expired',
  title: 'The client secret has expired',
  owner: 'app-developer',
  explanation:
    'A client secret lives for at most two years. From the day it ends the token endpoint refuses it, in every environment at once; tokens issued before work on until they expire, so it can take an hour until everybody notices.',
  symptoms: [
    'AADSTS7000222 «The provided client secret keys for app … are expired.»',
    'Everything worked for months or years and stopped without a change',
  ],
  explains: ['client-secret-invalid', 'token-missing', 'token-malformed'],
  rules: [
    NAMES_A_PIPELINE,
    {
      kind: 'code',
      codes: [7000222],
      strength: 'decisive',
      says: 'AADSTS7000222: the secret that was sent has expired',
    },
    {
      kind: 'code',
      codes: [50012, 70002, 7000215],
      strength: 'decisive',
      when: (_, code) => /keys? (?:are|is|has) expired|secret[^.]{0,60}expired/i.test(code.message),
      says: 'The text says that the key has expired',
    },
    {
      kind: 'code',
      codes: [7000215, 50012],
      strength: 'hint',
      when: (_, code) => /invalid client secret/i.test(code.message),
      says: 'An expired secret that was deleted since looks the same',
    },
    {
      kind: 'phrase',
      phrases: [
        'client secret keys for app',
        'client secret is expired',
        'client secret has expired',
        'invalidclientsecretexpiredkeysprovided',
        'clientsecretcredential authentication failed: the provided client secret keys',
      ],
      strength: 'strong',
      when: (facts) => facts.microsoft || facts.of('oauth-error').length > 0,
      says: 'The text speaks of an expired client secret',
    },
    {
      // In the person's own words, beside the error that an expired secret gives (RFC 6749, section 5.2).
      kind: 'phrase',
      phrases: [
        'secret expired',
        'secret is expired',
        'secret has expired',
        'secret had expired',
        'expired secret',
        'secret expires on',
      ],
      strength: 'strong',
      when: (facts) =>
        facts.of('aadsts').length === 0 &&
        facts.of('vendor').length === 0 &&
        facts.of('oauth-error').some(({ error }) => error === 'invalid_client'),
      says: 'invalid_client, and the secret is said to be over',
    },
    {
      // The list of the app's secrets, in which none is left, beside the error that this gives.
      kind: 'facts',
      onlyWith: { settings: ['secret-end'] },
      test: (facts) => {
        const ends = facts.of('setting').filter((item) => item.name === 'secret-end');
        const last = Math.max(...ends.map((item) => Date.parse(item.values[0]!)));
        const refused = facts.of('oauth-error').some(({ error }) => error === 'invalid_client') || bare401(facts);
        if (ends.length === 0 || !refused || facts.of('aadsts').length > 0 || facts.of('vendor').length > 0)
          return undefined;
        return last < (facts.at ?? facts.now)
          ? { strength: 'strong', at: ends[0]?.span, says: `The last secret in the list ended on ${instant(last)}` }
          : undefined;
      },
    },
    told('secret-ended', {
      errors: ['invalid_client'],
      says: 'The app was refused, and its secret is said to be over',
    }),
    retold({ 'secret-said-expired': 'The client secret is said to have expired' }, { unnamed: 'weak' }),
  ],
  headline: (facts) => `The client secret of ${theApp(facts)} has expired.`,
  steps: (facts) => [
    {
      text: `App registrations, ${theApp(facts)}, Certificates & secrets: make a new client secret and copy the column «Value» at once (not the «Secret ID»).`,
    },
    pipelineSteps(facts)?.put ?? {
      text: 'Put it into every place that holds the old one: settings, Key Vault, pipelines, the OAuth connection of an Azure Bot.',
    },
    {
      text: isInAPipeline(facts)
        ? 'Delete the expired secret.'
        : 'Restart the program, then delete the expired secret.',
    },
    pipelineSteps(facts)?.without ?? {
      text: 'So that it does not happen again: a certificate or a managed identity (federated credential) in place of the secret, or a reminder 30 days ahead.',
    },
  ],
  patches: (facts) => (isInAPipeline(facts) ? [] : ['client-secret']),
  check: (facts) => ({
    text: 'Ask for a token with the new value; the answer is 200:',
    command: `curl -i https://login.microsoftonline.com/${facts.values.tenant ?? 'YOUR_TENANT_ID'}/oauth2/v2.0/token --data-urlencode client_id=${facts.values.clientId ?? 'YOUR_CLIENT_ID'} --data-urlencode "client_secret=$CLIENT_SECRET" --data-urlencode scope=https://graph.microsoft.com/.default --data-urlencode grant_type=client_credentials`,
  }),
  forward: (facts) =>
    `${sentence(ourApp(facts))} can no longer sign in: its client secret has expired${signInReference(facts)}. Please make a new one (Certificates & secrets) and hand over its value in a safe way.`,
  sources: [
    {
      title: 'AADSTS7000222',
      url: 'https://learn.microsoft.com/troubleshoot/entra/entra-id/app-integration/error-code-aadsts7000222-invalid-client-secret',
    },
    {
      title: 'Add credentials to an app',
      url: 'https://learn.microsoft.com/entra/identity-platform/how-to-add-credentials',
    },
  ],
  lastChecked: '2026-11-22',
  hits: [
    { paste: 'The client secret of our Entra app ran out at the weekend. Who makes a new one?' },
    {
      paste:
        'oauth2: cannot fetch token: 401 Unauthorized POST https://login.microsoftonline.com/7d1f0c9e-5a0b-4a5c-8f65-0f0a4f3f1c22/oauth2/v2.0/token\nresource "azuread_application_password" "wiki" {\n  end_date = "2026-03-03T00:00:00Z"\n}',
      verdict: 'likely',
    },
    { paste: 'Certificates & secrets: our secret ran out on Sunday. Every job says invalid_client', verdict: 'likely' },
    {
      paste:
        'invalid_client at every login\n$ az ad app credential list --id 7d1f0c9e-5a0b-4a5c-8f65-0f0a4f3f1c22\n[{ "displayName": "prod", "endDateTime": "2026-03-03T23:59:00Z", "keyId": "5a1c9b54-6d1e-4a0e-9d70-2b0a2f1c4e77" }]',
    },
    {
      paste: 'invalid_client since yesterday, the secret expired on 11/20/2026 says the Azure portal',
      verdict: 'likely',
    },
    {
      paste:
        "AADSTS7000222: The provided client secret keys for app '7d1f0c9e-5a0b-4a5c-8f65-0f0a4f3f1c22' are expired. Visit the Azure portal to create new keys for your app: https://aka.ms/NewClientSecret",
      verdict: 'certain',
    },
    {
      paste:
        '{"error":"invalid_client","error_description":"AADSTS70002: Error validating credentials. AADSTS50012: The provided client secret keys are expired.","error_codes":[70002,50012]}',
      verdict: 'certain',
    },
    {
      paste:
        'azure.core.exceptions.ClientAuthenticationError: Authentication failed: AADSTS7000222: The provided client secret keys for app are expired.\nTerraform: Error: building account',
      verdict: 'certain',
    },
  ],
  nearMisses: [
    {
      paste:
        'oauth2: cannot fetch token: 401 Unauthorized POST https://login.microsoftonline.com/7d1f0c9e-5a0b-4a5c-8f65-0f0a4f3f1c22/oauth2/v2.0/token\nresource "azuread_application_password" "wiki" {\n  end_date = "2099-03-03T00:00:00Z"\n}',
      cause: 'not-enough-evidence',
    },
    {
      paste:
        'invalid_client at every login\n$ az ad app credential list --id 7d1f0c9e-5a0b-4a5c-8f65-0f0a4f3f1c22\n[{ "displayName": "prod", "endDateTime": "2099-03-03T23:59:00Z", "keyId": "5a1c9b54-6d1e-4a0e-9d70-2b0a2f1c4e77" }]',
      cause: 'client-secret-invalid',
    },
    {
      paste:
        "AADSTS7000215: Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '7d1f0c9e-5a0b-4a5c-8f65-0f0a4f3f1c22'.",
      cause: 'client-secret-invalid',
    },
    {
      paste:
        'AADSTS700027: The certificate used to sign the client assertion has expired. [Reason - The key used is expired.]',
      cause: 'client-assertion-invalid',
    },
  ],
};
