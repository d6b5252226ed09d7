import { expect, test } from 'vitest';
import { meteredActivities } from '../../src/http/metered-activities.ts';
import { startService } from '../../src/http/service-server.ts';
import { createLogger } from '../../src/logging/logger.ts';
import { createMetrics } from '../../src/metrics/metrics.ts';

test('what the service does can be read at /metrics, and names nobody', async () => {
  const metrics = createMetrics({ version: '1.2.3', process: false });
  const service = await startService({
    onActivity: meteredActivities(async (req, res) => {
      const { text } = req.body as { text?: string };
      if (text === 'throw') throw new Error('broken');
      res.statusCode = text === 'refuse' ? 401 : 200;
      res.end('{}');
    }, metrics.onTurn),
    store: { ping: async () => {} },
    logger: createLogger({ level: 'silent', form: 'json' }),
    local: false,
    host: '127.0.0.1',
    port: 0,
    metrics: { expose: metrics.expose, token: null },
    limits: { address: { burst: 50, perSecond: 1 }, conversation: { burst: 3, perSecond: 0.1 } },
    onLimited: metrics.onLimited,
  });
  const url = `http://127.0.0.1:${service.port}`;
  try {
    for (const text of ['hello', 'throw', 'refuse', 'one too many']) {
      await fetch(`${url}/api/messages`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ type: 'message', text, from: { name: 'Sam Secret' }, conversation: { id: 'sam-chat' } }),
      });
    }
    const text = await (await fetch(`${url}/metrics`)).text();
    expect(text.split('\n')).toEqual(
      expect.arrayContaining([
        'why401_turns_total{kind="message",outcome="done"} 1',
        'why401_turns_total{kind="message",outcome="failed"} 1',
        'why401_turns_total{kind="message",outcome="refused"} 1',
        'why401_requests_limited_total{by="conversation"} 1',
      ]),
    );
    expect(text).not.toMatch(/Sam|sam-chat|127\.0\.0\.1/);
  } finally {
    await service.close();
  }
});
