/**
 * Steps of a sign-in that the log files as interruptions and that go well in most cases: «Keep me signed in?» (50140), «Are
 * you trying to sign in to …?» (50199) and its like (399218). «This is an expected part of the login flow.»
 * https://learn.microsoft.com/entra/identity-platform/reference-error-codes
 */
const INTERRUPTS: ReadonlySet<number> = new Set([50140, 50199, 399218]);

/** Whether the code is a question in the midst of a sign-in, so that any other code beside it is what failed. */
export function isInterrupt(code: number): boolean {
  return INTERRUPTS.has(code);
}
