import type { FixStep } from '../../diagnosis.ts';
import type { Facts } from '../../facts/facts.ts';
import type { FactRule } from '../root-cause.ts';

/** Azure Identity tries one credential after the other. */
export const CHAINS = ['defaultazurecredential', 'chainedtokencredential'] as const;
/** What a chain says in the end, in its languages. */
const CHAIN_FAILED = [
  'failed to retrieve a token from the included credentials',
  'defaultazurecredential: failed to acquire a token',
  'chainedtokencredential: failed to acquire a token',
  'no credential in this chain provided a token',
] as const;
/** One of them was set up, and was refused: then that is the matter. */
const REFUSED = [
  'credential authentication failed',
  'identity not found',
  'has not been assigned to this resource',
  'managed identity returned',
] as const;

/** What one credential says that reads the environment. */
export const NOT_CONFIGURED = [
  'the workload options are not fully configured',
  'environment variables are not fully configured',
  // Azure Identity for Go, of the file, the client and the tenant of a workload identity.
  'specified. check pod configuration or set',
] as const;

/** Whether a chain of credentials came to its end, and none of them was set up. */
function chainFindsNone(facts: Facts): boolean {
  return (
    facts.anyPhrase(...CHAIN_FAILED) !== undefined &&
    facts.anyPhrase(...REFUSED) === undefined &&
    facts.of('aadsts').length === 0 &&
    facts.of('oauth-error').length === 0
  );
}

/** The same of a chain or of a credential that reads the environment. */
export function findsNoCredential(facts: Facts): boolean {
  return chainFindsNone(facts) || (facts.anyPhrase(...NOT_CONFIGURED) !== undefined && facts.of('aadsts').length === 0);
}

/** https://learn.microsoft.com/dotnet/azure/sdk/authentication/credential-chains */
export const NO_CREDENTIAL_IN_CHAIN: FactRule = {
  kind: 'facts',
  phrases: [...CHAIN_FAILED, ...REFUSED],
  onlyWith: { phrases: CHAIN_FAILED },
  test: (facts) =>
    chainFindsNone(facts)
      ? {
          strength: 'fair',
          at: facts.anyPhrase(...CHAIN_FAILED)!,
          says: 'The chain went through all its credentials, and none of them is set up where the program runs',
        }
      : undefined,
};

/** One way for each place where programs run. */
export const CREDENTIAL_FOR_EACH_PLACE: readonly FixStep[] = [
  {
    text: 'On a server, in a container or a pipeline: set these in the environment of the process, and start it anew (a certificate: AZURE_CLIENT_CERTIFICATE_PATH in place of the secret):',
    value: 'AZURE_TENANT_ID=…\nAZURE_CLIENT_ID=…\nAZURE_CLIENT_SECRET=(the value, from a secret store)',
  },
  {
    text: 'On a resource of Azure: switch on a managed identity there (Identity, System assigned), or name the user-assigned one in AZURE_CLIENT_ID. In AKS the pod has the label azure.workload.identity/use: "true", and its service account the annotation azure.workload.identity/client-id.',
  },
  {
    text: 'On your own machine: sign in with a tool that the chain asks, as the same operating-system user.',
    value: 'az login',
  },
];
