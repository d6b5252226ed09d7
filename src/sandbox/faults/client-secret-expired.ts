import type { Fault } from './fault.ts';
import { appOf } from './subject.ts';

const A_DAY_MS = 24 * 3_600_000;

export const clientSecretExpired: Fault = {
  cause: 'client-secret-expired',
  group: 'getting-the-token',
  title: 'The client secret has expired',
  says: 'The client secret expired a day ago.',
  shownBy: 'refresh',
  seenIn: 'health-report',
  apply(world, now) {
    for (const secret of appOf(world).secrets) secret.expires = now - A_DAY_MS;
  },
};
