import { randomBytes, randomUUID } from 'node:crypto';
import type { JWTPayload } from 'jose';
import type { RedirectPlatform } from '../world/world.ts';
import { BoundedMap } from './bounded-map.ts';

/** One sign-in of a person, as an app got it. Times in milliseconds since 1970. */
export interface SignInGrant {
  readonly clientId: string;
  /** The tenant that issues, and the person's object id there. */
  readonly tenantId: string;
  readonly oid: string;
  readonly platform: RedirectPlatform;
  readonly authTime: number;
  readonly methods: readonly string[];
  /** Authentication contexts that the sign-in satisfied. */
  readonly contexts: readonly string[];
  readonly sessionId: string;
  readonly cp1: boolean;
}

export interface CodeGrant extends SignInGrant {
  readonly scope: string;
  readonly redirectUri: string;
  /** The address part of the authorize request: a code is redeemed where it was asked for. */
  readonly authority: string;
  readonly challenge: { readonly value: string; readonly method: 'S256' | 'plain' } | null;
  readonly nonce: string | undefined;
  readonly issued: number;
  redeemed: boolean;
}

export interface RefreshGrant extends SignInGrant {
  /** What the client got with it. */
  readonly scope: string;
  readonly issued: number;
  /** When the first refresh token of this line was issued: that of a single-page app does not live on. */
  readonly lineIssued: number;
  used: boolean;
}

export interface BrowserSession {
  readonly id: string;
  readonly userPrincipalName: string;
  readonly authTime: number;
  readonly methods: readonly string[];
  readonly contexts: readonly string[];
}

/** A sign-in that is under way on the pages. */
export interface PendingSignIn {
  readonly id: string;
  readonly tenantName: string;
  readonly parameters: URLSearchParams;
  readonly correlationId: string;
  readonly began: number;
  userPrincipalName?: string;
  authTime?: number;
  methods: string[];
  consented: boolean;
}

const MOST = 20_000;

/** What the sandbox's Entra ID remembers: codes, refresh tokens, opaque access tokens, sessions. Lives in memory. */
export class GrantStore {
  readonly codes = new BoundedMap<CodeGrant>(MOST);
  readonly refreshTokens = new BoundedMap<RefreshGrant>(MOST);
  readonly opaqueTokens = new BoundedMap<JWTPayload>(MOST);
  readonly sessions = new BoundedMap<BrowserSession>(MOST);
  readonly pending = new BoundedMap<PendingSignIn>(MOST);

  addCode(grant: CodeGrant, personal: boolean): string {
    const code = personal ? `M.C517_BAY.2.U.${randomUUID()}` : entraString(96);
    this.codes.set(code, grant);
    return code;
  }

  addRefreshToken(grant: RefreshGrant, personal: boolean): string {
    const token = personal ? `M.C517_BAY.0.U.-${random(96)}` : entraString(192);
    this.refreshTokens.set(token, grant);
    return token;
  }

  /** Access tokens for Graph of personal accounts cannot be decoded: they begin with `EwB`. */
  addOpaqueToken(claims: JWTPayload): string {
    const token = `EwB${random(300)}`;
    this.opaqueTokens.set(token, claims);
    return token;
  }

  clear(): void {
    for (const map of [this.codes, this.refreshTokens, this.opaqueTokens, this.sessions, this.pending]) map.clear();
  }
}

/** Codes and refresh tokens of work accounts begin with a version and a dot. */
function entraString(bytes: number): string {
  return `1.AX${random(bytes)}.Ag${random(12)}`;
}

function random(bytes: number): string {
  return randomBytes(bytes).toString('base64url');
}
