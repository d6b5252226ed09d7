import type { Fault } from './fault.ts';

export const clientCredentialMissing: Fault = {
  cause: 'client-credential-missing',
  group: 'getting-the-token',
  title: 'No client secret is sent',
  says: 'The client secret was taken out of the connection.',
  shownBy: 'refresh',
  seenIn: 'health-report',
  apply(world) {
    world.connection.clientSecret = '';
  },
};
