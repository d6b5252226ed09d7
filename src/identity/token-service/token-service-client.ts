import type { Person } from '../person.ts';

/** A token as the Bot Framework token service hands it out. */
export interface ServiceToken {
  readonly token: string;
  /** ISO time, where the service says it. */
  readonly expiration?: string | undefined;
}

/** What an OAuth card is made of. */
export interface SignInResource {
  readonly signInLink: string;
  readonly tokenExchangeResource?: { readonly id: string; readonly uri: string; readonly providerId?: string };
}

/**
 * The calls of the token service that a sign-in takes. The bot's edge implements it with the SDK's own client, so that
 * this room knows no SDK.
 *
 * Each throws SignInRefusedError where the service refused or did not answer.
 */
export interface TokenServiceClient {
  /** `undefined` where the service has no token: nobody signed in, the refresh failed, or the code is not theirs. */
  getToken(person: Person, connectionName: string, code?: string): Promise<ServiceToken | undefined>;
  getSignInResource(person: Person, connectionName: string): Promise<SignInResource>;
  exchange(person: Person, connectionName: string, assertion: string): Promise<ServiceToken | undefined>;
  signOut(person: Person, connectionName: string): Promise<void>;
}
