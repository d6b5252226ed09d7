import type { OperationRow } from './operation-rows.ts';

// Sources: learn.microsoft.com/graph/api/resources/planner-overview, .../onenote-api-overview, .../booking-api-overview,
// learn.microsoft.com/graph/integrate-with-onenote.
// Last compared with Microsoft's permission data of August 2026.

const PLANS_WRITE = 'Tasks.ReadWrite Group.ReadWrite.All';
const PLANS = 'Tasks.Read Group.Read.All Tasks.ReadWrite Group.ReadWrite.All';
const PLANS_APP = 'Tasks.Read.All Tasks.ReadWrite.All';
const PLANS_WRITE_APP = 'Tasks.ReadWrite.All';
const PAGES = 'Notes.Read Notes.Read.All Notes.ReadWrite Notes.ReadWrite.All';
const PAGES_PERSONAL = 'Notes.Read Notes.ReadWrite';
const NOTEBOOKS = `${PAGES} Notes.Create`;
const NOTES_WRITE = 'Notes.Create Notes.ReadWrite Notes.ReadWrite.All';
const ONENOTE = '[/users/{id}|/groups/{id}|/sites/{id}]/onenote';
const BOOKINGS = 'Bookings.Read.All Bookings.ReadWrite.All Bookings.Manage.All';
const APPOINTMENTS = `${BOOKINGS} BookingsAppointment.ReadWrite.All`;

export const PLANNER_AND_NOTES_OPERATIONS: readonly OperationRow[] = [
  // Planner knows no personal account.
  ['GET', '/planner/plans/{id}[|/tasks|/buckets|/details]', PLANS, '', PLANS_APP],
  ['GET', '/planner/[tasks|buckets]/{id} /planner/tasks/{id}/details /groups/{id}/planner/plans', PLANS, '', PLANS_APP],
  ['POST', '/planner/[plans|tasks|buckets]', PLANS_WRITE, '', PLANS_WRITE_APP],
  ['PATCH DELETE', '/planner/[plans|tasks|buckets]/{id}', PLANS_WRITE, '', PLANS_WRITE_APP],
  // OneNote takes no app that signs in as itself since 31 March 2025, though its permissions still stand in the portal.
  ['GET', `${ONENOTE}/[notebooks|sections]`, NOTEBOOKS, `${PAGES_PERSONAL} Notes.Create`, ''],
  ['GET', `${ONENOTE}/pages`, PAGES, PAGES_PERSONAL, ''],
  ['POST', `${ONENOTE}/[notebooks|sections/{id}/pages]`, NOTES_WRITE, 'Notes.Create Notes.ReadWrite', ''],
  // Bookings.
  ['GET', '/solutions/bookingbusinesses', APPOINTMENTS, '', BOOKINGS],
  ['GET', '/solutions/bookingbusinesses/{id}/appointments', APPOINTMENTS, '', APPOINTMENTS],
];
