import {
  ConfidentialClientApplication,
  type Configuration,
  type INetworkModule,
  type NetworkRequestOptions,
  type NetworkResponse,
} from '@azure/msal-node';
import type { Sandbox } from '../../../src/sandbox/start-sandbox.ts';

const ENTRA = 'https://login.microsoftonline.com';

/** The real address, as the sandbox is reached. */
export function atSandbox(sandbox: Sandbox, address: string): string {
  return address.replace(ENTRA, `${sandbox.origin}/entra`);
}

function network(sandbox: Sandbox): INetworkModule {
  const send = async <T>(
    method: string,
    url: string,
    options: NetworkRequestOptions = {},
  ): Promise<NetworkResponse<T>> => {
    const response = await fetch(atSandbox(sandbox, url), {
      method,
      headers: options.headers ?? {},
      ...(options.body === undefined ? {} : { body: options.body }),
    });
    const { status, headers } = response;
    return { status, headers: Object.fromEntries(headers), body: (await response.json()) as T };
  };
  return {
    sendGetRequestAsync: (url, options) => send('GET', url, options),
    sendPostRequestAsync: (url, options) => send('POST', url, options),
  };
}

/** The real msal-node, with the real authority's name; only its way to the network ends at the sandbox. */
export function msalClient(
  sandbox: Sandbox,
  tenant: string,
  proof: Pick<Configuration['auth'], 'clientSecret' | 'clientCertificate'> = {
    clientSecret: sandbox.world.connection.clientSecret,
  },
): ConfidentialClientApplication {
  return new ConfidentialClientApplication({
    auth: {
      clientId: sandbox.world.connection.clientId,
      authority: `${ENTRA}/${tenant}`,
      clientCapabilities: ['CP1'],
      ...proof,
    },
    system: { networkClient: network(sandbox) },
  });
}
