import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { type Context, type Span, SpanKind, SpanStatusCode, type Tracer, trace } from '@opentelemetry/api';
import {
  ATTR_ERROR_TYPE,
  ATTR_HTTP_REQUEST_METHOD,
  ATTR_HTTP_REQUEST_RESEND_COUNT,
  ATTR_HTTP_RESPONSE_STATUS_CODE,
  ATTR_SERVER_ADDRESS,
} from '@opentelemetry/semantic-conventions';
import { calledService } from './called-service.ts';
import { createEarlierTries } from './earlier-tries.ts';
import { errorType } from './error-type.ts';
import { routeTemplate } from './route-template.ts';
import { fetchRequest, httpRequest, type SentRequest, statusOf } from './sent-request.ts';

export interface OutgoingCallParts {
  readonly tracer: Tracer;
  readonly current: () => Context;
  /** Where the spans themselves are posted to: those posts have none. */
  readonly receiver: string;
  readonly standIn: () => string | undefined;
}

const METHODS: ReadonlySet<string> = new Set(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS']);

/**
 * A span for each request that leaves the process, by the diagnostics channels of Node.js: fetch and `node:http` tell of
 * their requests there, so no library has to be patched, and no client has to know of it.
 *
 * @returns ends it
 */
export function traceOutgoingCalls({ tracer, current, receiver, standIn }: OutgoingCallParts): () => void {
  const spans = new WeakMap<object, Span>();
  const earlierTries = createEarlierTries();
  const own = new URL(receiver);

  function begin(key: object, sent: SentRequest): void {
    const { url } = sent;
    if (url.host === own.host && url.pathname === own.pathname) return;
    const called = calledService(url, standIn());
    const context = current();
    // What is nobody's business of ours is told only as a part of a turn.
    if (called.service === 'other' && trace.getSpan(context) === undefined) return;
    const method = METHODS.has(sent.method) ? sent.method : '_OTHER';
    const route = called.service === 'other' ? undefined : routeTemplate(called.path);
    const resent = earlierTries(sent.requestId);
    const attributes = {
      'why401.service': called.service,
      [ATTR_HTTP_REQUEST_METHOD]: method,
      ...(called.host === undefined ? {} : { [ATTR_SERVER_ADDRESS]: called.host }),
      ...(route === undefined ? {} : { 'url.template': route }),
      ...(resent === 0 ? {} : { [ATTR_HTTP_REQUEST_RESEND_COUNT]: resent }),
    };
    const name = `${called.service} ${method}${route === undefined ? '' : ` ${route}`}`;
    spans.set(key, tracer.startSpan(name, { kind: SpanKind.CLIENT, attributes }, context));
  }

  function answered(key: object, status: number | undefined): void {
    const span = spans.get(key);
    if (span === undefined || status === undefined) return;
    spans.delete(key);
    span.setAttribute(ATTR_HTTP_RESPONSE_STATUS_CODE, status);
    if (status >= 400) {
      span.setAttribute(ATTR_ERROR_TYPE, String(status));
      span.setStatus({ code: SpanStatusCode.ERROR });
    }
    span.end();
  }

  function failed(key: object, error: unknown): void {
    const span = spans.get(key);
    if (span === undefined) return;
    spans.delete(key);
    span.setAttribute(ATTR_ERROR_TYPE, errorType(error));
    span.setStatus({ code: SpanStatusCode.ERROR });
    span.end();
  }

  return listen({
    'undici:request:create': ({ request }) => told(request, fetchRequest, begin),
    'undici:request:headers': ({ request, response }) => isObject(request) && answered(request, statusOf(response)),
    'undici:request:error': ({ request, error }) => isObject(request) && failed(request, error),
    'http.client.request.start': ({ request }) => told(request, httpRequest, begin),
    'http.client.response.finish': ({ request, response }) =>
      isObject(request) && answered(request, statusOf(response)),
    'http.client.request.error': ({ request, error }) => isObject(request) && failed(request, error),
  });
}

interface Message {
  readonly request?: unknown;
  readonly response?: unknown;
  readonly error?: unknown;
}

function told(
  request: unknown,
  read: (request: object) => SentRequest | undefined,
  begin: (key: object, sent: SentRequest) => void,
): void {
  if (!isObject(request)) return;
  const sent = read(request);
  if (sent !== undefined) begin(request, sent);
}

function listen(listeners: Readonly<Record<string, (message: Message) => unknown>>): () => void {
  const subscribed = Object.entries(listeners).map(([channel, listener]) => {
    const onMessage = (message: unknown): void => void (isObject(message) && listener(message));
    subscribe(channel, onMessage);
    return () => void unsubscribe(channel, onMessage);
  });
  return () => {
    for (const stop of subscribed) stop();
  };
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
