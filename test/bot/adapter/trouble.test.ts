import { expect, it } from 'vitest';
import { troubleOf } from '../../../src/bot/adapter/trouble.ts';
import { StoreUnavailableError } from '../../../src/storage/store-unavailable-error.ts';

const refused = (status: number, body: string): Error =>
  Object.assign(new Error('refused'), {
    statusCode: status,
    request: { method: 'POST', url: 'https://smba.trafficmanager.net/emea/v3/conversations/a/activities' },
    response: { status, headers: new Map(), bodyAsText: body },
  });

it.each([
  [new TypeError('x is undefined'), /^a part of me failed\.$/, 'once more'],
  [new StoreUnavailableError('down'), /^the database in which I keep my notes/, 'once more in a minute'],
  [refused(503, ''), /^a service that I need refused me\. The Bot Connector failed by itself/, 'once more in a minute'],
  [
    refused(403, '{"error":{"code":"BotDisabledByAdmin","message":"The tenant admin disabled this bot."}}'),
    /^a service that I need refused me\. An administrator of Teams blocks this bot/,
    null,
  ],
])('%s', (error, what, again) => {
  expect(troubleOf(error, 0)).toEqual({ what: expect.stringMatching(what), again });
});
