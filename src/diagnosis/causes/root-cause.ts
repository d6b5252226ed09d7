import type { FindableCauseId, Owner } from '../cause-id.ts';
import type { FixStep, Link } from '../diagnosis.ts';
import type { AadstsEvidence, EvidenceKind, SettingName } from '../evidence/evidence.ts';
import type { Cloud, Facts } from '../facts/facts.ts';
import type { PatchId } from '../fix/patches/patch-id.ts';
import type { Span } from '../text/span.ts';

/**
 * How heavy a signal is. Named, so that every rule says what kind of proof it has.
 *
 * - `decisive`: issuer or API say exactly this, in a field or sentence made for it.
 * - `strong`: two facts contradict each other (a claim against the address called), or a sentence that has one usual meaning.
 * - `fair`: usual, but other causes give the same picture.
 * - `weak`: one of several; alone it stays `possible`.
 * - `hint`: only enough to be named among the other possibilities.
 */
export const WEIGHT = {
  decisive: 0.96,
  strong: 0.84,
  fair: 0.68,
  weak: 0.45,
  hint: 0.25,
} as const;
export type Strength = keyof typeof WEIGHT;

/** What a rule saw. */
export interface Signal {
  readonly strength: Strength;
  /** The place to quote; left out where the proof is that something is absent. */
  readonly at?: Span | undefined;
  /** One sentence: what this place tells, with the paster's own values. */
  readonly says: string;
}

/** Words of a service or library that stand for the cause. */
export interface PhraseRule {
  readonly kind: 'phrase';
  /**
   * Any of these, in lower case, runs of white space as one space, straight quotes.
   * At least 6 characters: they are found wherever they stand, also inside other words.
   */
  readonly phrases: readonly string[];
  readonly strength: Strength;
  /** A further condition over all evidence. */
  readonly when?: (facts: Facts) => boolean;
  readonly says: string | ((facts: Facts) => string);
}

/**
 * A code of Entra ID whose words or surroundings decide for this cause.
 * Where any code rule fires for a code, the table's own cause for that code steps back.
 * Codes that the table already gives to this cause need no rule.
 */
export interface CodeRule {
  readonly kind: 'code';
  readonly codes: readonly number[];
  readonly strength: Strength;
  readonly when?: (facts: Facts, code: AadstsEvidence) => boolean;
  readonly says: string | ((facts: Facts, code: AadstsEvidence) => string);
}

/** Anything else: a cross-check of several pieces of evidence. */
export interface FactRule {
  readonly kind: 'facts';
  /** Phrases that `test` asks for with `facts.phrase`. */
  readonly phrases?: readonly string[];
  /**
   * Where the paste holds none of these, `test` could only answer `undefined`, so it is not even asked: of all the
   * cross-checks hardly one in ten concerns a paste. Left out: it is asked of every paste.
   */
  readonly onlyWith?: Occasion | 'its phrases';
  readonly test: (facts: Facts) => Signal | readonly Signal[] | undefined;
}

/** What a paste must hold for a cross-check to see anything; any one of it is enough. */
export interface Occasion {
  readonly evidence?: readonly EvidenceKind[];
  readonly settings?: readonly SettingName[];
  readonly phrases?: readonly string[];
}

export type Rule = PhraseRule | CodeRule | FactRule;

/** A paste that has the cause: test data, and an example on the cause's page. */
export interface Hit {
  readonly paste: string;
  /** The least verdict it must reach; `likely` where left out. */
  readonly verdict?: 'certain' | 'likely' | 'possible';
}

/** A paste that looks like the cause and is not. */
export interface NearMiss {
  readonly paste: string;
  /** What it is instead. */
  readonly cause: string;
}

/** One file of `causes/`: how the cause is found, who acts, what is said, and pastes that hold it to that. */
export interface RootCause {
  readonly id: FindableCauseId;
  /** A noun phrase, without values: «The client secret has expired». */
  readonly title: string;
  /** Title by evidence, where one cause shows in another place. */
  readonly titleFor?: (facts: Facts) => string | undefined;
  readonly owner: Owner;
  /** Owner by evidence, where it depends. */
  readonly ownerFor?: (facts: Facts) => Owner;
  /** What happens and why, for the cause's page: two to five sentences of plain text. */
  readonly explanation: string;
  /** How it shows, one line each: what people see. */
  readonly symptoms: readonly string[];
  readonly rules: readonly Rule[];
  /**
   * Causes that follow from this one in the same paste: they step back when this one is found.
   * For example a silent sign-in that failed explains the `Bearer undefined` after it.
   */
  readonly explains?: readonly FindableCauseId[];
  /** What is wrong, one sentence with the paster's values; must read well when `facts.values` is empty. */
  readonly headline: (facts: Facts) => string;
  /** Steps for the owner, in order, each doable, with exact values. */
  readonly steps: (facts: Facts) => readonly FixStep[];
  /** Code that fixes it, in every language that can. */
  readonly patches: readonly PatchId[] | ((facts: Facts) => readonly PatchId[]);
  /** The tenant that is the fault itself: no patch repeats it. */
  readonly wrongTenant?: (facts: Facts) => string | undefined;
  /** The scopes that the patch asks for in the place of those of the paste, where these are the fault. */
  readonly soundScopes?: (facts: Facts) => readonly string[] | undefined;
  /** The permission that the patch has to ask for, where it is another one than the call needs of one's own. */
  readonly scopeToAdd?: (facts: Facts) => string | undefined;
  /** Where people should sign in, where the address they sign in at is (part of) the fault. */
  readonly signInAt?: (facts: Facts) => 'common' | 'organizations' | 'consumers' | 'own-tenant' | undefined;
  /** The cloud that the code is for, where the addresses of the paste do not agree. */
  readonly inCloud?: (facts: Facts) => Cloud;
  readonly check: (facts: Facts) => { readonly text: string; readonly command?: string };
  /** For causes that an administrator or Microsoft must fix: the message to forward, plain text. */
  readonly forward?: (facts: Facts) => string | undefined;
  /** True where administrator consent is (part of) the fix: the link is added. */
  readonly needsAdminConsent?: boolean | ((facts: Facts) => boolean);
  readonly sources: readonly Link[];
  /** When its facts were last compared with the documentation, ISO date. */
  readonly lastChecked: string;
  readonly hits: readonly [Hit, ...Hit[]];
  readonly nearMisses: readonly NearMiss[];
}
