import type { Fault } from './fault.ts';
import { appOf } from './subject.ts';

export const redirectUriMismatch: Fault = {
  cause: 'redirect-uri-mismatch',
  group: 'getting-the-token',
  title: 'The redirect address is not registered',
  says: 'The registered redirect addresses got another path.',
  shownBy: 'sign-in',
  seenIn: 'sign-in-page',
  apply(world) {
    const app = appOf(world);
    app.redirectUris = app.redirectUris.map(({ uri, platform }) => ({ uri: `${uri}-moved`, platform }));
  },
};
