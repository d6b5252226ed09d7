import { ADMIN_OPERATIONS } from './admin-operations.ts';
import { CALENDAR_OPERATIONS } from './calendar-operations.ts';
import { DIRECTORY_OPERATIONS } from './directory-operations.ts';
import { FILES_OPERATIONS } from './files-operations.ts';
import { MAIL_OPERATIONS } from './mail-operations.ts';
import { operationsOf } from './operation-rows.ts';
import { PEOPLE_OPERATIONS } from './people-operations.ts';
import { ownPermissionKinds } from './permission-families.ts';
import { type PermissionTable, permissionTable } from './permission-table.ts';
import { PLANNER_AND_NOTES_OPERATIONS } from './planner-and-notes-operations.ts';
import { TEAMS_APPS_OPERATIONS } from './teams-apps-operations.ts';
import { TEAMS_OPERATIONS } from './teams-operations.ts';

let built: PermissionTable | undefined;

/** The table that the project carries, for what it is for: calendar, mail, contacts, people, Teams, files, and what administrators ask for. Built once. */
export function ownPermissions(): PermissionTable {
  built ??= permissionTable(
    'the table of why401',
    operationsOf([
      ...CALENDAR_OPERATIONS,
      ...MAIL_OPERATIONS,
      ...PEOPLE_OPERATIONS,
      ...TEAMS_OPERATIONS,
      ...TEAMS_APPS_OPERATIONS,
      ...FILES_OPERATIONS,
      ...PLANNER_AND_NOTES_OPERATIONS,
      ...ADMIN_OPERATIONS,
      ...DIRECTORY_OPERATIONS,
    ]),
    ownPermissionKinds(),
  );
  return built;
}
