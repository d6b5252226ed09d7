/**
 * Which characters a machine takes for one another, as measured on pictures of error pages, terminals and JSON viewers
 * (bench/pictures) and known from the shapes of letters.
 */
const DIGITS: Readonly<Record<string, string>> = {
  ...each('OoQD@®©°', '0'),
  ...each('lLIi|!', '1'),
  ...each('Zz', '2'),
  ...each('Ss$§', '5'),
  ...each('Gb', '6'),
  ...each('B&', '8'),
  ...each('gq', '9'),
};

/** What is no digit of base 16, and the one that it was. Digits of base 16 are never taken for another. */
const HEX_DIGITS: Readonly<Record<string, string>> = {
  ...each('OoQ@®°', '0'),
  ...each('lLIi|!', '1'),
  ...each('Zz', '2'),
  ...each('Ss$§', '5'),
  ...each('G', '6'),
  ...each('gq', '9'),
  ...each('h', 'b'),
  ...each('¢©', 'c'),
  ...each('{t', 'f'),
};

/** For the inside of a character class. */
export const LIKE_A_DIGIT = '0-9OoQD@®©°lLIi|!ZzSs$§GbB&gq';
export const LIKE_A_HEX_DIGIT = '0-9a-fA-FOoQ@®°lLIi|!ZzSs$§Ggqh¢©{t';

/** The digits that a run of characters stands for; `undefined` where one of them looks like none. */
export function asDigits(run: string): string | undefined {
  let digits = '';
  for (const character of run) {
    const digit = /\d/.test(character) ? character : DIGITS[character];
    if (digit === undefined) return undefined;
    digits += digit;
  }
  return digits;
}

/** The same for digits of base 16, which stay as they are written. */
export function asHexDigits(run: string): string | undefined {
  let digits = '';
  for (const character of run) {
    const digit = /[0-9a-f]/i.test(character) ? character : HEX_DIGITS[character];
    if (digit === undefined) return undefined;
    digits += digit;
  }
  return digits;
}

/**
 * One character for each group that is taken for one another, and one for a doubled character, since a wide letter is
 * now and then read twice (`ReadwWrite`). Two words with the same shape may be one word.
 */
export function shapeOf(word: string): string {
  let shape = '';
  let last = '';
  for (const character of word.toLowerCase()) {
    const alike = SHAPES[character] ?? character;
    if (alike !== last) shape += alike;
    last = alike;
  }
  return shape;
}

const SHAPES: Readonly<Record<string, string>> = {
  ...each('i1|!', 'l'),
  ...each('0@', 'o'),
  ...each('5$', 's'),
  ...each('2', 'z'),
  ...each('8', 'b'),
};

function each(characters: string, by: string): Record<string, string> {
  return Object.fromEntries([...characters].map((character) => [character, by]));
}
