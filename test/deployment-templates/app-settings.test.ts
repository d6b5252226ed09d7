import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startService } from '../../src/http/service-server.ts';
import { createLogger } from '../../src/logging/logger.ts';
import { readSettings } from '../../src/settings.ts';
import { type Deployed, type DeployedResource, deploy } from './arm/deployed.ts';
import { CLIENT_ID, TENANT } from './arm/evaluate-expression.ts';
import { azuredeploy, filledIn, SECURE, SIZES, type Size, SSO_APP } from './templates-in-hand.ts';

/** Azure's own, and the collector's. */
const NOT_OURS = ['APPLICATIONINSIGHTS_CONNECTION_STRING', 'SCM_DO_BUILD_DURING_DEPLOYMENT'];

const deployed = (size: Size, more: object = {}): Deployed =>
  deploy(azuredeploy, { ...filledIn('azuredeploy', size), ...more });

function theOne({ resources }: Deployed, type: string): DeployedResource {
  const [found, ...more] = resources.filter((resource) => resource.type === type);
  if (found === undefined || more.length > 0) throw new Error(`Not exactly one ${type}`);
  return found;
}

interface SiteConfig {
  readonly appSettings: readonly { readonly name: string; readonly value: string }[];
  readonly healthCheckPath: string;
  readonly appCommandLine: string;
  readonly linuxFxVersion: string;
}

const configOf = (all: Deployed): SiteConfig => theOne(all, 'Microsoft.Web/sites').properties.siteConfig as SiteConfig;

/** The environment as the process sees it: references to the vault are replaced by what lies there. */
function environment(all: Deployed): Record<string, string> {
  const secrets = new Map(
    all.resources
      .filter(({ type, made }) => made && type === 'Microsoft.KeyVault/vaults/secrets')
      .map(({ names: [vault, secret], properties }) => [`${vault}/${secret}`, String(properties.value)]),
  );
  return Object.fromEntries(
    configOf(all).appSettings.map(({ name, value }) => {
      const [, vault, secret] = /^@Microsoft\.KeyVault\(VaultName=([^;]+);SecretName=([^)]+)\)$/.exec(value) ?? [];
      // What Azure cannot resolve stays as it is.
      return [name, secret === undefined ? value : (secrets.get(`${vault}/${secret}`) ?? value)];
    }),
  );
}

describe.each(SIZES)('%s', (size) => {
  test('the app settings start the service: sign-in by the token service, on PostgreSQL, with traces', () => {
    const all = deployed(size);
    expect(readSettings(environment(all))).toEqual({
      production: true,
      host: '0.0.0.0',
      port: 3978,
      proxies: 1,
      bot: { appType: 'UserAssignedMSI', appId: CLIENT_ID, tenantId: TENANT, region: 'global' },
      signIn: { way: 'token-service', connectionName: 'graph', ssoAppId: SSO_APP },
      sandbox: null,
      databaseFile: 'data/why401.db',
      databaseUrl: expect.stringMatching(
        /^postgres:\/\/why401:made-Up%2Ffor%3Ftests%401%23@my-why401-db-\w{13}\.postgres\.database\.azure\.com:5432\/why401\?sslmode=verify-full$/,
      ),
      keepDays: 30,
      metrics: { token: SECURE.metricsToken },
      telemetry: {
        tracesUrl: 'http://127.0.0.1:4318/v1/traces',
        headers: {},
        serviceName: 'my-why401',
        sampler: 'parentbased_traceidratio',
        ratio: size === 'small' ? 1 : 0.1,
      },
      triage: { agents: [], incidentWindowMs: 3_600_000, webhook: null },
      channelPictures: false,
      logLevel: 'info',
    });
  });

  test('sign-in by MSAL: another connection is not made, and its redirect URI is put out', () => {
    const all = deployed(size, { signIn: 'msal', ssoTenant: 'organizations', publicUrl: 'https://bot.example.com' });
    const { signIn } = readSettings(environment(all));
    expect(signIn).toMatchObject({
      way: 'msal',
      clientId: SSO_APP,
      tenant: 'organizations',
      credential: { kind: 'secret', secret: SECURE.ssoAppSecret },
      appIdUri: all.outputs.identifierUri,
      redirectUri: all.outputs.redirectUri,
    });
    expect(theOne(all, 'Microsoft.BotService/botServices/connections').made).toBe(false);
    expect(theOne(all, 'Microsoft.BotService/botServices').properties.endpoint).toBe(
      'https://bot.example.com/api/messages',
    );
  });

  test('a bot in the EU has its token service there', () => {
    const { bot } = readSettings(environment(deployed(size, { botLocation: 'westeurope' })));
    expect(bot).toMatchObject({ region: 'westeurope' });
  });

  test('a ticket system and agents', () => {
    const agent = 'd3c2b1a0-9f8e-4d7c-8b6a-5f4e3d2c1b0a';
    const webhookUrl = 'https://tickets.example.com/why401?sig=made-up';
    const all = deployed(size, { webhookUrl, webhookSecret: 'made-up-for-tests-0123', deskAgents: agent });
    expect(readSettings(environment(all)).triage).toMatchObject({
      agents: [agent],
      webhook: { url: webhookUrl, secret: 'made-up-for-tests-0123' },
    });
  });

  test('without a collector there are no traces, and no container beside the service', () => {
    const all = deployed(size, { collectorImage: '' });
    expect(readSettings(environment(all)).telemetry).toBeNull();
    expect(theOne(all, 'Microsoft.Web/sites/sitecontainers').made).toBe(false);
  });

  test('no secret stands in the app settings themselves', () => {
    const all = deployed(size, {
      webhookUrl: 'https://tickets.example.com/?sig=x',
      webhookSecret: 'made-up-for-tests',
    });
    const written = JSON.stringify(configOf(all));
    for (const secret of [...Object.values(SECURE), 'sig=x', 'made-up-for-tests'].filter((text) => text !== '')) {
      expect(written).not.toContain(secret);
    }
    expect(JSON.stringify(all.outputs)).not.toMatch(/made-up|made~Up|made-Up/);
  });
});

