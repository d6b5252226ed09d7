import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findOperation, permissionNeed } from '../../../src/diagnosis/permissions/find-operation.ts';
import { permissionTable } from '../../../src/diagnosis/permissions/permission-table.ts';
import { expectWithin } from '../../processor-time.ts';

describe('findOperation', () => {
  it.each([
    ['GET', '/me/events', '/users/{id}/events'],
    ['POST', '/v1.0/drive/items/E6C67E2E!2265/createLink', '/sites/{id}/drive/items/{id}/createlink'],
    ['GET', '/drive/root/children', '/sites/{id}/drive/root/children'],
    ['POST', '/sites/contoso.sharepoint.com,1,2/permissions', '/sites/{id}/permissions'],
    ['get', '/v1.0/me/events', '/users/{id}/events'],
    ['GET', 'https://graph.microsoft.com/v1.0/me/events?$top=5&$select=subject', '/users/{id}/events'],
    ['GET', '/beta/me/calendarView?startDateTime=2026-01-01', '/users/{id}/calendarview'],
    ['POST', 'v1.0/me/calendar/events', '/users/{id}/calendar/events'],
    ['POST', '/me/calendars/AAMkAGI2=/events', '/users/{id}/calendars/{id}/events'],
    [
      'PATCH',
      '/me/calendarGroups/A/calendars/B/events/C',
      '/users/{id}/calendargroups/{id}/calendars/{id}/events/{id}',
    ],
    ['POST', '/me/findMeetingTimes', '/users/{id}/findmeetingtimes'],
    ['POST', '/users/a@b.c/calendar/getSchedule', '/users/{id}/calendar/getschedule'],
    ['POST', '/users/a@b.c/microsoft.graph.sendMail', '/users/{id}/sendmail'],
    ['GET', "/users('a@b.c')/messages('AAMk%3D')", '/users/{id}/messages/{id}'],
    ['GET', "/users('a@b.c')/mailFolders('Inbox')/messages/delta()", '/users/{id}/mailfolders/{id}/messages/delta'],
    ['GET', '/me/mailFolders/Inbox/messages', '/users/{id}/mailfolders/{id}/messages'],
    ['GET', '/me/messages/A/attachments/B/$value', '/users/{id}/messages/{id}/attachments/{id}'],
    ['GET', '/users/$count', '/users'],
    ['GET', '/users/delta', '/users/delta'],
    ['GET', '/groups/G/members/microsoft.graph.user/$count', '/groups/{id}/members'],
    ['GET', '/places/microsoft.graph.room', '/places/microsoft.graph.room'],
    ['GET', '/me/drive/root:/Documents/a (1).xlsx:/content', '/users/{id}/drive/items/{id}/content'],
    ['PUT', '/drives/D/items/F:/new.txt:/content', '/drives/{id}/items/{id}/content'],
    ['GET', '/sites/contoso.sharepoint.com:/sites/team:/lists', '/sites/{id}/lists'],
    ['GET', "/me/drive/root/search(q='a,b=c/d')", '/users/{id}/drive/root/search(q={value})'],
    [
      'GET',
      "/me/reminderView(startDateTime='2026-01-01T00:00',endDateTime='2026-01-02')",
      '/users/{id}/reminderview(startdatetime={value},enddatetime={value})',
    ],
    ['POST', '/chats/19:x@thread.v2/messages', '/chats/{id}/messages'],
    ['GET', '/teams/T/channels/C/messages/M/replies', '/teams/{id}/channels/{id}/messages/{id}/replies'],
    ['GET', '/planner/plans/P/tasks', '/planner/plans/{id}/tasks'],
    ['POST', '/me/onenote/sections/S/pages', '/users/{id}/onenote/sections/{id}/pages'],
    ['POST', '/users/U/teamwork/installedApps', '/users/{id}/teamwork/installedapps'],
    ['DELETE', '/devices/D', '/devices/{id}'],
    ['PATCH', '/identity/conditionalAccess/policies/P', '/identity/conditionalaccess/policies/{id}'],
  ])('%s %s is %s', (method, path, template) => {
    expect(findOperation(method, path)).toMatchObject({ template, methodAssumed: false });
  });

  it.each([
    ['GET', '/deviceManagement/termsAndConditions'],
    ['POST', '/$batch'],
    ['POST', '/subscriptions'],
    ['PUT', '/me/events'],
    ['GET', '/me/events/A/subject'],
    ['GET', '/me/sendMail'],
    ['GET', ''],
    ['GET', '/'],
    ['GET', 'https://graph.microsoft.com'],
    ['GET', `/me/${'a/'.repeat(5000)}`],
  ])('does not guess %s %s', (method, path) => {
    expect(findOperation(method, path)).toBeUndefined();
  });

  it('says that the method was assumed only where the path takes several', () => {
    expect(findOperation(null, '/me/events')).toMatchObject({ methodAssumed: true, operation: { method: 'GET' } });
    expect(findOperation(null, '/me/sendMail')).toMatchObject({ methodAssumed: false, operation: { method: 'POST' } });
  });

  it('takes /me from the delegated columns of /users/{id}', () => {
    const need = permissionNeed('POST', '/me/events');
    expect(need).toEqual({
      method: 'POST',
      operation: '/me/events',
      work: ['Calendars.ReadWrite'],
      personal: ['Calendars.ReadWrite'],
      app: [],
    });
    expect(permissionNeed('POST', '/users/a@b.c/events')?.app).toEqual(['Calendars.ReadWrite']);
  });

  it('looks into the imported table second', () => {
    const imported = permissionTable(
      'test',
      [
        { method: 'GET', operation: '/me/events', work: ['Wrong.Read'], personal: [], app: [] },
        { method: 'GET', operation: '/agreements/{id}', work: ['Agreement.Read.All'], personal: [], app: [] },
        { method: 'GET', operation: '/users/{id}/insights/used', work: ['Sites.Read.All'], personal: [], app: ['X.Y'] },
      ],
      [],
    );
    expect(permissionNeed('GET', '/me/events', imported)?.work[0]).toBe('Calendars.Read');
    expect(permissionNeed('GET', '/agreements/1', imported)?.work).toEqual(['Agreement.Read.All']);
    expect(permissionNeed('GET', '/me/insights/used', imported)).toMatchObject({
      operation: '/me/insights/used',
      app: [],
    });
    expect(permissionNeed('GET', '/agreements/1')).toBeNull();
  });

  it('never throws and stays quick on any path', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (path) => {
        findOperation(null, path);
      }),
      { numRuns: 300 },
    );
    expectWithin(200, () => {
      for (const piece of ['(', ')', "('", '/', ':/', 'microsoft.graph.', '%27', '{id}/', 'me/events/', 'users(']) {
        findOperation(null, `/users/${piece.repeat(Math.floor(4000 / piece.length))}`);
      }
    });
  });
});
