import type { PermissionNeed } from './permission-need.ts';

/** Who may consent: `user` means that an ordinary user may, `admin` that only an administrator may. */
export type Consent = 'user' | 'admin';

/** In which ways one permission can be granted. `null`: not in that way. */
export interface PermissionKind {
  /** As Microsoft spells it. */
  readonly name: string;
  /** Delegated, by a work or school account. */
  readonly delegated: Consent | null;
  /** Delegated, by a personal Microsoft account. */
  readonly personal: Consent | null;
  /** As an application permission. These always need an administrator. */
  readonly app: boolean;
}

/**
 * Operations of Microsoft Graph with what they need, and permission names with who may consent.
 * The project carries one (`OWN_PERMISSIONS`); an operator may import Microsoft's whole one.
 */
export interface PermissionTable {
  /** Where it comes from, for people. */
  readonly source: string;
  /** By template, for example `/users/{id}/events`; within it by method in upper case. */
  readonly operations: ReadonlyMap<string, ReadonlyMap<string, PermissionNeed>>;
  /** By name in lower case. */
  readonly kinds: ReadonlyMap<string, PermissionKind>;
}

/**
 * The file that an imported table is kept in, as JSON. Permissions stand in `operations` by their place in `kinds`,
 * which keeps the file at a third of what it would be.
 */
export interface PermissionFile {
  readonly format: 'why401-permissions';
  readonly version: 1;
  readonly source: string;
  /** ISO 8601 instant of the import. */
  readonly imported: string;
  /** Name, then delegated, personal and application consent as `u`, `a` or `-`: `["Calendars.Read", "uua"]`. */
  readonly kinds: readonly (readonly [string, string])[];
  /** `GET /users/{id}/events`, then work, personal and application as places in `kinds`. */
  readonly operations: Readonly<Record<string, readonly [readonly number[], readonly number[], readonly number[]]>>;
}

/** A permission file that cannot be used. The message names what is wrong with it and nothing of its content. */
export class PermissionFileError extends Error {
  readonly code = 'WHY401_PERMISSION_FILE';
  constructor(message: string) {
    super(message);
    this.name = 'PermissionFileError';
  }
}

/** Builds a table from operations and kinds. A later operation with the same method and template replaces an earlier one. */
export function permissionTable(
  source: string,
  operations: Iterable<PermissionNeed>,
  kinds: Iterable<PermissionKind>,
): PermissionTable {
  const byTemplate = new Map<string, Map<string, PermissionNeed>>();
  for (const operation of operations) {
    const methods = byTemplate.get(operation.operation);
    if (methods === undefined) byTemplate.set(operation.operation, new Map([[operation.method, operation]]));
    else methods.set(operation.method, operation);
  }
  const byName = new Map<string, PermissionKind>();
  for (const kind of kinds) byName.set(kind.name.toLowerCase(), kind);
  return { source, operations: byTemplate, kinds: byName };
}

/**
 * Reads the parsed JSON of a permission file.
 *
 * @throws {PermissionFileError} when it is not one, or is of a later version
 */
export function parsePermissionFile(data: unknown): PermissionTable {
  if (!isRecord(data) || data.format !== 'why401-permissions') {
    throw new PermissionFileError('not a permission table of why401; make one with: why401 permissions import FILE');
  }
  if (data.version !== 1) {
    throw new PermissionFileError('a permission table of another version; import it again');
  }
  const kinds = Array.isArray(data.kinds) ? data.kinds.map(parseKind) : [];
  if (kinds.length === 0 || !isRecord(data.operations)) {
    throw new PermissionFileError('an empty or damaged permission table; import it again');
  }
  const operations: PermissionNeed[] = [];
  for (const [key, ways] of Object.entries(data.operations)) {
    const gap = key.indexOf(' ');
    if (gap <= 0 || !Array.isArray(ways) || ways.length !== 3) {
      throw new PermissionFileError('a damaged permission table; import it again');
    }
    const [work, personal, app] = ways.map((places) => namesAt(places, kinds));
    operations.push({
      method: key.slice(0, gap),
      operation: key.slice(gap + 1),
      work: work ?? [],
      personal: personal ?? [],
      app: app ?? [],
    });
  }
  const source = typeof data.source === 'string' ? data.source : 'an imported table';
  return permissionTable(source, operations, kinds);
}

function parseKind(entry: unknown): PermissionKind {
  if (!Array.isArray(entry) || typeof entry[0] !== 'string' || typeof entry[1] !== 'string') {
    throw new PermissionFileError('a damaged permission table; import it again');
  }
  return kindOf(entry[0], entry[1]);
}

function namesAt(places: unknown, kinds: readonly PermissionKind[]): readonly string[] {
  if (!Array.isArray(places)) throw new PermissionFileError('a damaged permission table; import it again');
  return places.map((place: unknown) => {
    const kind = typeof place === 'number' ? kinds[place] : undefined;
    if (kind === undefined) throw new PermissionFileError('a damaged permission table; import it again');
    return kind.name;
  });
}

/** Reads a kind from its three letters: delegated, personal, application, each `u`, `a` or `-`. */
export function kindOf(name: string, letters: string): PermissionKind {
  return { name, delegated: consentOf(letters[0]), personal: consentOf(letters[1]), app: letters[2] === 'a' };
}

function consentOf(letter: string | undefined): Consent | null {
  return letter === 'u' ? 'user' : letter === 'a' ? 'admin' : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
