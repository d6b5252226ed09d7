import { describe, expect, it } from 'vitest';
import { permissionNeed } from '../../../src/diagnosis/permissions/find-operation.ts';
import { alternatives, missingPermission } from '../../../src/diagnosis/permissions/missing-permission.ts';
import type { PermissionNeed } from '../../../src/diagnosis/permissions/permission-need.ts';

function needOf(method: string, path: string): PermissionNeed {
  const need = permissionNeed(method, path);
  if (need === null) throw new Error(`${method} ${path} is not in the table`);
  return need;
}

describe('missingPermission', () => {
  it('names the least privileged one', () => {
    expect(missingPermission(needOf('POST', '/me/events'), 'user', ['User.Read', 'Calendars.Read'], 'work')).toBe(
      'Calendars.ReadWrite',
    );
    expect(missingPermission(needOf('GET', '/users'), 'user', ['User.Read'], null)).toBe('User.ReadBasic.All');
    expect(missingPermission(needOf('GET', '/users/a@b.c/events'), 'app', ['Mail.Read'], null)).toBe('Calendars.Read');
    expect(missingPermission(needOf('POST', '/me/sendMail'), 'user', ['Mail.ReadWrite'], 'personal')).toBe('Mail.Send');
  });

  it('names none where what is granted is enough', () => {
    expect(missingPermission(needOf('GET', '/me/events'), 'user', ['Calendars.ReadWrite.Shared'], 'work')).toBeNull();
    expect(missingPermission(needOf('GET', '/me'), 'user', ['User.Read'], null)).toBeNull();
  });

  it('names none where the operation is not possible that way', () => {
    const onMe = needOf('GET', '/me/events');
    expect(alternatives(onMe, 'app', null)).toEqual([]);
    expect(missingPermission(onMe, 'app', [], null)).toBeNull();
    const schedule = needOf('POST', '/me/calendar/getSchedule');
    expect(alternatives(schedule, 'user', 'personal')).toEqual([]);
    expect(missingPermission(schedule, 'user', [], 'personal')).toBeNull();
  });

  it('claims nothing of .default', () => {
    const need = needOf('GET', '/me/events');
    expect(missingPermission(need, 'user', ['https://graph.microsoft.com/.default'], 'work')).toBeNull();
  });
});
