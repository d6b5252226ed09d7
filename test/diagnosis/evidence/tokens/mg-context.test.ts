import { describe, expect, it } from 'vitest';
import { mgContexts } from '../../../../src/diagnosis/evidence/tokens/mg-context.ts';
import { original } from '../../../../src/diagnosis/text/mapped-text.ts';

const read = (text: string): unknown[] =>
  mgContexts(original(text)).map(({ claims: { idtyp, scp, roles, appid, upn } }) => ({
    idtyp,
    scp,
    roles,
    appid,
    upn,
  }));
const APP = '5d1f1e7a-2b3c-4d5e-8f90-a1b2c3d4e5f6';

describe('what Get-MgContext prints', () => {
  it('is the token of an app, with its roles', () => {
    expect(
      read(`AuthType : AppOnly\nAccount  :\nClientId : ${APP}\nScopes   : {User.Read.All, Group.Read.All}`),
    ).toEqual([
      { idtyp: 'app', scp: undefined, roles: ['User.Read.All', 'Group.Read.All'], appid: APP, upn: undefined },
    ]);
  });

  it('is the token of a person, with its scopes, in the order of the module', () => {
    expect(
      read(`ClientId : ${APP}\nScopes : {openid, User.Read}\nAuthType : Delegated\nAccount : ann@contoso.com`),
    ).toEqual([{ idtyp: 'user', scp: ['openid', 'User.Read'], roles: undefined, appid: APP, upn: 'ann@contoso.com' }]);
  });

  it('tells nothing of what is absent where PowerShell cut the list', () => {
    expect(read('AuthType : Delegated\nScopes : {A.Read.All, B.Read, C.Read, openid...}')).toMatchObject([
      { idtyp: 'user', scp: undefined },
    ]);
  });

  it.each([
    ['AuthType Scopes\n-------- ------\nAppOnly  {Mail.Read, User.Read.All}', ['Mail.Read', 'User.Read.All']],
    ['(Get-MgContext).AuthType = AppOnly, Scopes = {Mail.Read}', ['Mail.Read']],
    [
      'AuthType : AppOnly\nScopes   : Mail.Read User.Read.All\n           Sites.Read.All',
      ['Mail.Read', 'User.Read.All', 'Sites.Read.All'],
    ],
  ])('is read in %s', (text, roles) => {
    expect(read(text)).toMatchObject([{ roles }]);
  });

  it('is its list of scopes alone, beside the sign-in', () => {
    const connect = 'Connect-MgGraph -ClientId 1 -TenantId 2 -CertificateThumbprint AB';
    expect(read(`${connect}\nPS> (Get-MgContext).Scopes\nMail.Send\nUser.Read.All\n`)).toMatchObject([
      { idtyp: 'app', roles: ['Mail.Send', 'User.Read.All'] },
    ]);
    expect(read('Connect-MgGraph -Scopes Mail.Send\n(Get-MgContext).Scopes\nMail.Send\nopenid')).toMatchObject([
      { idtyp: 'user', scp: ['Mail.Send', 'openid'] },
    ]);
    expect(read('(Get-MgContext).Scopes holds Mail.Read')).toEqual([]);
  });

  it.each(['AuthType=ClientSecret;Url=https://org1.crm4.dynamics.com', 'the authtype is delegated to IIS'])(
    'is not «%s»',
    (text) => {
      expect(read(text)).toEqual([]);
    },
  );
});
