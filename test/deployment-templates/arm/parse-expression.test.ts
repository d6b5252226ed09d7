import { describe, expect, test } from 'vitest';
import { type Expression, ExpressionError, expressionOf, partsOf } from './parse-expression.ts';

const text = (value: string): Expression => ({ kind: 'text', value });

describe('expressions', () => {
  test('calls in calls, texts with quotes, numbers, members and places', () => {
    expect(expressionOf("[concat(parameters('a'), 'it''s', -12, f().b.c[0])]")).toEqual({
      kind: 'call',
      name: 'concat',
      args: [
        { kind: 'call', name: 'parameters', args: [text('a')] },
        text("it's"),
        { kind: 'number', value: -12 },
        {
          kind: 'index',
          of: {
            kind: 'member',
            of: { kind: 'member', of: { kind: 'call', name: 'f', args: [] }, name: 'b' },
            name: 'c',
          },
          at: { kind: 'number', value: 0 },
        },
      ],
    });
    expect(expressionOf("[ f ( 'a' , g( ) ) ]")).toMatchObject({ name: 'f', args: [text('a'), { name: 'g' }] });
    expect(expressionOf("['[not] (this), either']")).toEqual(text('[not] (this), either'));
  });

  test.each(['plain', '[[literal]', '[open', 'closed]', '', 'a [b] c'])('«%s» is plain text', (plain) => {
    expect(expressionOf(plain)).toBeNull();
  });

  test.each([
    '[]',
    '[f(]',
    "[f('a']",
    "[f('a'))]",
    "[f('a)]",
    "[f('a',)]",
    "[f('a' 'b')]",
    '[f]',
    '[f().]',
    '[f()[]',
    '[f()[0]',
    '[f(a)]',
    "[f('a')] and more]",
    '[f("a")]',
  ])('%s does not parse', (broken) => {
    expect(() => expressionOf(broken)).toThrow(ExpressionError);
  });

  test('all parts are found', () => {
    const expression = expressionOf("[f(g('a')[h()].b)]");
    expect([...partsOf(expression!)].map((part) => (part.kind === 'call' ? part.name : part.kind))).toEqual([
      'f',
      'member',
      'index',
      'g',
      'text',
      'h',
    ]);
  });
});
