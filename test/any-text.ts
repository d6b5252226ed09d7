import fc from 'fast-check';

/** Halves of surrogate pairs stand between these. */
const BEFORE_SURROGATES = 0xd800;
const SURROGATES = 0x800;
export const CODE_POINTS = 0x110000 - SURROGATES;

/**
 * Any code point, as `unit: 'binary'` of fast-check, which makes a table of all of them first: a second of each process.
 */
export const CODE_POINT = fc.nat(CODE_POINTS - 1).map(
  (index) => String.fromCodePoint(index < BEFORE_SURROGATES ? index : index + SURROGATES),
  (character) => {
    if (typeof character !== 'string' || character === '') throw new Error('One character');
    const codePoint = character.codePointAt(0)!;
    return codePoint < BEFORE_SURROGATES ? codePoint : codePoint - SURROGATES;
  },
);

/** Any text at all. */
export function anyText(lengths: fc.StringConstraints = {}): fc.Arbitrary<string> {
  return fc.string({ ...lengths, unit: CODE_POINT });
}
