import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { createBot } from '../../../../src/bot/create-bot.ts';
import { endpointCheck } from '../../../../src/cli/doctor/checks/endpoint.ts';
import type { DoctorFinding } from '../../../../src/cli/doctor/doctor-report.ts';
import type { Installation } from '../../../../src/cli/doctor/installation.ts';
import { createNetwork } from '../../../../src/cli/doctor/network.ts';
import { createLogger } from '../../../../src/logging/logger.ts';
import type { BotCredentials } from '../../../../src/settings.ts';
import { fakeEngine } from '../../../bot/fake-engine.ts';
import { createInMemoryStore } from '../../../bot/in-memory-store.ts';
import { NOW } from '../../memory-io.ts';

const CREDENTIALS: BotCredentials = {
  appType: 'SingleTenant',
  region: 'global',
  appId: '2f4a1c88-6d0e-4b7b-9c55-0e1d6b3a7f21',
  tenantId: '7b0c2f6e-93d1-4a55-8f3e-5d2f1c0a9b44',
  appPassword: 'abc8Q~made-Up.For_Tests-0123456789abcdefg',
};

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** What the check says of the bot itself, behind a real server. */
async function checked(credentials: BotCredentials | null): Promise<DoctorFinding> {
  const store = createInMemoryStore();
  const bot = createBot({
    settings: { bot: credentials },
    store,
    logger: createLogger({ level: 'silent', form: 'json', destination: { write: () => undefined } }),
    now: () => NOW,
    diagnose: fakeEngine,
  });
  const server = createServer(async (req, res) => {
    const chunks: Buffer[] = [];
    for await (const chunk of req) chunks.push(chunk as Buffer);
    await bot.process(
      { method: req.method, headers: req.headers, body: JSON.parse(Buffer.concat(chunks).toString()) },
      res,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(async () => {
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
    await store.close();
  });
  const publicUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return endpointCheck.run({ publicUrl, network: createNetwork({ now: () => NOW }), now: () => NOW } as Installation);
}

it('the bot with its credentials refuses what nobody proved, and that is right', async () => {
  expect(await checked(CREDENTIALS)).toMatchObject({ state: 'pass' });
});

it('a bot without credentials takes it, and that is told', async () => {
  expect(await checked(null)).toMatchObject({ state: 'fail', says: expect.stringContaining('anybody can talk') });
});
