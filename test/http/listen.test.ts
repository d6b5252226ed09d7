import { createServer, type Server } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { listen } from '../../src/http/listen.ts';

const servers: Server[] = [];
const server = (): Server => {
  const made = createServer();
  servers.push(made);
  return made;
};
afterEach(() => {
  for (const made of servers.splice(0)) made.close();
});

test('port 0 takes a free one', async () => {
  expect(await listen(server(), '127.0.0.1', 0, 20)).toBeGreaterThan(0);
});

test('takes the next free port, as often as allowed', async () => {
  const first = await listen(server(), '127.0.0.1', 0, 0);
  const second = await listen(server(), '127.0.0.1', first, 20);
  expect(second).toBeGreaterThan(first);
  await expect(listen(server(), '127.0.0.1', first, 0)).rejects.toThrow(/in use/);
});

test('never asks for a port above 65535', async () => {
  const last = await listen(server(), '127.0.0.1', 65_535, 20).catch((error: Error) => error);
  const again = await listen(server(), '127.0.0.1', 65_535, 20).catch((error: Error) => error);
  expect(
    [last, again]
      .filter((result) => result instanceof Error)
      .every((error) => /65535 on 127.0.0.1 is in use/.test(String(error))),
  ).toBe(true);
  expect(again).toBeInstanceOf(Error);
});

test('an address that is not ours is no busy port', async () => {
  await expect(listen(server(), '203.0.113.9', 0, 20)).rejects.toMatchObject({
    code: 'WHY401_CANNOT_LISTEN',
    message: 'Cannot listen on 203.0.113.9 port 0 (EADDRNOTAVAIL)',
  });
});
