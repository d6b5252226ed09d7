import { type Environment, given } from './environment.ts';
import { isQuoted, unfilledProblem } from './secret-value.ts';
import type { SettingsProblem } from './settings-error.ts';

/** The samplers of OpenTelemetry's own variable that the SDK for Node.js has. */
const TRACE_SAMPLERS = [
  'always_on',
  'always_off',
  'traceidratio',
  'parentbased_always_on',
  'parentbased_always_off',
  'parentbased_traceidratio',
] as const;
export type TraceSampler = (typeof TRACE_SAMPLERS)[number];

/** Traces by OTLP over HTTP. The names are those of OpenTelemetry's specification. */
export interface TelemetrySettings {
  /** Where traces are posted to. */
  readonly tracesUrl: string;
  /** Sent with each post; may hold a key of the receiver. */
  readonly headers: Readonly<Record<string, string>>;
  readonly serviceName: string;
  readonly sampler: TraceSampler;
  /** The share of traces that is kept by a sampler with a ratio, 0 to 1. */
  readonly ratio: number;
}

const ENDPOINT = 'OTEL_EXPORTER_OTLP_ENDPOINT';
const ENDPOINT_FIX =
  'Set it to the address of an OTLP receiver, as http://localhost:4318, or leave it out for no traces';
/** What a header field may hold: RFC 9110, sections 5.1 and 5.5. */
const HEADER_NAME = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]{1,200}$/;
const HEADER_VALUE = /^[\x20-\x7e]{1,4000}$/;

/** `null` where nobody asked for traces, or something is wrong: `problems` then has more than before. */
export function readTelemetry(env: Environment, problems: SettingsProblem[]): TelemetrySettings | null {
  if (given(env.OTEL_SDK_DISABLED)?.toLowerCase() === 'true') return null;
  const before = problems.length;
  const endpoint = readEndpoint(env.OTEL_EXPORTER_OTLP_ENDPOINT, problems);
  readProtocol(env.OTEL_EXPORTER_OTLP_PROTOCOL, problems);
  const telemetry = {
    headers: readHeaders(env.OTEL_EXPORTER_OTLP_HEADERS, problems),
    serviceName: given(env.OTEL_SERVICE_NAME)?.slice(0, 200) ?? 'why401',
    sampler: readSampler(env.OTEL_TRACES_SAMPLER, problems),
    ratio: readRatio(env.OTEL_TRACES_SAMPLER_ARG, problems),
  };
  if (endpoint === undefined || problems.length > before) return null;
  return { tracesUrl: `${endpoint}/v1/traces`, ...telemetry };
}

function readEndpoint(raw: string | undefined, problems: SettingsProblem[]): string | undefined {
  const value = given(raw);
  if (value === undefined) return undefined;
  const unfilled = unfilledProblem(value, ENDPOINT_FIX);
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (unfilled !== undefined) problems.push({ name: ENDPOINT, ...unfilled });
  else if (url === undefined || !/^https?:$/.test(url.protocol)) {
    problems.push({ name: ENDPOINT, problem: 'is not an http or https address', fix: ENDPOINT_FIX });
  } else if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
    const fix = 'Put a key into OTEL_EXPORTER_OTLP_HEADERS, and leave the rest out';
    problems.push({ name: ENDPOINT, problem: 'holds a name, a password, a query or a fragment', fix });
  } else return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
  return undefined;
}

/** gRPC is another port and another protocol: posts to it fail one by one, and nobody sees why. */
function readProtocol(raw: string | undefined, problems: SettingsProblem[]): void {
  const value = given(raw)?.toLowerCase();
  if (value === undefined || value === 'http/json') return;
  problems.push({
    name: 'OTEL_EXPORTER_OTLP_PROTOCOL',
    problem: 'is not http/json, which is all that why401 speaks',
    fix: 'Set it to http/json, and let the receiver listen for OTLP over HTTP (port 4318 by custom); OTEL_SDK_DISABLED=true does without traces',
  });
}

/** `name=value,name=value`, values percent-encoded, as W3C Baggage has it. The words of a problem never hold one. */
function readHeaders(raw: string | undefined, problems: SettingsProblem[]): Readonly<Record<string, string>> {
  const value = given(raw);
  if (value === undefined) return {};
  const name = 'OTEL_EXPORTER_OTLP_HEADERS';
  const fix = 'Set it to name=value, several with a comma between them, special characters of values percent-encoded';
  const unfilled = unfilledProblem(value, fix);
  if (unfilled !== undefined || isQuoted(value)) {
    problems.push({ name, ...(unfilled ?? { problem: 'has quotation marks around it', fix: 'Remove them' }) });
    return {};
  }
  const pairs = value.split(',').map(headerOf);
  const found = pairs.filter((pair) => pair !== undefined);
  if (found.length < pairs.length) problems.push({ name, problem: 'is not a list of headers', fix });
  return Object.fromEntries(found);
}

function headerOf(pair: string): readonly [string, string] | undefined {
  const cut = pair.indexOf('=');
  const name = pair.slice(0, cut).trim();
  try {
    const value = decodeURIComponent(pair.slice(cut + 1).trim());
    return cut > 0 && HEADER_NAME.test(name) && HEADER_VALUE.test(value) ? [name, value] : undefined;
  } catch {
    return undefined;
  }
}

function readSampler(raw: string | undefined, problems: SettingsProblem[]): TraceSampler {
  const value = given(raw)?.toLowerCase();
  if (value === undefined) return 'parentbased_always_on';
  const found = TRACE_SAMPLERS.find((sampler) => sampler === value);
  if (found !== undefined) return found;
  const fix = `Set it to ${TRACE_SAMPLERS.join(', ')}`;
  problems.push({ name: 'OTEL_TRACES_SAMPLER', problem: 'is not one of the known samplers', fix });
  return 'parentbased_always_on';
}

function readRatio(raw: string | undefined, problems: SettingsProblem[]): number {
  const value = given(raw);
  if (value === undefined) return 1;
  if (/^(?:0?\.\d{1,9}|0|1(?:\.0{1,9})?)$/.test(value)) return Number(value);
  const fix = 'Set it to a number from 0 to 1, as 0.1 for every tenth trace';
  problems.push({ name: 'OTEL_TRACES_SAMPLER_ARG', problem: 'is not a share of traces', fix });
  return 1;
}
