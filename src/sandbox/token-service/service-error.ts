/** A refusal of the token service in its own form: `{"error": {"code", "message", "innerHttpError"}}`. */
export class ServiceError extends Error {
  readonly status: number;
  readonly code: string;
  /** What a provider answered, where one was asked. */
  readonly inner: { readonly statusCode: number; readonly body: unknown } | undefined;
  constructor(
    status: number,
    code: string,
    message: string,
    inner?: { readonly statusCode: number; readonly body: unknown },
  ) {
    super(message);
    this.name = 'ServiceError';
    this.status = status;
    this.code = code;
    this.inner = inner;
  }
}

/** In the words of the Bot Framework token service. */
export function connectionNotFound(status: number, name: string): ServiceError {
  return new ServiceError(status, 'ServiceError', `Could not find Connection Setting with name ${name.slice(0, 80)}`);
}

/** In the words of the Bot Framework token service. */
export function missingParameter(name: string): ServiceError {
  return new ServiceError(400, 'BadArgument', `Missing required parameter: ${name}`);
}
