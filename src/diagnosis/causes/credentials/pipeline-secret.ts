import type { FixStep } from '../../diagnosis.ts';
import type { Facts } from '../../facts/facts.ts';
import { madeOnce } from '../../made-once.ts';
import type { Rule } from '../root-cause.ts';

/** Where a pipeline keeps the secret that it signs in with, and how it does without one. */
interface Pipeline {
  readonly phrases: readonly string[];
  readonly put: (clientId: string) => FixStep;
  readonly without: FixStep;
}

const TERRAFORM: Pipeline = {
  phrases: [
    'arm_client_secret',
    'arm_client_id',
    'registry.terraform.io/hashicorp/azure',
    'building azurerm client',
    'provider "azurerm"',
  ],
  put: () => ({
    text: 'Put the value where Terraform reads it (client_secret of the provider, or the variable of the runner), and run it again:',
    value: 'ARM_CLIENT_SECRET',
  }),
  without: {
    text: 'Better without a secret: a federated credential for the runner on this app, and in the provider (or as ARM_USE_OIDC):',
    value: 'use_oidc = true',
  },
};

const PIPELINES: readonly Pipeline[] = [
  TERRAFORM,
  {
    phrases: ['azure/login@', 'github.com/azure/login', 'azure_credentials', '::error::'],
    put: () => ({
      text: 'Put the value into the secret of the repository (Settings, Secrets and variables, Actions; one of an environment goes before it): clientSecret in the JSON that azure/login gets as creds, and run the job again.',
      value: 'gh secret set AZURE_CREDENTIALS < creds.json',
    }),
    without: {
      text: 'Better without a secret: Certificates & secrets, Federated credentials, «GitHub Actions deploying Azure resources» for this repository and branch or environment; then azure/login with client-id, tenant-id and subscription-id, and in the workflow:',
      value: 'permissions: { id-token: write, contents: read }',
    },
  },
  {
    phrases: [
      '##[error]',
      '##vso[',
      'azurecli@',
      'azurepowershell@',
      'azureappservicedeploytsg',
      'azure resource manager service connection',
    ],
    put: () => ({
      text: 'Azure DevOps, Project settings, Service connections, the connection, Edit: enter the value as service principal key, «Verify and save» (a connection that Azure DevOps made itself renews its secret by that), and run the pipeline again.',
    }),
    without: {
      text: 'Better without a secret: «Convert» on the page of the service connection makes it one with workload identity federation.',
    },
  },
  {
    phrases: ['cluster-autoscaler', 'cloud-controller-manager', 'az aks'],
    put: (clientId) => ({
      text: 'A cluster of AKS keeps its own copy of the secret; give it the new one (the nodes are renewed by that, one after another):',
      value: `az aks update-credentials --resource-group GROUP --name CLUSTER --reset-service-principal --service-principal ${clientId} --client-secret "$CLIENT_SECRET"`,
    }),
    without: {
      text: 'Better without a secret: let the cluster use a managed identity:',
      value: 'az aks update --resource-group GROUP --name CLUSTER --enable-managed-identity',
    },
  },
];

/** Declares the marks of pipelines; it tells no cause. */
export const NAMES_A_PIPELINE: Rule = {
  kind: 'facts',
  phrases: PIPELINES.flatMap(({ phrases }) => phrases),
  onlyWith: 'its phrases',
  test: () => undefined,
};

/** Headline, steps and code ask for it in turn. */
const PIPELINE = madeOnce((facts: Facts): { readonly found: Pipeline | undefined } => ({
  found: PIPELINES.find(({ phrases }) => facts.anyPhrase(...phrases) !== undefined),
}));

function pipelineOf(facts: Facts): Pipeline | undefined {
  return facts.once(PIPELINE).found;
}

/** Whether a pipeline signs in, which has settings and no code of its own. */
export function isInAPipeline(facts: Facts): boolean {
  return pipelineOf(facts) !== undefined;
}

/** Where the new secret goes, and how to do without it; nothing where no pipeline shows. */
export function pipelineSteps(facts: Facts): { readonly put: FixStep; readonly without: FixStep } | undefined {
  const pipeline = pipelineOf(facts);
  return pipeline && { put: pipeline.put(facts.values.clientId ?? 'YOUR_CLIENT_ID'), without: pipeline.without };
}
