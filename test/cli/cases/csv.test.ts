import { describe, expect, test } from 'vitest';
import { csvRecord } from '../../../src/cli/cases/csv.ts';

describe('a record', () => {
  test.each([
    [['a', 'b', 3, true, null, ''], 'a,b,3,true,,\r\n'],
    [['a,b', 'say "no"', 'two\nlines', 'two\r\nlines'], '"a,b","say ""no""","two\nlines","two\r\nlines"\r\n'],
    [[' kept as it is '], '" kept as it is "\r\n'],
    [['Zoë «Łukasz»'], 'Zoë «Łukasz»\r\n'],
    // A number is ours, and less than nothing is no formula.
    [[-3], '-3\r\n'],
  ])('%j', (fields, line) => {
    expect(csvRecord(fields)).toBe(line);
  });
});

describe('a formula', () => {
  test.each([
    '=HYPERLINK("https://evil.example","click")',
    '+1+1',
    '-2+3+cmd|x',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    ' =1',
    '\n=1',
    '＝1',
  ])('%j is text', (formula) => {
    const cell = csvRecord([formula]).trimEnd().replace(/^"|"$/g, '').replaceAll('""', '"');
    expect(cell.startsWith(`'`)).toBe(true);
    expect(cell.slice(1)).toBe(formula);
  });

  test.each(['29:sam', 'a=b', 'Sam (+1 other)', `O'Neil`])('%j is none', (text) => {
    expect(csvRecord([text])).toBe(`${text}\r\n`);
  });
});
