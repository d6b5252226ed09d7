import { expect, test } from 'vitest';
import { toReadableLine } from '../../src/logging/readable-line.ts';

test('time, level, message, fields', () => {
  const line = toReadableLine(
    '{"level":"warn","time":"2026-03-14T09:30:07.123Z","msg":"refused","channel":"msteams","n":{"a":1}}\n',
  );
  expect(line).toBe('09:30:07 WARN  refused channel=msteams n={"a":1}\n');
});

test('a logged text cannot forge a line or drive the terminal', () => {
  const forged = JSON.stringify({
    level: 'info',
    time: '',
    msg: 'a\r\n09:30:07 INFO  forged \u001b[2J\u2028b\u009b31m',
  });
  const line = toReadableLine(forged);
  expect(line.trimEnd()).not.toMatch(/[\r\n\u2028\u001b\u009b]/);
  expect(line).toContain('a ⏎ 09:30:07');
});

test('an error without a stack or without anything', () => {
  expect(toReadableLine('{"level":"error","msg":"m","err":{"type":"E","code":"X1","message":"why"}}')).toBe(
    '--:--:-- ERROR m (E X1: why)\n',
  );
  expect(toReadableLine('{"level":"error","msg":"m","err":"text"}')).toBe('--:--:-- ERROR m (text)\n');
});

test('objects stand where words belong', () => {
  const odd = { toString: '' };
  const line = toReadableLine(JSON.stringify({ level: odd, time: odd, msg: odd, err: { type: odd, message: odd } }));
  expect(line).toContain('{"toString":""}');
});

test('what is not JSON stays', () => {
  expect(toReadableLine('plain')).toBe('plain\n');
  expect(toReadableLine('[1]\n')).toBe('[1]\n');
});
