import { type DeployedResource, deploy } from './deployed.ts';
import type { Surroundings } from './evaluate-expression.ts';
import { FUNCTIONS } from './evaluate-expression.ts';
import { type Expression, expressionOf, partsOf } from './parse-expression.ts';
import { RESOURCE_TYPES } from './resource-types.ts';
import { isSecure, stringsIn, type Template } from './template.ts';

const SCHEMAS: Readonly<Record<Surroundings['scope'], string>> = {
  'resource-group': 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
  subscription: 'https://schema.management.azure.com/schemas/2018-05-01/subscriptionDeploymentTemplate.json#',
};

/** Where the value of a secure parameter may go: places that Azure itself never shows again. */
const SECURE_PLACES: readonly (readonly [type: string, path: RegExp])[] = [
  ['Microsoft.KeyVault/vaults/secrets', /^properties\.value$/],
  ['Microsoft.DBforPostgreSQL/flexibleServers', /^properties\.administratorLoginPassword$/],
  ['Microsoft.BotService/botServices/connections', /^properties\.clientSecret$/],
  ['Microsoft.Resources/deployments', /^properties\.parameters\.\w+\.value$/],
];

/** What a look at the names says of a parameter, whatever its type claims. */
const SECRET_NAME = /secret|password|keys?$|token$|webhookUrl|databaseUrl/i;

/**
 * What is wrong with a template, in words that name the place. Nothing where it is right.
 *
 * @param given parameters to try it with, the secure ones among them
 */
export function checkTemplate(
  template: Template,
  given: Readonly<Record<string, unknown>>,
  scope: Surroundings['scope'] = 'resource-group',
): readonly string[] {
  const unreadable = expressionProblems(template);
  // The other checks work the expressions out.
  if (unreadable.length > 0) return unreadable;
  const expressions = expressionsIn(template);
  return [
    ...schemaProblems(template, scope),
    ...declarationProblems(template, expressions),
    ...parameterProblems(template),
    ...secretProblems(template, expressions),
    ...deployedProblems(template, given, scope),
    ...innerProblems(template, given),
  ];
}

/** Every string of the template outside of an inner one. */
function* ownStrings(template: Template): Generator<readonly [string, readonly string[]]> {
  for (const [text, path] of stringsIn(template)) if (!isInner(path)) yield [text, path];
}

function isInner(path: readonly string[]): boolean {
  return path[0] === 'resources' && path[2] === 'properties' && path[3] === 'template';
}

type PlacedExpression = readonly [expression: Expression, path: readonly string[]];

function expressionsIn(template: Template): readonly PlacedExpression[] {
  return [...ownStrings(template)].flatMap(([text, path]) => {
    const expression = expressionOf(text);
    return expression === null ? [] : [[expression, path] as const];
  });
}

function expressionProblems(template: Template): string[] {
  return [...ownStrings(template)].flatMap(([text, path]) => {
    try {
      const expression = expressionOf(text);
      if (expression === null)
        return /^\[|\]$/.test(text) && !text.startsWith('[[') ? [`${path.join('.')}: one bracket only`] : [];
      return [...partsOf(expression)].flatMap((part) => callProblem(part, path));
    } catch (error) {
      return [`${path.join('.')}: ${String(error)}`];
    }
  });
}

function callProblem(part: Expression, path: readonly string[]): string[] {
  if (part.kind !== 'call') return [];
  const known = Object.hasOwn(FUNCTIONS, part.name) ? FUNCTIONS[part.name] : undefined;
  if (known === undefined) return [`${path.join('.')}: the function ${part.name} is not known`];
  const [least, most] = known.arity;
  const count = part.args.length;
  return count < least || count > most ? [`${path.join('.')}: ${part.name} has ${count} arguments`] : [];
}

function schemaProblems({ $schema, contentVersion }: Template, scope: Surroundings['scope']): string[] {
  return [
    ...($schema === SCHEMAS[scope] ? [] : [`$schema is not the one for a ${scope}`]),
    ...(/^\d+\.\d+\.\d+\.\d+$/.test(contentVersion) ? [] : ['contentVersion has not four parts']),
  ];
}

function declarationProblems(template: Template, expressions: readonly PlacedExpression[]): string[] {
  const calls = expressions.flatMap(([expression]) => [...partsOf(expression)]);
  return (['parameters', 'variables'] as const).flatMap((kind) => {
    const declared = Object.keys(template[kind] ?? {});
    const used = new Set(calls.flatMap((part) => (part.kind === 'call' && part.name === kind ? [nameIn(part)] : [])));
    return [
      ...declared.filter((name) => !used.has(name)).map((name) => `${kind}.${name} is declared and not used`),
      ...[...used].filter((name) => !declared.includes(name)).map((name) => `${kind}.${name} is used and not declared`),
    ];
  });
}

