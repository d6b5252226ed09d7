import { GRAPH_ERROR_CODES } from '../codes/graph-error-codes.ts';
import { KNOWN_CODES } from '../evidence/api-error/known-codes.ts';
import { CHALLENGE_ERROR_NAMES, OAUTH_ERROR_NAMES } from '../evidence/oauth-error/names.ts';
import { ownPermissionKinds } from '../permissions/permission-families.ts';
import { shapeOf } from './lookalikes.ts';
import type { FindRepairs, Repair } from './repair.ts';

/** Shorter names are words of other languages, too. */
const SHORTEST = 8;
const FIELDS: readonly string[] = [
  'access_token',
  'correlation_id',
  'error_codes',
  'error_description',
  'error_uri',
  'grant_type',
  'redirect_uri',
  'refresh_token',
  'response_type',
  'trace_id',
];

let names: ReadonlyMap<string, string> | undefined;

/** Names by their shape; where two have the same, neither. */
function namesByShape(): ReadonlyMap<string, string> {
  if (names !== undefined) return names;
  const all = [
    ...GRAPH_ERROR_CODES,
    ...KNOWN_CODES,
    ...OAUTH_ERROR_NAMES,
    ...CHALLENGE_ERROR_NAMES,
    ...FIELDS,
    ...ownPermissionKinds().map(({ name }) => name),
  ].filter(({ length }) => length >= SHORTEST);
  const byShape = new Map<string, string>();
  const shared = new Set<string>();
  for (const name of new Set(all)) {
    const shape = shapeOf(name);
    if (byShape.has(shape)) shared.add(shape);
    byShape.set(shape, name);
  }
  for (const shape of shared) byShape.delete(shape);
  names = byShape;
  return byShape;
}

const NAME = /(?<![\w.|!-])[A-Za-z0-9|!][\w.|!-]{6,58}[A-Za-z0-9|!](?![\w|!-])/g;
/** A line below letters is lost easily: `"error": "invalid client"`, `invalid grant:`. In running text it stays a space. */
const SPACED = /(?<=["'`“]|[=:]\s?)([a-z]{2,20}(?:[ -][a-z]{2,20}){1,3})(?=["'`”:]|\s?$)/gm;

/**
 * Names of errors, fields and permissions: `lnvalidAuthenticationToken`, `Mail.ReadwWrite`. A name that only differs in
 * upper and lower case stays, for the readers do not mind.
 */
export const nameRepairs: FindRepairs = (text) => {
  const byShape = namesByShape();
  const repairs: Repair[] = [];
  for (const match of text.matchAll(NAME)) {
    const [read] = match;
    const name = byShape.get(shapeOf(read));
    if (name === undefined || name.toLowerCase() === read.toLowerCase()) continue;
    repairs.push({ kind: 'name', start: match.index, end: match.index + read.length, by: name });
  }
  for (const match of text.matchAll(SPACED)) {
    const [read] = match;
    const name = byShape.get(shapeOf(read.replaceAll(/[ -]/g, '_')));
    if (name === undefined || name !== read.replaceAll(/[ -]/g, '_')) continue;
    repairs.push({ kind: 'name', start: match.index, end: match.index + read.length, by: name });
  }
  return repairs.sort((a, b) => a.start - b.start);
};
