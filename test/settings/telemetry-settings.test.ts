import { describe, expect, test } from 'vitest';
import { examineSettings, readSettings } from '../../src/settings.ts';

const ENDPOINT = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://localhost:4318' };

describe('traces', () => {
  test('none unless there is a receiver', () => {
    expect(readSettings({}).telemetry).toBeNull();
    expect(readSettings({ OTEL_SERVICE_NAME: 'x', OTEL_TRACES_SAMPLER_ARG: '0.5' }).telemetry).toBeNull();
  });

  test('with their defaults', () => {
    expect(readSettings(ENDPOINT).telemetry).toEqual({
      tracesUrl: 'http://localhost:4318/v1/traces',
      headers: {},
      serviceName: 'why401',
      sampler: 'parentbased_always_on',
      ratio: 1,
    });
  });

  test('as they are said', () => {
    const env = {
      OTEL_EXPORTER_OTLP_ENDPOINT: ' https://otel.example.com/base/ ',
      OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json',
      OTEL_EXPORTER_OTLP_HEADERS: 'api-key=made%20up, x-more = 1=2',
      OTEL_SERVICE_NAME: 'helpdesk',
      OTEL_TRACES_SAMPLER: 'ParentBased_TraceIdRatio',
      OTEL_TRACES_SAMPLER_ARG: '0.25',
      OTEL_SDK_DISABLED: 'false',
    };
    expect(readSettings(env).telemetry).toEqual({
      tracesUrl: 'https://otel.example.com/base/v1/traces',
      headers: { 'api-key': 'made up', 'x-more': '1=2' },
      serviceName: 'helpdesk',
      sampler: 'parentbased_traceidratio',
      ratio: 0.25,
    });
  });

  test('none where they are switched off, whatever else is set', () => {
    const env = { ...ENDPOINT, OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc', OTEL_SDK_DISABLED: 'TRUE' };
    expect(readSettings(env).telemetry).toBeNull();
  });

  test.each([
    ['OTEL_EXPORTER_OTLP_ENDPOINT', 'localhost:4318'],
    ['OTEL_EXPORTER_OTLP_ENDPOINT', 'https://key:pass@otel.example.com'],
    ['OTEL_EXPORTER_OTLP_ENDPOINT', 'https://otel.example.com/?key=made-up-key'],
    ['OTEL_EXPORTER_OTLP_ENDPOINT', '@Microsoft.KeyVault(SecretUri=x)'],
    ['OTEL_EXPORTER_OTLP_PROTOCOL', 'grpc'],
    ['OTEL_EXPORTER_OTLP_HEADERS', 'made-up-key'],
    ['OTEL_EXPORTER_OTLP_HEADERS', 'a=%E0%A4%A'],
    ['OTEL_EXPORTER_OTLP_HEADERS', 'a=x%0d%0aevil: 1'],
    ['OTEL_EXPORTER_OTLP_HEADERS', '"a=made-up-key"'],
    ['OTEL_TRACES_SAMPLER', 'sometimes'],
    ['OTEL_TRACES_SAMPLER_ARG', '50%'],
    ['OTEL_TRACES_SAMPLER_ARG', '1.5'],
    ['OTEL_TRACES_SAMPLER_ARG', '-0.1'],
  ])('%s %s is named, and its value is not', (name, value) => {
    const { settings, problems } = examineSettings({ ...ENDPOINT, [name]: value });
    expect(problems.map((problem) => problem.name)).toEqual([name]);
    expect(settings.telemetry).toBeNull();
    expect(JSON.stringify(problems)).not.toMatch(/made-up-key|key:pass/);
  });
});
