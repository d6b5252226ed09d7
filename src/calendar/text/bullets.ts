import type { Token } from './tokenize.ts';

/** The tokens without the marks of a list at the beginning of its lines: «- …», «• …», «1) …», «2. …». */
export function withoutBullets(tokens: readonly Token[]): readonly Token[] {
  if (!tokens.some(({ newLine }) => newLine)) return tokens;
  const left: Token[] = [];
  let isLineStart = false;
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at]!;
    const startsLine = at === 0 || token.newLine;
    const length = startsLine ? bulletAt(tokens, at) : 0;
    if (length > 0) {
      isLineStart = at > 0;
      at += length - 1;
      continue;
    }
    left.push(isLineStart ? { ...token, newLine: true } : token);
    isLineStart = false;
  }
  return left;
}

/** How many tokens the mark has; it stands apart from what follows. */
function bulletAt(tokens: readonly Token[], at: number): number {
  const [token, next, third] = [tokens[at]!, tokens[at + 1], tokens[at + 2]];
  if (next === undefined || next.newLine) return 0;
  if (/^[-*•·▪>]$/.test(token.word)) return next.joined ? 0 : 1;
  if (token.kind !== 'number' || token.word.length > 2 || !next.joined || !/^[).]$/.test(next.word)) return 0;
  return third === undefined || third.joined || third.newLine ? 0 : 2;
}
