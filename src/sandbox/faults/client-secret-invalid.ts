import type { Fault } from './fault.ts';
import { appOf } from './subject.ts';

export const clientSecretInvalid: Fault = {
  cause: 'client-secret-invalid',
  group: 'getting-the-token',
  title: 'The client secret is wrong',
  says: 'The connection holds the ID of the client secret in place of its value.',
  shownBy: 'refresh',
  seenIn: 'health-report',
  apply(world) {
    const [secret] = appOf(world).secrets;
    world.connection.clientSecret = secret?.id ?? 'not-a-secret-of-this-app';
  },
};
