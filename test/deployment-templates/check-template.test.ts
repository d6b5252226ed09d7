import { describe, expect, test } from 'vitest';
import { checkParameters } from './arm/check-parameters.ts';
import { checkTemplate } from './arm/check-template.ts';
import { readParameters, type Template } from './arm/template.ts';
import { azuredeploy, filledIn, newResourceGroup } from './templates-in-hand.ts';

type Json = Record<string, unknown>;

/** A template of which one thing is changed: what a check of templates has to find. */
function changed(template: Template, change: (template: Json) => void): Template {
  const copy = structuredClone(template) as unknown as Json;
  change(copy);
  return copy as unknown as Template;
}

const found = (change: (template: Json) => void): readonly string[] =>
  checkTemplate(changed(azuredeploy, change), filledIn('azuredeploy', 'large'));

// biome-ignore lint/suspicious/noExplicitAny: what is changed here is wrong on purpose
type Any = any;

const resource = (template: Json, type: string, name = ''): Any =>
  (template.resources as Any[]).find((one) => one.type === type && one.name.includes(name));
const site = (template: Json): Any => resource(template, 'Microsoft.Web/sites');
const setting = (template: Json, name: string): Any =>
  site(template).properties.siteConfig.appSettings.find((one: Any) => one.name === name);

