/** A template as JSON, its members in the order in which they are written. */
export interface DeploymentTemplate {
  readonly $schema: string;
  readonly contentVersion: string;
  readonly metadata?: Readonly<Record<string, unknown>>;
  readonly parameters: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly resources: readonly Readonly<Record<string, unknown>>[];
  readonly outputs: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

const DEPLOYMENT = 'why401';

/**
 * The template for a subscription: it makes the resource group and deploys `inner` into it. The inner template stands in
 * it as it is, so that one file is all that has to be handed over, and it is evaluated by itself: its secure parameters
 * stay secure.
 */
export function newResourceGroup(inner: DeploymentTemplate): DeploymentTemplate {
  const names = Object.keys(inner.parameters);
  return {
    $schema: 'https://schema.management.azure.com/schemas/2018-05-01/subscriptionDeploymentTemplate.json#',
    contentVersion: inner.contentVersion,
    metadata: {
      description:
        'why401 in a new resource group: makes the group, then deploys azuredeploy.json into it, which stands inside. Written by scripts/write-new-resource-group.ts: change azuredeploy.json, not this file.',
    },
    parameters: {
      resourceGroupName: {
        type: 'string',
        minLength: 1,
        maxLength: 90,
        metadata: { description: 'Name of the resource group that is made. One that exists already is kept.' },
      },
      ...inner.parameters,
      location: { ...inner.parameters.location, defaultValue: '[deployment().location]' },
    },
    resources: [
      {
        type: 'Microsoft.Resources/resourceGroups',
        apiVersion: '2024-03-01',
        name: "[parameters('resourceGroupName')]",
        location: "[parameters('location')]",
      },
      {
        type: 'Microsoft.Resources/deployments',
        apiVersion: '2022-09-01',
        name: DEPLOYMENT,
        resourceGroup: "[parameters('resourceGroupName')]",
        dependsOn: ["[subscriptionResourceId('Microsoft.Resources/resourceGroups', parameters('resourceGroupName'))]"],
        properties: {
          mode: 'Incremental',
          expressionEvaluationOptions: { scope: 'inner' },
          parameters: Object.fromEntries(names.map((name) => [name, { value: `[parameters('${name}')]` }])),
          template: inner,
        },
      },
    ],
    outputs: Object.fromEntries(
      Object.entries(inner.outputs).map(([name, output]) => [
        name,
        {
          ...output,
          value: `[reference(resourceId(parameters('resourceGroupName'), 'Microsoft.Resources/deployments', '${DEPLOYMENT}'), '2022-09-01').outputs.${name}.value]`,
        },
      ]),
    ),
  };
}
