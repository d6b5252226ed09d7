import type { OperationRow } from './operation-rows.ts';

// Sources: learn.microsoft.com/graph/api/resources/planner-overview, .../onenote-api-overview, .../booking-api-overview.
// Last compared with Microsoft's permission data of August 2026.

const PLANS_WRITE = 'Tasks.ReadWrite Group.ReadWrite.All';
const PLANS = 'Tasks.Read Group.Read.All Tasks.ReadWrite Group.ReadWrite.All';
const PLANS_APP = 'Tasks.Read.All Tasks.ReadWrite.All';
const PLANS_WRITE_APP = 'Tasks.ReadWrite.All';
const PAGES = 'Notes.Read Notes.Read.All Notes.ReadWrite Notes.ReadWrite.All';
const PAGES_PERSONAL = 'Notes.Read Notes.ReadWrite';
const NOTEBOOKS = `${PAGES} Notes.Create`;
const NOTES_APP = 'Notes.Read.All Notes.ReadWrite.All';
const NOTES_WRITE = 'Notes.Create Notes.ReadWrite Notes.ReadWrite.All';
const NOTES_WRITE_APP = 'Notes.ReadWrite.All';
const ONENOTE = '[/users/{id}|/groups/{id}|/sites/{id}]/onenote';
const BOOKINGS = 'Bookings.Read.All Bookings.ReadWrite.All Bookings.Manage.All';
const APPOINTMENTS = `${BOOKINGS} BookingsAppointment.ReadWrite.All`;

export const PLANNER_AND_NOTES_OPERATIONS: readonly OperationRow[] = [
  // Planner knows no personal account.
  ['GET', '/planner/plans/{id}[|/tasks|/buckets|/details]', PLANS, '', PLANS_APP],
  ['GET', '/planner/[tasks|buckets]/{id} /planner/tasks/{id}/details /groups/{id}/planner/plans', PLANS, '', PLANS_APP],
  ['POST', '/planner/[plans|tasks|buckets]', PLANS_WRITE, '', PLANS_WRITE_APP],
  ['PATCH DELETE', '/planner/[plans|tasks|buckets]/{id}', PLANS_WRITE, '', PLANS_WRITE_APP],
  // OneNote.
  ['GET', `${ONENOTE}/[notebooks|sections]`, NOTEBOOKS, `${PAGES_PERSONAL} Notes.Create`, NOTES_APP],
  ['GET', `${ONENOTE}/pages`, PAGES, PAGES_PERSONAL, NOTES_APP],
  ['POST', `${ONENOTE}/[notebooks|sections/{id}/pages]`, NOTES_WRITE, 'Notes.Create Notes.ReadWrite', NOTES_WRITE_APP],
  // Bookings.
  ['GET', '/solutions/bookingbusinesses', APPOINTMENTS, '', BOOKINGS],
  ['GET', '/solutions/bookingbusinesses/{id}/appointments', APPOINTMENTS, '', APPOINTMENTS],
];
