/** An expression of an Azure Resource Manager template. */
export type Expression =
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[] }
  | { readonly kind: 'member'; readonly of: Expression; readonly name: string }
  | { readonly kind: 'index'; readonly of: Expression; readonly at: Expression };

export class ExpressionError extends Error {
  readonly code = 'EXPRESSION_UNREADABLE';
  constructor(text: string, at: number, expected: string) {
    super(`${expected} expected at ${at} in ${text}`);
    this.name = 'ExpressionError';
  }
}

/** The strings of a template that is tried with dozens of changes are the same but for one. */
const parsed = new Map<string, Expression>();

/**
 * What a string of a template says: an expression where it stands in brackets, `null` for plain text. Two brackets at
 * the beginning are one bracket of plain text.
 *
 * @throws ExpressionError for an expression that does not parse
 */
export function expressionOf(text: string): Expression | null {
  if (!text.startsWith('[') || text.startsWith('[[') || !text.endsWith(']')) return null;
  const known = parsed.get(text);
  if (known !== undefined) return known;
  const expression = new Parser(text).whole();
  parsed.set(text, expression);
  return expression;
}

class Parser {
  readonly #text: string;
  #at = 1;

  constructor(text: string) {
    this.#text = text;
  }

  whole(): Expression {
    const expression = this.#value();
    this.#blanks();
    if (this.#at !== this.#text.length - 1) throw this.#wanted('the end');
    return expression;
  }

  #value(): Expression {
    this.#blanks();
    let value = this.#text[this.#at] === "'" ? this.#quoted() : this.#numberOrCall();
    for (;;) {
      this.#blanks();
      if (this.#takes('.')) value = { kind: 'member', of: value, name: this.#matched(/[A-Za-z_]\w*/y, 'a name') };
      else if (this.#text[this.#at] === '[') {
        this.#at += 1;
        const at = this.#value();
        this.#blanks();
        this.#needs(']');
        value = { kind: 'index', of: value, at };
      } else return value;
    }
  }

  /** A quote in a text is written twice. */
  #quoted(): Expression {
    const quoted = this.#matched(/'(?:[^']|'')*'/y, 'a closed text');
    return { kind: 'text', value: quoted.slice(1, -1).replaceAll("''", "'") };
  }

  #numberOrCall(): Expression {
    const number = /-?\d+/y;
    number.lastIndex = this.#at;
    const digits = number.exec(this.#text)?.[0];
    if (digits !== undefined) {
      this.#at += digits.length;
      return { kind: 'number', value: Number(digits) };
    }
    const name = this.#matched(/[A-Za-z]\w*/y, 'a value');
    this.#blanks();
    this.#needs('(');
    const args: Expression[] = [];
    this.#blanks();
    if (this.#takes(')')) return { kind: 'call', name, args };
    do args.push(this.#value());
    while (this.#takes(','));
    this.#needs(')');
    return { kind: 'call', name, args };
  }

  #matched(pattern: RegExp, expected: string): string {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    if (found === undefined) throw this.#wanted(expected);
    this.#at += found.length;
    return found;
  }

  #blanks(): void {
    while (/\s/.test(this.#text[this.#at] ?? '')) this.#at += 1;
  }

  #takes(mark: string): boolean {
    if (this.#text[this.#at] !== mark) return false;
    this.#at += 1;
    return true;
  }

  #needs(mark: string): void {
    if (!this.#takes(mark)) throw this.#wanted(mark);
  }

  #wanted(expected: string): ExpressionError {
    return new ExpressionError(this.#text, this.#at, expected);
  }
}

/** The expression and everything in it. */
export function* partsOf(expression: Expression): Generator<Expression> {
  yield expression;
  if (expression.kind === 'call') for (const arg of expression.args) yield* partsOf(arg);
  if (expression.kind === 'member') yield* partsOf(expression.of);
  if (expression.kind === 'index') {
    yield* partsOf(expression.of);
    yield* partsOf(expression.at);
  }
}
