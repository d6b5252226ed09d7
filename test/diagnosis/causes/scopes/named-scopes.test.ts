import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { namedScopes } from '../../../../src/diagnosis/causes/scopes/named-scopes.ts';
import { expectWithin } from '../../../processor-time.ts';

describe('namedScopes', () => {
  it.each([
    [
      "The provided request must include a 'scope' input parameter. The provided value for the input parameter 'scope' is not valid. The scope https://a.example/.default https://b.example/.default is not valid.",
      ['https://a.example/.default', 'https://b.example/.default'],
    ],
    [
      "The application 'planner' asked for scope 'Calender.Read' that doesn't exist on the resource 'x'.",
      ['Calender.Read'],
    ],
    ['The provided value for scope User.Read.All is not valid. Client credential flows must …', ['User.Read.All']],
    ["The scope 'Mail.Reed' does not exist.", ['Mail.Reed']],
    [
      '… contains more than one resource. Scope User.Read api://x/y openid is not valid.',
      ['User.Read', 'api://x/y', 'openid'],
    ],
    ["The provided value for the input parameter 'scope' is not valid.", []],
    ['The user account is disabled.', []],
  ])('%s', (words, scopes) => {
    expect(namedScopes(words)).toEqual(scopes);
  });

  it('takes any text, in linear time', () => {
    fc.assert(fc.property(fc.string(), (words) => Array.isArray(namedScopes(words))));
    expectWithin(500, () => namedScopes('the scope a '.repeat(10_000)));
  });
});