describe('a change that breaks the template is found', () => {
  test.each<[string, RegExp, (template: Any) => void]>([
    ['another $schema', /\$schema/, (t) => (t.$schema = 'https://schema.management.azure.com/schemas/2015-01-01/x#')],
    ['a bracket less', /one bracket|expected/, (t) => (t.variables.siteName = "[parameters('botName')")],
    ['a parenthesis less', /expected/, (t) => (t.variables.siteName = "[toLower(parameters('botName')]")],
    ['a quote less', /expected/, (t) => (t.variables.siteName = "[parameters('botName)]")],
    [
      'a misspelt function',
      /function toLowercase/,
      (t) => (t.variables.siteName = "[toLowercase(parameters('botName'))]"),
    ],
    ['an argument too many', /empty has 2/, (t) => (setting(t, 'WHY401_WEBHOOK_URL').value = "[empty('a', 'b')]")],
    ['a parameter that is not declared', /botname is used/, (t) => (t.variables.planName = "[parameters('botname')]")],
    [
      'a parameter that is not used',
      /extra is declared and not used/,
      (t) => {
        t.parameters.extra = { type: 'string', metadata: { description: 'Something that nobody asks for.' } };
      },
    ],
    [
      'a variable that is not declared',
      /sitename is used/,
      (t) => (t.outputs.webAppName.value = "[variables('sitename')]"),
    ],
    ['a variable that is not used', /unused is declared/, (t) => (t.variables.unused = 'x')],
    ['no description', /logLevel is not described/, (t) => delete t.parameters.logLevel.metadata],
    [
      'a description that says nothing',
      /logLevel is not described/,
      (t) => (t.parameters.logLevel.metadata.description = 'Level'),
    ],
    ['an output without description', /outputs.vaultName/, (t) => delete t.outputs.vaultName.metadata],
    ['a default that is not allowed', /not among/, (t) => (t.parameters.appServiceSku.defaultValue = 'F1')],
    [
      'a default for a secret',
      /databasePassword is secure and has a default/,
      (t) => {
        t.parameters.databasePassword.defaultValue = '';
      },
    ],
    [
      'a secret that is no secure parameter',
      /metricsToken sounds like a secret/,
      (t) => {
        t.parameters.metricsToken.type = 'string';
      },
    ],
    [
      'a secret in an output',
      /outputs.vaultName.value holds databasePassword/,
      (t) => {
        t.outputs.vaultName.value = "[concat(variables('vaultName'), parameters('databasePassword'))]";
      },
    ],
    [
      'a secret in an app setting',
      /holds metricsToken/,
      (t) => {
        setting(t, 'WHY401_METRICS_TOKEN').value = "[parameters('metricsToken')]";
      },
    ],
    [
      'a secret in an app setting, on one side of an if',
      /holds webhookUrl/,
      (t) => {
        setting(t, 'WHY401_WEBHOOK_URL').value = "[if(empty(parameters('webhookUrl')), '', parameters('webhookUrl'))]";
      },
    ],
    [
      'a secret by way of a variable',
      /variables.databaseUser holds tokenKeys/,
      (t) => {
        t.variables.databaseUser = "[concat('x', parameters('tokenKeys'))]";
      },
    ],
    ['an unknown version', /sites@2099-01-01 is not known/, (t) => (site(t).apiVersion = '2099-01-01')],
    ['an unknown type', /Microsoft.Web\/site@/, (t) => (site(t).type = 'Microsoft.Web/site')],
    [
      'a name with one segment too many',
      /has 1 names, not 2/,
      (t) => (site(t).name = "[concat(variables('siteName'), '/x')]"),
    ],
    [
      'a name that Azure does not take',
      /does not take this name/,
      (t) => (t.variables.vaultName = "[concat('why401-vault-of-', variables('suffix'))]"),
    ],
    ['no location', /has no location/, (t) => delete site(t).location],
    [
      'a location that is not wanted',
      /takes no location/,
      (t) => (resource(t, 'Microsoft.KeyVault/vaults/secrets').location = 'westeurope'),
    ],
    [
      'a dependency that is not there',
      /not there/,
      (t) => site(t).dependsOn.push("[resourceId('Microsoft.Web/serverfarms', 'x')]"),
    ],
    [
      'a name of a resource that is not there',
      /not there/,
      (t) => {
        site(t).properties.serverFarmId = "[resourceId('Microsoft.Web/serverfarms', 'x')]";
      },
    ],
    [
      'a subnet that is not there',
      /subnets\/web, which is not there/,
      (t) => {
        site(t).properties.virtualNetworkSubnetId =
          "[resourceId('Microsoft.Network/virtualNetworks/subnets', variables('networkName'), 'web')]";
      },
    ],
    [
      'a resource that is gone',
      /not there/,
      (t) => {
        t.resources = t.resources.filter(({ type }: { type: string }) => type !== 'Microsoft.Insights/components');
      },
    ],
    ['a resource twice', /twice/, (t) => t.resources.push(site(t))],
    [
      'a dependency left out, of a resource whose state is asked for',
      /does not depend on it/,
      (t) => {
        resource(t, 'Microsoft.BotService/botServices').dependsOn = [];
      },
    ],
    [
      'a dependency left out, of a parent',
      /does not depend on its parent/,
      (t) => {
        resource(t, 'Microsoft.BotService/botServices/channels').dependsOn = [];
      },
    ],
    [
      'a dependency left out, of a resource that is extended',
      /does not depend on its parent/,
      (t) => {
        resource(t, 'Microsoft.Insights/diagnosticSettings', 'logs').dependsOn.shift();
      },
    ],
    [
      'a circle',
      /depends on itself/,
      (t) => {
        resource(t, 'Microsoft.Web/serverfarms').dependsOn = [
          "[resourceId('Microsoft.Web/sites', variables('siteName'))]",
        ];
      },
    ],
    [
      'an output of a resource that is not there',
      /outputs ask for/,
      (t) => {
        t.outputs.vaultName.value = "[reference(resourceId('Microsoft.KeyVault/vaults', 'x'), '2023-07-01').clientId]";
      },
    ],
    [
      'a resource group at the scope of a group only',
      /no resource group|Cannot|worked out/,
      (t) => (t.variables.suffix = '[resourceGroup().tags]'),
    ],
  ])('%s', (_, words, change) => {
    expect(found(change).join('\n')).toMatch(words);
  });
});

