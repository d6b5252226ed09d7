import type { Person } from '../../person.ts';
import { type Grant, parseGrant } from '../grants/grant.ts';

/** What was asked for when the sign-in began. Kept sealed in the pending entry. */
export interface PendingContent {
  readonly scopes: readonly string[];
  readonly claims: string | null;
  /** For the page: in which chat the code is to be typed, and who asked. */
  readonly channelId: string;
  readonly name: string | null;
}

/** What the sign-in page brought, and the code that binds it. Kept sealed until the code is typed. */
export interface CompletedContent {
  readonly code: string;
  readonly grant: Grant;
}

/** What only the browser that began can give back: its cookie. */
export interface BrowserContent {
  /** Equal to the state's. */
  readonly browser: string;
  readonly verifier: string;
  readonly nonce: string;
}

/** What is sealed until the browser comes back. */
export function pendingContent(person: Person, scopes: readonly string[], claims: string | undefined): PendingContent {
  return { scopes, claims: claims ?? null, channelId: person.channelId, name: person.name };
}

/** What was unsealed: `undefined` where another version of the service sealed it in another form. */
export function parsePending(value: unknown): PendingContent | undefined {
  const { scopes, claims, channelId, name } = membersOf(value);
  if (!Array.isArray(scopes) || !scopes.every((scope) => typeof scope === 'string')) return undefined;
  if (typeof channelId !== 'string') return undefined;
  return {
    scopes,
    claims: typeof claims === 'string' ? claims : null,
    channelId,
    name: typeof name === 'string' ? name : null,
  };
}

/** As `parsePending`. */
export function parseCompleted(value: unknown): CompletedContent | undefined {
  const { code, grant: sealedGrant } = membersOf(value);
  const grant = parseGrant(sealedGrant);
  return typeof code === 'string' && grant !== undefined ? { code, grant } : undefined;
}

/** As `parsePending`. */
export function parseBrowser(value: unknown): BrowserContent | undefined {
  const { browser, verifier, nonce } = membersOf(value);
  return typeof browser === 'string' && typeof verifier === 'string' && typeof nonce === 'string'
    ? { browser, verifier, nonce }
    : undefined;
}

function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}
