import { describe, expect, it } from 'vitest';
import { tokenServiceRefusal } from '../../../src/bot/adapter/token-service-refusal.ts';

const ADDRESS =
  'http://127.0.0.1:4010/token-service/api/usertoken/GetToken?userId=29%3Aada&connectionName=graph&channelId=msteams&code=123456';

describe('tokenServiceRefusal', () => {
  it('keeps status, body and what decides of the address: no person, no code, no local host', () => {
    const headers = new Map([
      ['date', 'Mon, 02 Mar 2026 09:00:00 GMT'],
      ['set-cookie', 'a=b'],
    ]);
    const refusal = tokenServiceRefusal({
      statusCode: 400,
      request: { method: 'GET', url: ADDRESS },
      response: { status: 400, headers, bodyAsText: '{"error":{"code":"ServiceError"}}' },
    });
    expect(refusal).toEqual({
      request: {
        method: 'GET',
        url: 'https://api.botframework.com/api/usertoken/GetToken?userId=…&connectionName=graph&channelId=msteams&code=…',
      },
      response: {
        status: 400,
        headers: { date: 'Mon, 02 Mar 2026 09:00:00 GMT' },
        body: '{"error":{"code":"ServiceError"}}',
      },
    });
  });

  it('knows a lost connection', () => {
    const error = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:4010'), {
      code: 'ECONNREFUSED',
      request: { method: 'GET', url: ADDRESS },
    });
    const refusal = tokenServiceRefusal(error);
    expect(refusal?.response).toBeUndefined();
    expect(refusal?.error).toMatchObject({ code: 'ECONNREFUSED', message: 'connect ECONNREFUSED' });
  });

  it.each([
    [
      'a refusal of the channel',
      { statusCode: 403, request: { method: 'POST', url: 'https://smba.example/v3/conversations' } },
    ],
    ['a fault of ours', new TypeError('x is not a function')],
    ['nothing', undefined],
  ])('%s is none', (_, error) => {
    expect(tokenServiceRefusal(error)).toBeUndefined();
  });
});
