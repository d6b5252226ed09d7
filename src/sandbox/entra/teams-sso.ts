import { randomUUID } from 'node:crypto';
import { tenantByName } from '../world/look-up.ts';
import { TEAMS_CLIENTS } from '../world/sample-ids.ts';
import type { AppRegistration, SandboxPerson } from '../world/world.ts';
import { EntraRefusal } from './entra-refusal.ts';
import { personAccessToken, type TokenMint } from './issue-tokens.ts';
import { findResource } from './resources.ts';
import { accountAt, assertAccount, assertPolicies } from './sign-in-rules.ts';

export interface TeamsAsk {
  readonly person: SandboxPerson;
  /** `tokenExchangeResource.uri` of the OAuth card. */
  readonly resource: string;
  /** The tenant of the conversation; the person's own where it is left out. */
  readonly tenantId?: string;
}

/** Teams tells the bot what went wrong by a `signin/failure` invoke with one of these codes. */
export type TeamsAnswer =
  | { readonly kind: 'token'; readonly token: string }
  | {
      readonly kind: 'failure';
      readonly code: 'resourcematchfailed' | 'userconsentrequired' | 'invokeerror';
      readonly message: string;
    };

const TEAMS: AppRegistration = {
  clientId: TEAMS_CLIENTS[0],
  name: 'Microsoft Teams',
  homeTenantId: 'f8cdef31-a31e-4b4a-93e4-5f571e91255a',
  accountTypes: 'any-tenant-and-personal',
  redirectUris: [],
  secrets: [],
  certificates: [],
  identifierUris: [],
  exposedScopes: [],
  preAuthorisedClients: [],
  publicClientFlows: true,
  accessTokenVersion: 2,
  enabled: true,
  appRoles: [],
};

/**
 * The token that Teams' client gets for a bot with single sign-on: its audience is the bot's own app.
 *
 * @see https://learn.microsoft.com/microsoftteams/platform/bots/how-to/authentication/bot-sso-overview
 */
export async function teamsToken(mint: TokenMint, { person, resource, tenantId }: TeamsAsk): Promise<TeamsAnswer> {
  const found = findResource(mint.world, resource);
  const scope = found?.app?.exposedScopes[0];
  if (found?.app === undefined || scope === undefined) {
    return failure('resourcematchfailed', 'Resource match failed');
  }
  if (!found.app.preAuthorisedClients.includes(TEAMS.clientId)) {
    return failure('userconsentrequired', 'User consent required');
  }
  try {
    const tenant = tenantByName(mint.world, tenantId ?? person.tenantId);
    const authority =
      tenant === undefined || tenant.consumers ? ({ kind: 'common' } as const) : ({ kind: 'tenant', tenant } as const);
    const account = accountAt(mint.world, authority, TEAMS, person);
    assertAccount(account);
    assertPolicies(mint.world, found.app, account);
    const grant = {
      clientId: TEAMS.clientId,
      tenantId: account.tenant.id,
      oid: account.oid,
      platform: 'public-client' as const,
      authTime: mint.now(),
      methods: ['pwd'],
      contexts: [],
      sessionId: randomUUID(),
      cp1: false,
    };
    const scopes = {
      oidc: new Set<never>(),
      resource: found,
      namedResource: resource,
      names: [scope],
      byDefault: false,
      spelled: new Map([[scope, `${resource}/${scope}`]]),
    };
    const parts = { grant, person, app: TEAMS, proof: 'none' as const, scopes, permissions: [scope] };
    return { kind: 'token', token: await personAccessToken(mint, parts) };
  } catch (error) {
    if (error instanceof EntraRefusal) return failure('invokeerror', error.message);
    throw error;
  }
}

function failure(code: Extract<TeamsAnswer, { kind: 'failure' }>['code'], message: string): TeamsAnswer {
  return { kind: 'failure', code, message };
}
