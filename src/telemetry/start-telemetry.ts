import type { TelemetrySettings } from '../settings.ts';
import { NO_TELEMETRY, type Telemetry, type TelemetryParts } from './telemetry.ts';

/** Traces by OTLP, where the settings ask for them. OpenTelemetry is loaded only then: it costs time and memory. */
export async function startTelemetry(settings: TelemetrySettings | null, parts: TelemetryParts): Promise<Telemetry> {
  if (settings === null) return NO_TELEMETRY;
  const { startOtlpTelemetry } = await import('./otlp-telemetry.ts');
  return startOtlpTelemetry(settings, parts);
}
