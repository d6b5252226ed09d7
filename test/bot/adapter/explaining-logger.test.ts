import { expect, it } from 'vitest';
import type { BotLogger } from '../../../src/bot/adapter/bot-logger.ts';
import { explainingLogger } from '../../../src/bot/adapter/explaining-logger.ts';

it('adds what the engine says of a refusal to the line about it, and leaves all other lines as they are', () => {
  const lines: unknown[][] = [];
  const keep = (...line: unknown[]): void => void lines.push(line);
  const logger = explainingLogger(
    { debug: keep, info: keep, warn: keep, error: keep } as unknown as BotLogger,
    () => 0,
  );
  const err = Object.assign(new Error('BadGateway'), {
    statusCode: 502,
    request: { method: 'POST', url: 'https://smba.trafficmanager.net/emea/v3/conversations/a/activities' },
    response: { status: 502, headers: new Map(), bodyAsText: '' },
  });
  logger.info({ err, channel: 'msteams' }, 'not sent');
  logger.error({ err: new Error('ours') }, 'failed');
  logger.warn('words alone');
  expect(lines).toEqual([
    [
      {
        err,
        channel: 'msteams',
        cause: 'service-outage',
        why: expect.stringContaining('The Bot Connector failed by itself'),
        fix: expect.any(String),
      },
      'not sent',
    ],
    [{ err: new Error('ours') }, 'failed'],
    ['words alone'],
  ]);
});
