import { expect, test } from 'vitest';
import { wordsBehind } from '../../../../src/diagnosis/evidence/aadsts/words-behind.ts';
import { expectWithin } from '../../../processor-time.ts';

const ID = '4b2f1d0a-8f7e-4a86-9c55-1f6a0f7f2d31';

test('quotes in brackets do not end the words of a code', () => {
  const words = `Ihr Administrator hat die Anwendung Dienstplan ("${ID}") so konfiguriert ("zugewiesen"), dass es so ist.`;
  expect(wordsBehind(`: ${words}`, 0)).toBe(words);
});

test('the end of the string that carries them does', () => {
  expect(wordsBehind(': The code has expired.")\nprint("more")', 0)).toBe('The code has expired.');
  expect(wordsBehind(`: The app ('${ID}') is off." )`, 0)).toBe(`The app ('${ID}') is off.`);
});

test('a sentence goes on where a mail broke it before an instant or behind a name', () => {
  expect(wordsBehind(': It ends at\n2026-05-06T04:15:01.0000000Z. Trace ID: 1', 0)).toBe(
    'It ends at 2026-05-06T04:15:01.0000000Z.',
  );
  expect(wordsBehind(`: Application with identifier '${ID}'\nwas not found in the directory.\n\nx`, 0)).toBe(
    `Application with identifier '${ID}' was not found in the directory.`,
  );
});

test('a line of a log, and what follows a name, is none of its words', () => {
  expect(wordsBehind(': It ends\n2026-05-06T04:15:01Z INFO next', 0)).toBe('It ends');
  expect(wordsBehind(`: Application '${ID}'\nTrace written`, 0)).toBe(`Application '${ID}'`);
});

test('is quick on hostile text', () => {
  expectWithin(500, () => {
    for (let index = 0; index < 200; index += 1) wordsBehind(`: ${'("a") '.repeat(400)}`, 0);
  });
});
