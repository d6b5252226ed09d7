import type { Fault } from './fault.ts';
import { appOf } from './subject.ts';

const NEW_CLIENT_ID = '5f0d7c3a-9b1e-4f52-8d86-2c4e7a1b9f30';

export const appNotFound: Fault = {
  cause: 'app-not-found',
  group: 'getting-the-token',
  title: 'The client ID belongs to no app',
  says: 'The app registration was deleted and made anew: the client ID of the connection belongs to no app any more.',
  shownBy: 'refresh',
  seenIn: 'health-report',
  apply(world) {
    appOf(world).clientId = NEW_CLIENT_ID;
  },
};
