import type { Refusal } from '../refusals/refusal.ts';
import type { Person } from './person.ts';

/** How people sign in. A setting chooses; test/contract/sign-in.contract.ts holds for both. */
export type SignInWay = 'token-service' | 'msal';

/** Why a person has to sign in (again). */
export type SignInReason = 'first-time' | 'expired' | 'revoked' | 'claims-challenge' | 'more-scopes' | 'signed-out';

/** An access token for Graph. */
export interface GrantedToken {
  /** Only ever sent to Graph; no log, card or error holds it. */
  readonly accessToken: string;
  /** Milliseconds since 1970; `null` where it cannot be known (the opaque token of a personal account). */
  readonly expires: number | null;
}

/** What asking for a token gave. */
export type TokenAnswer =
  | { readonly kind: 'token'; readonly token: GrantedToken }
  /** Signing in (again) would help. `refusal` is what Entra ID said where it said something. */
  | {
      readonly kind: 'sign-in-needed';
      readonly reason: SignInReason;
      readonly refusal?: Refusal;
      /** With `claims-challenge`: what the next sign-in must carry, ready for TokenRequest.claims. */
      readonly claims?: string;
    }
  /** Signing in again would not help: the installation or the service is at fault. */
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** What a token is asked for beyond the usual. */
export interface TokenRequest {
  /** Beyond the base scopes, Graph-qualified: asked for when a feature first needs them. */
  readonly extraScopes?: readonly string[];
  /** Gets a new token although the one at hand has not expired: proves that refreshing works. */
  readonly refresh?: boolean;
  /** The decoded JSON of a claims challenge (`WWW-Authenticate … claims=`). */
  readonly claims?: string;
}

/** What a sign-in card needs. */
export interface Invitation {
  /** The address behind the button; made for this person alone. */
  readonly signInLink: string;
  /** For Teams' silent sign-in, where it is set up. Never sent into a team channel. */
  readonly connectionName?: string;
  readonly tokenExchangeResource?: { readonly id: string; readonly uri: string; readonly providerId?: string };
  /** False where this way cannot carry the claims of a challenge: the card says that step-up may need the MSAL way. */
  readonly carriesClaims: boolean;
}

export type RedeemAnswer =
  | { readonly kind: 'signed-in'; readonly token: GrantedToken }
  /** No sign-in of this person waits for that code: wrong, expired, used, or somebody else's. */
  | { readonly kind: 'wrong-code'; readonly attemptsLeft: number | null }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** A user's grant: asked for, got, renewed and given back. One port, two ways behind it. */
export interface SignIn {
  readonly way: SignInWay;
  /** The name that OAuth cards and Teams' token exchange carry, where there is one. */
  readonly connectionName?: string;
  /** A token without asking the person anything. Never throws for a refusal. */
  token(person: Person, request?: TokenRequest): Promise<TokenAnswer>;
  /** Starts a sign-in. An earlier one of the same person that is not finished ends with it. */
  invite(person: Person, request?: TokenRequest): Promise<Invitation | { readonly refusal: Refusal }>;
  /** Binds the grant to the person who typed the code that the sign-in page showed. */
  redeem(person: Person, code: string): Promise<RedeemAnswer>;
  /** Teams SSO: exchanges the assertion of Teams (its audience is the app's own identifier URI) for a grant. */
  exchange(person: Person, assertion: string): Promise<TokenAnswer>;
  /** Removes the grant. True where there was one. */
  signOut(person: Person): Promise<boolean>;
}

/** The delegated permissions that the calendar and the health report need, Graph-qualified; no more are asked for at first. */
export const BASE_SCOPES: readonly string[] = [
  'https://graph.microsoft.com/User.Read',
  'https://graph.microsoft.com/Calendars.ReadWrite',
  'https://graph.microsoft.com/MailboxSettings.Read',
];
