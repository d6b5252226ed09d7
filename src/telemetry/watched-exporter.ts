import type { SpanExporter } from '@opentelemetry/sdk-trace-node';
import type { TelemetryParts } from './telemetry.ts';

/** The code of a batch that was delivered, in OpenTelemetry's ExportResult. */
const DELIVERED = 0;

/**
 * The exporter, with one line in the log when batches begin to fail and one when they arrive again. The SDK itself
 * would say it for every batch, and past the logger.
 */
export function watchedExporter(exporter: SpanExporter, logger: TelemetryParts['logger']): SpanExporter {
  let failing = false;
  return {
    export(spans, done) {
      exporter.export(spans, (result) => {
        const failed = result.code !== DELIVERED;
        if (failed && !failing) logger.warn({ err: result.error }, 'traces cannot be delivered');
        if (!failed && failing) logger.info('traces are delivered again');
        failing = failed;
        done({ code: DELIVERED });
      });
    },
    shutdown: () => exporter.shutdown(),
    ...(exporter.forceFlush === undefined ? {} : { forceFlush: () => exporter.forceFlush?.() ?? Promise.resolve() }),
  };
}
