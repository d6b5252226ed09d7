import { createHash } from 'node:crypto';
import type { Expression } from './parse-expression.ts';

/** Where a deployment runs, and what it knows. */
export interface Surroundings {
  readonly parameters: Readonly<Record<string, unknown>>;
  /** Gives the value of a variable, evaluated. */
  readonly variable: (name: string) => unknown;
  readonly scope: 'resource-group' | 'subscription';
  readonly resourceGroup: string;
  /** Is told of each id that is put together, and of each that is asked for. */
  readonly onId?: (id: string, by: 'id' | 'reference') => void;
}

export const SUBSCRIPTION = 'b6f0c2d4-1a3e-4c5b-9d7f-8e6a5b4c3d2e';
export const TENANT = '5f3b9a70-3c1d-4e2f-8a6b-7c9d0e1f2a3b';
const REGION = 'westeurope';
/** What every made-up identity is called by. */
export const CLIENT_ID = '2f4a1c88-6d0e-4b7b-9c55-0e1d6b3a7f21';

type Evaluated = (args: readonly unknown[], around: Surroundings) => unknown;

interface Known {
  /** How many arguments it takes: at least and at most. */
  readonly arity: readonly [number, number];
  readonly value: Evaluated;
}

const text = (value: unknown): string => String(value);

/** The functions that our templates may use, as far as they can be worked out without Azure. */
export const FUNCTIONS: Readonly<Record<string, Known>> = {
  parameters: {
    arity: [1, 1],
    value: ([name], { parameters }) => {
      if (!Object.hasOwn(parameters, text(name))) throw new Error(`No parameter ${text(name)}`);
      return parameters[text(name)];
    },
  },
  variables: { arity: [1, 1], value: ([name], { variable }) => variable(text(name)) },
  concat: { arity: [1, 99], value: (args) => args.map(text).join('') },
  string: { arity: [1, 1], value: ([value]) => text(value) },
  toLower: { arity: [1, 1], value: ([value]) => text(value).toLowerCase() },
  startsWith: {
    arity: [2, 2],
    value: ([value, head]) => text(value).toLowerCase().startsWith(text(head).toLowerCase()),
  },
  empty: { arity: [1, 1], value: ([value]) => value === '' || value === null },
  equals: { arity: [2, 2], value: ([one, other]) => one === other },
  greater: { arity: [2, 2], value: ([one, other]) => Number(one) > Number(other) },
  not: { arity: [1, 1], value: ([value]) => value !== true },
  and: { arity: [2, 99], value: (args) => args.every((arg) => arg === true) },
  // Its arguments are not all evaluated: see below.
  if: { arity: [3, 3], value: ([condition, yes, no]) => (condition === true ? yes : no) },
  uriComponent: { arity: [1, 1], value: ([value]) => encodeURIComponent(text(value)) },
  uniqueString: { arity: [1, 99], value: (args) => digest(args).slice(0, 13) },
  guid: {
    arity: [1, 99],
    value: (args) => digest(args).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5'),
  },
  subscription: {
    arity: [0, 0],
    value: () => ({ id: `/subscriptions/${SUBSCRIPTION}`, subscriptionId: SUBSCRIPTION, tenantId: TENANT }),
  },
  resourceGroup: {
    arity: [0, 0],
    value: (_args, { scope, resourceGroup }) => {
      if (scope !== 'resource-group') throw new Error('There is no resource group at the scope of a subscription');
      return { id: groupId(resourceGroup), name: resourceGroup, location: REGION };
    },
  },
  deployment: {
    arity: [0, 0],
    value: (_args, { scope }) => ({ name: 'deployment', ...(scope === 'subscription' ? { location: REGION } : {}) }),
  },
  resourceId: { arity: [2, 9], value: (args, around) => told(resourceId(args.map(text), around), around) },
  subscriptionResourceId: {
    arity: [2, 9],
    value: ([type, ...names], around) =>
      told(`/subscriptions/${SUBSCRIPTION}${providerPath(text(type), names.map(text))}`, around),
  },
  extensionResourceId: {
    arity: [3, 9],
    value: ([of, type, ...names], around) => told(`${text(of)}${providerPath(text(type), names.map(text))}`, around),
  },
  reference: {
    arity: [1, 3],
    value: ([id], around) => {
      around.onId?.(text(id), 'reference');
      return stateOf(text(id));
    },
  },
};

/** @throws Error where the expression cannot be worked out */
export function evaluate(expression: Expression, around: Surroundings): unknown {
  switch (expression.kind) {
    case 'text':
    case 'number':
      return expression.value;
    case 'member':
      return memberOf(evaluate(expression.of, around), expression.name);
    case 'index':
      return memberOf(evaluate(expression.of, around), text(evaluate(expression.at, around)));
    case 'call': {
      const { name, args } = expression;
      const known = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
      if (known === undefined) throw new Error(`The function ${name} is not known`);
      const [least, most] = known.arity;
      if (args.length < least || args.length > most) throw new Error(`${name} has ${args.length} arguments`);
      // Of an if only the side that holds is worked out, as Azure does.
      const [condition, yes, no] = args;
      if (name === 'if' && condition && yes && no)
        return evaluate(evaluate(condition, around) === true ? yes : no, around);
      return known.value(
        args.map((arg) => evaluate(arg, around)),
        around,
      );
    }
  }
}

/** `/subscriptions/…/resourceGroups/NAME` */
export function groupId(name: string): string {
  return `/subscriptions/${SUBSCRIPTION}/resourceGroups/${name}`;
}

/** `/providers/Microsoft.Web/sites/NAME/config/NAME`, the segments of the type between those of the name. */
export function providerPath(type: string, names: readonly string[]): string {
  const [provider = '', ...kinds] = type.split('/');
  if (kinds.length !== names.length) throw new Error(`${type} has ${kinds.length} names, not ${names.length}`);
  return `/providers/${provider}${kinds.map((kind, index) => `/${kind}/${names[index]}`).join('')}`;
}

function resourceId(args: readonly string[], around: Surroundings): string {
  const [first = '', second = '', ...rest] = args;
  if (first.includes('/')) {
    if (around.scope !== 'resource-group') throw new Error('resourceId needs the name of a group here');
    return `${groupId(around.resourceGroup)}${providerPath(first, [second, ...rest])}`;
  }
  return `${groupId(first)}${providerPath(second, rest)}`;
}

function told(id: string, around: Surroundings): string {
  around.onId?.(id, 'id');
  return id;
}

function digest(args: readonly unknown[]): string {
  return createHash('sha256').update(args.map(text).join('\n')).digest('hex');
}

/** What Azure would say of a resource that was made, as far as our templates ask for it. */
function stateOf(id: string): Readonly<Record<string, unknown>> {
  const name = id.split('/').at(-1);
  return {
    clientId: CLIENT_ID,
    principalId: '8c7b6a59-4d3e-4f2a-9b1c-0d9e8f7a6b5c',
    ConnectionString: 'InstrumentationKey=0;IngestionEndpoint=https://westeurope.in.applicationinsights.azure.com/',
    fullyQualifiedDomainName: `${name}.postgres.database.azure.com`,
    outputs: new Proxy({}, { get: (_target, output) => ({ value: `output of ${String(output)}` }) }),
  };
}

function memberOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) throw new Error(`${name} of something that has no members`);
  const member: unknown = (value as Readonly<Record<string, unknown>>)[name];
  if (member === undefined) throw new Error(`${name} is not known`);
  return member;
}
