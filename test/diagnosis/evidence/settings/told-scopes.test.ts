import { describe, expect, it } from 'vitest';
import { absentScopes, toldScopes } from '../../../../src/diagnosis/evidence/settings/told-scopes.ts';
import { original } from '../../../../src/diagnosis/text/mapped-text.ts';

function told(text: string): (readonly string[])[] {
  const found: (readonly string[])[] = [];
  toldScopes(original(text), (_name, _key, values) => void found.push(values));
  return found;
}

describe('scopes told in a sentence', () => {
  it.each([
    [
      'I get a token with scope api://5f2c8f2e-1d67/access_as_user and call Graph',
      ['api://5f2c8f2e-1d67/access_as_user'],
    ],
    ['The scopes in my app are User.Read and Calendars.Read.', ['User.Read', 'Calendars.Read']],
    ['Scopes requested: openid profile User.Read', ['openid', 'profile', 'User.Read']],
    ['permissions granted are Mail.Read, User.Read', ['Mail.Read', 'User.Read']],
    ['I granted only User.Read in the portal', ['User.Read']],
    ['it only has "Calendars.Read"', ['Calendars.Read']],
    ['with scopes https://graph.microsoft.com/Mail.Read', ['https://graph.microsoft.com/Mail.Read']],
  ])('reads %s', (text, scopes) => {
    expect(told(text)).toEqual([scopes]);
  });

  it.each([
    'This needs the scope Calendars.ReadWrite',
    'the required permission is Mail.Send',
    'There is no scope Calendars.Read in the token',
    'I added the application permission Calendars.Read',
    'You should request the scope Mail.Read',
    'https://login.microsoftonline.com/x?client_id=1&scope=User.Read',
    'The scope of this ticket is Contoso.com',
    'one of the permissions Mail.Read',
  ])('reads nothing in «%s»', (text) => {
    expect(told(text)).toEqual([]);
  });
});

describe('scopes that the token is told to lack', () => {
  const absent = (text: string): (readonly string[])[] => {
    const found: (readonly string[])[] = [];
    absentScopes(original(text), (_name, _key, values) => void found.push(values));
    return found;
  };

  it.each([
    ['scp in the access token does not include Calendars.ReadWrite', ['Calendars.ReadWrite']],
    ["The scp claim doesn't contain 'Mail.Send'", ['Mail.Send']],
    ['my token does not have the scope Calendars.Read', ['Calendars.Read']],
    ['scp enthält kein Calendars.ReadWrite', ['Calendars.ReadWrite']],
  ])('reads %s', (text, scopes) => expect(absent(text)).toEqual([scopes]));

  it.each(['scp does include Calendars.ReadWrite', 'the token does not expire', 'scp is fine, no Mail.Send needed'])(
    'reads nothing in «%s»',
    (text) => expect(absent(text)).toEqual([]),
  );
});
