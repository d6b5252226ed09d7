import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accountHome, homeTenant, namedAccount } from '../../../../src/diagnosis/causes/accounts/account-home.ts';

const TENANT = '5a1c9b54-6d1e-4a0e-9d70-2b0a2f1c4e77';

describe('accountHome', () => {
  it.each([
    ["User account 'a@contoso.com' from identity provider 'live.com' does not exist in tenant", 'personal'],
    ["Das Benutzerkonto 'a@contoso.com' des Identitätsanbieters 'live.com' ist nicht vorhanden", 'personal'],
    ["identity provider 'https://sts.windows.net/9188040d-6c67-4c5b-b112-36a304b66dad/'", 'personal'],
    [`プロバイダー 'https://sts.windows.net/${TENANT}/' の`, 'organisation'],
    [`identity provider 'https%3a%2f%2fsts.windows.net%2f${TENANT}%2f'`, 'organisation'],
    ["from identity provider 'google.com' does not exist", 'other'],
    // The address of the account is not its identity provider.
    [`User account 'someone@live.com' from identity provider 'https://sts.windows.net/${TENANT}/'`, 'organisation'],
    ['https://login.live.com/oauth20_authorize.srf', null],
    ['User account {user} from identity provider {idp} does not exist in tenant', null],
    ['', null],
  ])('%s', (words, home) => {
    expect(accountHome(words)).toBe(home);
  });

  it('names tenant and account where the message does', () => {
    expect(homeTenant(`'https://sts.windows.net/${TENANT.toUpperCase()}/'`)).toBe(TENANT);
    expect(namedAccount("User account 'a@contoso.com' from")).toBe('a@contoso.com');
    expect(namedAccount("User account '{EmailHidden}' from")).toBeUndefined();
  });

  it('takes any text', () => {
    fc.assert(
      fc.property(fc.string(), (words) => {
        accountHome(words);
        namedAccount(words);
      }),
    );
  });
});
