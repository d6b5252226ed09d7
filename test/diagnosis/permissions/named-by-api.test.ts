import { expect, it } from 'vitest';
import { namedByApi } from '../../../src/diagnosis/permissions/missing-permission.ts';

it('lists what the API itself calls enough', () => {
  expect(namedByApi("API requires one of 'Chat.Read, Chat.ReadWrite'. Scopes on the request ''")).toEqual([
    'Chat.Read',
    'Chat.ReadWrite',
  ]);
  expect(namedByApi('Access is denied.')).toBeUndefined();
  expect(namedByApi(undefined)).toBeUndefined();
});