function nameIn({ args: [name] }: Extract<Expression, { kind: 'call' }>): string {
  return name?.kind === 'text' ? name.value : '(worked out)';
}

const PARAMETER_TYPES: ReadonlySet<string> = new Set(['string', 'securestring', 'int', 'bool']);

function parameterProblems(template: Template): string[] {
  const described = Object.entries(template.parameters).flatMap(([name, parameter]) => {
    const { type, defaultValue, allowedValues, metadata } = parameter;
    const at = `parameters.${name}`;
    return [
      ...(PARAMETER_TYPES.has(type) ? [] : [`${at}: the type ${type} is not known`]),
      ...(isSentence(metadata?.description) ? [] : [`${at} is not described`]),
      ...(allowedValues === undefined || defaultValue === undefined || allowedValues.includes(defaultValue)
        ? []
        : [`${at}: the default is not among the allowed values`]),
      ...(isSecure(parameter) && Object.hasOwn(parameter, 'defaultValue') ? [`${at} is secure and has a default`] : []),
      ...(SECRET_NAME.test(name) && !isSecure(parameter) ? [`${at} sounds like a secret and is not secure`] : []),
    ];
  });
  const outputs = Object.entries(template.outputs).filter(([, { metadata }]) => !isSentence(metadata?.description));
  return [...described, ...outputs.map(([name]) => `outputs.${name} is not described`)];
}

function isSentence(text: string | undefined): boolean {
  return text !== undefined && /^[A-Z«].{9,}\.(?: \([^)]*\))?$/.test(text);
}

/** Follows every secure parameter to where its value comes out: into a place that is meant for it, and nowhere else. */
function secretProblems(template: Template, expressions: readonly PlacedExpression[]): string[] {
  const secure = new Set(Object.keys(template.parameters).filter((name) => isSecure(template.parameters[name]!)));
  return expressions.flatMap(([expression, path]) => {
    const carried = carriedBy(expression, secure);
    if (carried.length === 0 || isSecurePlace(template, path)) return [];
    return [`${path.join('.')} holds ${carried.join(', ')}, which is secure, in the clear`];
  });
}

function isSecurePlace(template: Template, path: readonly string[]): boolean {
  const [kind, index, ...rest] = path;
  if (kind !== 'resources') return false;
  const type = template.resources[Number(index)]?.type;
  return SECURE_PLACES.some(([of, place]) => of === type && place.test(rest.join('.')));
}

/** What an expression gives away of them: whether one is empty, or decides, is no secret. Variables are looked at by themselves. */
function carriedBy(expression: Expression, secure: ReadonlySet<string>): readonly string[] {
  switch (expression.kind) {
    case 'text':
    case 'number':
      return [];
    case 'member':
      return carriedBy(expression.of, secure);
    case 'index':
      return [...carriedBy(expression.of, secure), ...carriedBy(expression.at, secure)];
    case 'call': {
      const { name, args } = expression;
      if (name === 'parameters') return secure.has(nameIn(expression)) ? [nameIn(expression)] : [];
      if (name === 'empty') return [];
      return (name === 'if' ? args.slice(1) : args).flatMap((arg) => carriedBy(arg, secure));
    }
  }
}

