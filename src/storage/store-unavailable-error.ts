/** The store cannot be opened or does not answer. The message names what to do about it. */
export class StoreUnavailableError extends Error {
  readonly code = 'WHY401_STORE_UNAVAILABLE';
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StoreUnavailableError';
  }
}
