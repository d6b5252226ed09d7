import type { Fault } from './fault.ts';
import { appOf } from './subject.ts';

export const redirectPlatformMismatch: Fault = {
  cause: 'redirect-platform-mismatch',
  group: 'getting-the-token',
  title: 'The redirect address is under the wrong platform',
  says: 'The redirect addresses are registered under single-page application in place of Web.',
  shownBy: 'code-redemption',
  seenIn: 'sign-in-page',
  apply(world) {
    const app = appOf(world);
    app.redirectUris = app.redirectUris.map(({ uri }) => ({ uri, platform: 'spa' }));
  },
};
