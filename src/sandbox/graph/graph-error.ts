/** A request that Graph refuses: status, its error code and message, and headers beyond those that every answer has. */
export class GraphError extends Error {
  readonly status: number;
  readonly code: string;
  readonly headers: Readonly<Record<string, string>>;
  constructor(status: number, code: string, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.name = 'GraphError';
    this.status = status;
    this.code = code;
    this.headers = headers;
  }
}

/** Graph's own client id, in its challenges. */
const GRAPH_CLIENT_ID = '00000003-0000-0000-c000-000000000000';
const AUTHORIZATION_URI = 'https://login.microsoftonline.com/common/oauth2/authorize';

/**
 * 401. Graph's challenge names no error, whatever is wrong with the token: the body does. Only a claims challenge has
 * `error="insufficient_claims"` and the claims, in base64.
 */
export function unauthenticated(message: string, claims?: object, code = 'InvalidAuthenticationToken'): GraphError {
  const parameters = [
    'realm=""',
    `authorization_uri="${AUTHORIZATION_URI}"`,
    `client_id="${GRAPH_CLIENT_ID}"`,
    ...(claims === undefined
      ? []
      : ['error="insufficient_claims"', `claims="${Buffer.from(JSON.stringify(claims), 'utf8').toString('base64')}"`]),
  ];
  return new GraphError(401, code, message, { 'WWW-Authenticate': `Bearer ${parameters.join(', ')}` });
}

/** The directory (people, groups) and Outlook (calendars, mailboxes) refuse in different words. */
export type Workload = 'directory' | 'outlook';

/** 403 in the words of Outlook or of the directory. */
export function forbidden(workload: Workload): GraphError {
  return workload === 'outlook'
    ? new GraphError(403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.')
    : new GraphError(403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.');
}

/** 404 for somebody without an Exchange Online mailbox. */
export function mailboxNotEnabled(): GraphError {
  return new GraphError(
    404,
    'MailboxNotEnabledForRESTAPI',
    'The mailbox is either inactive, soft-deleted, or is hosted on-premise.',
  );
}

/** 404 of Outlook. */
export function itemNotFound(): GraphError {
  return new GraphError(404, 'ErrorItemNotFound', 'The specified object was not found in the store.');
}

/** 404 of the directory. */
export function userNotFound(id: string): GraphError {
  return new GraphError(
    404,
    'Request_ResourceNotFound',
    `Resource '${id}' does not exist or one of its queried reference-property objects are not present.`,
  );
}

/** 400 with a code of the service behind Graph. */
export function badRequest(code: string, message: string): GraphError {
  return new GraphError(400, code, message);
}
