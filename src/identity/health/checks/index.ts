import type { HealthCheck } from '../check-context.ts';
import type { HealthCheckId } from '../health-report.ts';
import { audience } from './audience.ts';
import { calendar } from './calendar.ts';
import { clock } from './clock.ts';
import { expiry } from './expiry.ts';
import { mailbox } from './mailbox.ts';
import { person } from './person.ts';
import { profile } from './profile.ts';
import { refresh } from './refresh.ts';
import { scopes } from './scopes.ts';
import { tenant } from './tenant.ts';
import { timeZone } from './time-zone.ts';

/** The checks of a token at hand. `connection` and `token` come before them: they say whether there is one. */
export const TOKEN_CHECKS: Readonly<Record<Exclude<HealthCheckId, 'connection' | 'token'>, HealthCheck>> = {
  audience,
  tenant,
  person,
  expiry,
  clock,
  scopes,
  refresh,
  profile,
  mailbox,
  calendar,
  'time-zone': timeZone,
};
