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
  readonly outputs: Readonly<Record<string, { readonly value: string }>>;
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

test('the parameters file fits, and leaves out what is secret', () => {
  const SCRIPT_TYPES: Readonly<Record<string, string>> = { string: 'string', int: 'number' };

  const open = Object.entries(template.parameters).filter(([, { defaultValue }]) => defaultValue === undefined);
  for (const [name] of open) expect(given).toHaveProperty(name);
  for (const [name, { value }] of Object.entries(given)) {
    const declared = template.parameters[name];
    expect(SCRIPT_TYPES[declared?.type ?? ''], name).toBe(typeof value);
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

const ID = '2f4a1c88-6d0e-4b7b-9c55-0e1d6b3a7f21';
const appSettings = web?.properties?.siteConfig?.appSettings ?? [];

/** The app settings as Azure would fill them in, for the forms of expression that they use. */
function environment(parameters: Readonly<Record<string, string>>): Record<string, string> {
  const parameter = (name: string): string => parameters[name] ?? String(template.parameters[name]?.defaultValue ?? ID);
  const filledIn = (expression: string): string => {
    const [, name] = /^(?:string\()?parameters\('(\w+)'\)\)?$/.exec(expression) ?? [];
    if (name !== undefined) return parameter(name);
    const [, tested, otherwise] = /^if\(empty\(parameters\('(\w+)'\)\), variables\('(\w+)'\),/.exec(expression) ?? [];
    if (tested === undefined) return ID;
    return parameter(tested) === '' ? valueOfVariable(otherwise ?? '') : parameter(tested);
  };
  const valueOfVariable = (name: string): string => {
    expect([name, template.variables[name]]).toEqual([
      'webAppUrl',
      "[concat('https://', variables('webAppName'), '.azurewebsites.net')]",
    ]);
    return 'https://my-why401.azurewebsites.net';
  };
  return Object.fromEntries(
    appSettings.map(({ name, value }) => [name, value.startsWith('[') ? filledIn(value.slice(1, -1)) : value]),
  );
}

test('the app settings start the service, in which nobody signs in unless it is said how', () => {
  expect(readSettings(environment({}))).toMatchObject({
    production: true,
    host: '0.0.0.0',
    proxies: 1,
    keepDays: 30,
    databaseUrl: null,
    bot: { appType: 'UserAssignedMSI', appId: ID, tenantId: ID },
    signIn: null,
    sandbox: null,
  });
});

test('sign-in by the token service, on PostgreSQL', () => {
  const databaseUrl = 'postgres://why401:made-up@db.example.com:5432/why401';
  const env = environment({ oauthConnection: 'graph', ssoAppId: ID, databaseUrl, keepDays: '7' });
  expect(readSettings(env)).toMatchObject({
    databaseUrl,
    keepDays: 7,
    signIn: { way: 'token-service', connectionName: 'graph', ssoAppId: ID },
  });
});

test.each([
  ['', 'https://my-why401.azurewebsites.net/auth/callback'],
  ['https://bot.example.com', 'https://bot.example.com/auth/callback'],
])('sign-in by MSAL, with the public address «%s»', (publicUrl, redirectUri) => {
  const env = environment({
    signIn: 'msal',
    msalClientId: ID,
    msalTenant: 'organizations',
    msalClientSecret: 'made~Up.For_Tests-0123456789abcdefghijkl',
    msalAppIdUri: `api://botid-${ID}`,
    tokenKeys: Buffer.from(Array.from({ length: 32 }, (_, n) => n * 7)).toString('base64'),
    publicUrl,
  });
  expect(readSettings(env)).toMatchObject({ signIn: { way: 'msal', clientId: ID, redirectUri } });
});

test('every app setting is one of .env.example, or Azure’s own', () => {
  const example = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8');
  const known = new Set([...example.matchAll(/^#?([A-Za-z0-9_]+)=/gm)].map(([, name]) => name));
  const names = appSettings.map(({ name }) => name);
  expect(names.filter((name) => !known.has(name))).toEqual(['SCM_DO_BUILD_DURING_DEPLOYMENT']);
  expect(new Set(names).size).toBe(names.length);
});

test('holds no secret: those are parameters that Azure neither shows nor logs', () => {
  expect(source).not.toMatch(/listKeys/i);
  const secret = Object.entries(template.parameters).filter(([, { type }]) => type === 'securestring');
  expect(secret.map(([name]) => name)).toEqual(['databaseUrl', 'msalClientSecret', 'tokenKeys']);
  for (const [name, { defaultValue }] of secret) {
    expect(defaultValue).toBe('');
    expect(given).not.toHaveProperty(name);
    expect(JSON.stringify(template.outputs)).not.toContain(name);
  }
  const names = Object.keys(template.parameters).filter((name) => /secret|password|key|databaseUrl/i.test(name));
  expect(names).toEqual(secret.map(([name]) => name));
});
