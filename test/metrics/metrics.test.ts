import { describe, expect, it } from 'vitest';
import { createMetrics } from '../../src/metrics/metrics.ts';
import { expectWithin } from '../processor-time.ts';

const samples = async (metrics: ReturnType<typeof createMetrics>): Promise<string[]> =>
  (await metrics.expose()).text.split('\n').filter((line) => line.startsWith('why401_') && !line.includes('_bucket'));

describe('metrics', () => {
  it('count what they are told, by labels from lists of our own', async () => {
    const metrics = createMetrics({ version: '1.2.3', process: false });
    metrics.onTurn({ type: 'message' }, 'done', 12);
    metrics.onTurn({ type: 'message' }, 'failed', 30);
    metrics.onTurn({ type: 'invoke', name: 'somebody@example.com' }, 'done', 1);
    metrics.onTurnFailed({ type: 'message' });
    metrics.onTurnFailed({ type: 'invoke', name: 'signin/tokenExchange' });
    metrics.onDiagnosed('wrong-audience', 'certain', 2);
    metrics.onGraphCall({ operation: 'GET /me', status: 200, ms: 80 });
    metrics.onGraphCall({ operation: 'GET /me', status: 999, ms: 80 });
    metrics.onGraphCall({ operation: 'GET /me', status: null, ms: 80 });
    metrics.onSignIn('msal', 'signed-in');
    metrics.onEvent('created', null);
    metrics.onEvent('refused', 'throttled');
    metrics.onLimited('address');
    const lines = await samples(metrics);
    expect(lines).toEqual(
      expect.arrayContaining([
        'why401_build_info{version="1.2.3"} 1',
        'why401_turns_total{kind="message",outcome="done"} 1',
        'why401_turns_total{kind="message",outcome="failed"} 1',
        'why401_turns_total{kind="other",outcome="done"} 1',
        'why401_turn_seconds_count{kind="message"} 2',
        'why401_failed_turns_total{kind="message"} 1',
        'why401_failed_turns_total{kind="sign-in"} 1',
        'why401_diagnoses_total{cause="wrong-audience",verdict="certain"} 1',
        'why401_diagnosis_seconds_count 1',
        'why401_graph_calls_total{operation="GET /me",status="200"} 1',
        'why401_graph_calls_total{operation="GET /me",status="none"} 1',
        'why401_graph_calls_total{operation="GET /me",status="other"} 1',
        'why401_sign_ins_total{way="msal",outcome="signed-in"} 1',
        'why401_events_total{outcome="created",cause="none"} 1',
        'why401_events_total{outcome="refused",cause="throttled"} 1',
        'why401_requests_limited_total{by="address"} 1',
      ]),
    );
    expect(lines.join('\n')).not.toContain('example.com');
  });

  it('grow by so many operations and no more', async () => {
    const metrics = createMetrics({ version: '1', process: false });
    for (let id = 0; id < 200; id += 1) metrics.onGraphCall({ operation: `GET /me/${id}`, status: 200, ms: 1 });
    const calls = (await samples(metrics)).filter((line) => line.startsWith('why401_graph_calls_total'));
    expect([calls.length, calls.at(-1)]).toEqual([61, 'why401_graph_calls_total{operation="other",status="200"} 140']);
  });

  it('of two services in a process keep apart', async () => {
    const [first, second] = [
      createMetrics({ version: '1', process: false }),
      createMetrics({ version: '1', process: false }),
    ];
    first.onLimited('address');
    expect((await samples(second)).some((line) => line.includes('by="address"'))).toBe(false);
  });

  it('tell of the process, in the format that Prometheus reads', async () => {
    const { contentType, text } = await createMetrics({ version: '1' }).expose();
    expect(contentType).toMatch(/^text\/plain; version=0\.0\.4/);
    expect(text).toMatch(/^process_resident_memory_bytes \d+$/m);
    expect(text).toMatch(/^nodejs_eventloop_lag_seconds /m);
  });

  it('cost a turn next to nothing', () => {
    const metrics = createMetrics({ version: '1', process: false });
    const turn = (): void => {
      metrics.onTurn({ type: 'message' }, 'done', 3);
      metrics.onDiagnosed('wrong-audience', 'certain', 1);
    };
    for (let warm = 0; warm < 2_000; warm += 1) turn();
    // 2 to 5 microseconds a turn on a free machine; the bound leaves room for a slow one.
    expectWithin(500, () => {
      for (let count = 0; count < 10_000; count += 1) turn();
    });
  });

  it('tell what waits for the ticket system, from one question, and stand a store that does not answer', async () => {
    let questions = 0;
    let down = false;
    const outbox = async (): Promise<{ rows: number; oldest: number | null }> => {
      questions += 1;
      if (down) throw new Error('no store');
      return { rows: 3, oldest: 1_000 };
    };
    const metrics = createMetrics({ version: '1', process: false, outbox, now: () => 61_000 });
    const waiting = async (): Promise<string[]> => (await samples(metrics)).filter((line) => line.includes('webhook'));
    expect(await waiting()).toEqual(['why401_webhook_waiting 3', 'why401_webhook_oldest_seconds 60']);
    expect(questions).toBe(1);
    down = true;
    expect(await waiting()).toEqual(['why401_webhook_waiting 3', 'why401_webhook_oldest_seconds 60']);
  });
});