function deployedProblems(
  template: Template,
  given: Readonly<Record<string, unknown>>,
  scope: Surroundings['scope'],
): string[] {
  try {
    const { resources, outputReferences } = deploy(template, given, scope);
    const byId = new Map(resources.map((resource) => [resource.id, resource]));
    const ids = resources.map(({ id }) => id);
    return [
      ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${id} is there twice`),
      ...outputReferences.filter((id) => !byId.has(id)).map((id) => `outputs ask for ${id}, which is not there`),
      ...resources.flatMap((resource) => resourceProblems(resource, byId)),
    ];
  } catch (error) {
    return [`it cannot be worked out: ${String(error)}`];
  }
}

function resourceProblems(resource: DeployedResource, byId: ReadonlyMap<string, DeployedResource>): string[] {
  const { id, type, apiVersion, names, location, dependsOn, ids, references } = resource;
  const at = `${type} ${names.join('/')}`;
  const known = RESOURCE_TYPES[`${type}@${apiVersion}`];
  const before = dependenciesOf(resource, byId);
  return [
    ...(known === undefined ? [`${at}: ${type}@${apiVersion} is not known`] : []),
    ...(known !== undefined && !known.name.test(names.at(-1) ?? '') ? [`${at}: Azure does not take this name`] : []),
    ...(known !== undefined && (known.location === 'own') !== (location !== undefined)
      ? [`${at}: ${location === undefined ? 'has no location' : 'takes no location'}`]
      : []),
    ...dependsOn.filter((need) => !byId.has(need)).map((need) => `${at} depends on ${need}, which is not there`),
    ...ids.filter((other) => !isThere(other, byId)).map((other) => `${at} names ${other}, which is not there`),
    ...(before.has(id) ? [`${at} depends on itself`] : []),
    ...references
      .filter((other) => !before.has(other))
      .map((other) => `${at} asks for the state of ${other} and does not depend on it`),
    ...ids
      .map((other) => resourceOf(other, byId))
      .filter((other) => other !== undefined && other !== id && !before.has(other))
      .map((other) => `${at} names ${other} and does not depend on it`),
    ...parentsOf(id)
      .map((parent) => groupIn(parent, byId) ?? parent)
      .filter((parent) => byId.has(parent) && !before.has(parent))
      .map((parent) => `${at} does not depend on its parent ${parent}`),
  ];
}

/** All that has to be there before, over as many steps as it takes. */
function dependenciesOf(
  resource: DeployedResource,
  byId: ReadonlyMap<string, DeployedResource>,
  found = new Set<string>(),
): ReadonlySet<string> {
  for (const need of resource.dependsOn) {
    if (found.has(need)) continue;
    found.add(need);
    const next = byId.get(need);
    if (next !== undefined) dependenciesOf(next, byId, found);
  }
  return found;
}

/** A subnet stands inside its network; roles are Azure's own. */
function isThere(id: string, byId: ReadonlyMap<string, DeployedResource>): boolean {
  if (id.includes('/providers/Microsoft.Authorization/roleDefinitions/')) return true;
  if (byId.has(id)) return true;
  const [, network = '', subnet] = /^(.*\/virtualNetworks\/[^/]+)\/subnets\/([^/]+)$/.exec(id) ?? [];
  const subnets = byId.get(network)?.properties.subnets;
  return Array.isArray(subnets) && subnets.some(({ name }) => name === subnet);
}

/** The resource of the template that an id names, or that it lies inside. */
function resourceOf(id: string, byId: ReadonlyMap<string, DeployedResource>): string | undefined {
  const network = /^(.*\/virtualNetworks\/[^/]+)\/subnets\/[^/]+$/.exec(id)?.[1];
  const found = network ?? id;
  return byId.has(found) ? found : undefined;
}

/** What it stands in: a resource, what it extends, or its group. */
function parentsOf(id: string): readonly string[] {
  const at = id.lastIndexOf('/providers/');
  const segments = id.slice(at).split('/');
  const parent = segments.length > 5 ? [id.slice(0, at) + segments.slice(0, -2).join('/')] : [];
  return [...parent, id.slice(0, at)];
}

/** A resource group has two ids: the one in the ids of what is in it, and its own as a resource of the subscription. */
function groupIn(id: string, byId: ReadonlyMap<string, DeployedResource>): string | undefined {
  const [, subscription, name] = /^(\/subscriptions\/[^/]+)\/resourceGroups\/([^/]+)$/.exec(id) ?? [];
  const asResource = `${subscription}/providers/Microsoft.Resources/resourceGroups/${name}`;
  return byId.has(asResource) ? asResource : undefined;
}

/** Templates inside of deployments, with the parameters that they are given. */
function innerProblems(template: Template, given: Readonly<Record<string, unknown>>): string[] {
  return template.resources.flatMap(({ type, properties = {} }) => {
    if (type !== 'Microsoft.Resources/deployments') return [];
    const inner = properties.template as Template;
    const handed = Object.keys((properties.parameters ?? {}) as object);
    const { scope } = (properties.expressionEvaluationOptions ?? {}) as { scope?: string };
    const wanted = Object.keys(inner.parameters);
    const values = Object.fromEntries(
      wanted.filter((name) => Object.hasOwn(given, name)).map((name) => [name, given[name]]),
    );
    return [
      // Evaluated outside, secure parameters would stand in the deployment's history.
      ...(scope === 'inner' ? [] : ['the inner template is not evaluated by itself']),
      ...handed.filter((name) => !wanted.includes(name)).map((name) => `the inner template has no parameter ${name}`),
      ...wanted.filter((name) => !handed.includes(name)).map((name) => `the inner template is not given ${name}`),
      ...handed.flatMap((name) => securityProblem(name, template, inner)),
      ...checkTemplate(inner, values).map((problem) => `inner template: ${problem}`),
    ];
  });
}

function securityProblem(name: string, outer: Template, inner: Template): string[] {
  const [from, to] = [outer.parameters[name], inner.parameters[name]];
  if (from === undefined || to === undefined || !isSecure(from) || isSecure(to)) return [];
  return [`${name} is secure outside and not inside`];
}
