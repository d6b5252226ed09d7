import { describe, expect, it } from 'vitest';
import { asidesOf } from '../../../src/diagnosis/evidence/asides.ts';
import { unwrap } from '../../../src/diagnosis/text/unwrap.ts';
import { expectWithin } from '../../processor-time.ts';

function asides(paste: string): readonly string[] {
  return asidesOf(unwrap(paste)).map(({ start, end }) => paste.slice(start, end));
}

describe('what is told to be an example', () => {
  it('goes from its line to the one that leads to what is one’s own', () => {
    expect(asides('The documentation shows this example:\nHTTP 401\n\nWhat we get:\nHTTP 403')).toEqual([
      'The documentation shows this example:\nHTTP 401\n\n',
    ]);
    expect(asides('Unsere Antwort:\nHTTP 403\nBeispiel aus der Dokumentation:\nHTTP 401')).toEqual([
      'Beispiel aus der Dokumentation:\nHTTP 401',
    ]);
  });

  it('is nothing where no other part is told to be one’s own, or no line leads to it', () => {
    expect(asides('Example:\nHTTP 401')).toEqual([]);
    expect(asides('What we get:\nHTTP 403\nI followed the example of the documentation.')).toEqual([]);
    expect(asides('What we get:\nGET https://api.contoso.example/x\nHost: app.example')).toEqual([]);
  });

  it('is found in linear time', () => {
    const paste = `${'an example of we '.repeat(20_000)}\n`.repeat(3);
    expectWithin(500, () => asides(paste));
  });
});
