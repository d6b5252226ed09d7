import { describe, expect, it } from 'vitest';
import { readNamedStatuses } from '../../../../src/diagnosis/evidence/http/named-statuses.ts';
import { original } from '../../../../src/diagnosis/text/mapped-text.ts';

function statuses(text: string): number[] {
  return readNamedStatuses(original(text)).map(({ status }) => status);
}

describe('a status by its name alone', () => {
  it.each<[string, number]>([
    ['Status Code: Forbidden', 403],
    ['HttpStatusCode=Unauthorized', 401],
    ['SendMail returns "Forbidden" and nothing else', 403],
    ['we get Not Found for it', 404],
    ['it fails with TooManyRequests', 429],
  ])('%s', (text, status) => {
    expect(statuses(text)).toEqual([status]);
  });

  it.each(['Status: 403 (Forbidden)', 'returns Forbidden (403)', '"code":"Forbidden"', 'it is forbidden to enter'])(
    'none in «%s»',
    (text) => {
      expect(statuses(text)).toEqual([]);
    },
  );
});
