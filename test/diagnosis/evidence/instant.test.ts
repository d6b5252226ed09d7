import { describe, expect, it } from 'vitest';
import { readInstants } from '../../../src/diagnosis/evidence/instant.ts';
import { unwrap } from '../../../src/diagnosis/text/unwrap.ts';
import { expectWithin } from '../../processor-time.ts';

function brief(paste: string) {
  return readInstants(unwrap(paste)).map(({ at, source }) => `${source} ${new Date(at).toISOString()}`);
}

describe('readInstants', () => {
  it.each([
    ['Date: Fri, 29 Jan 2016 23:32:14 GMT', 'date-header 2016-01-29T23:32:14.000Z'],
    ['Date →Mon, 29 Jan 2024 19:51:46 GMT', 'date-header 2024-01-29T19:51:46.000Z'],
    ['error="x"Date: Tue, 10 Oct 2017 00:37:59 GMT', 'date-header 2017-10-10T00:37:59.000Z'],
    ['[Date, Tue, 10 Oct 2017 00:37:59 GMT]', 'date-header 2017-10-10T00:37:59.000Z'],
    ['date: Sunday, 06-Nov-94 08:49:37 GMT', 'date-header 1994-11-06T08:49:37.000Z'],
    ['date: Sun Nov  6 08:49:37 1994', 'date-header 1994-11-06T08:49:37.000Z'],
    ['"innerError": {"date": "2019-06-05T16:39:47"}', 'inner-error 2019-06-05T16:39:47.000Z'],
    ["{'date': '2024-08-02T21:52:02'}", 'inner-error 2024-08-02T21:52:02.000Z'],
    ['{\\"date\\":\\"2025-06-30T09:55:12\\"}', 'inner-error 2025-06-30T09:55:12.000Z'],
    ['  date: 2020-04-24T07:13:59.123Z,', 'inner-error 2020-04-24T07:13:59.123Z'],
    ['Timestamp: 2023-02-16 13:29:42Z', 'timestamp 2023-02-16T13:29:42.000Z'],
    ['"timestamp":"2024-05-06T12:11:12.123+02:00"', 'timestamp 2024-05-06T10:11:12.123Z'],
    [
      'AADSTS50011:+The+reply+address+is+not+the+one.+Timestamp:+2024-03-04+14:39:43Z',
      'timestamp 2024-03-04T14:39:43.000Z',
    ],
    ['Timestamp%3a+2024-03-04+14%3a39%3a43Z', 'timestamp 2024-03-04T14:39:43.000Z'],
    ['invalid_grant: 50173 - [2025-09-02 21:27:17Z]: AADSTS50173', 'timestamp 2025-09-02T21:27:17.000Z'],
    ['2025-02-18T08:46:31.2204417Z ##[error] x', 'log-line 2025-02-18T08:46:31.220Z'],
    ['x\n2025-02-18 08:46:31+0100 y', 'log-line 2025-02-18T07:46:31.000Z'],
  ])('reads %s', (paste, expected) => {
    expect(brief(paste)).toEqual([expected]);
  });

  it.each([
    'lastUpdate: 2019-06-05T16:39:47',
    '"startDate": "2019-06-05T16:39:47"',
    '"dateTime": "2019-06-05T16:39:47"',
    'x-ms-date: Fri, 29 Jan 2016 23:32:14 GMT',
    'expires: Wed, 10-Oct-2018 00:37:59 GMT',
    '2025-03-17 11:58:12.114 DEBUG local time',
    'Date: soon',
    'Timestamp: 2023-99-16 13:29:42Z',
  ])('finds none in %s', (paste) => {
    expect(brief(paste)).toEqual([]);
  });

  it('stays within bounds on hostile text', () => {
    for (const piece of ['date:', 'Timestamp: ', '[2025-09-02 21:27:17', '\n2025-02-18T08:46:31Z']) {
      const views = unwrap(piece.repeat(Math.ceil(2 ** 18 / piece.length)));
      expectWithin(250, () => expect(readInstants(views).length).toBeLessThanOrEqual(200));
    }
  });
});
