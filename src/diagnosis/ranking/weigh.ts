import type { FindableCauseId } from '../cause-id.ts';
import type { CodeRule, RootCause, Rule, Strength } from '../causes/root-cause.ts';
import { WEIGHT } from '../causes/root-cause.ts';
import { aadb2cEntry } from '../codes/aadb2c.ts';
import type { AadstsEntry } from '../codes/aadsts.ts';
import { aadstsEntry } from '../codes/aadsts.ts';
import type { AadstsEvidence } from '../evidence/evidence.ts';
import { isElsewhere } from '../facts/elsewhere.ts';
import type { Facts } from '../facts/facts.ts';
import type { Span } from '../text/span.ts';
import { decidingCodes } from './deciding-codes.ts';
import { isPast } from './is-past.ts';
import { type QuietPlace, quietPlaces, shareAt } from './quiet-places.ts';
import { ruleIndex } from './rule-index.ts';
import { MOST_WHERE_SPOKEN_AGAINST, spokenAgainst } from './spoken-against.ts';

/** A signal with the cause it speaks for. JSON-able: it can be kept for the next message of the conversation. */
export interface WeighedSignal {
  readonly cause: FindableCauseId;
  readonly weight: number;
  readonly at: Span | null;
  readonly says: string;
  /** The code of Entra ID it comes from, where it comes from one. */
  readonly code: number | null;
}

/** A root cause with all that speaks for it. */
export interface WeighedCause {
  readonly cause: FindableCauseId;
  /** 0 to 1. */
  readonly weight: number;
  /** Heaviest first, at most six, no two that say the same. */
  readonly signals: readonly WeighedSignal[];
}

/** What a code says by the table alone, when no rule read its words. */
const TABLE_WEIGHT = {
  /** Documented, one meaning. */
  plain: WEIGHT.decisive,
  /** Documented, but its words decide between several causes. */
  variants: 0.88,
  /** Known from one line of text only. */
  undocumented: 0.72,
} as const;

/** A number repaired from a split or misread spelling proves less. */
const REPAIRED_CODE = 0.88;
/** What settings say about a step that the failed call has behind it: worth a word, and not what failed. */
const OF_A_STEP_THAT_WENT_WELL = 0.3;
/** How much further agreeing signals add to the heaviest. */
const AGREEMENT = 0.35;
/** What is left of a cause that another found cause explains. */
const EXPLAINED = 0.55;
/** A cause must be at least this heavy to explain others. */
const EXPLAINS_FROM = WEIGHT.fair;

/** Runs every rule and weighs the causes, heaviest first. Pure. */
export function weigh(
  facts: Facts,
  causes: Readonly<Record<FindableCauseId, RootCause>>,
  earlier: readonly WeighedSignal[] = [],
): WeighedCause[] {
  const signals: WeighedSignal[] = [];
  const codes = decidingCodes(facts);
  const decided = new Set<number>();
  for (const { rule, cause } of ruleIndex(causes).rulesFor(facts)) run(rule, cause, facts, codes, decided, signals);
  for (const [code, share] of codes) {
    if (decided.has(code.code)) continue;
    const byTable = tableSignal(code, share * legibility(code));
    if (byTable !== undefined) signals.push(byTable);
  }
  const quiet = quietPlaces(facts, codes);
  const heard = quiet.length === 0 ? signals : signals.map((signal) => quieter(signal, quiet));
  heard.unshift(...earlier);
  const ranked = explained(combined(isElsewhere(facts) ? heard.map(ofAnotherVendor) : heard), causes);
  return ranked.some(({ cause }) => spokenAgainst(cause, facts) !== undefined) ? doubted(ranked, facts) : ranked;
}

/** An expired token of somebody else's service is expired, and none of our business: never an invented Microsoft cause. */
function ofAnotherVendor(signal: WeighedSignal): WeighedSignal {
  return { ...signal, weight: Math.min(signal.weight, WEIGHT.hint) };
}

function doubted(ranked: readonly WeighedCause[], facts: Facts): WeighedCause[] {
  return ranked
    .map((it) =>
      it.weight > MOST_WHERE_SPOKEN_AGAINST && spokenAgainst(it.cause, facts) !== undefined
        ? { ...it, weight: MOST_WHERE_SPOKEN_AGAINST }
        : it,
    )
    .sort((a, b) => b.weight - a.weight);
}

/** Codes have their share already. */
function quieter(signal: WeighedSignal, quiet: readonly QuietPlace[]): WeighedSignal {
  if (signal.code !== null || signal.at === null) return signal;
  const share = shareAt(quiet, signal.at);
  return share === 1 ? signal : { ...signal, weight: signal.weight * share };
}

