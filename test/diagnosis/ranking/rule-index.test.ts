import { describe, expect, it } from 'vitest';
import { ROOT_CAUSES } from '../../../src/diagnosis/causes/index.ts';
import { CAUSE_PHRASES } from '../../../src/diagnosis/causes/phrases.ts';
import type { Rule } from '../../../src/diagnosis/causes/root-cause.ts';
import { readEvidence } from '../../../src/diagnosis/evidence/read-evidence.ts';
import { buildFacts } from '../../../src/diagnosis/facts/build-facts.ts';
import type { Facts } from '../../../src/diagnosis/facts/facts.ts';
import { ruleIndex } from '../../../src/diagnosis/ranking/rule-index.ts';
import { unwrap } from '../../../src/diagnosis/text/unwrap.ts';

const index = ruleIndex(ROOT_CAUSES);
const rules: readonly Rule[] = Object.values(ROOT_CAUSES).flatMap((cause) => cause.rules);

function factsOf(paste: string): Facts {
  const evidence = readEvidence(unwrap(paste), CAUSE_PHRASES);
  return buildFacts({ evidence, phrases: CAUSE_PHRASES, language: null, now: Date.UTC(2026, 10, 22) });
}

describe('the index of rules', () => {
  it('takes a phrase or code only where it stands in the paste', () => {
    const chosen = index.rulesFor(factsOf('AADSTS700016: Application with identifier was not found in the directory'));
    for (const { rule } of chosen) if (rule.kind === 'code') expect(rule.codes).toContain(700016);
    expect(chosen.some(({ rule }) => rule.kind === 'code')).toBe(true);
    expect(index.rulesFor(factsOf('hello')).length).toBeLessThan(10);
  });

  it('gives the rules in the order of the causes, each once', () => {
    for (const cause of Object.values(ROOT_CAUSES)) {
      const places = index.rulesFor(factsOf(cause.hits[0].paste)).map(({ rule }) => rules.indexOf(rule));
      expect(places).toEqual([...new Set(places)].sort((one, other) => one - other));
    }
  });
});
