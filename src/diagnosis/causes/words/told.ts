import type { Circumstance } from '../../evidence/told/circumstances.ts';
import type { Facts } from '../../facts/facts.ts';
import type { FactRule, Strength } from '../root-cause.ts';

interface Told {
  /** The refusal that the circumstance explains; where left out, the telling is enough. */
  readonly errors?: readonly string[];
  readonly strength?: Strength;
  /** Declared phrases of which one must stand in the paste. */
  readonly beside?: readonly string[];
  readonly when?: (facts: Facts) => boolean;
  readonly says: string;
}

/**
 * A circumstance that the person tells, beside a refusal that by itself says too little. A code of Entra ID and the
 * sentence of its answer say more than any telling, and another vendor's refusal has other reasons.
 */
export function told(circumstance: Circumstance, { errors, strength = 'strong', beside, when, says }: Told): FactRule {
  return {
    kind: 'facts',
    ...(beside === undefined ? {} : { phrases: beside }),
    onlyWith: { evidence: ['told'] },
    test: (facts) => {
      const telling = facts.of('told').find((item) => item.circumstance === circumstance);
      if (telling === undefined || facts.of('aadsts').length > 0 || facts.of('vendor').length > 0) return undefined;
      if (beside !== undefined && facts.anyPhrase(...beside) === undefined) return undefined;
      const refused =
        errors === undefined ||
        facts
          .of('oauth-error')
          .some(({ error, description, where }) => errors.includes(error) && (description === '' || where === 'text'));
      return refused && (when === undefined || when(facts)) ? { strength, at: telling.span, says } : undefined;
    },
  };
}

interface Retold {
  readonly strength?: Strength;
  /** Where nothing tells whose sign-in it was; left out where it must be told. */
  readonly unnamed?: Strength;
  readonly when?: (facts: Facts) => boolean;
}

/**
 * What the sign-in or Graph said, as the person tells it. What a program or a service says itself in the same paste goes
 * before it. Of several tellings for one cause the first counts: they are one story, and words alone are no proof.
 *
 * @param says - for each circumstance what it tells
 */
export function retold(
  says: Partial<Record<Circumstance, string>>,
  { strength = 'strong', unnamed, when }: Retold = {},
): FactRule {
  return {
    kind: 'facts',
    onlyWith: { evidence: ['told'] },
    test: (facts) => {
      const telling = facts.of('told').find(({ circumstance }) => Object.hasOwn(says, circumstance));
      if (telling === undefined || facts.of('vendor').length > 0 || saysMore(facts)) return undefined;
      const proof = telling.named === true || facts.microsoft ? strength : unnamed;
      return proof === undefined || when?.(facts) === false
        ? undefined
        : { strength: proof, at: telling.span, says: says[telling.circumstance]! };
    },
  };
}

function saysMore(facts: Facts): boolean {
  return (
    facts.of('aadsts').length > 0 ||
    facts.of('exception').length > 0 ||
    facts.of('oauth-error').some(({ where, description }) => where !== 'text' || description !== '')
  );
}