function run(
  rule: Rule,
  cause: FindableCauseId,
  facts: Facts,
  codes: ReadonlyMap<AadstsEvidence, number>,
  decided: Set<number>,
  out: WeighedSignal[],
): void {
  switch (rule.kind) {
    case 'phrase': {
      const at = facts.declaredPhrase(rule.phrases);
      if (at === undefined || (rule.when !== undefined && !rule.when(facts))) return;
      const says = typeof rule.says === 'string' ? rule.says : rule.says(facts);
      out.push({ cause, weight: WEIGHT[rule.strength], at, says, code: null });
      return;
    }
    case 'code':
      for (const [code, share] of codes) {
        if (!ruleReads(rule, code, facts)) continue;
        // A hint names another possibility; it does not take the table's word away.
        if (rule.strength !== 'hint') decided.add(code.code);
        const says = typeof rule.says === 'string' ? rule.says : rule.says(facts, code);
        out.push({
          cause,
          weight: WEIGHT[rule.strength] * share * legibility(code),
          at: code.span,
          says,
          code: code.code,
        });
      }
      return;
    case 'facts': {
      const found = rule.test(facts);
      if (found === undefined) return;
      const share = isPast(cause, facts) ? OF_A_STEP_THAT_WENT_WELL : 1;
      for (const signal of Array.isArray(found) ? found : [found]) {
        out.push({
          cause,
          weight: WEIGHT[signal.strength as Strength] * share,
          at: signal.at ?? null,
          says: signal.says,
          code: null,
        });
      }
      return;
    }
  }
}

function legibility({ repaired }: AadstsEvidence): number {
  return repaired ? REPAIRED_CODE : 1;
}

function ruleReads(rule: CodeRule, code: AadstsEvidence, facts: Facts): boolean {
  return (
    code.family === 'AADSTS' && rule.codes.includes(code.code) && (rule.when === undefined || rule.when(facts, code))
  );
}

function tableSignal(code: AadstsEvidence, share: number): WeighedSignal | undefined {
  if (code.family === 'AADB2C') {
    const entry = aadb2cEntry(code.code);
    if (entry === undefined || entry.cause === 'not-enough-evidence') return undefined;
    return {
      cause: entry.cause,
      weight: TABLE_WEIGHT.variants * share,
      at: code.span,
      says: `AADB2C${code.code}: ${entry.note}`,
      code: code.code,
    };
  }
  const entry = aadstsEntry(code.code);
  if (entry === undefined || entry.cause === 'not-enough-evidence') return undefined;
  const says = `AADSTS${code.code}${entry.name === null ? '' : ` (${entry.name})`} is Entra ID's code for this`;
  return { cause: entry.cause, weight: tableWeight(entry) * share, at: code.span, says, code: code.code };
}

function tableWeight(entry: AadstsEntry): number {
  if (!entry.documented) return TABLE_WEIGHT.undocumented;
  return entry.note === null ? TABLE_WEIGHT.plain : TABLE_WEIGHT.variants;
}

/** Independent signals for one cause add up, each closing a share of what was left to doubt. */
function combined(signals: readonly WeighedSignal[]): WeighedCause[] {
  const byCause = new Map<FindableCauseId, WeighedSignal[]>();
  for (const signal of signals) {
    const list = byCause.get(signal.cause);
    if (list === undefined) byCause.set(signal.cause, [signal]);
    else list.push(signal);
  }
  const causes: WeighedCause[] = [];
  for (const [cause, list] of byCause) {
    const signals = list.length === 1 ? list : distinct(list);
    let { weight } = signals[0]!;
    for (let index = 1; index < signals.length; index += 1) weight += (1 - weight) * signals[index]!.weight * AGREEMENT;
    causes.push({ cause, weight: Math.min(weight, 0.99), signals: signals.length > 6 ? signals.slice(0, 6) : signals });
  }
  return causes.sort((a, b) => b.weight - a.weight);
}

/** Heaviest first, and of those that say the same the heaviest. */
function distinct(signals: readonly WeighedSignal[]): WeighedSignal[] {
  const said = new Set<string>();
  return signals.toSorted((a, b) => b.weight - a.weight).filter(({ says }) => !said.has(says) && said.add(says));
}

/** What any refusal leaves behind it, so that no later code of it is another refusal. */
const AFTERMATH: ReadonlySet<FindableCauseId> = new Set<FindableCauseId>([
  'interaction-required',
  'token-cache-miss',
  'token-expired',
  'token-missing',
  'token-malformed',
]);

/** Of two codes the later one says what was refused at last: no consequence of the refusal before it. */
function isLaterRefusal(cause: WeighedCause, follower: WeighedCause | undefined): boolean {
  return (
    follower !== undefined &&
    !AFTERMATH.has(follower.cause) &&
    follower.weight > cause.weight &&
    cause.signals[0]!.code !== null &&
    follower.signals[0]!.code !== null
  );
}

function explained(ranked: WeighedCause[], causes: Readonly<Record<FindableCauseId, RootCause>>): WeighedCause[] {
  const weights = new Map<FindableCauseId, number>();
  for (const { cause, weight } of ranked) weights.set(cause, weight);
  for (const each of ranked) {
    const { cause, weight } = each;
    if (weight < EXPLAINS_FROM) continue;
    for (const follower of causes[cause]?.explains ?? []) {
      if (
        isLaterRefusal(
          each,
          ranked.find((it) => it.cause === follower),
        )
      )
        continue;
      const known = weights.get(follower);
      // A follower that explains back (two causes that name each other) keeps its weight if it is the heavier one.
      if (known === undefined || (known > weight && causes[follower].explains?.includes(cause))) continue;
      weights.set(follower, Math.min(known, weight) * EXPLAINED);
    }
  }
  return ranked
    .map(({ cause, signals }) => ({ cause, weight: round(weights.get(cause)!), signals }))
    .sort((a, b) => b.weight - a.weight);
}

function round(weight: number): number {
  return Math.round(weight * 1000) / 1000;
}
