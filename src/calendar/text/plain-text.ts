/** Characters that people's keyboards and editors put for a plain one; each is one UTF-16 unit, so offsets stay. */
const PLAIN: Readonly<Record<string, string>> = {
  '\u2018': "'",
  '\u2019': "'",
  '\u201a': "'",
  '\u02bc': "'",
  '\u201c': '"',
  '\u201d': '"',
  '\u201e': '"',
  '\u00ab': '"',
  '\u00bb': '"',
  '\u2010': '-',
  '\u2011': '-',
  '\u2012': '-',
  '\u2013': '-',
  '\u2014': '-',
  '\u2212': '-',
  '\u00a0': ' ',
  '\u2009': ' ',
  '\u202f': ' ',
  '\u3000': ' ',
  '\u200b': ' ',
  '\ufeff': ' ',
};
const CURLY =
  /[\u2018\u2019\u201a\u02bc\u201c\u201d\u201e\u00ab\u00bb\u2010-\u2014\u2212\u00a0\u2009\u202f\u3000\u200b\ufeff]/g;

/** The same text, letter for letter, with plain quotes, dashes and spaces. */
export function plainText(text: string): string {
  return text.replace(CURLY, (character) => PLAIN[character] ?? character);
}
