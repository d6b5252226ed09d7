import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readHeaderBlock } from '../../../../src/diagnosis/evidence/http/header-block.ts';

describe('the header lines under a request or status line', () => {
  it('reads names, date, host and the place of the body', () => {
    const text =
      'HTTP/1.1 401 Unauthorized\nDate: Sat, 22 Nov 2025 08:41:12 GMT\nRetry-After: 120\nX-Odd:\n\n{"error":{}}';
    const block = readHeaderBlock(text, text.indexOf('Date'));
    expect(block).toMatchObject({
      names: ['date', 'retry-after', 'x-odd'],
      date: Date.UTC(2025, 10, 22, 8, 41, 12),
      retryAfter: 120,
    });
    expect(text.slice(block.bodyAt)).toBe('{"error":{}}');
  });

  it('ends before a line of a body or a program', () => {
    const text = 'Host: graph.microsoft.com\nmessage: no header\n';
    expect(readHeaderBlock(text, 0)).toMatchObject({ names: ['host'], host: 'graph.microsoft.com' });
  });

  it.each([
    ['indented', '   Host: graph.microsoft.com'],
    ['quoted, as in an object', '"Host": "graph.microsoft.com"'],
    ['with an arrow', 'Host → graph.microsoft.com'],
    ['with an equals sign', 'Host = graph.microsoft.com'],
    ['with a space before its colon', 'Host : graph.microsoft.com'],
  ])('reads a line %s', (_, line) => {
    expect(readHeaderBlock(line, 0)).toMatchObject({ names: ['host'], host: 'graph.microsoft.com', end: line.length });
  });

  it('reads any usual line as the pattern for unusual ones does', () => {
    const name = fc.stringMatching(/^[A-Za-z][A-Za-z0-9-]{0,70}$/);
    const content = fc.stringMatching(/^[ -~]{0,80}$/);
    fc.assert(
      fc.property(name, content, (name, content) => {
        const usual = readHeaderBlock(`x-first: 1\n${name}:${content}\n`, 0);
        // White space before a name leads to the pattern.
        const unusual = readHeaderBlock(`x-first: 1\n ${name}:${content}\n`, 0);
        expect(usual.names).toEqual(unusual.names);
        expect(usual.host).toBe(unusual.host);
        expect(usual.end).toBe(unusual.names.length > 1 ? unusual.end - 1 : unusual.end);
      }),
    );
  });
});
