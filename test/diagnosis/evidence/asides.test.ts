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

  it('is an older mail below, and what used to come', () => {
    expect(asides('Hello Lena, it is another one now\n\nOn Monday Lena wrote:\n> 401')).toEqual([
      '\nOn Monday Lena wrote:\n> 401',
    ]);
    expect(asides('Hello, it is another one now\nFrom: Lena\nSent: Monday\n401')).toEqual([
      '\nFrom: Lena\nSent: Monday\n401',
    ]);
    expect(asides('From: Lena\nSent: Monday\n401')).toEqual([]);
    expect(asides('It used to be 401, now it is 403')).toEqual(['used to be 401, now']);
  });

  it('is found in linear time', () => {
    const lines = ['an example of we ', 'initially ', 'wrote ', 'from: sent: ', 'example we:\n', ':\n'];
    expectWithin(1500, () => {
      for (const line of lines) asides(line.repeat(40_000 / line.length));
    });
  });
});
