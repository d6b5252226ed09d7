import { describe, expect, it } from 'vitest';
import { explainFailure, failedCall } from '../../../src/bot/adapter/failed-call.ts';

const NOW = Date.parse('2026-03-02T09:00:00Z');
const CONNECTOR =
  'https://smba.trafficmanager.net/emea/v3/conversations/a%3A1Xy%3Bmessageid%3D17/activities/1772442000000';

const refused = (status: number, code: string, message = '', headers: [string, string][] = []): Error =>
  Object.assign(new Error(code), {
    statusCode: status,
    request: { method: 'POST', url: CONNECTOR, body: '{"text":"what somebody wrote"}' },
    response: {
      status,
      headers: new Map(headers),
      bodyAsText: JSON.stringify({ error: { code, message } }),
    },
  });

describe('failedCall', () => {
  it('keeps of a call to the channel what decides, and neither conversation nor text', () => {
    expect(failedCall(refused(403, 'BotNotInConversationRoster', '', [['retry-after', '3']]))).toEqual({
      request: { method: 'POST', url: 'https://smba.trafficmanager.net/emea/v3/conversations/…/activities/…' },
      response: {
        status: 403,
        headers: { 'retry-after': '3' },
        body: '{"error":{"code":"BotNotInConversationRoster","message":""}}',
      },
    });
  });

  it('names the public channel where a local one stood in', () => {
    const error = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5000'), {
      code: 'ECONNREFUSED',
      request: { method: 'POST', url: 'http://127.0.0.1:5000/v3/conversations/a/activities' },
    });
    expect(failedCall(error)).toEqual({
      request: { method: 'POST', url: 'https://smba.trafficmanager.net/v3/conversations/…/activities' },
      error: { name: 'Error', code: 'ECONNREFUSED', message: 'connect ECONNREFUSED' },
    });
  });

  it('knows the token service, and the bot’s own sign-in', () => {
    const url = 'https://api.botframework.com/api/usertoken/GetToken?userId=29%3Aada&connectionName=graph';
    expect(failedCall(Object.assign(refused(500, 'x'), { request: { method: 'GET', url } }))?.request.url).toContain(
      '/api/usertoken/GetToken?userId=…',
    );
    const own = Object.assign(new Error('invalid_client: AADSTS7000222: expired'), {
      name: 'ServerError',
      errorCode: 'invalid_client',
    });
    expect(failedCall(own)).toEqual({
      request: {
        method: 'POST',
        url: 'https://login.microsoftonline.com/…/oauth2/v2.0/token',
        grantType: 'client_credentials',
        scopes: ['https://api.botframework.com/.default'],
      },
      error: { name: 'ServerError', code: 'invalid_client', message: 'invalid_client: AADSTS7000222: expired' },
    });
  });

  it('is nothing where no service was asked', () => {
    for (const error of [new Error('x'), new TypeError('y'), undefined, 'z', { request: { url: 'not one' } }])
      expect(failedCall(error)).toBeUndefined();
  });
});

describe('explainFailure', () => {
  it.each([
    [refused(401, '', 'Authorization has been denied for this request.'), 'bot-credentials', /credentials/],
    [refused(429, 'RateLimitExceeded', 'Too many requests.', [['retry-after', '3']]), 'throttled', /asks to wait 3 s/],
    [refused(403, 'ConversationBlockedByUser', 'User blocked the conversation with the bot.'), null, /blocked the bot/],
    [refused(502, 'BadGateway'), 'service-outage', /failed by itself/],
    [
      Object.assign(
        new Error(
          "invalid_client: AADSTS7000222: The provided client secret keys for app '2f4a1c88-6d0e-4b7b-9c55-0e1d6b3a7f21' are expired.",
        ),
        { name: 'ServerError', errorCode: 'invalid_client' },
      ),
      'client-secret-expired',
      /^The client secret of the app 2f4a1c88-6d0e-4b7b-9c55-0e1d6b3a7f21 has expired\.$/,
    ],
  ])('%s', (error, cause, headline) => {
    expect(explainFailure(error, NOW)).toMatchObject({ cause, headline: expect.stringMatching(headline) });
  });

  it('says nothing where the engine does not know, and nothing of failures of our own', () => {
    expect(explainFailure(refused(413, 'MessageSizeTooBig', 'Message size too large.'), NOW)).toBeUndefined();
    expect(explainFailure(new TypeError('x is not a function'), NOW)).toBeUndefined();
  });
});
