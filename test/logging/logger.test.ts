import { expect, test } from 'vitest';
import { logFailure } from '../../src/logging/log-failure.ts';
import { createLogger, type Logger } from '../../src/logging/logger.ts';

const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');
const SIGNATURE = 'c2lnbmF0dXJl'.repeat(20);
const JWT = `${encode({ alg: 'RS256', typ: 'JWT' })}.${encode({ aud: 'https://graph.microsoft.com' })}.${SIGNATURE}`;

function recording(form: 'json' | 'readable' = 'json'): {
  logger: Logger;
  lines: string[];
  entries: () => Record<string, unknown>[];
} {
  const lines: string[] = [];
  const logger = createLogger({ level: 'debug', form, destination: { write: (line) => void lines.push(line) } });
  return { logger, lines, entries: () => lines.map((line) => JSON.parse(line)) };
}

test('writes one JSON object a line', () => {
  const { logger, lines, entries } = recording();
  logger.info({ channel: 'msteams' }, 'activity %s', 'answered');
  expect(lines[0]).toMatch(/^\{.*\}\n$/);
  expect(entries()).toEqual([
    { level: 'info', time: expect.stringMatching(/^\d{4}-.*Z$/), channel: 'msteams', msg: 'activity answered' },
  ]);
});

test('masks the message, its parts, the fields, errors, and the fields of children', () => {
  const { logger, lines } = recording();
  logger.info(`token ${JWT}`);
  logger.info('token %s and %j', JWT, { JWT });
  logger.warn({ header: `Bearer ${JWT}`, deep: [{ JWT }] }, 'refused');
  logger.error(new Error(`bad ${JWT}`));
  logger.error({ err: new Error('outer', { cause: new Error(JWT) }) }, 'failed');
  logger.child({ paste: JWT }).child({ cookie: 'hunter2' }).info(`${JWT}`);
  expect(lines).toHaveLength(6);
  expect(lines.join('')).not.toContain('hunter2');
  expect(lines.join('')).not.toContain(SIGNATURE);
});

test('a name and its secret that only meet in the finished message are masked', () => {
  const { logger, lines } = recording();
  logger.info('POST client_secret=%s', 'made~Up.For_Tests-0123456789abcdefghijkl');
  expect(lines.join('')).not.toContain('made~Up');
});

test('an error alone gives its message and its stack', () => {
  const { logger, entries } = recording();
  logger.error(new RangeError('out of reach'));
  expect(entries()[0]).toMatchObject({
    msg: 'out of reach',
    err: { type: 'RangeError', stack: expect.stringContaining('logger.test.ts') },
  });
});

test('says nothing below its level', () => {
  const lines: string[] = [];
  createLogger({ level: 'warn', form: 'json', destination: { write: (line) => void lines.push(line) } }).info('quiet');
  expect(lines).toEqual([]);
});

test('a failure is logged under the id that is given back', () => {
  const { logger, entries } = recording();
  const id = logFailure(logger, new Error('broken'), 'turn failed', { channel: 'msteams' });
  expect(id).toMatch(/^[0-9a-f]{8}$/);
  expect(entries()[0]).toMatchObject({
    level: 'error',
    id,
    channel: 'msteams',
    msg: 'turn failed',
    err: { message: 'broken' },
  });
});

test('readable lines have no JSON and stay one line each', () => {
  const { logger, lines } = recording('readable');
  logger.info({ port: 3978 }, 'listening');
  logger.error({ id: 'ab12cd34', err: new Error('first\nsecond') }, 'turn failed');
  expect(lines[0]).toMatch(/^\d\d:\d\d:\d\d INFO {2}listening port=3978\n$/);
  expect(lines[1]).toMatch(/^\d\d:\d\d:\d\d ERROR turn failed id=ab12cd34 \(Error: first ⏎ second at .*\)\n$/);
});
