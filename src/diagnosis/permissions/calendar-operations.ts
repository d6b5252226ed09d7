import type { OperationRow } from './operation-rows.ts';

// Sources: learn.microsoft.com/graph/api/resources/calendar, .../event, .../place and the pages of each operation.
// Last compared with Microsoft's permission data of August 2026.

const READ = 'Calendars.Read Calendars.ReadBasic Calendars.ReadWrite';
const READ_APP = 'Calendars.Read Calendars.ReadBasic Calendars.ReadBasic.All Calendars.ReadWrite';
const READ_FULL = 'Calendars.Read Calendars.ReadWrite';
const WRITE = 'Calendars.ReadWrite';
const ANY = '/users/{id}/[calendar/|calendars/{id}/|calendargroups/{id}/calendars/{id}/|]';
const GROUP = '/groups/{id}/[calendar/|]';
const PLACES = 'Place.Read.All Place.ReadWrite.All';

export const CALENDAR_OPERATIONS: readonly OperationRow[] = [
  ['GET', '/users/{id}/[calendar|calendars|calendars/{id}]', READ, READ, READ_APP],
  ['GET', '/users/{id}/calendargroups[|/{id}|/{id}/calendars|/{id}/calendars/{id}]', READ, READ, READ_APP],
  ['POST', '/users/{id}/[calendars|calendargroups|calendargroups/{id}/calendars]', WRITE, WRITE, WRITE],
  ['PATCH', '/users/{id}/calendar', WRITE, WRITE, WRITE],
  [
    'PATCH DELETE',
    '/users/{id}/[calendars/{id}|calendargroups/{id}|calendargroups/{id}/calendars/{id}]',
    WRITE,
    WRITE,
    WRITE,
  ],
  ['GET', `${ANY}events[|/delta|/{id}|/{id}/instances]`, READ, READ, READ_APP],
  ['GET', `${ANY}calendarview[|/delta]`, READ, READ, READ_APP],
  ['POST', `${ANY}events`, WRITE, WRITE, WRITE],
  ['PATCH DELETE', `${ANY}events/{id}`, WRITE, WRITE, WRITE],
  [
    'POST',
    `${ANY}events/{id}/[accept|decline|tentativelyaccept|cancel|snoozereminder|dismissreminder|permanentdelete]`,
    WRITE,
    WRITE,
    WRITE,
  ],
  ['POST', `${ANY}events/{id}/forward`, READ_FULL, READ_FULL, READ_FULL],
  ['GET', `${ANY}events/{id}/attachments[|/{id}]`, READ_FULL, READ_FULL, READ_FULL],
  ['POST', `${ANY}events/{id}/attachments[|/createuploadsession]`, WRITE, WRITE, WRITE],
  ['DELETE', `${ANY}events/{id}/attachments/{id}`, WRITE, WRITE, WRITE],
  ['GET', '/users/{id}/[calendar|calendars/{id}]/calendarpermissions[|/{id}]', READ, READ, READ_APP],
  ['POST', '/users/{id}/[calendar|calendars/{id}]/calendarpermissions', WRITE, WRITE, WRITE],
  ['PATCH DELETE', '/users/{id}/[calendar|calendars/{id}]/calendarpermissions/{id}', WRITE, WRITE, WRITE],
  ['GET', '/users/{id}/reminderview(startdatetime={value},enddatetime={value})', READ, READ, READ_APP],
  // Free and busy times, and meeting suggestions: work and school accounts only.
  ['POST', '/users/{id}/[calendar|calendars/{id}]/getschedule', READ, '', READ_APP],
  ['POST', '/users/{id}/findmeetingtimes', 'Calendars.Read.Shared Calendars.ReadWrite.Shared', '', ''],
  // Calendars of Microsoft 365 groups: most of them take no application permission.
  [
    'GET',
    `${GROUP}events /groups/{id}/calendar/calendarview /groups/{id}/calendar`,
    'Group.Read.All Group.ReadWrite.All',
    '',
    '',
  ],
  ['GET', '/groups/{id}/calendarview', `Group.Read.All Group.ReadWrite.All ${READ}`, READ, READ_APP],
  ['POST', `${GROUP}events`, 'Group.ReadWrite.All', '', ''],
  ['GET', `${GROUP}events/{id}`, `${READ} Group.Read.All Group.ReadWrite.All`, READ, READ_APP],
  ['PATCH DELETE', `${GROUP}events/{id}`, `${WRITE} Group.ReadWrite.All`, WRITE, WRITE],
  // Rooms.
  ['GET', '/places/{id} /places/microsoft.graph.[room|roomlist|workspace]', PLACES, '', PLACES],
  ['GET', '/places/{id}/microsoft.graph.roomlist/[rooms|workspaces]', PLACES, '', PLACES],
  ['PATCH', '/places/{id}', 'Place.ReadWrite.All', '', 'Place.ReadWrite.All'],
  ['GET', '/me/[findroomlists|findrooms]', 'User.Read User.ReadBasic.All User.Read.All', '', ''],
  [
    'GET',
    '/users/{id}/[findroomlists|findrooms|findrooms(roomlist={value})]',
    'User.ReadBasic.All User.Read.All',
    '',
    'User.Read.All User.ReadBasic.All',
  ],
];
