import type { PatchLanguage } from '../../../../src/diagnosis/diagnosis.ts';

type CodeLanguage = Exclude<PatchLanguage, 'json'>;

interface Lexis {
  readonly lineComment: string;
  readonly blockComments: boolean;
  /** Longest first. `escape` is the character that takes the next one's meaning; `doubled` a quote inside written twice. */
  readonly quotes: readonly { readonly mark: string; readonly escape: string | null; readonly doubled: boolean }[];
}

const C_QUOTES = [
  { mark: '"', escape: '\\', doubled: false },
  { mark: "'", escape: '\\', doubled: false },
];
const TRIPLE = { mark: '"""', escape: '\\', doubled: false };

const LEXIS: Readonly<Record<CodeLanguage, Lexis>> = {
  python: { lineComment: '#', blockComments: false, quotes: [TRIPLE, ...C_QUOTES] },
  node: { lineComment: '//', blockComments: true, quotes: [...C_QUOTES, { mark: '`', escape: '\\', doubled: false }] },
  csharp: { lineComment: '//', blockComments: true, quotes: C_QUOTES },
  java: { lineComment: '//', blockComments: true, quotes: [TRIPLE, ...C_QUOTES] },
  powershell: {
    lineComment: '#',
    blockComments: false,
    quotes: [
      { mark: "'", escape: null, doubled: true },
      { mark: '"', escape: '`', doubled: true },
    ],
  },
  curl: {
    lineComment: '#',
    blockComments: false,
    quotes: [
      { mark: "'", escape: null, doubled: false },
      { mark: '"', escape: '\\', doubled: false },
    ],
  },
};

const CLOSES: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/**
 * The code without its comments and with every string literal as `S`. Throws where a literal does not end or brackets
 * do not pair. Two texts with one skeleton differ in nothing but the contents of their strings.
 */
export function codeSkeleton(language: CodeLanguage, code: string): string {
  const scanner = new Scanner(language, code);
  return scanner.run();
}

class Scanner {
  private readonly language: CodeLanguage;
  private readonly code: string;
  private readonly lexis: Lexis;
  private at = 0;

  constructor(language: CodeLanguage, code: string) {
    this.language = language;
    this.code = code;
    this.lexis = LEXIS[language];
  }

  run(): string {
    const skeleton = this.codeUntil(null);
    if (this.at < this.code.length) throw new Error(`${this.code[this.at]} closes nothing at ${this.at}`);
    return skeleton;
  }

  /** Reads code up to the bracket that closes it (left for the caller), or to the end. */
  private codeUntil(close: string | null): string {
    let out = '';
    while (this.at < this.code.length) {
      const character = this.code[this.at] ?? '';
      if (character === close) return out;
      if (')]}'.includes(character)) break;
      if (this.skipComment()) continue;
      if (this.language === 'node' && character === '/' && /(?:^|[(=,:[!&|?{};>])\s*$/.test(out)) {
        out += this.regex();
        continue;
      }
      if (this.language === 'curl' && character === '\\') {
        // Outside quotes a backslash quotes the next character: part of the word, as a literal is.
        out += this.code[this.at + 1] === '\n' ? ' ' : 'S';
        this.at += 2;
        continue;
      }
      const quote = this.lexis.quotes.find((known) => this.code.startsWith(known.mark, this.at));
      if (quote !== undefined) {
        this.string(quote);
        out += 'S';
        continue;
      }
      const closing = CLOSES[character];
      this.at += 1;
      out += character;
      if (closing !== undefined) out += this.codeUntil(closing) + this.take(closing);
    }
    if (close !== null) throw new Error(`no ${close} at ${this.at}`);
    return out;
  }

  private take(character: string): string {
    if (this.code[this.at] !== character) throw new Error(`no ${character} at ${this.at}`);
    this.at += 1;
    return character;
  }

  private skipComment(): boolean {
    const shellWord = this.language === 'curl' && !/^$|[\s;]/.test(this.code[this.at - 1] ?? '');
    if (this.code.startsWith(this.lexis.lineComment, this.at) && !shellWord) {
      const end = this.code.indexOf('\n', this.at);
      this.at = end < 0 ? this.code.length : end;
      return true;
    }
    if (this.lexis.blockComments && this.code.startsWith('/*', this.at)) {
      const end = this.code.indexOf('*/', this.at + 2);
      if (end < 0) throw new Error('a comment does not end');
      this.at = end + 2;
      return true;
    }
    return false;
  }

  private string(quote: Lexis['quotes'][number]): void {
    const { mark, doubled } = quote;
    const start = this.at;
    this.at += mark.length;
    while (this.at < this.code.length) {
      const character = this.code[this.at] ?? '';
      if (character === quote.escape) this.at += 2;
      else if (this.language === 'curl' && mark === '"' && this.code.startsWith('$(', this.at)) {
        this.at += 2;
        this.codeUntil(')');
        this.take(')');
      } else if (this.language === 'node' && mark === '`' && this.code.startsWith('${', this.at)) {
        this.at += 2;
        this.codeUntil('}');
        this.take('}');
      } else if (doubled && this.code.startsWith(mark + mark, this.at)) this.at += 2;
      else if (this.code.startsWith(mark, this.at)) {
        this.at += mark.length;
        return;
      } else {
        const oneLine = mark.length === 1 && mark !== '`' && !['curl', 'powershell'].includes(this.language);
        if (character === '\n' && oneLine) break;
        this.at += 1;
      }
    }
    throw new Error(`a string does not end, from ${start}: ${this.code.slice(start, start + 40)}`);
  }

  private regex(): string {
    let inClass = false;
    for (this.at += 1; this.at < this.code.length; this.at += 1) {
      const character = this.code[this.at];
      if (character === '\\') this.at += 1;
      else if (character === '[') inClass = true;
      else if (character === ']') inClass = false;
      else if (character === '/' && !inClass) {
        this.at += 1;
        return 'R';
      } else if (character === '\n') break;
    }
    throw new Error('a regular expression does not end');
  }
}
