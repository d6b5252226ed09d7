import { expect, it } from 'vitest';
import { ROOT_CAUSES } from '../../../src/diagnosis/causes/index.ts';
import { CAUSE_PHRASES } from '../../../src/diagnosis/causes/phrases.ts';
import { readEvidence } from '../../../src/diagnosis/evidence/read-evidence.ts';
import { buildFacts } from '../../../src/diagnosis/facts/build-facts.ts';
import { ruleIndex } from '../../../src/diagnosis/ranking/rule-index.ts';
import { unwrap } from '../../../src/diagnosis/text/unwrap.ts';
import { everyPaste } from './every-paste.ts';

const NOW = Date.UTC(2026, 10, 22);

it('the index of rules leaves out no cross-check that would have seen something', () => {
  const index = ruleIndex(ROOT_CAUSES);
  const crossChecks = Object.values(ROOT_CAUSES).flatMap(({ rules }) => rules.filter((rule) => rule.kind === 'facts'));
  const missed = everyPaste().flatMap((paste) => {
    const evidence = readEvidence(unwrap(paste), CAUSE_PHRASES);
    const facts = buildFacts({ evidence, phrases: CAUSE_PHRASES, language: null, now: NOW });
    const chosen = new Set(index.rulesFor(facts).map(({ rule }) => rule));
    return crossChecks
      .flatMap((rule) => (chosen.has(rule) ? [] : (rule.test(facts) ?? [])))
      .map((signal) => ({ paste, signal }));
  });
  expect(missed).toEqual([]);
});
