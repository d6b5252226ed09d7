import { describe, expect, it } from 'vitest';
import { claimPairs } from '../../../../src/diagnosis/evidence/tokens/claim-pairs.ts';

const read = (text: string): unknown[] => claimPairs(text).map(({ name, value }) => [name, value]);

describe('claims behind an arrow', () => {
  it('end where the next name is glued to them', () => {
    expect(read('aud→ https://graph.microsoft.comscp→ contains')[0]).toEqual(['aud', 'https://graph.microsoft.com']);
  });

  it('are read whole where nothing is glued to them', () => {
    expect(read('aud → https://graph.microsoft.com\nscp → User.Read')).toEqual([
      ['aud', 'https://graph.microsoft.com'],
      ['scp', 'User.Read'],
    ]);
    expect(read('aud: api://orders-exp, scp: User.Read')[0]).toEqual(['aud', 'api://orders-exp']);
  });
});

describe('claims with a space before an id', () => {
  const id = '5b0e7a52-4a1f-4b7e-9d0d-3c2f4f9b8a10';

  it('are read where the value can be nothing else', () => {
    expect(read(`roles: ["Mail.Read"], appid ${id}, tid ${id}`)).toEqual([
      ['roles', ['Mail.Read']],
      ['appid', id],
      ['tid', id],
    ]);
  });

  it.each(['the tid is missing', 'aud and scp', 'name Anna', `app ${id}`])('are not in %s', (text) =>
    expect(read(text)).toEqual([]),
  );
});

describe('claims of a named object', () => {
  it.each(['token.roles=["User.Read.All"]', 'claims.roles: ["User.Read.All"]', 'payload.roles = ["User.Read.All"]'])(
    'are read in %s',
    (text) => {
      expect(read(text)).toEqual([['roles', ['User.Read.All']]]);
    },
  );

  it.each(['app.roles=["User.Read.All"]', 'config.roles: ["User.Read.All"]', 'mytoken.roles=["User.Read.All"]'])(
    'are not in %s',
    (text) => {
      expect(read(text)).toEqual([]);
    },
  );
});

describe('claims that a mail broke behind their name', () => {
  it.each([
    ['"roles":\n["User.Read.All"]', [['roles', ['User.Read.All']]]],
    ['aud =\nhttps://graph.microsoft.com', [['aud', 'https://graph.microsoft.com']]],
    ['scp: \n  "User.Read"', [['scp', 'User.Read']]],
    ['scp:\nUser.Read', []],
    ['roles:\n\n["User.Read.All"]', []],
  ])('%s', (text, pairs) => {
    expect(read(text)).toEqual(pairs);
  });
});

describe('permissions behind a bare name', () => {
  it('are read to the end of the list', () => {
    expect(read('roles: Mail.Read, User.Read.All and full_access_as_app.')).toEqual([
      ['roles', 'Mail.Read, User.Read.All full_access_as_app'],
    ]);
    expect(read('scp = User.Read; Files.Read, openid')).toEqual([['scp', 'User.Read  Files.Read, openid']]);
  });

  it('end where something else begins', () => {
    expect(read('scp: User.Read, aud: api://orders')).toEqual([
      ['scp', 'User.Read'],
      ['aud', 'api://orders'],
    ]);
    expect(read('roles: User.Read.All, which is enough')).toEqual([['roles', 'User.Read.All']]);
    expect(read('aud: https://graph.microsoft.com, Mail.Read')).toEqual([['aud', 'https://graph.microsoft.com']]);
  });
});
