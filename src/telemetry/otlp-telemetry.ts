import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { type Context, ROOT_CONTEXT, type Span, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BasicTracerProvider, BatchSpanProcessor } from '@opentelemetry/sdk-trace-node';
import { ATTR_ERROR_TYPE, ATTR_HTTP_RESPONSE_STATUS_CODE } from '@opentelemetry/semantic-conventions';
import type { TelemetrySettings } from '../settings.ts';
import { errorType } from './error-type.ts';
import { traceOutgoingCalls } from './outgoing-calls.ts';
import { samplerOf } from './sampler-of.ts';
import type { Telemetry, TelemetryParts } from './telemetry.ts';
import { turnAttributes, turnName } from './turn-attributes.ts';
import { watchedExporter } from './watched-exporter.ts';

/** A receiver that hangs keeps nobody waiting: the stop of the whole service may take ten seconds. */
const STOP_MS = 2_000;
const EXPORT_MS = 5_000;
/** Spans that wait; what comes on top is dropped, so that a dead receiver costs no memory. */
const QUEUE = 2_048;
const LONGEST_VALUE = 200;

/**
 * Traces posted to an OTLP receiver. Nothing global is set, so a process may have several.
 *
 * Trace context crosses no border: an incoming `traceparent` would let a caller decide what is kept, and Microsoft's
 * hosts have no use for ours.
 */
export function startOtlpTelemetry(settings: TelemetrySettings, { version, logger }: TelemetryParts): Telemetry {
  const exporter = new OTLPTraceExporter({
    url: settings.tracesUrl,
    headers: { ...settings.headers },
    timeoutMillis: EXPORT_MS,
  });
  const provider = new BasicTracerProvider({
    // Without detectors: those tell the machine's name, the process's arguments and its owner.
    resource: resourceFromAttributes({
      'service.name': settings.serviceName,
      'service.version': version,
      'service.instance.id': randomUUID(),
    }),
    sampler: samplerOf(settings),
    spanLimits: { attributeValueLengthLimit: LONGEST_VALUE },
    spanProcessors: [
      new BatchSpanProcessor(watchedExporter(exporter, logger), {
        maxQueueSize: QUEUE,
        exportTimeoutMillis: EXPORT_MS,
      }),
    ],
  });
  const tracer = provider.getTracer('why401', version);
  const underWay = new AsyncLocalStorage<Context>();
  const current = (): Context => underWay.getStore() ?? ROOT_CONTEXT;
  let standIn: string | undefined;
  const stopCalls = traceOutgoingCalls({
    tracer,
    current,
    receiver: settings.tracesUrl,
    standIn: () => standIn,
  });

  return {
    turns: (answer) => async (req, res) => {
      const name = turnName(req.body);
      const attributes = turnAttributes(req.body);
      const span = tracer.startSpan(name, { kind: SpanKind.SERVER, attributes }, ROOT_CONTEXT);
      try {
        await underWay.run(trace.setSpan(ROOT_CONTEXT, span), () => answer(req, res));
        span.setAttribute(ATTR_HTTP_RESPONSE_STATUS_CODE, res.statusCode);
        if (res.statusCode >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
      } catch (error) {
        fail(span, error);
        throw error;
      } finally {
        span.end();
      }
    },
    onDiagnosed(cause, verdict) {
      trace.getSpan(current())?.setAttributes({ 'why401.cause': cause, 'why401.verdict': verdict });
    },
    async around(name, work) {
      const span = tracer.startSpan(name, { kind: SpanKind.INTERNAL }, current());
      try {
        return await underWay.run(trace.setSpan(current(), span), work);
      } catch (error) {
        fail(span, error);
        throw error;
      } finally {
        span.end();
      }
    },
    standIn(origin) {
      standIn = origin;
    },
    async stop() {
      stopCalls();
      await within(
        STOP_MS,
        provider.shutdown().catch(() => {}),
      );
    },
  };
}

/** No message: it may hold what somebody pasted. */
function fail(span: Span, error: unknown): void {
  span.setAttribute(ATTR_ERROR_TYPE, errorType(error));
  span.setStatus({ code: SpanStatusCode.ERROR });
}

async function within(ms: number, work: Promise<void>): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, ms);
  try {
    await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
  }
}
