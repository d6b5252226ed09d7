import type { PermissionNeed } from './permission-need.ts';

/**
 * One line of the project's own table. Methods, templates and permissions are separated by spaces;
 * `[a|b]` in a template stands for both spellings, so that what holds for every calendar is written once.
 *
 * Permissions stand in the order in which to name them. Two things are put behind what Microsoft marks as least:
 * - `.ReadBasic` of calendars and mail, as it leaves out bodies and attachments, which nearly every caller wants
 *   (and the delegated Calendars.ReadBasic asks for an administrator, where Calendars.Read does not);
 * - resource-specific consent (`.Group`, `.Chat`), as it is granted by installing a Teams app and not on the
 *   page of API permissions where a reader would look for it.
 *
 * /me is left out where it takes the delegated permissions of /users/{id}.
 */
export type OperationRow = readonly [methods: string, templates: string, work: string, personal: string, app: string];

/** Writes the rows out, one operation each. */
export function operationsOf(rows: readonly OperationRow[]): PermissionNeed[] {
  const operations: PermissionNeed[] = [];
  for (const [methods, templates, work, personal, app] of rows) {
    const names = { work: words(work), personal: words(personal), app: words(app) };
    for (const template of words(templates).flatMap(spellings)) {
      for (const method of words(methods)) operations.push({ method, operation: template, ...names });
    }
  }
  return operations;
}

function words(text: string): string[] {
  return text.split(' ').filter((word) => word !== '');
}

function spellings(template: string): string[] {
  const open = template.indexOf('[');
  if (open < 0) return [template];
  const close = template.indexOf(']', open);
  const before = template.slice(0, open);
  const rests = spellings(template.slice(close + 1));
  return template
    .slice(open + 1, close)
    .split('|')
    .flatMap((choice) => rests.map((rest) => before + choice + rest));
}
