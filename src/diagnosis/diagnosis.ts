import type { CauseId, FindableCauseId, Owner } from './cause-id.ts';
import type { PatchRecipe } from './fix/patch-recipe.ts';

/**
 * How sure the diagnosis is.
 * `certain`: the issuer or the API said it in a field made for saying it, and nothing else in the paste speaks against it.
 * `likely`: act on it first. `possible`: one of several. `undecided`: the paste does not decide it.
 */
export type Verdict = 'certain' | 'likely' | 'possible' | 'undecided';

/** One reason for a finding: the person's own words (secrets masked) and what they tell. */
export interface Because {
  /** A piece of the paste, one line, masked, at most 240 characters. Empty when it comes from an earlier message. */
  readonly quote: string;
  readonly says: string;
}

/** A root cause with its weight (0 to 1) and the evidence for it. */
export interface Finding {
  readonly cause: FindableCauseId;
  readonly weight: number;
  readonly owner: Owner;
  /** What the cause is called, without values. */
  readonly title: string;
  /** What is wrong, one sentence, with the paster's own values. */
  readonly headline: string;
  readonly because: readonly Because[];
}

/** A page to open: documentation, or the place in the portal. */
export interface Link {
  readonly title: string;
  readonly url: string;
}

/** One doable thing. `value` is what to type or choose, set apart so that it can be copied. */
export interface FixStep {
  readonly text: string;
  readonly value?: string;
  readonly link?: Link;
}

export const PATCH_LANGUAGES = ['python', 'node', 'csharp', 'java', 'powershell', 'curl', 'json'] as const;
/** `json` is for settings and request bodies that are the same in every language. */
export type PatchLanguage = (typeof PATCH_LANGUAGES)[number];

/** The code that mends it, in one language. */
export interface Patch {
  readonly language: PatchLanguage;
  readonly code: string;
}

/** Ordered steps for one owner, with a way to check that they worked. */
export interface Fix {
  readonly owner: Owner;
  readonly steps: readonly FixStep[];
  /** The paste's language first; without one Python first, then curl. Of a product that is set up and not programmed, curl. */
  readonly patches: readonly Patch[];
  /** From which the patches can be written again; absent where there are none. */
  readonly recipe?: PatchRecipe;
  /** How to see that it worked: a sentence and, where there is one, a command. */
  readonly check: { readonly text: string; readonly command?: string };
  /** Where an administrator must act: a message ready to forward, plain text. */
  readonly forward?: string;
  /** Where an administrator must consent: the link with the paster's own tenant and client id. */
  readonly consentLink?: string;
  readonly sources: readonly Link[];
}

/** The one thing that would decide an undecided paste, and how to get it. */
export interface NextQuestion {
  readonly ask: string;
  readonly commands: readonly { readonly label: string; readonly command: string }[];
}

export const SECRET_KINDS = [
  'access-token',
  'id-token',
  'refresh-token',
  'authorization-code',
  'device-code',
  'code-verifier',
  'client-secret',
  'client-assertion',
  'user-assertion',
  'cookie',
  'sas-signature',
  'password',
  'download-link',
  'api-key',
  'private-key',
] as const;
export type SecretKind = (typeof SECRET_KINDS)[number];

/** A live credential seen in the paste. Never its text. */
export interface FoundSecret {
  readonly kind: SecretKind;
  /** ISO 8601 instant at which it stops working, where it can be known. */
  readonly expires: string | null;
  /** Whether it had already expired at the time of the diagnosis. `null` where unknown. */
  readonly expired: boolean | null;
  /** How to make it useless now, one sentence. */
  readonly revoke: string;
}

/** A code of Entra ID that stands in the paste, with the name the table has for it. */
export interface CodeNote {
  readonly code: string;
  readonly name: string | null;
  /** What is known of it, one line; an honest line where nothing is. */
  readonly note: string;
  readonly link: string;
}

/** All that is said of a paste: findings ranked, the verdict, the fix, and what to paste next. */
export interface Diagnosis {
  /** The first finding's id; with the verdict `undecided` always `not-enough-evidence`. */
  readonly cause: CauseId;
  readonly verdict: Verdict;
  /** The first line of every answer: what is wrong, one sentence, with the paster's own values. */
  readonly headline: string;
  /** Ranked, heaviest first. With the verdict `undecided` they are what it could be. */
  readonly findings: readonly Finding[];
  /** For the first finding; `null` when undecided. */
  readonly fix: Fix | null;
  /** Set when undecided, and where one more thing would make sure. */
  readonly next: NextQuestion | null;
  /** Where nothing is asked for, as no sign-in and no permission failed: whose matter it is. */
  readonly beyond?: 'another-vendor' | 'not-the-sign-in';
  readonly secrets: readonly FoundSecret[];
  readonly codes: readonly CodeNote[];
  /** What the reader should know of the reading itself: a header read leniently, another vendor's error, a guide's mistake. */
  readonly remarks: readonly string[];
  readonly language: PatchLanguage | null;
}
