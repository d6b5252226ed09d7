import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ownPermissions } from '../../../src/diagnosis/permissions/own-permissions.ts';
import {
  nearestPermission,
  permissionExists,
  permissionKind,
} from '../../../src/diagnosis/permissions/permission-name.ts';
import { kindOf, permissionTable } from '../../../src/diagnosis/permissions/permission-table.ts';

describe('permissionKind', () => {
  it('says who may consent', () => {
    expect(permissionKind('Calendars.Read')).toEqual({
      name: 'Calendars.Read',
      delegated: 'user',
      personal: 'user',
      app: true,
    });
    expect(permissionKind('https://graph.microsoft.com/user.read.all')).toMatchObject({
      name: 'User.Read.All',
      delegated: 'admin',
      personal: null,
    });
    expect(permissionKind('User.Read')).toMatchObject({ app: false });
    expect(permissionKind('offline_access')).toMatchObject({ delegated: 'user' });
    expect(permissionKind('Nothing.Here')).toBeNull();
  });
});

describe('permissionExists', () => {
  it('knows whole families and says where it does not know', () => {
    expect(permissionExists('mail.read')).toBe(true);
    expect(permissionExists('Mail.Read.All')).toBe(false);
    expect(permissionExists('BackupRestore-Control.Read.All')).toBeNull();
    const imported = permissionTable('test', [], [kindOf('BackupRestore-Control.Read.All', 'a-a')]);
    expect(permissionExists('BackupRestore-Control.Read.All', imported)).toBe(true);
    expect(permissionExists('BackupRestore-Control.Raed.All', imported)).toBe(false);
  });

  it('does not take a family for whole of which it has a part', () => {
    expect(permissionExists('Policy.Read.All')).toBe(true);
    expect(permissionExists('Policy.ReadWrite.IdentityProtection')).toBeNull();
  });
});

describe('nearestPermission', () => {
  it.each([
    ['Calendar.Read', 'Calendars.Read'],
    ['calenders.readwrite', 'Calendars.ReadWrite'],
    ['Calendars.ReadWrite.All', 'Calendars.ReadWrite'],
    ['Mail.Read.All', 'Mail.Read'],
    ['User.ReadAll', 'User.Read.All'],
    ['Mail.Snd', 'Mail.Send'],
    ['offline_acess', 'offline_access'],
    ['MailboxSetting.Read', 'MailboxSettings.Read'],
  ])('%s was meant to be %s', (wrong, right) => {
    expect(nearestPermission(wrong)).toBe(right);
  });

  it.each(['Calendars.Read', 'Foo.Bar', '', 'access_as_user', 'x'.repeat(5000), 'user_impersonation'])(
    'has nothing for %s',
    (name) => {
      expect(nearestPermission(name)).toBeNull();
    },
  );

  it('gives a known name or none, whatever it is asked', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 90 }), (name) => {
        const near = nearestPermission(name);
        return near === null || permissionKind(near) !== null;
      }),
      { numRuns: 200 },
    );
  });
});

describe('the own table', () => {
  it('names only permissions of which the kind is known', () => {
    const { operations, kinds } = ownPermissions();
    const unknown = new Set<string>();
    for (const methods of operations.values()) {
      for (const { work, personal, app } of methods.values()) {
        for (const name of [...work, ...personal, ...app]) if (!kinds.has(name.toLowerCase())) unknown.add(name);
      }
    }
    expect([...unknown]).toEqual([]);
  });

  it('names every permission in the way in which it exists', () => {
    const { operations, kinds } = ownPermissions();
    const wrong: string[] = [];
    for (const methods of operations.values()) {
      for (const { method, operation, work, personal, app } of methods.values()) {
        const at = `${method} ${operation}`;
        for (const name of work)
          if (kinds.get(name.toLowerCase())?.delegated === null) wrong.push(`${at} work ${name}`);
        for (const name of personal) {
          if (kinds.get(name.toLowerCase())?.personal === null) wrong.push(`${at} personal ${name}`);
        }
        for (const name of app) if (kinds.get(name.toLowerCase())?.app === false) wrong.push(`${at} app ${name}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('has no application permission on /me', () => {
    for (const [template, methods] of ownPermissions().operations) {
      if (template !== '/me' && !template.startsWith('/me/')) continue;
      for (const need of methods.values()) expect(need.app, template).toEqual([]);
    }
  });
});
