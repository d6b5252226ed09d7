import { evaluate, groupId, providerPath, SUBSCRIPTION, type Surroundings } from './evaluate-expression.ts';
import { expressionOf } from './parse-expression.ts';
import type { Resource, Template } from './template.ts';

/** A resource as Azure would make it, with every expression worked out. */
export interface DeployedResource {
  readonly id: string;
  readonly type: string;
  readonly apiVersion: string;
  /** The last segment where the type has a parent. */
  readonly names: readonly string[];
  readonly made: boolean;
  readonly location: string | undefined;
  readonly dependsOn: readonly string[];
  readonly properties: Readonly<Record<string, unknown>>;
  /** Ids that its properties are put together from, and those whose state they ask for. */
  readonly ids: readonly string[];
  readonly references: readonly string[];
}

export interface Deployed {
  readonly resources: readonly DeployedResource[];
  readonly outputs: Readonly<Record<string, unknown>>;
  /** Ids that the outputs ask for. */
  readonly outputReferences: readonly string[];
}

/**
 * What a template would make with these parameters.
 *
 * @throws Error for an expression that cannot be worked out
 */
export function deploy(
  template: Template,
  given: Readonly<Record<string, unknown>>,
  scope: Surroundings['scope'] = 'resource-group',
  resourceGroup = 'helpdesk',
): Deployed {
  const ids: string[] = [];
  const references: string[] = [];
  const bare = { scope, resourceGroup };
  const nothing = (): never => {
    throw new Error('A default value cannot ask for variables');
  };
  const defaults = { ...bare, parameters: {}, variable: nothing };
  const parameters = Object.fromEntries(
    Object.entries(template.parameters).map(([name, { defaultValue }]) => [
      name,
      Object.hasOwn(given, name) ? given[name] : workedOut(defaultValue, defaults),
    ]),
  );
  const around: Surroundings = {
    ...bare,
    parameters,
    variable: (name) => {
      const { variables = {} } = template;
      if (!Object.hasOwn(variables, name)) throw new Error(`No variable ${name}`);
      return workedOut(variables[name], around);
    },
    onId: (id, by) => void (by === 'id' ? ids : references).push(id),
  };

  const resources = template.resources.map((resource): DeployedResource => {
    const { type, apiVersion, name, condition = true, location, dependsOn = [] } = resource;
    const names = String(workedOut(name, around)).split('/');
    const id = idOf(resource, names, around);
    const needed = dependsOn.map((need) => String(workedOut(need, around)));
    ids.splice(0);
    references.splice(0);
    // An inner template speaks for itself.
    const { template: _inner, ...own } = resource.properties ?? {};
    const { type: _type, ...rest } = { ...resource, properties: own, dependsOn: [], name: '', scope: '' };
    const { properties = {} } = workedOut(rest, around) as { properties?: Record<string, unknown> };
    return {
      id,
      type,
      apiVersion,
      names,
      made: workedOut(condition, around) === true,
      location: location === undefined ? undefined : String(workedOut(location, around)),
      dependsOn: needed,
      properties,
      ids: [...new Set(ids)],
      references: [...new Set(references)],
    };
  });
  references.splice(0);
  const outputs = Object.fromEntries(
    Object.entries(template.outputs).map(([name, { value }]) => [name, workedOut(value, around)]),
  );
  return { resources, outputs, outputReferences: [...new Set(references)] };
}

/** The value with every expression in it worked out. */
function workedOut(value: unknown, around: Surroundings): unknown {
  if (typeof value === 'string') {
    const expression = expressionOf(value);
    return expression === null ? value.replace(/^\[\[/, '[') : evaluate(expression, around);
  }
  if (Array.isArray(value)) return value.map((item) => workedOut(item, around));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [String(workedOut(name, around)), workedOut(member, around)]),
  );
}

function idOf({ type, scope, resourceGroup }: Resource, names: readonly string[], around: Surroundings): string {
  const path = providerPath(type, names);
  if (type === 'Microsoft.Resources/resourceGroups') return `/subscriptions/${SUBSCRIPTION}${path}`;
  const base = groupId(resourceGroup === undefined ? around.resourceGroup : String(workedOut(resourceGroup, around)));
  if (scope === undefined) return `${base}${path}`;
  const [provider, kind, name] = String(workedOut(scope, around)).split('/');
  return `${base}/providers/${provider}/${kind}/${name}${path}`;
}
