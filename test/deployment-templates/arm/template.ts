import { readFileSync } from 'node:fs';

export interface Parameter {
  readonly type: string;
  readonly defaultValue?: unknown;
  readonly allowedValues?: readonly unknown[];
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minValue?: number;
  readonly maxValue?: number;
  readonly metadata?: { readonly description?: string };
}

export interface Resource {
  readonly type: string;
  readonly apiVersion: string;
  readonly name: string;
  readonly scope?: string;
  readonly location?: string;
  readonly resourceGroup?: string;
  readonly condition?: string;
  readonly dependsOn?: readonly string[];
  readonly properties?: Readonly<Record<string, unknown>>;
}

export interface Template {
  readonly $schema: string;
  readonly contentVersion: string;
  readonly parameters: Readonly<Record<string, Parameter>>;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly resources: readonly Resource[];
  readonly outputs: Readonly<
    Record<
      string,
      { readonly type: string; readonly value: string; readonly metadata?: { readonly description?: string } }
    >
  >;
}

export interface ParametersFile {
  readonly $schema: string;
  readonly contentVersion: string;
  readonly parameters: Readonly<Record<string, { readonly value?: unknown; readonly reference?: unknown }>>;
}

const FOLDER = new URL('../../../deploymentTemplates/', import.meta.url);

export function readTemplate(name: string): Template {
  return JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as Template;
}

export function readParameters(name: string): ParametersFile {
  return JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as ParametersFile;
}

export function isSecure({ type }: Parameter): boolean {
  return /^secure/i.test(type);
}

/** Every string in a value, with the names that lead to it. The members' own names are among them. */
export function* stringsIn(
  value: unknown,
  path: readonly string[] = [],
): Generator<readonly [string, readonly string[]]> {
  if (typeof value === 'string') yield [value, path];
  else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* stringsIn(item, [...path, String(index)]);
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, member] of Object.entries(value)) {
      yield [name, [...path, name]];
      yield* stringsIn(member, [...path, name]);
    }
  }
}
