import { expect, test } from 'vitest';
import { routeTemplate } from '../../src/telemetry/route-template.ts';

test.each([
  ['/v1.0/me/events/AAMkAGI2', '/v1.0/me/events/{id}'],
  ['/v1.0/users/ada@contoso.com/calendarView', '/v1.0/users/{id}/calendarView'],
  ['/contoso.onmicrosoft.com/oauth2/v2.0/token', '/{id}/oauth2/v2.0/token'],
  ['/c3a7f0d2-8b1e-4f66-a0d5-2e9b7c41f853/discovery/v2.0/keys', '/{id}/discovery/v2.0/keys'],
  ['/organizations/v2.0/.well-known/openid-configuration', '/organizations/v2.0/.well-known/openid-configuration'],
  ['/api/usertoken/gettoken?userId=29%3Aada&code=123456', '/api/usertoken/GetToken'],
  ['/amer/v3/conversations/19%3Aabc%40thread.tacv2/activities/1', '/{id}/v3/conversations/{id}/activities/{id}'],
  ['//v1.0///me#ada', '/v1.0/me'],
  ['', '/'],
  ['/ME/Events', '/me/events'],
  ['/me/Ada', '/me/{id}'],
  ['/__proto__/constructor', '/{id}/{id}'],
])('%s', (path, template) => {
  expect(routeTemplate(path)).toBe(template);
});

test('a path without end is cut', () => {
  expect(routeTemplate('/me'.repeat(10_000))).toBe(`${'/me'.repeat(12)}/…`);
});
