import type { JSONWebKeySet, JWTPayload } from 'jose';
import type { RecentRequests } from '../recent-requests.ts';
import type { World } from '../world/world.ts';
import { GrantStore } from './grant-store.ts';
import { createSigningKeys, type SigningKeys } from './signing-keys.ts';
import { type TeamsAnswer, type TeamsAsk, teamsToken } from './teams-sso.ts';

/** What the routes of Entra ID work with. */
export interface EntraParts {
  readonly world: World;
  readonly now: () => number;
  readonly keys: SigningKeys;
  readonly grants: GrantStore;
  readonly recent: RecentRequests;
}

/** The sandbox's Entra ID as other parts of the sandbox use it, without HTTP. */
export interface Entra {
  /** The public keys, as the key document shows them. */
  signingKeys(): JSONWebKeySet;
  /** The claims behind an opaque access token of a personal account; `undefined` for one never issued. */
  opaqueToken(token: string): JWTPayload | undefined;
  /** An opaque access token for claims, as personal accounts get one. */
  addOpaqueToken(claims: JWTPayload): string;
  /** What Teams would get of Entra ID for the silent sign-in of a person: the assertion of `signin/tokenExchange`. */
  teamsToken(ask: TeamsAsk): Promise<TeamsAnswer>;
  /** Signs claims with the sandbox's key: for tokens that somebody altered, or of another time. */
  sign(claims: JWTPayload): Promise<string>;
  /** Forgets every code, refresh token, opaque token and session. */
  forget(): void;
}

export async function createEntra(
  parts: Pick<EntraParts, 'world' | 'now' | 'recent'>,
): Promise<{ entra: Entra; parts: EntraParts }> {
  const all: EntraParts = { ...parts, keys: await createSigningKeys(), grants: new GrantStore() };
  const { keys, grants } = all;
  return {
    parts: all,
    entra: {
      signingKeys: () => keys.jwks,
      opaqueToken: (token) => grants.opaqueTokens.get(token),
      addOpaqueToken: (claims) => grants.addOpaqueToken(claims),
      teamsToken: (ask) => teamsToken(all, ask),
      sign: (claims) => keys.sign(claims),
      forget: () => grants.clear(),
    },
  };
}
