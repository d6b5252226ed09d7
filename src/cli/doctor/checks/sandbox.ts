import { ENTRA, requestAppToken } from '../app-token.ts';
import { type DoctorCheck, isConnected } from '../doctor-check.ts';
import { pass, refused } from '../finding.ts';
import { GRAPH_SCOPE } from '../registration.ts';
import { isDiscovery } from './tenant.ts';

/** Without credentials: whether the sandbox starts here, and its Entra ID gives a token. */
export const sandboxCheck: DoctorCheck = {
  id: 'sandbox',
  applies: (settings) => !isConnected(settings),
  async run({ startSandbox, now }) {
    const sandbox = await startSandbox();
    try {
      const { app, network } = sandbox;
      const url = `${ENTRA}/${app.tenant}/v2.0/.well-known/openid-configuration`;
      const discovery = await network({ method: 'GET', url });
      if (!isDiscovery(discovery))
        return refused('The Entra ID of the sandbox does not describe its tenant.', discovery.refusal, now());
      const token = await requestAppToken(app, GRAPH_SCOPE, network, now);
      if (token.kind === 'refused')
        return refused('The Entra ID of the sandbox gives no token.', token.exchange.refusal, now());
      return pass('The sandbox starts on this machine, and its Entra ID gives a token. No Microsoft service is asked.');
    } finally {
      await sandbox.close();
    }
  },
};
