/** A request as the diagnostics channels of Node.js tell of it. */
export interface SentRequest {
  readonly method: string;
  readonly url: URL;
  /** The id that its client gave it, the same for all tries. */
  readonly requestId: string | undefined;
}

/** Graph and MSAL take the first, the Bot Framework's client the second. */
const ID_HEADERS = ['client-request-id', 'x-ms-client-request-id'] as const;

/** Of `undici:request:create`, on which fetch stands: headers are a flat list of names and values. */
export function fetchRequest(request: object): SentRequest | undefined {
  const { method, origin, path, headers } = request as Readonly<Record<string, unknown>>;
  if (typeof method !== 'string' || typeof path !== 'string') return undefined;
  const address = `${String(origin)}${path}`;
  if (!URL.canParse(address)) return undefined;
  return { method: method.toUpperCase(), url: new URL(address), requestId: idInList(headers) };
}

/** Of `http.client.request.start`: a ClientRequest of `node:http` or `node:https`. */
export function httpRequest(request: object): SentRequest | undefined {
  const { method, protocol, host, path } = request as Readonly<Record<string, unknown>>;
  if (typeof method !== 'string' || typeof path !== 'string') return undefined;
  const named = headerOf(request, 'host') ?? String(host);
  const address = `${String(protocol)}//${named}${path}`;
  if (!URL.canParse(address)) return undefined;
  const requestId = ID_HEADERS.map((name) => headerOf(request, name)).find((id) => id !== undefined);
  return { method: method.toUpperCase(), url: new URL(address), requestId };
}

/** The status of an answer that a diagnostics channel hands over; `undefined` where it has none. */
export function statusOf(response: unknown): number | undefined {
  if (typeof response !== 'object' || response === null || !('statusCode' in response)) return undefined;
  return typeof response.statusCode === 'number' ? response.statusCode : undefined;
}

function idInList(headers: unknown): string | undefined {
  if (!Array.isArray(headers)) return undefined;
  const at = headers.findIndex(
    (item, index) => index % 2 === 0 && ID_HEADERS.some((name) => name === String(item).toLowerCase()),
  );
  const value: unknown = at === -1 ? undefined : headers[at + 1];
  return typeof value === 'string' ? value : undefined;
}

function headerOf(request: object, name: string): string | undefined {
  const { getHeader } = request as { readonly getHeader?: unknown };
  const value: unknown = typeof getHeader === 'function' ? getHeader.call(request, name) : undefined;
  return typeof value === 'string' ? value : undefined;
}
