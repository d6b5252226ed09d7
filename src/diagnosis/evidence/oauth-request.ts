import { literal, literalList } from '../text/literal-filter.ts';
import { mayHoldOneOf } from '../text/literal-places.ts';
import type { Reader, Views } from '../text/views.ts';
import type { OAuthRequestEvidence } from './evidence.ts';
import { formParameters, type Parameters } from './oauth-requests/parameters.ts';
import { bodyAfter, type RequestBody, requestBodies } from './oauth-requests/request-body.ts';
import { type SignInAddress, signInAddresses } from './oauth-requests/sign-in-address.ts';

const MOST_REQUESTS = 40;
const BODY_AFTER = 3000;
const BODY_BEFORE = 1500;
const GRANT_TYPE = literal('grant_type');
const MARKS = literalList([GRANT_TYPE.text, 'login', '/oauth2/', 'sts.windows', 'authorize?']);

/**
 * Requests to sign-in endpoints: authorize and token addresses of all clouds, bare paths, and the bodies that belong to them.
 * Parameters are split before they are decoded (RFC 6749 appendix B); of secret ones only the shape is kept.
 */
export const readOAuthRequests: Reader<OAuthRequestEvidence> = ({ text }: Views): OAuthRequestEvidence[] => {
  if (!mayHoldOneOf(text, MARKS)) return [];
  const { text: source } = text;
  const addresses = signInAddresses(text).slice(0, MOST_REQUESTS);
  const bodies = text.mayHold(GRANT_TYPE) ? requestBodies(source) : [];
  const pairs = paired(source, addresses, bodies);
  const requests: OAuthRequestEvidence[] = [];
  addresses.forEach((address, index) => {
    const body = pairs.get(index) ?? (address.endpoint === 'devicecode' ? bodyAfter(source, address.end) : null);
    const parameters: Parameters = { ...formParameters(address.query), ...body?.parameters };
    const start = Math.min(address.start, body?.start ?? address.start);
    const end = Math.max(address.end, body?.end ?? address.end);
    requests.push({
      kind: 'oauth-request',
      endpoint: address.endpoint,
      method: methodOf(source, address, body),
      host: address.host,
      tenant: address.tenant === null ? null : decodedTenant(address.tenant),
      version: address.version,
      parameters,
      contentType: contentTypeOf(source, address, body),
      ...(body === null ? {} : { bodyForm: body.form }),
      span: text.spanOf(start, Math.min(end, start + 4000)),
    });
  });
  const used = new Set(pairs.values());
  for (const body of bodies) {
    if (used.has(body) || addresses.some(({ start, end }) => body.start >= start && body.end <= end)) continue;
    requests.push({
      kind: 'oauth-request',
      endpoint: 'token',
      method: null,
      host: null,
      tenant: body.parameters.tenant ?? null,
      version: null,
      parameters: body.parameters,
      contentType: contentTypeIn(source.slice(Math.max(0, body.start - 300), body.start)),
      bodyForm: body.form,
      span: text.spanOf(body.start, Math.min(body.end, body.start + 4000)),
    });
  }
  return requests.slice(0, MOST_REQUESTS);
};

/** Each body with the nearest token address: the one before it, or, as in a curl command, behind it. */
function paired(
  source: string,
  addresses: readonly SignInAddress[],
  bodies: readonly RequestBody[],
): Map<number, RequestBody> {
  const pairs = new Map<number, RequestBody>();
  for (const body of bodies) {
    let best = -1;
    let least = Number.POSITIVE_INFINITY;
    addresses.forEach((address, index) => {
      if (pairs.has(index) || (address.endpoint !== 'token' && address.endpoint !== 'devicecode')) return;
      if (body.start >= address.start && body.end <= address.end) return;
      const distance = address.end <= body.start ? body.start - address.end : (address.start - body.end) * 2;
      const inside = address.start >= body.start && address.end <= body.end;
      const limit = address.end <= body.start ? BODY_AFTER : BODY_BEFORE * 2;
      const apart = inside ? 0 : distance;
      if (apart >= 0 && apart < limit && apart < least && !answerBetween(source, address, body)) {
        least = apart;
        best = index;
      }
    });
    if (best !== -1) pairs.set(best, body);
  }
  return pairs;
}

