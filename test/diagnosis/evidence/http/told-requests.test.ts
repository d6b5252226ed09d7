import { describe, expect, it } from 'vitest';
import { readToldRequests } from '../../../../src/diagnosis/evidence/http/told-requests.ts';
import { original } from '../../../../src/diagnosis/text/mapped-text.ts';

const told = (text: string): unknown[] => readToldRequests(original(text)).map(({ method, path }) => [method, path]);

describe('calls told in a sentence', () => {
  it.each([
    ['403 when I POST to /me/events', ['POST', '/me/events']],
    ['calling /me/calendarView fails', [null, '/me/calendarView']],
    ['my app gets 403 on /me/calendars.', [null, '/me/calendars']],
    ['a GET request to `/v1.0/users/ann@contoso.com/events`', ['GET', '/v1.0/users/ann@contoso.com/events']],
    ['patching fails: PATCH /me/events/1', ['PATCH', '/me/events/1']],
    ['/users/{shared}/messages gives 403', [null, '/users/{shared}/messages']],
    ['my own /me/messages is fine', [null, '/me/messages']],
    ['tried:\n/users/<colleague>/calendarView -> Forbidden', [null, '/users/<colleague>/calendarView']],
    [
      'ErrorItemNotFound "The specified object was not found." for /users/ann@contoso.com/events',
      [null, '/users/ann@contoso.com/events'],
    ],
    ['401 {"error":{"code":"UnknownError"}} at /me/events', [null, '/me/events']],
    ['it is Unauthorized on /v1.0/me/calendar', [null, '/v1.0/me/calendar']],
  ])('reads %s', (text, call) => {
    expect(told(text)).toEqual([call]);
  });

  it.each([
    'see ~/me/notes.txt',
    'https://example.com/me/events',
    'the folder /users/ann is full',
    'between you/me and them',
    'GET /menu HTTP/1.1',
    'the /me endpoint',
    'the permissions for /me/events',
    'it is documented “here” and on /me/help',
    'a file at /users/ann/notes has 403 words',
  ])('reads nothing in «%s»', (text) => {
    expect(told(text)).toEqual([]);
  });
});
