import type { ExaminedSettings, Settings } from '../../settings.ts';
import { type AppIdentity, type AppToken, ENTRA, requestAppToken } from './app-token.ts';
import type { Exchange, Network } from './network.ts';
import { GRAPH_SCOPE, type Registration, readRegistration } from './registration.ts';

/** The installation as the checks see it. What several of them ask for is asked once. */
export interface Installation extends ExaminedSettings {
  readonly now: () => number;
  readonly network: Network;
  /** The https address at which browsers and the Azure Bot reach the service, without a slash; `null` where it is not set. */
  readonly publicUrl: string | null;
  /** Path of the Teams app: its zip file, its folder, or its manifest. */
  readonly packagePath: string;
  /** Where the parameters of the deployment are: a file that was named, or the folder of the templates. */
  readonly deployment: { readonly path: string; readonly named: boolean };
  /** Opens what keeps everything, as the service does, with its migrations. */
  readonly openStore: (settings: Pick<Settings, 'databaseFile' | 'databaseUrl'>) => Promise<CheckedStore>;
  /** Starts a sandbox of its own on a free port, for local mode. */
  readonly startSandbox: () => Promise<CheckedSandbox>;
  /** OpenID discovery of a tenant. */
  readonly discovery: (tenant: string) => Promise<Exchange>;
  readonly appToken: (app: AppIdentity, scope: string) => Promise<AppToken>;
  /** `null` where it cannot be read. */
  readonly registration: (clientId: string, reader: AppIdentity) => Promise<Registration | null>;
}

export interface CheckedStore {
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** A sandbox that was started for the check, on loopback. */
export interface CheckedSandbox {
  /** Reaches it under the names of the real services. */
  readonly network: Network;
  readonly app: AppIdentity;
  close(): Promise<void>;
}

export type InstallationParts = Pick<
  Installation,
  | 'settings'
  | 'problems'
  | 'now'
  | 'network'
  | 'publicUrl'
  | 'packagePath'
  | 'deployment'
  | 'openStore'
  | 'startSandbox'
>;

/** What checks ask of an installation; each question leaves the machine once, however many checks ask it. */
export function createInstallation(parts: InstallationParts): Installation {
  const { network, now } = parts;
  const discovery = askedOnce((tenant: string) =>
    network({ method: 'GET', url: `${ENTRA}/${encodeURIComponent(tenant)}/v2.0/.well-known/openid-configuration` }),
  );
  const appToken = askedOnce((app: AppIdentity, scope: string) => requestAppToken(app, scope, network, now));
  const registration = askedOnce(async (clientId: string, reader: AppIdentity) => {
    const token = await appToken(reader, GRAPH_SCOPE);
    return token.kind === 'token' ? readRegistration(clientId, token.accessToken, network) : null;
  });
  return { ...parts, discovery, appToken, registration };
}

function askedOnce<Asked extends unknown[], Answer>(
  ask: (...asked: Asked) => Promise<Answer>,
): (...asked: Asked) => Promise<Answer> {
  const answers = new Map<string, Promise<Answer>>();
  return (...asked) => {
    const key = JSON.stringify(asked);
    const known = answers.get(key) ?? ask(...asked);
    answers.set(key, known);
    return known;
  };
}
