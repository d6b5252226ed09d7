import { keptBody, keptError, keptHeaders, keptUrl } from '../../refusals/record-refusal.ts';
import type { Refusal } from '../../refusals/refusal.ts';

export interface Question {
  readonly method: 'GET' | 'POST';
  /** The address of the real service. */
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as application/x-www-form-urlencoded; never recorded. */
  readonly form?: Readonly<Record<string, string>>;
  /** Sent as application/json; never recorded. */
  readonly json?: unknown;
}

export interface Answer {
  readonly kind: 'answer';
  readonly status: number;
  readonly text: string;
  /** Where a redirection points to. */
  readonly location: string | null;
  /** The service's own clock, and ours at the same moment; milliseconds since 1970. */
  readonly serverTime: number | null;
  readonly ourTime: number;
  /** The exchange as the engine reads it, for where the answer is a refusal. */
  readonly refusal: Refusal;
}

export type Exchange = Answer | { readonly kind: 'unreachable'; readonly refusal: Refusal };

/** One request and its answer, within five seconds. Never throws for what the network does. */
export type Network = (question: Question) => Promise<Exchange>;

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export interface NetworkOptions {
  readonly now: () => number;
  /** Where other servers stand in for the real ones: a fetch that leads there. */
  readonly fetch?: Fetch;
}

const WITHIN_MS = 5_000;
/** Discovery documents and registrations have a few kilobytes, Entra ID's error pages a hundred. */
const LONGEST_TEXT = 512 * 1024;

/** Calls to Microsoft whose refusals come back as data. */
export function createNetwork({ now, fetch: send = fetch }: NetworkOptions): Network {
  return async ({ method, url, headers, form, json }) => {
    const scope = form?.scope;
    const request: Refusal['request'] = {
      method,
      url: keptUrl(url),
      ...(scope === undefined ? {} : { scopes: scope.split(' ') }),
    };
    const before = now();
    try {
      const response = await send(url, {
        method,
        redirect: 'manual',
        signal: AbortSignal.timeout(WITHIN_MS),
        headers: {
          Accept: 'application/json, text/html;q=0.5',
          ...(json === undefined ? {} : { 'Content-Type': 'application/json' }),
          ...headers,
        },
        ...(form === undefined ? {} : { body: new URLSearchParams(form) }),
        ...(json === undefined ? {} : { body: JSON.stringify(json) }),
      });
      const text = await readText(response);
      return {
        kind: 'answer',
        status: response.status,
        text,
        location: response.headers.get('location'),
        serverTime: instantOf(response.headers.get('date')),
        ourTime: Math.round((before + now()) / 2),
        refusal: {
          request,
          response: { status: response.status, headers: keptHeaders(response.headers), body: keptBody(text) },
        },
      };
    } catch (error) {
      return { kind: 'unreachable', refusal: { request, error: keptError(error) } };
    }
  };
}

/** The body of an answer as JSON; `undefined` where it is none. */
export function jsonOf({ text }: Pick<Answer, 'text'>): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function readText(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    // Leaving the loop closes the connection.
    if (text.length > LONGEST_TEXT) break;
  }
  return text + decoder.decode();
}

function instantOf(date: string | null): number | null {
  const instant = Date.parse(date ?? '');
  return Number.isNaN(instant) ? null : instant;
}
