import type { FindableCauseId } from '../cause-id.ts';
import type { Occasion, RootCause, Rule } from '../causes/root-cause.ts';
import type { EvidenceKind, SettingName } from '../evidence/evidence.ts';
import type { Facts } from '../facts/facts.ts';

/** A rule with the cause it speaks for. */
export interface OwnedRule {
  readonly cause: FindableCauseId;
  readonly rule: Rule;
}

/**
 * Which rules a paste can concern at all: each is listed under what must stand in a paste for it to see anything.
 * Of the several hundred rules a usual paste needs a few dozen.
 */
export interface RuleIndex {
  /** In the order of the causes. */
  rulesFor(facts: Facts): readonly OwnedRule[];
}

const indexes = new WeakMap<object, RuleIndex>();

/** The index of a set of causes; built once for each. */
export function ruleIndex(causes: Readonly<Record<FindableCauseId, RootCause>>): RuleIndex {
  let index = indexes.get(causes);
  if (index === undefined) {
    index = buildIndex(Object.values(causes));
    indexes.set(causes, index);
  }
  return index;
}

/** Places of rules in the order of the causes. */
type Places = number[];

function buildIndex(causes: readonly RootCause[]): RuleIndex {
  const rules = causes.flatMap(({ id, rules }): OwnedRule[] => rules.map((rule) => ({ cause: id, rule })));
  const always: Places = [];
  const byKind = new Map<EvidenceKind, Places>();
  const bySetting = new Map<SettingName, Places>();
  const byPhrase = new Map<string, Places>();
  const byCode = new Map<number, Places>();
  rules.forEach(({ rule }, at) => {
    const occasion = occasionOf(rule);
    if (occasion === undefined) always.push(at);
    list(byKind, occasion?.evidence, at);
    list(bySetting, occasion?.settings, at);
    list(byPhrase, occasion?.phrases, at);
    list(byCode, occasion?.codes, at);
  });
  const kinds = Array.from(byKind, ([kind, places]) => ({ kind, places }));
  // One bit for each rule: so they come out in their order, each once, and nothing is sorted.
  const none: readonly number[] = Array.from({ length: (rules.length >>> 5) + 1 }, () => 0);
  return {
    rulesFor(facts) {
      const wanted = none.slice();
      mark(wanted, always);
      for (let index = 0; index < kinds.length; index += 1) {
        const { kind, places } = kinds[index]!;
        if (facts.of(kind).length > 0) mark(wanted, places);
      }
      for (const { name } of facts.of('setting')) mark(wanted, bySetting.get(name));
      for (const { phrase } of facts.of('phrase')) mark(wanted, byPhrase.get(phrase));
      for (const { code } of facts.of('aadsts')) mark(wanted, byCode.get(code));
      return marked(wanted, rules);
    },
  };
}

function occasionOf(rule: Rule): (Occasion & { readonly codes?: readonly number[] }) | undefined {
  if (rule.kind !== 'facts') return rule;
  return rule.onlyWith === 'its phrases' ? { phrases: rule.phrases ?? [] } : rule.onlyWith;
}

function list<K>(lists: Map<K, Places>, keys: readonly K[] | undefined, at: number): void {
  for (const key of keys ?? []) {
    const places = lists.get(key);
    if (places === undefined) lists.set(key, [at]);
    else places.push(at);
  }
}

function mark(bits: number[], places: Places | undefined): void {
  if (places === undefined) return;
  for (let index = 0; index < places.length; index += 1) {
    const at = places[index]!;
    bits[at >>> 5] = bits[at >>> 5]! | (1 << (at & 31));
  }
}

function marked(bits: readonly number[], rules: readonly OwnedRule[]): OwnedRule[] {
  const found: OwnedRule[] = [];
  for (let word = 0; word < bits.length; word += 1) {
    for (let left = bits[word]!; left !== 0; left &= left - 1) found.push(rules[(word << 5) + lowestBit(left)]!);
  }
  return found;
}

function lowestBit(bits: number): number {
  return 31 - Math.clz32(bits & -bits);
}
