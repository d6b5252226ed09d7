import { operationSegments } from '../diagnosis/permissions/operation-path.ts';
import { type PermissionFile, PermissionFileError } from '../diagnosis/permissions/permission-table.ts';

/**
 * Microsoft's published file: permissions/new/permissions.json of microsoftgraph/microsoft-graph-devx-content.
 * Its form is that of github.com/microsoftgraph/kibali: permissions by name, each with the schemes it exists in and
 * the sets of paths and methods that it opens. A path's text marks the schemes in which it is the least privileged:
 * `least=DelegatedWork,Application`. `alsoRequires=` is passed over: such a permission is then held for enough by
 * itself, which may leave a missing one unnamed and never names a wrong one.
 */
const SCHEMES = ['DelegatedWork', 'DelegatedPersonal', 'Application'] as const;
type Scheme = (typeof SCHEMES)[number];

interface Grant {
  readonly place: number;
  readonly name: string;
  readonly least: boolean;
  /** Consented when a Teams app is installed (resource-specific consent), not in Entra ID. */
  readonly onInstallation: boolean;
  /** 1 to 5 by Microsoft; 9 where it says nothing. */
  readonly privilege: number;
  readonly writes: boolean;
}

type Ways = Record<Scheme, Map<string, Grant>>;

/**
 * Turns Microsoft's file into the project's.
 *
 * @param document the parsed JSON
 * @param about where it was read from, and when, ISO 8601
 * @throws {PermissionFileError} where the document is not of that form
 */
export function permissionFileFrom(
  document: unknown,
  about: { readonly source: string; readonly imported: string },
): PermissionFile {
  const permissions = isRecord(document) ? document.permissions : undefined;
  if (!isRecord(permissions)) {
    throw new PermissionFileError(
      "not Microsoft's permissions.json: it has no permissions in it (take permissions/new/permissions.json of microsoftgraph/microsoft-graph-devx-content)",
    );
  }
  const kinds: [string, string][] = [];
  const operations = new Map<string, Ways>();
  for (const [name, permission] of Object.entries(permissions)) {
    if (!isRecord(permission) || !isRecord(permission.schemes)) continue;
    const schemes = permission.schemes;
    const place = kinds.push([name, SCHEMES.map((scheme) => letterOf(schemes[scheme], scheme)).join('')]) - 1;
    addPaths(operations, permission, schemes, name, place);
  }
  if (operations.size === 0) {
    throw new PermissionFileError("not Microsoft's permissions.json: none of its permissions opens a path");
  }
  return {
    format: 'why401-permissions',
    version: 1,
    ...about,
    kinds,
    operations: Object.fromEntries(
      [...operations].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, ways]) => [key, placesOf(key, ways)]),
    ),
  };
}

function addPaths(
  operations: Map<string, Ways>,
  permission: Record<string, unknown>,
  schemes: Record<string, unknown>,
  name: string,
  place: number,
): void {
  const onInstallation = permission.authorizationType === 'RSC';
  const writes = !/\.Read(?:Basic)?(?:\.|$)/.test(name);
  for (const set of listOf(permission.pathSets)) {
    if (!isRecord(set) || !isRecord(set.paths)) continue;
    const methods = textsOf(set.methods);
    const keys = textsOf(set.schemeKeys);
    for (const [path, marks] of Object.entries(set.paths)) {
      const template = templateOf(path);
      if (template === undefined) continue;
      const least = leastSchemes(marks);
      for (const scheme of SCHEMES) {
        if (!keys.includes(scheme) || !isRecord(schemes[scheme])) continue;
        // Published rows of /me name application permissions too; an app without a user has no /me.
        if (scheme === 'Application' && (template === '/me' || template.startsWith('/me/'))) continue;
        const level = schemes[scheme].privilegeLevel;
        const privilege = typeof level === 'number' ? level : 9;
        for (const method of methods) {
          const ways = waysOf(operations, `${method.toUpperCase()} ${template}`);
          const before = ways[scheme].get(name);
          const isLeast = before?.least === true || least.has(scheme);
          ways[scheme].set(name, { place, name, least: isLeast, onInstallation, privilege, writes });
        }
      }
    }
  }
}

function waysOf(operations: Map<string, Ways>, key: string): Ways {
  let ways = operations.get(key);
  if (ways === undefined) {
    ways = { DelegatedWork: new Map(), DelegatedPersonal: new Map(), Application: new Map() };
    operations.set(key, ways);
  }
  return ways;
}

function placesOf(key: string, ways: Ways): readonly [number[], number[], number[]] {
  const reading = key.startsWith('GET ');
  const inOrder = (scheme: Scheme): number[] =>
    [...ways[scheme].values()].sort((a, b) => byPrivilege(a, b, reading)).map((grant) => grant.place);
  return [inOrder('DelegatedWork'), inOrder('DelegatedPersonal'), inOrder('Application')];
}

/** What is granted in Entra ID first, then what is marked least (for reading only where it does not write), then the narrower. */
function byPrivilege(a: Grant, b: Grant, reading: boolean): number {
  const rank = (grant: Grant): number => (grant.least && !(reading && grant.writes) ? 0 : 1);
  return (
    Number(a.onInstallation) - Number(b.onInstallation) ||
    rank(a) - rank(b) ||
    a.privilege - b.privilege ||
    Number(a.writes) - Number(b.writes) ||
    (a.name < b.name ? -1 : 1)
  );
}

/** In the form in which requests are looked up, with `{id}` for every placeholder but parameters. */
function templateOf(path: string): string | undefined {
  const segments = operationSegments(path.replaceAll(' ', ''));
  if (segments === undefined) return undefined;
  return `/${segments.map((one) => (one.startsWith('{') && one.endsWith('}') ? '{id}' : one)).join('/')}`;
}

function leastSchemes(marks: unknown): ReadonlySet<string> {
  const found = new Set<string>();
  if (typeof marks !== 'string') return found;
  for (const mark of marks.split(';')) {
    const [key, value = ''] = mark.trim().split('=');
    if (key?.toLowerCase() !== 'least') continue;
    for (const scheme of value.split(',')) {
      found.add(scheme.trim());
      // An older spelling for both kinds of accounts.
      if (scheme.trim() === 'Delegated') found.add('DelegatedWork').add('DelegatedPersonal');
    }
  }
  return found;
}

function letterOf(scheme: unknown, name: Scheme): string {
  if (!isRecord(scheme)) return '-';
  // Left out means true (kibali's schema); application permissions always need an administrator.
  return name === 'Application' || scheme.requiresAdminConsent !== false ? 'a' : 'u';
}

function textsOf(value: unknown): string[] {
  return listOf(value).filter((one) => typeof one === 'string');
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
