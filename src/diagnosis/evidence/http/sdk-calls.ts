import { type Literal, literal, literals } from '../../text/literal-filter.ts';
import type { MappedText } from '../../text/mapped-text.ts';
import { placesOf } from '../occurrences.ts';
import { readTarget } from './address.ts';
import { ACTIONS, GRAPH, ROOTS, SPELLINGS, VERBS } from './graph-names.ts';
import { methodOf } from './methods.ts';
import type { SeenRequest } from './seen-request.ts';
import { isWordCode } from './status-words.ts';

const GRAPH_WORD = literal('graph');
const API_CALL = literal('.api(');
const CLIENTS = literals('client', '$graph', 'graph');
const POWERSHELL = literal('invoke-mggraphrequest');
const MOST_SEGMENTS = 12;
/** A mailbox that the program names itself. */
const ADDRESS = /^["'`]([\w.+-]{1,64}@[\w.-]{3,100})["'`]$/;

const OBJECT_ID = /^["'`]([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})["'`]$/i;

// client.me, graphClient.Me, graph_client.users, graphServiceClient.me(), $graph->me(), _graphServiceClient?.Users
const ROOT = /(?:\([\w., ]{0,80}\))?[ \t]{0,3}(?:\s{0,40}(?:\?\.|\.|->))\s{0,40}(?!microsoft)([a-z][a-z_]{1,30})\b/iy;
/** Other SDKs have these as well, but not with what follows: alone they name a path. */
const BY_THEMSELVES = new Set(['me', 'users', 'groups']);
const SEGMENT = /\s{0,80}(?:\?\.|!\.|\.|->)\s{0,8}([A-Za-z_]\w{0,60})/y;
const ARGUMENTS = /[ \t]{0,2}\(([^()\n]{0,160}|[^()\n]{0,80}\([^()\n]{0,60}\)[^()\n]{0,40})\)/y;
const OPEN_CALL = /[ \t]{0,2}\(/y;
const INDEX = /[ \t]{0,2}\[([^\]\n]{0,160})\]/y;
const API = /\(\s{0,10}[f$@]?(["'`])/y;
const API_VERB = /\.\s{0,8}(get|post|put|patch|update|delete)\s{0,3}\(/i;

/** Builders that add nothing to the path. */
const SILENT =
  /^(?:request|build_?request|select|top|filter|expand|order_?by|header|query|skip|count|version|to_?get_?request_?information)$/i;

const SEGMENT_NAMES: ReadonlySet<string> = new Set([
  'calendar',
  'calendars',
  'contacts',
  'drive',
  'events',
  'instances',
  'manager',
  'members',
  'messages',
  'owners',
  'people',
  'photo',
  'planner',
  'todo',
  'lists',
  'tasks',
  'attachments',
  'accept',
  'decline',
  'cancel',
  'authentication',
  'buckets',
  'channels',
  'chats',
  'children',
  'columns',
  'directory',
  'incidents',
  'items',
  'methods',
  'notebooks',
  'onenote',
  'pages',
  'permissions',
  'plans',
  'policies',
  'presence',
  'recordings',
  'replies',
  'root',
  'schedule',
  'sections',
  'shifts',
  'tabs',
  'teamwork',
  'transcripts',
  ...Object.keys(SPELLINGS),
]);

/**
 * Reads calls of Graph SDKs that name a path without doubt: `graphClient.Me.Events.GetAsync()`,
 * `client.users.by_user_id(id).events.post(body)`, `client.api('/me/events').get()`, Invoke-MgGraphRequest.
 * A paste that never mentions Graph has none: other SDKs have a `client.users` too.
 */
export function readSdkCalls(source: MappedText, most: number): SeenRequest[] {
  const found: SeenRequest[] = [];
  if (!holds(source, GRAPH_WORD) && !holds(source, API_CALL)) return found;
  const { text } = source;
  for (const at of placesOf(source, API_CALL)) {
    if (found.length >= most) break;
    const call = readApiCall(text, at);
    if (call !== undefined) found.push(call);
  }
  for (const name of CLIENTS) {
    for (const at of placesOf(source, name)) {
      if (found.length >= 2 * most) break;
      const call = readFluentCall(text, at, at + name.text.length);
      if (call !== undefined) found.push(call);
    }
  }
  for (const at of placesOf(source, POWERSHELL)) {
    if (found.length >= 3 * most) break;
    const call = readPowerShellCall(text, at);
    if (call !== undefined) found.push(call);
  }
  return found;
}

function holds(source: MappedText, mark: Literal): boolean {
  return source.mayHold(mark) && source.lower.includes(mark.text);
}

/** `client.api('/me/events').post(event)` of microsoft-graph-client. */
function readApiCall(text: string, at: number): SeenRequest | undefined {
  API.lastIndex = at + '.api'.length;
  if (!API.test(text)) return undefined;
  const pathAt = API.lastIndex;
  const first = text[pathAt] ?? '';
  if (first !== '/' && !/^(?:me|users|groups)\b/.test(text.slice(pathAt, pathAt + 8))) return undefined;
  const { path, query, end } = readTarget(text, pathAt);
  const verb = API_VERB.exec(text.slice(end, end + 300))?.[1]?.toLowerCase();
  return call(at, end, verb === undefined ? null : (VERBS[verb] ?? null), first === '/' ? path : `/${path}`, query);
}

function readFluentCall(text: string, at: number, end: number): SeenRequest | undefined {
  // `client_id` is most of them.
  if (isWordCode(text.charCodeAt(end))) return undefined;
  ROOT.lastIndex = end;
  const named = ROOT.exec(text)?.[1]?.toLowerCase().replaceAll('_', '');
  const root = named !== undefined && Object.hasOwn(ROOTS, named) ? ROOTS[named] : undefined;
  if (root === undefined) return undefined;
  let path = `/${root}`;
  let cursor = ROOT.lastIndex;
  let method: string | null = null;
  cursor = pastArguments(text, cursor, (argument) => {
    if (root !== 'me' && argument !== '') path += `/${literalId(argument) ?? `{${identifier(argument)}}`}`;
  });
  for (let count = 0; count < MOST_SEGMENTS; count++) {
    SEGMENT.lastIndex = cursor;
    const name = SEGMENT.exec(text)?.[1];
    if (name === undefined) break;
    const letters = name.toLowerCase().replaceAll('_', '');
    const afterName = SEGMENT.lastIndex;
    const verb = VERBS[letters];
    if (verb !== undefined) {
      OPEN_CALL.lastIndex = afterName;
      if (OPEN_CALL.test(text)) method = verb;
      break;
    }
    if (/^by\w{0,40}id$/.test(letters)) {
      let id = '{id}';
      cursor = pastArguments(text, afterName, (argument) => {
        id = literalId(argument) ?? id;
      });
      path += `/${id}`;
    } else if (SILENT.test(name)) {
      cursor = pastArguments(text, afterName, () => {});
    } else if (SEGMENT_NAMES.has(letters)) {
      const segment = SPELLINGS[letters] ?? letters;
      path += `/${segment}`;
      if (ACTIONS.has(segment)) method = 'POST';
      cursor = pastArguments(text, afterName, (argument) => {
        if (argument !== '' && !ACTIONS.has(segment)) path += `/{${identifier(argument)}}`;
      });
    } else {
      break;
    }
    if (method !== null) break;
  }
  if (method === null && !BY_THEMSELVES.has(root)) return undefined;
  // `/users` alone, with no verb, is as likely somebody else's client.
  if (path === '/users' || path === '/groups' || path === '/me') if (method === null) return undefined;
  return call(at, cursor, method, path, []);
}

/** `Invoke-MgGraphRequest -Method GET "/v1.0/me/events"` with a relative address. */
function readPowerShellCall(text: string, at: number): SeenRequest | undefined {
  const line = text.slice(at, at + 400).split('\n', 1)[0] ?? '';
  const path = /["' ](\/?(?:v1\.0|beta)\/|\/(?:me|users)\b)/.exec(line);
  if (path === null || line.includes('://')) return undefined;
  const pathAt = at + path.index + 1;
  const target = readTarget(text, pathAt);
  const method = methodOf(/-method\s{1,3}["']?([a-z]{3,8})/i.exec(line)?.[1]) ?? 'GET';
  const rooted = text[pathAt] === '/' ? target.path : relativePath(text, pathAt);
  return call(at, Math.max(target.end, pathAt), method, rooted, target.query);
}

function relativePath(text: string, at: number): string {
  const word = /^[^\s"'?]{1,600}/.exec(text.slice(at, at + 600))?.[0] ?? '';
  return `/${word}`;
}

function pastArguments(text: string, at: number, each: (argument: string) => void): number {
  ARGUMENTS.lastIndex = at;
  const called = ARGUMENTS.exec(text);
  if (called !== null) {
    each((called[1] ?? '').trim());
    return ARGUMENTS.lastIndex;
  }
  INDEX.lastIndex = at;
  const indexed = INDEX.exec(text);
  if (indexed === null) return at;
  each((indexed[1] ?? '').trim());
  return INDEX.lastIndex;
}

/** An address or id that the program writes out. */
function literalId(argument: string): string | undefined {
  return ADDRESS.exec(argument)?.[1] ?? OBJECT_ID.exec(argument)?.[1];
}

/** A literal id stays readable; an expression becomes a name. */
function identifier(argument: string): string {
  const word = /^["'`]?([\w.@-]{1,100})["'`]?$/.exec(argument)?.[1];
  return word ?? 'id';
}

function call(start: number, end: number, method: string | null, path: string, query: readonly string[]): SeenRequest {
  return { start, end, method, host: GRAPH, path, query, form: 'code', versioned: false, ignored: false };
}
