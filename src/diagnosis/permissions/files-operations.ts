import type { OperationRow } from './operation-rows.ts';

// Sources: learn.microsoft.com/graph/api/resources/todo-overview, .../driveitem, .../site.
// Last compared with Microsoft's permission data of August 2026.

const TASKS = 'Tasks.Read Tasks.ReadWrite';
const TASKS_WRITE = 'Tasks.ReadWrite';
const TASKS_APP = 'Tasks.Read.All Tasks.ReadWrite.All';
const TASKS_WRITE_APP = 'Tasks.ReadWrite.All';
const FILES = 'Files.Read Files.ReadWrite Files.Read.All Files.ReadWrite.All Sites.Read.All Sites.ReadWrite.All';
const FILES_PERSONAL = 'Files.Read Files.ReadWrite Files.Read.All Files.ReadWrite.All';
const FILES_APP = 'Files.Read.All Files.ReadWrite.All Sites.Read.All Sites.ReadWrite.All';
const FILES_WRITE = 'Files.ReadWrite Files.ReadWrite.All Sites.ReadWrite.All';
const FILES_WRITE_PERSONAL = 'Files.ReadWrite Files.ReadWrite.All';
const FILES_WRITE_APP = 'Files.ReadWrite.All Sites.ReadWrite.All';
const DRIVE = '[/users/{id}/drive|/groups/{id}/drive|/sites/{id}/drive|/drives/{id}]';
const SITES = 'Sites.Read.All Sites.ReadWrite.All';
const SITES_WRITE = 'Sites.ReadWrite.All';

export const FILES_OPERATIONS: readonly OperationRow[] = [
  // To Do.
  ['GET', '/users/{id}/todo/lists[|/{id}|/{id}/tasks|/{id}/tasks/{id}|/{id}/tasks/delta]', TASKS, TASKS, TASKS_APP],
  ['POST', '/users/{id}/todo/lists[|/{id}/tasks]', TASKS_WRITE, TASKS_WRITE, TASKS_WRITE_APP],
  ['PATCH DELETE', '/users/{id}/todo/lists/{id}/tasks/{id}', TASKS_WRITE, TASKS_WRITE, TASKS_WRITE_APP],
  ['PATCH', '/users/{id}/todo/lists/{id}', TASKS_WRITE, TASKS_WRITE, TASKS_WRITE_APP],
  ['GET', '/users/{id}/planner/tasks', `${TASKS} Group.Read.All Group.ReadWrite.All`, '', TASKS_APP],
  // Drives. A path such as root:/a/b.txt:/content is looked up as items/{id}/content.
  ['GET', '[/users/{id}|/groups/{id}|/sites/{id}]/[drive|drives] /drives/{id}', FILES, FILES_PERSONAL, FILES_APP],
  ['GET', `${DRIVE}/root[|/children|/delta|/search(q={value})]`, FILES, FILES_PERSONAL, FILES_APP],
  ['GET', `${DRIVE}/items/{id}[|/children|/content|/permissions]`, FILES, FILES_PERSONAL, FILES_APP],
  ['GET', '/users/{id}/drive/recent', FILES, FILES_PERSONAL, FILES_APP],
  [
    'GET',
    '/users/{id}/drive/sharedwithme',
    'Files.Read.All Files.ReadWrite.All Sites.Read.All Sites.ReadWrite.All',
    'Files.Read.All Files.ReadWrite.All',
    FILES_APP,
  ],
  ['POST', `${DRIVE}/root/children`, FILES_WRITE, FILES_WRITE_PERSONAL, FILES_WRITE_APP],
  [
    'POST',
    `${DRIVE}/items/{id}/[children|copy|createlink|createuploadsession|invite|checkin|checkout]`,
    FILES_WRITE,
    FILES_WRITE_PERSONAL,
    FILES_WRITE_APP,
  ],
  ['PUT', `${DRIVE}/items/{id}/content`, FILES_WRITE, FILES_WRITE_PERSONAL, FILES_WRITE_APP],
  ['PATCH DELETE', `${DRIVE}/items/{id}`, FILES_WRITE, FILES_WRITE_PERSONAL, FILES_WRITE_APP],
  // SharePoint sites and lists.
  [
    'GET',
    '/sites[|/{id}|/{id}/lists|/{id}/lists/{id}|/{id}/lists/{id}/items|/{id}/lists/{id}/items/{id}]',
    SITES,
    '',
    SITES,
  ],
  // Who may open the site with Sites.Selected.
  ['GET', '/sites/{id}/permissions', 'Sites.FullControl.All', '', 'Sites.FullControl.All'],
  ['POST', '/sites/{id}/permissions', '', '', 'Sites.FullControl.All'],
  ['GET PATCH DELETE', '/sites/{id}/permissions/{id}', '', '', 'Sites.FullControl.All'],
  ['POST', '/sites/{id}/lists/{id}/items', SITES_WRITE, '', SITES_WRITE],
  ['PATCH DELETE', '/sites/{id}/lists/{id}/items/{id}', SITES_WRITE, '', SITES_WRITE],
  ['PATCH', '/sites/{id}/lists/{id}/items/{id}/fields', SITES_WRITE, '', SITES_WRITE],
  ['POST', '/sites/{id}/lists', 'Sites.Manage.All', '', `Sites.Manage.All ${SITES_WRITE}`],
  ['GET', '/sites/{id}/pages /groups/{id}/sites/root', SITES, '', SITES],
  ['POST', '/sites/{id}/pages', SITES_WRITE, '', SITES_WRITE],
];
