/**
 * A part that is made after its user: the server must listen before the address of the bot is known, and the sandbox and
 * the sign-in need that address. What is asked meanwhile waits.
 */
export interface LatePart<T> {
  readonly ready: Promise<T>;
  give(part: T): void;
}

export function latePart<T>(): LatePart<T> {
  const { promise, resolve } = Promise.withResolvers<T>();
  return { ready: promise, give: resolve };
}
