import type { Person } from '../../src/identity/person.ts';
import type {
  GrantedToken,
  Invitation,
  RedeemAnswer,
  SignIn,
  SignInWay,
  TokenAnswer,
  TokenRequest,
} from '../../src/identity/sign-in.ts';
import { accessToken, goodClaims } from './made-access-token.ts';

export interface FakeSignInOptions {
  readonly way?: SignInWay;
  /** Milliseconds before each answer. */
  readonly delayMs?: number;
  /** What a request for a token gives, instead of the token at hand. */
  readonly answer?: (request: TokenRequest | undefined, time: number) => TokenAnswer | undefined;
}

/** A sign-in without a network: a grant a person, a code of six digits to bind it. Holds made tokens only. */
export class FakeSignIn implements SignIn {
  readonly way: SignInWay;
  /** Every request for a token, in order; `undefined` for the plain one. */
  readonly asked: (TokenRequest | undefined)[] = [];
  readonly #grants = new Map<string, GrantedToken>();
  readonly #codes = new Map<string, string>();
  readonly #options: FakeSignInOptions;
  readonly #now: () => number;

  constructor(now: () => number, options: FakeSignInOptions = {}) {
    this.#now = now;
    this.#options = options;
    this.way = options.way ?? 'msal';
  }

  /** Signs somebody in, with these claims changed; `undefined` removes one. A string is the token itself. */
  grant(person: Person, changes: Readonly<Record<string, unknown>> | string = {}): this {
    const claims = { ...goodClaims(this.#now()), ...(typeof changes === 'string' ? {} : changes) };
    this.#grants.set(
      key(person),
      typeof changes === 'string'
        ? { accessToken: changes, expires: null }
        : { accessToken: accessToken(claims), expires: typeof claims.exp === 'number' ? claims.exp * 1000 : null },
    );
    return this;
  }

  async token(person: Person, request?: TokenRequest): Promise<TokenAnswer> {
    this.asked.push(request);
    const time = this.asked.length - 1;
    const { delayMs, answer } = this.#options;
    if (delayMs !== undefined) await new Promise((resolve) => setTimeout(resolve, delayMs));
    const other = answer?.(request, time);
    if (other !== undefined) return other;
    const token = this.#grants.get(key(person));
    return token === undefined ? { kind: 'sign-in-needed', reason: 'first-time' } : { kind: 'token', token };
  }

  async invite(person: Person): Promise<Invitation> {
    const code = String(100_000 + (this.#codes.size % 900_000));
    this.#codes.set(key(person), code);
    const carriesClaims = this.way === 'msal';
    return { signInLink: `https://sign-in.example/start?code=${code}`, carriesClaims };
  }

  async redeem(person: Person, code: string): Promise<RedeemAnswer> {
    if (this.#codes.get(key(person)) !== code) return { kind: 'wrong-code', attemptsLeft: null };
    this.#codes.delete(key(person));
    return { kind: 'signed-in', token: this.grant(person).#grants.get(key(person))! };
  }

  async exchange(person: Person): Promise<TokenAnswer> {
    return { kind: 'token', token: this.grant(person).#grants.get(key(person))! };
  }

  async signOut(person: Person): Promise<boolean> {
    return this.#grants.delete(key(person));
  }
}

function key(person: Person): string {
  return `${person.channelId}/${person.userId}`;
}
