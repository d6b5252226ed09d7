import type { Facts } from '../../facts/facts.ts';
import type { Rule } from '../root-cause.ts';

const WORDS = ['the permission set (', 'the expected permission'] as const;

/** Whether the Office 365 Management API names what the token holds (AF10001): the first words of it. */
export function namesPermissionSet(facts: Facts): boolean {
  return facts.phrase(WORDS[0]) !== undefined;
}

/** AF10001 of that API, for the kind of caller whose permission a cause is about. */
export function permissionSetRule(isOf: (facts: Facts) => boolean): Rule {
  return {
    kind: 'facts',
    phrases: WORDS,
    onlyWith: { phrases: [WORDS[0]] },
    test: (facts) => {
      const at = facts.phrase(WORDS[0]);
      if (at === undefined || facts.phrase(WORDS[1]) === undefined || !isOf(facts)) return undefined;
      return { strength: 'strong', at, says: 'The Office 365 Management API finds its permission not in the token' };
    },
  };
}
