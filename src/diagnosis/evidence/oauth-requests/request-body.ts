import { withoutTrailing } from '../../text/without-trailing.ts';
import { formParameters, type Parameters, statedParameters } from './parameters.ts';

/** The body of a request to a token endpoint, in the form it was written. */
export interface RequestBody {
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
  readonly form: 'form' | 'json' | 'code';
  readonly parameters: Parameters;
}

const GRANT = /(?<![\w.-])["'`]?grant_type["'`]?[ \t]{0,8}(?:=>|=(?!=)|:|,(?=[ \t]{0,4}["'`]))/g;
const MOST_BODIES = 50;
const RUN_LIMIT = 8192;
const REGION_BEFORE = 2000;
const REGION_AFTER = 4000;

/** Bodies by their `grant_type`: a form, JSON, a dictionary, the options of a command, lines. */
export function requestBodies(text: string): RequestBody[] {
  const bodies: RequestBody[] = [];
  if (!text.includes('grant_type')) return bodies;
  let done = 0;
  for (const match of text.matchAll(GRANT)) {
    if (match.index < done) continue;
    if (bodies.length >= MOST_BODIES) break;
    const at = match.index + match[0].indexOf('grant_type');
    const body = formRun(text, at, done) ?? enclosed(text, at, done) ?? block(text, at, done);
    if (body.parameters.grant_type === undefined) continue;
    bodies.push(body);
    done = body.end;
  }
  return bodies;
}

const BODY_START = /\n[ \t]{0,8}["']?((?:client_id|scope|tenant)=[^\s"']{1,8192}&[^\s"']{1,8192})/y;

/** A form body without a grant, as the device code endpoint takes it, within the lines after an address. */
export function bodyAfter(text: string, end: number): RequestBody | null {
  const lines = text.slice(end, end + 600);
  for (let at = lines.indexOf('\n'); at !== -1; at = lines.indexOf('\n', at + 1)) {
    BODY_START.lastIndex = end + at;
    const match = BODY_START.exec(text);
    if (match === null) continue;
    const start = end + at + match[0].length - match[1]!.length;
    return { start, end: start + match[1]!.length, form: 'form', parameters: formParameters(match[1]!) };
  }
  return null;
}

const RUN_STOP = /[\s"'`\\]/;

/** `grant_type=…&client_id=…` in one piece, or with a line for each `&`. */
function formRun(text: string, at: number, floor: number): RequestBody | null {
  if (!text.startsWith('grant_type=', at)) return null;
  let start = at;
  const lowest = Math.max(floor, at - RUN_LIMIT);
  while (start > lowest) {
    if (!RUN_STOP.test(text[start - 1]!)) start -= 1;
    else {
      const joined = /(?:&[ \t]{0,8}\n[ \t]{0,8}|\n[ \t]{0,8}(?=&))$/.exec(
        text.slice(Math.max(lowest, start - 20), start + 0),
      );
      const ahead =
        text[start] === '&' ? /\n[ \t]{0,8}$/.exec(text.slice(Math.max(lowest, start - 20), start)) : joined;
      if (ahead === null) break;
      start -= ahead[0].length;
    }
  }
  let end = at;
  const highest = Math.min(text.length, at + RUN_LIMIT);
  while (end < highest) {
    const character = text[end]!;
    if (character === '<') {
      const hole = /^<[^<>\n]{1,80}>/.exec(text.slice(end, end + 84));
      end += hole?.[0].length ?? 1;
    } else if (!RUN_STOP.test(character)) end += 1;
    else {
      const next = /^(?:\s{0,4}\n[ \t]{0,8}(?=&\w)|(?<=&)\s{0,4}\n[ \t]{0,8}(?=\w{1,40}=))/.exec(
        text.slice(end, end + 64),
      );
      const afterAmpersand =
        text[end - 1] === '&' ? /^\s{0,4}\n[ \t]{0,8}(?=\w{1,40}=)/.exec(text.slice(end, end + 64)) : null;
      const gap = next ?? afterAmpersand;
      if (gap === null) break;
      end += gap[0].length;
    }
  }
  const raw = text.slice(start, end);
  const question = raw.lastIndexOf('?', at - start);
  const body = (question === -1 ? raw : raw.slice(question + 1)).replaceAll(/\s+/g, '');
  if (!body.includes('&')) return null;
  return { start: start + question + 1, end, form: 'form', parameters: formParameters(withoutTrailing(body, '.,;')) };
}

/** The braces around it. */
function enclosed(text: string, at: number, floor: number): RequestBody | null {
  const lowest = Math.max(floor, at - REGION_BEFORE);
  let depth = 0;
  let start = -1;
  for (let index = at - 1; index >= lowest; index -= 1) {
    const character = text[index];
    if (character === '}' && text[index - 1] !== '}' && text[index + 1] !== '}') depth += 1;
    else if (character === '{' && text[index - 1] !== '{' && text[index + 1] !== '{') {
      if (depth === 0) {
        start = index;
        break;
      }
      depth -= 1;
    } else if (
      character === '\n' &&
      /^\n[ \t]*\n/.test(text.slice(index - 1, index + 40)) &&
      depth === 0 &&
      at - index > 400
    )
      return null;
  }
  if (start === -1) return null;
  const end = closingBrace(text, at);
  if (end === -1) return null;
  const region = text.slice(start, end);
  const json =
    /^\{\s{0,40}"/.test(region) &&
    !/'\s{0,4}:|=>/.test(region) &&
    /(?:^|[\n'"]|-d\s|data(?:-raw|-binary)?\s)[ \t]{0,8}$/.test(text.slice(Math.max(0, start - 24), start));
  return { start, end, form: json ? 'json' : 'code', parameters: statedParameters(region) };
}

function closingBrace(text: string, at: number): number {
  let depth = 0;
  const highest = Math.min(text.length, at + REGION_AFTER);
  for (let index = at; index < highest; index += 1) {
    const character = text[index];
    if (character === '{') depth += 1;
    else if (character === '}') {
      if (depth === 0) return index + 1;
      depth -= 1;
    }
  }
  return -1;
}

/** Lines up to the nearest empty ones: options of a command, a form shown a line at a time, appended parameters. */
function block(text: string, at: number, floor: number): RequestBody {
  const before = text.slice(Math.max(floor, at - REGION_BEFORE), at);
  const after = text.slice(at, at + REGION_AFTER);
  const lastGap = /[\s\S]*\n[ \t]*\n/.exec(before)?.[0].length ?? 0;
  const nextGap = /\n[ \t]*\n/.exec(after)?.index ?? after.length;
  const start = at - before.length + lastGap;
  const end = at + nextGap;
  const code = /\.(?:append|add|put|set)\(|Form\w*Content|NameValuePair/i.test(text.slice(start, end));
  return { start, end, form: code ? 'code' : 'form', parameters: statedParameters(text.slice(start, end)) };
}
