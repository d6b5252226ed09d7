import type { Refusal } from '../refusals/refusal.ts';

/** A refusal where the port has no other way to tell it (a sign-out that the service refuses). Its message holds no data. */
export class SignInRefusedError extends Error {
  readonly code = 'WHY401_SIGN_IN_REFUSED';
  /** Not enumerable, so that a logger that prints errors whole does not print it. */
  declare readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(`The sign-in service refused ${refusal.request.method} ${refusal.request.url.split('?', 1)[0]}`);
    this.name = 'SignInRefusedError';
    Object.defineProperty(this, 'refusal', { value: refusal, enumerable: false });
  }
}