describe('a change that breaks the template for a new resource group is found', () => {
  const foundOutside = (change: (template: Json) => void): string =>
    checkTemplate(changed(newResourceGroup, change), filledIn('new-resource-group', 'small'), 'subscription').join(
      '\n',
    );

  test.each<[string, RegExp, (template: Any, deployment: Any) => void]>([
    [
      'evaluated outside',
      /not evaluated by itself/,
      (_t, d) => (d.properties.expressionEvaluationOptions.scope = 'outer'),
    ],
    ['a parameter that is not handed on', /not given keepDays/, (_t, d) => delete d.properties.parameters.keepDays],
    [
      'a parameter that nobody inside wants',
      /has no parameter more/,
      (_t, d) => (d.properties.parameters.more = { value: 1 }),
    ],
    [
      'secure outside only',
      /secure outside and not inside/,
      (_t, d) => {
        d.properties.template.parameters.webhookUrl.type = 'string';
      },
    ],
    [
      'what is wrong inside',
      /inner template: variables.unused/,
      (_t, d) => (d.properties.template.variables.unused = 'x'),
    ],
    ['the schema of a group', /\$schema/, (t) => (t.$schema = azuredeploy.$schema)],
    ['the group left out of what comes before', /does not depend on its parent/, (_t, d) => delete d.dependsOn],
    [
      'a group that is not there',
      /depends on .* not there/,
      (_t, d) => (d.dependsOn = ["[subscriptionResourceId('Microsoft.Resources/resourceGroups', 'x')]"]),
    ],
    [
      'the location of a group that is not there yet',
      /no resource group/,
      (t) => {
        t.parameters.location.defaultValue = '[resourceGroup().location]';
        t.resources[0].location = '[resourceGroup().location]';
      },
    ],
  ])('%s', (_, words, change) => {
    expect(foundOutside((template) => change(template, (template.resources as Any[])[1]))).toMatch(words);
  });
});

describe('what is allowed is not found', () => {
  test.each<[string, (template: Any) => void]>([
    ['a literal bracket', (t) => (t.variables.databaseUser = '[[why401]')],
    [
      'whether a secret is empty',
      (t) => (t.outputs.vaultName.value = "[if(empty(parameters('webhookUrl')), variables('vaultName'), 'x')]"),
    ],
    [
      'a dependency by way of another',
      (t) => site(t).dependsOn.splice(site(t).dependsOn.indexOf("[variables('identityId')]"), 1),
    ],
  ])('%s', (_, change) => {
    expect(found(change)).toEqual([]);
  });
});

describe('a change that breaks a parameters file is found', () => {
  test.each<[string, RegExp, (parameters: Any) => void]>([
    [
      'a secret in the clear',
      /databasePassword is secure and stands in the clear/,
      (p) => (p.databasePassword = { value: 'x' }),
    ],
    ['an unknown parameter', /botname is no parameter/, (p) => (p.botname = { value: 'x' })],
    ['what has to be there', /botName is missing/, (p) => delete p.botName],
    ['another type', /minInstances is not of the type int/, (p) => (p.minInstances.value = '1')],
    ['a value that is not allowed', /appServiceSku is not among/, (p) => (p.appServiceSku.value = 'F1')],
    ['too many', /maxInstances is too small or too large/, (p) => (p.maxInstances.value = 11)],
    ['too short', /botName is too short or too long/, (p) => (p.botName.value = 'x')],
    [
      'a placeholder that Azure would take',
      /ssoAppId is not filled in/,
      (p) => (p.ssoAppId.value = `<${'x'.repeat(34)}>`),
    ],
  ])('%s', (_, words, change) => {
    const file = structuredClone(readParameters('azuredeploy.parameters.large.json'));
    change(file.parameters);
    expect(checkParameters(file, azuredeploy).join('\n')).toMatch(words);
  });

  test('a secret by a reference to a key vault is allowed', () => {
    const file = readParameters('azuredeploy.parameters.small.json');
    const parameters = { ...file.parameters, databasePassword: { reference: { secretName: 'database-password' } } };
    expect(checkParameters({ ...file, parameters }, azuredeploy)).toEqual([]);
  });
});
