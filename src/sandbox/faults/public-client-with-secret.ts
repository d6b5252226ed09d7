import type { Fault } from './fault.ts';
import { appOf } from './subject.ts';

export const publicClientWithSecret: Fault = {
  cause: 'public-client-with-secret',
  group: 'getting-the-token',
  title: 'A public client sends a secret',
  says: 'The redirect addresses are registered under mobile and desktop applications, and the client still sends its secret.',
  shownBy: 'code-redemption',
  seenIn: 'sign-in-page',
  apply(world) {
    const app = appOf(world);
    app.redirectUris = app.redirectUris.map(({ uri }) => ({ uri, platform: 'public-client' }));
  },
};
