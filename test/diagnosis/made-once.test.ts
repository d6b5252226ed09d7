import { expect, test } from 'vitest';
import { Kept, madeOnce } from '../../src/diagnosis/made-once.ts';

test('each is made once for a subject, whatever was asked for before', () => {
  const made: string[] = [];
  const of = (name: string) =>
    madeOnce((subject: { readonly id: number }) => {
      made.push(`${name} of ${subject.id}`);
      return name;
    });
  const [first, second, third] = [of('first'), of('second'), of('third')];
  const [one, other] = [new Kept({ id: 1 }), new Kept({ id: 2 })];
  expect([one.get(third), one.get(first), one.get(third), other.get(third), one.get(second), one.get(first)]).toEqual([
    'third',
    'first',
    'third',
    'third',
    'second',
    'first',
  ]);
  expect(made).toEqual(['third of 1', 'first of 1', 'third of 2', 'second of 1']);
});
