import { operationSegments } from './operation-path.ts';
import { ownPermissions } from './own-permissions.ts';
import type { PermissionNeed } from './permission-need.ts';
import type { PermissionTable } from './permission-table.ts';

const NAMESPACE = 'microsoft.graph.';

/** The row of the table that a call meets. */
export interface FoundOperation {
  /** Its `app` is empty where the path begins with /me, whatever row it was taken from. */
  readonly operation: PermissionNeed;
  /** The row that it was taken from: `/me/events` is taken from `/users/{id}/events`. */
  readonly template: string;
  /**
   * True where no method was given and the path takes several: then it is the one for reading (GET), which needs the
   * least. What GET needs says nothing of a POST: a permission may then be called missing only for reading.
   */
  readonly methodAssumed: boolean;
}

/**
 * Which operation of Graph a request is. Looks into the project's own table, then into the imported one where there
 * is one. `undefined` where neither has it: then nothing is known of what it needs.
 *
 * @param method in any case; `null` where only an address was seen
 * @param path with or without host, version and query, for example `/v1.0/me/calendar/events?$top=5`
 */
export function findOperation(
  method: string | null,
  path: string,
  table?: PermissionTable,
): FoundOperation | undefined {
  const segments = operationSegments(path);
  if (segments === undefined) return undefined;
  const own = findIn(ownPermissions(), method, segments);
  return own ?? (table === undefined ? undefined : findIn(table, method, segments));
}

/**
 * What a request to Graph needs; `null` where the operation is in no table.
 * Without a method it is what reading needs, or the path's only method.
 */
export function permissionNeed(method: string | null, path: string, table?: PermissionTable): PermissionNeed | null {
  return findOperation(method, path, table)?.operation ?? null;
}

function findIn(
  table: PermissionTable,
  method: string | null,
  segments: readonly string[],
): FoundOperation | undefined {
  const literally = pickReading(table, method, segments);
  if (literally !== undefined) return literally;
  if (segments[0] === 'drive') {
    // The short form for the caller's own drive, and for an app the one of the root site.
    const drive = pickReading(table, method, ['sites', '{id}', ...segments]);
    if (drive === undefined) return undefined;
    return {
      ...drive,
      operation: { ...drive.operation, operation: drive.template.replace('/sites/{id}/drive', '/drive') },
    };
  }
  if (segments[0] !== 'me') return undefined;
  // /me is the person's own /users/{id}, without application permissions.
  const found = pickReading(table, method, ['users', '{id}', ...segments.slice(1)]);
  if (found === undefined) return undefined;
  const operation = { ...found.operation, operation: found.template.replace('/users/{id}', '/me'), app: [] };
  return { ...found, operation };
}

/** Looks for the literal path, and then for it read in the other ways that OData allows. */
function pickReading(
  table: PermissionTable,
  method: string | null,
  segments: readonly string[],
): FoundOperation | undefined {
  const literally = pick(table, method, segments);
  if (literally !== undefined) return literally;
  for (const candidate of otherReadings(segments)) {
    const found = pick(table, method, candidate);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The same path with namespaces, casts and ends left out. */
function otherReadings(segments: readonly string[]): (readonly string[])[] {
  const last = segments.at(-1);
  // The bytes, the number or the reference of something takes what the thing itself takes.
  const bare = last === '$value' || last === '$count' || last === '$ref' ? segments.slice(0, -1) : null;
  const others = bare === null ? [] : [bare];
  if (!segments.some((segment) => segment.startsWith(NAMESPACE))) return others;
  const plain = (bare === null ? [segments] : [segments, bare]).flatMap((one) => [
    one.map(withoutNamespace),
    one.filter((segment) => !segment.startsWith(NAMESPACE)),
  ]);
  return [...others, ...plain];
}

function withoutNamespace(segment: string): string {
  return segment.startsWith(NAMESPACE) ? segment.slice(NAMESPACE.length) : segment;
}

function pick(table: PermissionTable, method: string | null, segments: readonly string[]): FoundOperation | undefined {
  return pickBelow(trieOf(table), segments, 0, (template) => operationAt(table, template, method));
}

function operationAt(table: PermissionTable, template: string, method: string | null): FoundOperation | undefined {
  const methods = table.operations.get(template);
  if (methods === undefined) return undefined;
  if (method !== null) {
    const operation = methods.get(method.toUpperCase());
    return operation && { operation, template, methodAssumed: false };
  }
  const operation = methods.get('GET') ?? (methods.size === 1 ? [...methods.values()][0] : undefined);
  return operation && { operation, template, methodAssumed: methods.size > 1 };
}

/** Templates as a tree of segments. An id is matched by `{id}` after every literal has been tried. */
interface TemplateNode {
  template: string | null;
  readonly next: Map<string, TemplateNode>;
  /** Under any placeholder: `{id}`, or another name in an imported table. */
  any: TemplateNode | null;
}

const tries = new WeakMap<PermissionTable, TemplateNode>();

function trieOf(table: PermissionTable): TemplateNode {
  const known = tries.get(table);
  if (known !== undefined) return known;
  const root: TemplateNode = { template: null, next: new Map(), any: null };
  for (const template of table.operations.keys()) {
    let node = root;
    for (const segment of template.split('/')) {
      if (segment !== '') node = below(node, segment);
    }
    // Placeholders with other names may fall together; the first one stays.
    node.template ??= template;
  }
  tries.set(table, root);
  return root;
}

function below(node: TemplateNode, segment: string): TemplateNode {
  if (segment.startsWith('{') && segment.endsWith('}')) {
    node.any ??= { template: null, next: new Map(), any: null };
    return node.any;
  }
  let child = node.next.get(segment);
  if (child === undefined) {
    child = { template: null, next: new Map(), any: null };
    node.next.set(segment, child);
  }
  return child;
}

/**
 * What the first template that fits and is taken gives, the most literal first. The tree is finite and no deeper than a
 * path may be long.
 */
function pickBelow(
  node: TemplateNode,
  segments: readonly string[],
  at: number,
  take: (template: string) => FoundOperation | undefined,
): FoundOperation | undefined {
  if (at === segments.length) return node.template === null ? undefined : take(node.template);
  const segment = segments[at] ?? '';
  const literal = node.next.get(segment);
  const found = literal && pickBelow(literal, segments, at + 1, take);
  if (found !== undefined || node.any === null || !couldBeId(segment)) return found;
  return pickBelow(node.any, segments, at + 1, take);
}

/** Segments that are OData's own are never ids: `$value`, and functions with parameters. */
function couldBeId(segment: string): boolean {
  return !segment.startsWith('$') && !segment.includes('={value}');
}
