import type { Fault } from './fault.ts';
import { appOf } from './subject.ts';

export const oboAssertionInvalid: Fault = {
  cause: 'obo-assertion-invalid',
  group: 'getting-the-token',
  title: 'The assertion is for another API',
  says: 'The identifier URI of the app changed: the assertions of Teams are no longer meant for it.',
  shownBy: 'on-behalf-of',
  seenIn: 'other-flow',
  apply(world) {
    const app = appOf(world);
    app.identifierUris = app.identifierUris.map((uri) => `${uri}-renamed`);
  },
};
