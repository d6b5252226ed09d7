import { expect, it } from 'vitest';
import { leastOf, namedByApi } from '../../../src/diagnosis/permissions/named-by-api.ts';

it('lists what the API itself calls enough', () => {
  expect(namedByApi("API requires one of 'Chat.Read, Chat.ReadWrite'. Scopes on the request ''")).toEqual([
    'Chat.Read',
    'Chat.ReadWrite',
  ]);
  expect(namedByApi('Access is denied.')).toBeUndefined();
  expect(namedByApi(undefined)).toBeUndefined();
});

it.each([
  [
    'Missing application roles. API required roles: SecurityAlert.Read.All,SecurityAlert.ReadWrite.All, application roles: .',
    'SecurityAlert.Read.All',
  ],
  ['The principal does not have required MSGraph permissions AuditLog.Read.All to call this API.', 'AuditLog.Read.All'],
  [
    'Application must have one of the following scopes: Chat.ReadWrite.All, Chat.Read.All - none granted',
    'Chat.Read.All',
  ],
])('of «%s» the least is %s', (message, least) => {
  expect(leastOf(namedByApi(message) ?? [])).toBe(least);
});
