import { CALENDAR_OPERATIONS } from './calendar.ts';
import { DIRECTORY_OPERATIONS } from './directory.ts';
import { EVENT_OPERATIONS } from './events.ts';
import type { Operation } from './graph-call.ts';
import { badRequest, GraphError } from './graph-error.ts';

const OPERATIONS: readonly Operation[] = [...DIRECTORY_OPERATIONS, ...CALENDAR_OPERATIONS, ...EVENT_OPERATIONS];

/** What a path below `/v1.0` names. */
export type Target =
  | { readonly kind: 'users' }
  | { readonly kind: 'owned'; readonly owner: 'me' | { readonly id: string }; readonly rest: readonly string[] };

/** @throws GraphError 400 for an address that the sandbox's Graph does not have */
export function targetOf(segments: readonly string[]): Target {
  const [root = '', second, ...rest] = segments;
  if (root.toLowerCase() === 'me') return { kind: 'owned', owner: 'me', rest: segments.slice(1) };
  if (root.toLowerCase() === 'users' && second === undefined) return { kind: 'users' };
  if (root.toLowerCase() === 'users' && second !== undefined) return { kind: 'owned', owner: { id: second }, rest };
  throw unknownSegment(root);
}

/**
 * @throws GraphError 400 for an unknown path, 405 for a method that a known path does not take
 */
export function findOperation(
  method: string,
  rest: readonly string[],
): { readonly operation: Operation; readonly ids: readonly string[] } {
  let known = false;
  for (const operation of OPERATIONS) {
    const ids = matched(operation.path, rest);
    if (ids === undefined) continue;
    if (operation.method === method) return { operation, ids };
    known = true;
  }
  if (known) {
    throw new GraphError(405, 'Request_BadRequest', 'Specified HTTP method is not allowed for the request target.');
  }
  throw unknownSegment(rest.find((segment) => !isKnownWord(segment)) ?? rest.at(-1) ?? '');
}

function matched(template: string, rest: readonly string[]): string[] | undefined {
  const wanted = template === '' ? [] : template.split('/');
  if (wanted.length !== rest.length) return undefined;
  const ids: string[] = [];
  for (const [index, part] of wanted.entries()) {
    const segment = rest[index] ?? '';
    if (part === '{id}') ids.push(segment);
    else if (part !== segment.toLowerCase().replace(/^microsoft\.graph\./, '')) return undefined;
  }
  return ids;
}

function isKnownWord(segment: string): boolean {
  const word = segment.toLowerCase();
  return OPERATIONS.some((operation) => operation.path.split('/').includes(word));
}

function unknownSegment(segment: string): GraphError {
  return badRequest('BadRequest', `Resource not found for the segment '${segment.slice(0, 80)}'.`);
}
