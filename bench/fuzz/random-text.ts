/** Text made from a number: the same number gives the same text, so that a counterexample can be told by its seed. */
export function textFrom(seed: number, length: number, alphabet: string): string {
  let state = (seed * 2_654_435_761 + 0x9e3779b9) >>> 0;
  let text = '';
  for (let index = 0; index < length; index += 1) {
    // xorshift (Marsaglia, 2003): good enough to look generated.
    state ^= state << 13;
    state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    text += alphabet[state % alphabet.length];
  }
  return text;
}

export const LETTERS_AND_DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
export const URL_SAFE = `${LETTERS_AND_DIGITS}-_`;

export function guidFrom(seed: number): string {
  const hex = textFrom(seed, 32, '0123456789abcdef');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
