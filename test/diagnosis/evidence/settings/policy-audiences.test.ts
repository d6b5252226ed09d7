import { describe, expect, it } from 'vitest';
import { policyAudiences } from '../../../../src/diagnosis/evidence/settings/policy-audiences.ts';
import { original } from '../../../../src/diagnosis/text/mapped-text.ts';
import { expectWithin } from '../../../processor-time.ts';

const read = (text: string): string[] => {
  const found: string[] = [];
  policyAudiences(original(text), (name, _key, values) => void found.push(`${name}: ${values.join(' ')}`));
  return found;
};

describe('audiences of a policy of API Management', () => {
  it.each([
    [
      '<validate-jwt><audiences><audience>api://a</audience> <audience>abc-1</audience></audiences></validate-jwt>',
      'audience: api://a abc-1',
    ],
    [
      '<validate-jwt><required-claims><claim name="aud" match="any">\n <value>api://a</value>\n <value>b-1</value></claim></required-claims>',
      'audience: api://a b-1',
    ],
    [
      '<validate-azure-ad-token tenant-id="x"><audiences><audience> api://a </audience></audiences>',
      'audience: api://a',
    ],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });

  it.each([
    '<validate-jwt><required-claims><claim name="roles"><value>Reader</value></claim></required-claims>',
    '<audience>api://a</audience>',
    '<validate-jwt header-name="Authorization" />',
  ])('reads nothing in %s', (text) => {
    expect(read(text)).toEqual([]);
  });

  it('is linear on elements without an end', () => {
    const text = `<validate-jwt>${'<claim name="aud"><value>'.repeat(20_000)}${'<audience>'.repeat(20_000)}`;
    expectWithin(500, () => read(text));
  });
});
