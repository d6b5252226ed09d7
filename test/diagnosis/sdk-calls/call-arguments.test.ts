import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { callArguments } from '../../../src/diagnosis/sdk-calls/call-arguments.ts';

/** The arguments of the first call of the text: strings, and null for everything else. */
function argumentsOf(text: string): (string | null)[] {
  return callArguments(text, text.indexOf('(') + 1).map(({ value }) => value);
}

describe('callArguments', () => {
  it('reads strings by their place', () => {
    expect(argumentsOf('f("a", \'b\', `c`)')).toEqual(['a', 'b', 'c']);
    expect(argumentsOf('new F(\n  "a", // the tenant, "x"\n  # and more\n  "b",\n)')).toEqual(['a', 'b']);
  });

  it('keeps the place of what is no string', () => {
    expect(argumentsOf('f(tenant, "b", os.environ["SECRET"], g("x", "y"), "e")')).toEqual([null, 'b', null, null, 'e']);
    expect(argumentsOf('f("a" + suffix, "b")')).toEqual([null, 'b']);
  });

  it('leaves out what has a name', () => {
    expect(argumentsOf('f("a", authority="b", clientId: "c")')).toEqual(['a']);
    expect(argumentsOf('f("a", x == y, "c")')).toEqual(['a', null, 'c']);
  });

  it('ends with the call, or with the paste', () => {
    expect(argumentsOf('f("a"); g("b", "c")')).toEqual(['a']);
    expect(argumentsOf('f("a", "b')).toEqual(['a', null]);
    expect(argumentsOf('f(')).toEqual([]);
    expect(argumentsOf('f()')).toEqual([]);
  });

  it('tells where each value stands', () => {
    const text = 'f("tenant", f"app")';
    const values = callArguments(text, 2);
    expect(values.map(({ start, end }) => text.slice(start, end))).toEqual(['tenant', 'app']);
  });

  it('gives places inside any text, and ends', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('(', ')', ',', '"', "'", '\\', '#', '/', '\n', ' ', 'a', '=') }),
        (text) => {
          for (const { value, start, end } of callArguments(text, 0))
            if (value !== null) expect(text.slice(start, end)).toBe(value);
        },
      ),
    );
  });
});
