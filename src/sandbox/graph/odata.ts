import { badRequest } from './graph-error.ts';

const METADATA = 'https://graph.microsoft.com/v1.0/$metadata#';

/** `@odata.context` of an answer. */
export function contextOf(set: string, query: URLSearchParams): string {
  const select = query.get('$select');
  return `${METADATA}${set}${select === null ? '' : `(${select.replaceAll(' ', '')})`}`;
}

/** Applies `$select`; annotations and the id stay, as with Graph. */
export function selected(entity: Record<string, unknown>, query: URLSearchParams): Record<string, unknown> {
  const select = query.get('$select');
  if (select === null || select.trim() === '') return entity;
  const wanted = new Set(select.split(',').map((name) => name.trim()));
  return Object.fromEntries(
    Object.entries(entity).filter(([name]) => name.startsWith('@') || name === 'id' || wanted.has(name)),
  );
}

/** @throws GraphError 400 for a `$top` that is no number of items */
export function pageSize(query: URLSearchParams, usual: number, most: number): number {
  const top = query.get('$top');
  if (top === null) return usual;
  if (!/^\d{1,5}$/.test(top) || Number(top) < 1)
    throw badRequest(
      'BadRequest',
      `Invalid value '${top.slice(0, 20)}' for $top query option found. The $top query option requires a non-negative integer value.`,
    );
  return Math.min(Number(top), most);
}

/** How many items come before the page. */
export function skipped(query: URLSearchParams): number {
  const skip = query.get('$skip') ?? '0';
  return /^\d{1,6}$/.test(skip) ? Number(skip) : 0;
}