/** A status line between the two: what follows belongs to another exchange. */
function answerBetween(source: string, address: SignInAddress, body: RequestBody): boolean {
  if (address.end > body.start) return false;
  return /HTTP\/[\d.]{1,3}"? [1-5]\d\d\b|"error_description"/.test(source.slice(address.end, body.start));
}

const METHOD_BEFORE = /\b(GET|POST|PUT|HEAD|OPTIONS|PATCH|DELETE)\b["'\]]?[\s:]{1,4}["'`<(]{0,2}$/;
const CALL_BEFORE =
  /(?:\.|\b)(post|get)(?:Async|_async|ForObject|JsonAsync)?\(\s{0,40}(?:url\s{0,2}=\s{0,2})?[fr]?["'`]?$/i;
const METHOD_AFTER = /^["'`]?(?: HTTP\/[\d.]+)?[\s,.]{0,4}(?:using method|method)[\s:=]{1,4}["']?(GET|POST)\b/i;
const METHOD_OPTION = /(?:-Method|-X|--request|\bmethod["']?\s{0,2}[:=])\s{0,4}["']?(GET|POST)\b/i;

function methodOf(source: string, address: SignInAddress, body: RequestBody | null): string | null {
  const before = source.slice(Math.max(0, address.start - 60), address.start);
  const after = source.slice(address.end, address.end + 60);
  const direct = METHOD_BEFORE.exec(before) ?? CALL_BEFORE.exec(before) ?? METHOD_AFTER.exec(after);
  if (direct !== null) return direct[1]!.toUpperCase();
  const command = source.slice(
    Math.max(0, Math.min(address.start, body?.start ?? address.start) - 300),
    Math.max(address.end, body?.end ?? 0),
  );
  const statement = command.slice(Math.max(0, command.lastIndexOf('\n\n')));
  if (!/curl|Invoke-|fetch|axios|request/i.test(statement)) return null;
  const option = METHOD_OPTION.exec(statement) ?? METHOD_OPTION.exec(source.slice(address.end, address.end + 200));
  if (option !== null) return option[1]!.toUpperCase();
  return body !== null && /\bcurl\b/i.test(statement) ? 'POST' : null;
}

function contentTypeOf(source: string, address: SignInAddress, body: RequestBody | null): string | null {
  const first = Math.min(address.start, body?.start ?? address.start);
  const last = Math.max(address.end, body?.end ?? address.end);
  const headers = source.slice(address.end, last === address.end ? address.end + 400 : last);
  const own =
    last === address.end
      ? headers.slice(0, /\n\s*\n|HTTP\/[\d.]{1,3}"? [1-5]\d\d/.exec(headers)?.index ?? headers.length)
      : headers;
  const command = source.slice(Math.max(0, first - 300), first);
  const sameCommand = command.slice(Math.max(0, command.lastIndexOf('\n\n'), command.lastIndexOf('curl ')));
  return contentTypeIn(own) ?? (body !== null || /curl/.test(command) ? contentTypeIn(sameCommand) : null);
}

const CONTENT_TYPE = /content-?_?type["'`]?\s{0,4}[:=,]\s{0,4}["'`]?([a-z]{2,20}\/[\w.+-]{2,60})/i;

function contentTypeIn(region: string): string | null {
  return CONTENT_TYPE.exec(region)?.[1]?.toLowerCase() ?? null;
}

function decodedTenant(tenant: string): string {
  try {
    return decodeURIComponent(tenant);
  } catch {
    return tenant;
  }
}
