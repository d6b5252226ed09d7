import type { SandboxPerson } from '../world/world.ts';

/** Whom a token speaks for: a person through an app, or an app alone. */
export type Caller = PersonCaller | AppCaller;

export interface PersonCaller {
  readonly kind: 'person';
  readonly person: SandboxPerson;
  /** Object id and tenant as the token has them: a guest has another one in each tenant. */
  readonly oid: string;
  readonly tenantId: string;
  readonly clientId: string;
  /** Delegated permissions: `scp`. */
  readonly permissions: readonly string[];
}

export interface AppCaller {
  readonly kind: 'app';
  readonly tenantId: string;
  readonly clientId: string;
  /** Application permissions: `roles`. */
  readonly permissions: readonly string[];
}
