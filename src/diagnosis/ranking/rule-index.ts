import type { FindableCauseId } from '../cause-id.ts';
import type { RootCause, Rule } from '../causes/root-cause.ts';
import type { Facts } from '../facts/facts.ts';

/** A rule with the cause it speaks for. */
export interface OwnedRule {
  readonly cause: FindableCauseId;
  readonly rule: Rule;
}

/**
 * Which rules a paste can concern at all: those that look at facts always, those for a phrase or a code only where it
 * stands in the paste. Of the several hundred rules a usual paste needs a third.
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

function buildIndex(causes: readonly RootCause[]): RuleIndex {
  const rules = causes.flatMap(({ id, rules }): OwnedRule[] => rules.map((rule) => ({ cause: id, rule })));
  const always = new Uint8Array(rules.length);
  const byPhrase = new Map<string, number[]>();
  const byCode = new Map<number, number[]>();
  rules.forEach(({ rule }, at) => {
    if (rule.kind === 'facts') always[at] = 1;
    else if (rule.kind === 'phrase') for (const phrase of rule.phrases) listed(byPhrase, phrase).push(at);
    else for (const code of rule.codes) listed(byCode, code).push(at);
  });
  return {
    rulesFor(facts) {
      const wanted = always.slice();
      for (const { phrase } of facts.of('phrase')) for (const at of byPhrase.get(phrase) ?? []) wanted[at] = 1;
      for (const { code } of facts.of('aadsts')) for (const at of byCode.get(code) ?? []) wanted[at] = 1;
      const found: OwnedRule[] = [];
      for (let at = 0; at < wanted.length; at += 1) if (wanted[at] === 1) found.push(rules[at]!);
      return found;
    },
  };
}

function listed<K>(lists: Map<K, number[]>, key: K): number[] {
  let list = lists.get(key);
  if (list === undefined) {
    list = [];
    lists.set(key, list);
  }
  return list;
}
