import { type AttachmentHost, attachmentHost, type HostRules } from './allowed-hosts.ts';

/** Why an attachment was not got. */
const DOWNLOAD_PROBLEMS = [
  /** It lies on a host that nothing is fetched from. */
  'elsewhere',
  /** The address does not work any more: they live for minutes. */
  'gone',
  'refused',
  'too-large',
  'took-too-long',
  'no-connection',
] as const;
export type DownloadProblem = (typeof DOWNLOAD_PROBLEMS)[number];

export type Download =
  | { readonly bytes: Uint8Array; readonly problem: null }
  | { readonly bytes: null; readonly problem: DownloadProblem; readonly status?: number };

export interface DownloadParts {
  readonly fetch: typeof fetch;
  /** The bot's own token for the channel's service; `null` for a local bot. */
  readonly connectorToken: () => Promise<string | null>;
  /** A token of the app itself for Graph; absent where this installation does not read pictures of channel messages. */
  readonly graphToken?: (() => Promise<string | null>) | undefined;
}

export interface DownloadOrder {
  readonly rules: HostRules;
  readonly mostBytes: number;
  readonly withinMs: number;
}

/** SharePoint sends a download on to another of its own pages at times. */
const MOST_HOPS = 4;

/**
 * Fetches an attachment: from allowed hosts only, at every hop, never more than the bound, never longer than the time.
 * Its address grants access, so it is in no result and no error. Never throws.
 */
export async function download(address: string, order: DownloadOrder, parts: DownloadParts): Promise<Download> {
  const signal = AbortSignal.timeout(order.withinMs);
  try {
    return await followed(address, order, parts, signal);
  } catch (error) {
    return failed(signal.aborted || isTimeout(error) ? 'took-too-long' : 'no-connection');
  }
}

async function followed(
  address: string,
  { rules, mostBytes }: DownloadOrder,
  parts: DownloadParts,
  signal: AbortSignal,
): Promise<Download> {
  const kept = attachmentHost(address, rules);
  let next = address;
  for (let hop = 0; hop < MOST_HOPS; hop += 1) {
    const host = attachmentHost(next, rules);
    // Never from one kind of host to the other: a file's address is nothing to send the bot's token after.
    if (host === null || host !== kept) return failed('elsewhere');
    const response = await parts.fetch(next, {
      headers: await headersFor(host, parts),
      redirect: 'manual',
      signal,
      cache: 'no-store',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
    });
    const { status } = response;
    if (status < 300 || status >= 400) return status === 200 ? bounded(response, mostBytes) : refused(response);
    const location = response.headers.get('location');
    await response.body?.cancel();
    if (location === null || !URL.canParse(location, next)) return failed('refused', status);
    next = new URL(location, next).href;
  }
  return failed('refused');
}

async function headersFor(host: AttachmentHost, parts: DownloadParts): Promise<Record<string, string>> {
  const token = await tokenFor(host, parts);
  return token === null ? {} : { authorization: `Bearer ${token}` };
}

async function tokenFor(host: AttachmentHost, parts: DownloadParts): Promise<string | null> {
  switch (host) {
    case 'connector':
      return parts.connectorToken();
    case 'graph':
      return (await parts.graphToken?.()) ?? null;
    // Its address grants access already.
    case 'file-store':
      return null;
  }
}

async function refused(response: Response): Promise<Download> {
  await response.body?.cancel();
  const { status } = response;
  return failed(status === 404 || status === 410 || status === 401 || status === 403 ? 'gone' : 'refused', status);
}

/** What is packed is counted as it is unpacked. */
async function bounded(response: Response, mostBytes: number): Promise<Download> {
  if (Number(response.headers.get('content-length') ?? 0) > mostBytes) {
    await response.body?.cancel();
    return failed('too-large');
  }
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of response.body ?? []) {
    length += piece.length;
    // Leaving the loop ends the stream.
    if (length > mostBytes) return failed('too-large');
    pieces.push(piece);
  }
  return { bytes: joined(pieces, length), problem: null };
}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

function failed(problem: DownloadProblem, status?: number): Download {
  return { bytes: null, problem, ...(status === undefined ? {} : { status }) };
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && error.name === 'TimeoutError';
}
