import type { Refusal } from '../../../refusals/refusal.ts';

/** Why the sign-in cannot go on in this browser. Starting again in the chat helps. */
export type StopReason =
  /** The address was changed or cut, or is none of ours. */
  | 'link-invalid'
  /** Ten minutes are over, or a newer sign-in took its place. */
  | 'link-expired'
  /** It was completed before: the code was shown already. */
  | 'already-done'
  /** The browser that comes back is not the one that began, or it keeps no cookies. */
  | 'other-browser';

/** A cookie to set; with an empty value and no age, one to remove. It is HttpOnly, SameSite=Lax, for the whole host. */
export interface BrowserCookie {
  readonly name: string;
  readonly value: string;
  readonly maxAgeSeconds: number;
  readonly secure: boolean;
}

/** What the browser gets. */
export type PageAnswer =
  | { readonly kind: 'redirect'; readonly location: string; readonly cookie: BrowserCookie }
  | {
      readonly kind: 'code';
      /** Six digits. Binds the grant once it is typed in the chat named here. */
      readonly code: string;
      readonly channelId: string;
      readonly personName: string | null;
      /** The account that was signed in with. */
      readonly account: string | null;
      readonly cookie: BrowserCookie;
    }
  | { readonly kind: 'stopped'; readonly reason: StopReason }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

export interface PageRequest {
  readonly query: URLSearchParams;
  /** The `Cookie` header. */
  readonly cookies: string | undefined;
}
