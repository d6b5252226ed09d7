import { type BrokerAnswer, brokerAnswerSays } from '../../codes/broker-numbers.ts';
import type { ExceptionEvidence } from '../../evidence/evidence.ts';
import type { Facts } from '../../facts/facts.ts';
import type { FactRule, Strength } from '../root-cause.ts';

/** What the Windows broker, or Office for it, shows of a sign-in; nothing where a code of Entra ID says more. */
export function shownByBroker(facts: Facts): readonly ExceptionEvidence[] {
  return facts.of('aadsts').length > 0
    ? []
    : facts.of('exception').filter(({ library }) => library === 'windows-broker');
}

/** What the number in a window of Office or Teams tells. */
export function numberSays({ type, code }: ExceptionEvidence): string {
  const whose = /^(?:0x)?8004de/i.test(type) ? 'OneDrive' : 'the Windows sign-in broker';
  return `${type} is a number of ${whose}: ${brokerAnswerSays(code as BrokerAnswer)}.`;
}

/** A rule for what Entra ID answered to the Windows broker, known by the broker's number only. */
export function brokerAnswered(answers: readonly BrokerAnswer[], strength: Strength): FactRule {
  return {
    kind: 'facts',
    onlyWith: { evidence: ['exception'] },
    test: (facts) => {
      for (const { type, code, span } of shownByBroker(facts)) {
        const answer = answers.find((one) => one === code);
        if (answer !== undefined) return { strength, at: span, says: `${type}: ${brokerAnswerSays(answer)}` };
      }
      return undefined;
    },
  };
}