test('every setting is one of .env.example, or Azure’s own, and stands there once', () => {
  const example = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8');
  const known = new Set([...example.matchAll(/^#?([A-Za-z0-9_]+)=/gm)].map(([, name]) => name));
  const names = configOf(deployed('small')).appSettings.map(({ name }) => name);
  expect(names.filter((name) => !known.has(name)).toSorted()).toEqual(NOT_OURS);
  expect(new Set(names).size).toBe(names.length);
});

test('it runs on Node.js 24, what the Dockerfile runs too', () => {
  const { linuxFxVersion, appCommandLine } = configOf(deployed('small'));
  expect(linuxFxVersion).toBe('NODE|24-lts');
  const dockerfile = readFileSync(new URL('../../Dockerfile', import.meta.url), 'utf8');
  const [, command = ''] = /^CMD (\[.*\])$/m.exec(dockerfile) ?? [];
  expect((JSON.parse(command) as string[]).join(' ')).toBe(appCommandLine);
});

describe('the paths that Azure asks for are there', () => {
  let origin: string;
  let close: () => Promise<void>;
  beforeAll(async () => {
    const service = await startService({
      onActivity: async (_req, res) => void res.end(),
      store: { ping: async () => {} },
      logger: createLogger({ level: 'silent', form: 'json' }),
      local: false,
      host: '127.0.0.1',
      port: 0,
    });
    origin = `http://127.0.0.1:${service.port}`;
    close = () => service.close();
  });
  afterAll(() => close());

  test('the health check', async () => {
    const { healthCheckPath } = configOf(deployed('small'));
    expect((await fetch(origin + healthCheckPath)).status).toBe(200);
    expect((await fetch(`${origin}${healthCheckPath}z`)).status).toBe(404);
  });

  test('the messaging endpoint', async () => {
    const endpoint = String(theOne(deployed('small'), 'Microsoft.BotService/botServices').properties.endpoint);
    const { pathname } = new URL(endpoint);
    const headers = { 'Content-Type': 'application/json' };
    expect((await fetch(origin + pathname, { method: 'POST', headers, body: '{}' })).status).toBe(200);
  });
});

describe('how it scales', () => {
  const made = (more: object): boolean => theOne(deployed('large', more), 'Microsoft.Insights/autoscalesettings').made;

  test('only where there is something to scale, and the size of the plan can', () => {
    expect(made({})).toBe(true);
    expect(made({ maxInstances: 2 })).toBe(false);
    expect(made({ appServiceSku: 'B2' })).toBe(false);
    expect(theOne(deployed('small'), 'Microsoft.Insights/autoscalesettings').made).toBe(false);
  });

  test('within its bounds, out and in by processors and by the HTTP queue, with room between', () => {
    const [profile] = theOne(deployed('large'), 'Microsoft.Insights/autoscalesettings').properties
      .profiles as readonly {
      readonly capacity: object;
      readonly rules: readonly {
        readonly metricTrigger: { readonly metricName: string; readonly threshold: number };
        readonly scaleAction: { readonly direction: string };
      }[];
    }[];
    expect(profile?.capacity).toEqual({ minimum: '2', maximum: '6', default: '2' });
    const threshold = (metric: string, direction: string): number =>
      profile?.rules.find(
        ({ metricTrigger, scaleAction }) => metricTrigger.metricName === metric && scaleAction.direction === direction,
      )?.metricTrigger.threshold ?? Number.NaN;
    for (const metric of ['CpuPercentage', 'HttpQueueLength']) {
      // Two instances that become one have twice the load each: it must not scale out again at once.
      expect(threshold(metric, 'Decrease') * 2).toBeLessThan(threshold(metric, 'Increase'));
    }
  });
});

test('the database is reached by the service’s network alone, and by TLS alone', () => {
  const all = deployed('large');
  expect(theOne(all, 'Microsoft.DBforPostgreSQL/flexibleServers').properties).toMatchObject({
    network: { publicNetworkAccess: 'Disabled' },
    highAvailability: { mode: 'ZoneRedundant' },
  });
  expect(theOne(all, 'Microsoft.DBforPostgreSQL/flexibleServers/configurations')).toMatchObject({
    names: [expect.anything(), 'require_secure_transport'],
    properties: { value: 'on' },
  });
});

test('the identity may read the vault’s secrets and nothing else', () => {
  const role = theOne(deployed('small'), 'Microsoft.Authorization/roleAssignments');
  expect(role.id).toMatch(
    /\/vaults\/why401-\w{13}\/providers\/Microsoft\.Authorization\/roleAssignments\/[0-9a-f-]{36}$/,
  );
  expect(role.properties.roleDefinitionId).toMatch(/\/roleDefinitions\/4633458b-17de-408a-874b-0445c86b69e6$/);
});
