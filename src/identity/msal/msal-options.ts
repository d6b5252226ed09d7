import type { Store } from '../../storage/store.ts';
import type { MsalApp } from './msal-app.ts';

export type SignInStore = Pick<Store, 'grants' | 'signIns'>;

export interface MsalSignInOptions {
  /** Asked for at each operation, so that a changed registration counts at once. */
  readonly app: () => MsalApp;
  /** Where browsers reach the service, without a slash at its end. */
  readonly publicUrl: string;
  /** 32 bytes each. The first seals and signs; the others only open what was sealed before a change of keys. */
  readonly tokenKeys: readonly Uint8Array[];
  readonly store: SignInStore;
  readonly now: () => number;
  /** Where a sandbox stands in for `https://login.microsoftonline.com`, for example `http://127.0.0.1:4010/entra`. */
  readonly entraAt?: string;
}
