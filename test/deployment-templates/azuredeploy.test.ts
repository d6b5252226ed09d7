import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readSettings } from '../../src/settings.ts';

interface Resource {
  readonly type: string;
  readonly name: string;
  readonly dependsOn?: readonly string[];
  readonly properties?: {
    readonly siteConfig?: {
      readonly appSettings: readonly { readonly name: string; readonly value: string }[];
      readonly [key: string]: unknown;
    };
    readonly [key: string]: unknown;
  };
}
interface Template {
  readonly parameters: Readonly<
    Record<
      string,
      { readonly type: string; readonly defaultValue?: unknown; readonly allowedValues?: readonly unknown[] }
    >
  >;
  readonly variables: Readonly<Record<string, string>>;
  readonly resources: readonly Resource[];
}

const text = (name: string): string =>
  readFileSync(new URL(`../../deploymentTemplates/${name}`, import.meta.url), 'utf8');
const source = text('azuredeploy.json');
const template: Template = JSON.parse(source);
const given = (JSON.parse(text('azuredeploy.parameters.json')) as { parameters: Record<string, { value: unknown }> })
  .parameters;
const used = (kind: 'parameters' | 'variables'): string[] =>
  [...new Set([...source.matchAll(new RegExp(`${kind}\\('(\\w+)'\\)`, 'g'))].map(([, name]) => name ?? ''))].toSorted();
const web = template.resources.find(({ type }) => type === 'Microsoft.Web/sites');
const bot = template.resources.find(({ type }) => type === 'Microsoft.BotService/botServices');

test('what is declared is used, and what is used is declared', () => {
  expect(used('parameters')).toEqual(Object.keys(template.parameters).toSorted());
  expect(used('variables')).toEqual(Object.keys(template.variables).toSorted());
});

test('the parameters file fits', () => {
  const open = Object.entries(template.parameters).filter(([, { defaultValue }]) => defaultValue === undefined);
  for (const [name] of open) expect(given).toHaveProperty(name);
  for (const [name, { value }] of Object.entries(given)) {
    const declared = template.parameters[name];
    expect(declared?.type).toBe(typeof value);
    if (declared?.allowedValues !== undefined) expect(declared.allowedValues).toContain(value);
  }
});

test('brackets and quotes of every expression are closed', () => {
  const expressions = [...source.matchAll(/"(\[.*?\])"/g)].map(([, expression]) => expression ?? '');
  expect(expressions.length).toBeGreaterThan(20);
  for (const expression of expressions) {
    const bare = expression.replace(/'[^']*'/g, '');
    expect(bare).not.toContain("'");
    expect(bare.split('(').length).toBe(bare.split(')').length);
  }
});

test('has an App Service, an identity, an Azure Bot and its Teams channel', () => {
  expect(template.resources.map(({ type }) => type).toSorted()).toEqual([
    'Microsoft.BotService/botServices',
    'Microsoft.BotService/botServices/channels',
    'Microsoft.ManagedIdentity/userAssignedIdentities',
    'Microsoft.Web/serverfarms',
    'Microsoft.Web/sites',
  ]);
  expect(bot?.properties).toMatchObject({ msaAppType: 'UserAssignedMSI' });
  expect(String(bot?.properties?.endpoint)).toContain("'/api/messages'");
  expect(web?.properties?.siteConfig).toMatchObject({ linuxFxVersion: 'NODE|24-lts', healthCheckPath: '/healthz' });
});

test('the app settings start the service', () => {
  const id = '2f4a1c88-6d0e-4b7b-9c55-0e1d6b3a7f21';
  const settings = web?.properties?.siteConfig?.appSettings ?? [];
  const env = Object.fromEntries(
    settings.map(({ name, value }) => [
      name,
      value.startsWith("[parameters('logLevel')") ? 'info' : value.startsWith('[') ? id : value,
    ]),
  );
  expect(readSettings(env)).toMatchObject({
    production: true,
    host: '0.0.0.0',
    bot: { appType: 'UserAssignedMSI', appId: id, tenantId: id },
  });
});

test('holds no secret', () => {
  expect(source).not.toMatch(/password|secret|listKeys/i);
});
