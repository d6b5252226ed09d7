import { describe, expect, it } from 'vitest';
import { everyWordOf, INHERITED } from './inherited-names.ts';

describe.each(INHERITED)('%s in the place of a value', (name) => {
  it.each([
    [
      'a grant',
      `GET https://login.microsoftonline.com/contoso.example/oauth2/v2.0/token?grant_type=${name}\n\nHTTP/1.1 400`,
    ],
    [
      'a resource',
      `AADSTS65005: The application 'planner' asked for scope 'Plan.Read' that doesn't exist on the resource '${name}'.`,
    ],
    ['a client', `WWW-Authenticate: Bearer client_id="${name}", error="invalid_token"\nHTTP/1.1 401`],
    ['a cmdlet', `Get-MgUser${name}_List: Insufficient privileges to complete the operation.`],
  ])('is no more than %s', (_, paste) => {
    expect(everyWordOf(paste)).not.toMatch(/native code|\[object/);
  });
});
