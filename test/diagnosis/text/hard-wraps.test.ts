import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hardWrapsJoined } from '../../../src/diagnosis/text/hard-wraps.ts';
import { original } from '../../../src/diagnosis/text/mapped-text.ts';

const joined = (text: string): string => hardWrapsJoined(original(text)).text;

/** As a terminal of this width writes a text into a file or onto the clipboard. */
function cut(text: string, width: number, newline = '\n'): string {
  return text
    .split('\n')
    .flatMap((line) => line.match(new RegExp(`.{1,${width}}`, 'g')) ?? [''])
    .join(newline);
}

const LONG =
  'GET https://graph.microsoft.com/v1.0/users/desk@contoso.com/calendarView?startDateTime=2026-03-02T00:00:00Z&endDateTime=2026-03-09T00:00:00Z&$select=subject,start,end\nHTTP/1.1 403 Forbidden\n{"error":{"code":"ErrorAccessDenied","message":"Access is denied. Check credentials and try again.","innerError":{"date":"2026-03-02T10:00:00","request-id":"6f0e8a52-7d0b-4a63-9a52-0f1d2c3b4a5e"}}}';

describe('lines that a terminal cut', () => {
  it.each([72, 79, 80, 100, 110])('at %i columns are joined', (width) => {
    expect(joined(cut(LONG, width))).toBe(LONG);
  });

  it('with carriage returns are joined', () => {
    expect(joined(cut(LONG, 80, '\r\n')).replaceAll('\r\n', '\n')).toBe(LONG);
  });

  it('map back to where they stood', () => {
    const paste = cut(LONG, 80);
    const text = hardWrapsJoined(original(paste));
    const at = text.text.indexOf('desk@contoso.com/calendarView');
    const { start, end } = text.spanOf(at, at + 'desk@contoso.com/calendarView'.length);
    expect(paste.slice(start, end).replace('\n', '')).toBe('desk@contoso.com/calendarView');
  });
});

describe('lines stay as they are', () => {
  const words =
    'The sign-in is refused, and nobody of the team knows why it is so since Monday morning at nine o’clock';
  it.each([
    ['that were broken between words', `${words}\n${words}\n${words}`.replaceAll(/(.{60,80}) /g, '$1\n')],
    [
      'of a log',
      Array.from({ length: 6 }, (_, n) => `2026-03-02T10:00:0${n}Z INFO ${'request done '.repeat(6)}ok`).join('\n'),
    ],
    ['of JSON', Array.from({ length: 4 }, (_, n) => `{"id":"${n}","name":"${'x'.repeat(80)}"}`).join('\n')],
    [
      'of a stack',
      Array.from({ length: 4 }, () => `    at Contoso.Calendar.${'Very'.repeat(15)}Long.Run()`).join('\n'),
    ],
    [
      'of headers',
      `authorization-info: ${'x'.repeat(70)}\nwww-authenticate: Bearer error="invalid_token"\nx-ms-long-header: ${'x'.repeat(72)}\nend`,
    ],
    ['of a certificate', `-----BEGIN CERTIFICATE-----\n${`${'MIIB'.repeat(16)}\n`.repeat(5)}-----END CERTIFICATE-----`],
    ['longer than any terminal', `${'a'.repeat(400)}\n${'b'.repeat(400)}\nc`],
    ['of which one alone is long', `${'a'.repeat(80)}\nb`],
    ['with numbers', Array.from({ length: 4 }, (_, n) => `${n + 1}: ${'eyJhbGciOi'.repeat(8)}${n}`).join('\n')],
    ['that are short', 'a\nb\nc'],
  ])('%s', (_, text) => {
    expect(joined(text)).toBe(text);
  });

  it('or lose nothing but line breaks', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 900 }), fc.integer({ min: 72, max: 120 }), (text, width) => {
        const paste = cut(text, width);
        expect(joined(paste).replaceAll(/[\r\n]/g, '')).toBe(paste.replaceAll(/[\r\n]/g, ''));
      }),
    );
  });
});
