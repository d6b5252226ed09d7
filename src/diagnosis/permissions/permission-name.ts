import { bareName } from './grant-covers.ts';
import { ownPermissions } from './own-permissions.ts';
import { wholeFamilies } from './permission-families.ts';
import type { PermissionKind, PermissionTable } from './permission-table.ts';

/** No permission has a longer name; the bound keeps a hostile one cheap. */
const LONGEST_NAME = 80;

/**
 * Who may consent to a permission of Microsoft Graph, and in which ways it can be granted.
 * `null` where the name is in no table.
 *
 * @param name in any case, with or without `https://graph.microsoft.com/`
 */
export function permissionKind(name: string, table?: PermissionTable): PermissionKind | null {
  const bare = bareName(name);
  return ownPermissions().kinds.get(bare) ?? table?.kinds.get(bare) ?? null;
}

/**
 * Whether Graph has a permission of this name. `null` where that is not known: the project's own table holds whole
 * families (`Mail`, `Calendars`, …) but not all of them; an imported one holds all.
 */
export function permissionExists(name: string, table?: PermissionTable): boolean | null {
  if (permissionKind(name, table) !== null) return true;
  if (table !== undefined) return false;
  return families().has(familyOf(bareName(name))) ? false : null;
}

/**
 * The permission that a wrong name was probably meant to be, as Microsoft spells it: `Calendar.Read` → `Calendars.Read`,
 * `Mail.Read.All` → `Mail.Read`. `null` where none is near, or where the name is right.
 */
export function nearestPermission(name: string, table?: PermissionTable): string | null {
  const bare = bareName(name);
  if (bare === '' || bare.length > LONGEST_NAME || permissionKind(bare, table) !== null) return null;
  return withoutWrongEnd(bare, table) ?? closest(bare, table);
}

/** An ending that the family does not have, such as .All for a mailbox, is the commonest mistake. */
function withoutWrongEnd(bare: string, table: PermissionTable | undefined): string | null {
  const shorter = bare.slice(0, bare.lastIndexOf('.'));
  return shorter.includes('.') ? (permissionKind(shorter, table)?.name ?? null) : null;
}

function closest(bare: string, table: PermissionTable | undefined): string | null {
  const farthest = Math.min(3, Math.floor(bare.length / 4));
  let best: string | null = null;
  let least = farthest + 1;
  for (const kinds of [ownPermissions().kinds, table?.kinds]) {
    for (const [known, kind] of kinds ?? []) {
      if (Math.abs(known.length - bare.length) >= least) continue;
      const steps = editSteps(bare, known, least);
      if (steps < least) {
        least = steps;
        best = kind.name;
      }
    }
  }
  return best;
}

/** Insertions, deletions, replacements and swaps of neighbours from one text to the other; `limit` where it is that many or more. */
function editSteps(from: string, to: string, limit: number): number {
  let before: number[] = [];
  let above = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row++) {
    const line = [row];
    let smallest = row;
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1];
      let steps = Math.min(
        (above[column] ?? limit) + 1,
        (line[column - 1] ?? limit) + 1,
        (above[column - 1] ?? limit) + (same ? 0 : 1),
      );
      if (row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]) {
        steps = Math.min(steps, (before[column - 2] ?? limit) + 1);
      }
      line.push(steps);
      smallest = Math.min(smallest, steps);
    }
    if (smallest >= limit) return limit;
    before = above;
    above = line;
  }
  return above[to.length] ?? limit;
}

let ownFamilies: ReadonlySet<string> | undefined;

function families(): ReadonlySet<string> {
  ownFamilies ??= wholeFamilies();
  return ownFamilies;
}

function familyOf(bare: string): string {
  const dot = bare.indexOf('.');
  return dot < 0 ? '' : bare.slice(0, dot);
}
