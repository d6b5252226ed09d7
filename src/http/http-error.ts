/** A request that is answered with an error of RFC 9110. `message` goes to the caller as it is. */
export class HttpError extends Error {
  readonly statusCode: number;
  /** Stable name for programs. */
  readonly code: string;
  /** Sent with the answer: `Retry-After`, `WWW-Authenticate`. */
  readonly headers: Readonly<Record<string, string>>;
  constructor(statusCode: number, code: string, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.name = 'HttpError';
    this.statusCode = statusCode;
    this.code = code;
    this.headers = headers;
  }
}
