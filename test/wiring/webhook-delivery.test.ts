import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createLogger } from '../../src/logging/logger.ts';
import { readSettings } from '../../src/settings.ts';
import { openStore } from '../../src/storage/open-store.ts';
import type { Store } from '../../src/storage/store.ts';
import { startWhy401 } from '../../src/wiring/start-why401.ts';
import { report } from '../triage/sample-cases.ts';
import { type WebhookReceiver, webhookReceiver } from '../triage/webhook/webhook-receiver.ts';

// The whole service with its sandbox starts, and the outbox is looked at every two seconds.
vi.setConfig({ testTimeout: 30_000 });

const RULE = { windowMs: 60 * 60_000, groups: false };
const IN_MEMORY = { PORT: '0', WHY401_SANDBOX_PORT: '0', WHY401_DATABASE_FILE: ':memory:' };

let receiver: WebhookReceiver;
beforeAll(async () => {
  receiver = await webhookReceiver();
});
afterAll(() => receiver.close());

async function started(env: Record<string, string>) {
  const settings = readSettings({ ...IN_MEMORY, ...env });
  const store: Store = await openStore(settings);
  const logger = createLogger({ level: 'silent', form: 'json' });
  const service = await startWhy401({ settings, store, logger, version: '9.9.9' });
  return { store, service };
}

test('the service tells the webhook of the settings, and stops', async () => {
  const { store, service } = await started({
    WHY401_WEBHOOK_URL: receiver.url,
    WHY401_WEBHOOK_SECRET: 'made-up-for-these-tests',
  });
  await store.triage.report(report({ at: Date.now() }), RULE);
  await expect.poll(() => receiver.taken().map(({ type }) => type), { timeout: 10_000 }).toEqual(['case.opened']);
  await service.stop();
  expect(await store.outbox.waiting()).toEqual({ rows: 0, oldest: null });
  await store.close();
});

test('without a webhook nothing is kept for one', async () => {
  const { store, service } = await started({});
  await store.triage.report(report({ at: Date.now() }), RULE);
  expect((await store.outbox.waiting()).rows).toBe(0);
  await service.stop();
  await store.close();
});
