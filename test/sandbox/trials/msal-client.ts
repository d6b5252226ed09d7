import { ConfidentialClientApplication, type INetworkModule, type NetworkResponse } from '@azure/msal-node';
import type { TrialSandbox } from './trial-sandbox.ts';

const ENTRA = 'https://login.microsoftonline.com';

export interface Credential {
  readonly clientSecret?: string;
  readonly clientAssertion?: string;
  readonly clientCertificate?: { readonly thumbprintSha256: string; readonly privateKey: string };
}

/** MSAL as an operator configured it in the sandbox's connection; only the network leads to the sandbox. */
export function msalClient(sandbox: TrialSandbox, credential?: Credential): ConfidentialClientApplication {
  const { connection } = sandbox.world;
  return new ConfidentialClientApplication({
    auth: {
      clientId: connection.clientId,
      authority: `${ENTRA}/${connection.tenant}`,
      clientCapabilities: ['CP1'],
      ...(credential ?? { clientSecret: connection.clientSecret }),
    },
    system: { networkClient: networkTo(sandbox.origin) },
  });
}

/** Scopes without those that MSAL adds by itself. */
export function apiScopes(sandbox: TrialSandbox): string[] {
  return sandbox.world.connection.scopes.filter((scope) => scope.includes('/'));
}

function networkTo(origin: string): INetworkModule {
  const send = async <T>(url: string, init: RequestInit): Promise<NetworkResponse<T>> => {
    const response = await fetch(url.replace(ENTRA, `${origin}/entra`), init);
    const text = await response.text();
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: (text.startsWith('{') ? JSON.parse(text) : text) as T,
    };
  };
  return {
    sendGetRequestAsync: (url, options) => send(url, { headers: options?.headers ?? {} }),
    sendPostRequestAsync: (url, options) =>
      send(url, { method: 'POST', headers: options?.headers ?? {}, body: options?.body ?? '' }),
  };
}

/** What a person would paste of an error: its name and its message. */
export function errorText(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'errorCode' in error ? String(error.errorCode) : '';
  return `${error.name}: ${error.message.startsWith(code) ? '' : `${code}: `}${error.message}`;
}
